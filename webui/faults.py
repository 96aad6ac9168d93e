"""What a reader sees when something cannot be done: what happened, and what to do about it."""

from http import HTTPStatus

from flask import Flask, current_app, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from amendments.errors import AmendmentsError, IndexBehind, NotFound, RedlineNotProven
from webui.pages import desk
from webui.wording import size

CURES = {
    400: "Go back, correct what you entered, and send it again.",
    403: "The form came from another site. Open the page here and send its form again.",
    404: "Check the address, or start from the list of resolutions.",
    405: "Open the page from a link and use its own form.",
    413: "Send a smaller file: in Word, compress the pictures or remove them, and save again.",
    500: "Try again; if it happens again, tell the secretariat what you did and at what time.",
    503: "Try again in a few minutes.",
}
STATUS = ((NotFound, 404), (IndexBehind, 503), (RedlineNotProven, 500))


def explain(app: Flask) -> None:
    """Show every fault as a page with a cure (or as JSON to a program)."""
    app.register_error_handler(AmendmentsError, refused)
    app.register_error_handler(HTTPException, failed)
    app.register_error_handler(Exception, broken)


def refused(fault: AmendmentsError, back: str = "") -> ResponseReturnValue:
    """A refusal of the program; its own message says the cure, and `back` leads to the form."""
    status = next((code for kind, code in STATUS if isinstance(fault, kind)), 400)
    return page(status, str(fault), "", back)


def failed(fault: HTTPException) -> ResponseReturnValue:
    """A refusal of HTTP: no such page, too large, not allowed."""
    status = fault.code or 500
    if status < HTTPStatus.BAD_REQUEST:
        return fault.get_response()
    words = ""
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE:
        words = f"A file may have at most {size(desk().settings.max_file_bytes)}."
    return page(status, words, CURES.get(status, CURES[500 if status >= 500 else 400]))  # noqa: PLR2004


def broken(fault: Exception) -> ResponseReturnValue:
    """A fault of ours: logged with its trace, told without it."""
    current_app.logger.error("%s %s failed", request.method, request.path, exc_info=fault)
    return page(500, "", CURES[500])


def page(status: int, words: str, cure: str, back: str = "") -> ResponseReturnValue:
    """The fault as a page, or as JSON under a .json address."""
    title = HTTPStatus(status).phrase
    if request.path.endswith(".json"):
        return jsonify(error=" ".join((words or title, cure)).strip(), status=status), status
    told = {"title": TITLES.get(status, title), "words": words, "cure": cure, "back": back}
    shown = render_template("fault.html", **told)
    return shown, status


TITLES = {
    400: "This cannot be done as asked",
    403: "This form was refused",
    404: "Not found",
    413: "The file is too large",
    500: "Something went wrong here",
    503: "Not ready yet",
}
