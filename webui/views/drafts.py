"""One draft with its clauses, and the Word file it was read from."""

from io import BytesIO

from flask import Blueprint, Response, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue

from webui.pages import Sheet, desk, publish

pages = Blueprint("drafts", __name__)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@publish(pages, "/r/<key:slug>/<key:key>/")
def draft(slug: str, key: str) -> Sheet:
    """One draft, clause by clause."""
    return Sheet("draft.html", desk().draft(slug, key))


@pages.get("/r/<key:slug>/<key:key>/go")
def go(slug: str, key: str) -> ResponseReturnValue:
    """On to the clause that was typed; the page again, with the reason, where none is meant."""
    page, typed = desk().draft(slug, key), request.args.get("to", "").strip()
    if not typed:
        return redirect(url_for("drafts.draft", slug=slug, key=key))
    meant = {clause.number for clause in desk().lookup(page, typed)}
    found = [record for record in page.clauses if record.clause.number in meant]
    if len(found) == 1:
        return redirect(f"{url_for('drafts.draft', slug=slug, key=key)}#c-{found[0].id}")
    shown = render_template("draft.html", page=page, asked=typed, choices=found)
    return shown, 300 if found else 404


@pages.get("/r/<key:slug>/<key:key>/file")
def original(slug: str, key: str) -> Response:
    """The Word file as it was received, byte for byte."""
    filename, content = desk().file(slug, key)
    return as_word_file(content, filename)


def as_word_file(content: bytes, filename: str) -> Response:
    """A Word file to be kept, never shown inside the site."""
    return send_file(BytesIO(content), WORD, as_attachment=True, download_name=filename)
