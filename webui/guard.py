"""What every reply and every request must satisfy: security headers, and no foreign forms."""

from urllib.parse import urlsplit

from flask import Flask, Response, abort, request

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), browsing-topics=()",
}
HARMLESS = frozenset({"GET", "HEAD", "OPTIONS"})


def protect(app: Flask) -> None:
    """Every reply of the app carries the headers; forms of other sites are refused."""
    app.before_request(refuse_foreign_forms)
    app.after_request(with_headers)


def with_headers(reply: Response) -> Response:
    """The reply with every security header."""
    for name, value in HEADERS.items():
        reply.headers.setdefault(name, value)
    if request.is_secure:
        reply.headers.setdefault("Strict-Transport-Security", "max-age=31536000")
    return reply


def refuse_foreign_forms() -> None:
    """End with 403 when another site's page sends a form here."""
    if request.method not in HARMLESS and not comes_from_here():
        abort(403)


def comes_from_here() -> bool:
    """Whether the browser says that the request was made by one of our own pages.

    Every current browser sends Sec-Fetch-Site; older ones send Origin. A request with
    neither is no browser's, and there is no cookie that it could misuse.
    """
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        return site in {"same-origin", "none"}
    origin = request.headers.get("Origin")
    return origin is None or urlsplit(origin).netloc == request.host
