"""What a person says by hand: whose an author or a proposal is, and what was decided on it."""

from urllib.parse import urlsplit

from flask import Blueprint, redirect, request
from flask.typing import ResponseReturnValue

from amendments.errors import AmendmentsError
from webui.faults import refused
from webui.pages import desk

pages = Blueprint("rulings", __name__)


@pages.post("/rulings")
def rule() -> ResponseReturnValue:
    """Write it down and go back to where it was said; a fault is told with the way back."""
    form = request.form
    back = way_back(form.get("back", ""))
    value = [word.strip() for word in form.get("value", "").split(",") if word.strip()]
    if "undo" in form:
        value = []
    try:
        desk().rule(form.get("about", ""), form.get("what", ""), value, actor=form.get("actor", ""))
    except AmendmentsError as fault:
        return refused(fault, back)
    return redirect(back, code=303)


def way_back(address: str) -> str:
    """An address on this site; the first page for any other."""
    parts = urlsplit(address)
    is_here = not parts.scheme and not parts.netloc and address.startswith("/")
    return address if is_here and not address.startswith("//") else "/"
