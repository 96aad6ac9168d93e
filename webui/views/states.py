"""The States, and what each has proposed."""

from flask import Blueprint

from webui.pages import Sheet, desk, publish

pages = Blueprint("states", __name__)


@publish(pages, "/states/")
def states() -> Sheet:
    """Every State and group the program knows."""
    return Sheet("states.html", desk().states())


@publish(pages, "/states/<key:code>")
def state(code: str) -> Sheet:
    """What one State has proposed, in every resolution."""
    page = desk().state(code)
    return Sheet(
        "state.html", page, {"known": {proposal.id: proposal for proposal in page.proposals}}
    )
