"""The life of one clause through every draft."""

from flask import Blueprint

from webui.pages import Sheet, desk, publish

pages = Blueprint("clauses", __name__)


@publish(pages, "/r/<key:slug>/clauses/<key:clause>")
def clause(slug: str, clause: str) -> Sheet:
    """One clause, draft by draft, with the proposals made to it."""
    page = desk().clause(slug, clause)
    known = {proposal.id: proposal for proposal in page.proposals}
    living = [moment.clause for moment in page.moments if moment.clause is not None]
    return Sheet("clause.html", page, {"known": known, "latest": living[-1] if living else None})
