"""Who proposes what, clause by clause; and one proposal by itself."""

from flask import Blueprint, request

from amendments.records import Wanted
from webui.pages import Sheet, desk, publish

pages = Blueprint("proposals", __name__)


def wanted() -> Wanted:
    """What the query string asks for."""
    asked = {name: request.args.get(name, "") for name in ("state", "action", "status", "part")}
    return Wanted(**asked, groups="groups" in request.args)


@publish(pages, "/r/<key:slug>/proposals")
def proposals(slug: str) -> Sheet:
    """The proposals of a resolution, narrowed by `state`, `groups`, `action`, `status`, `part`."""
    page = desk().proposals(slug, wanted())
    known = {
        proposal.id: proposal
        for _, rows in page.bases
        for row in rows
        for proposal in row.proposals
    }
    return Sheet("proposals.html", page, {"known": known})


@publish(pages, "/r/<key:slug>/proposals/<key:id>")
def proposal(slug: str, id: str) -> Sheet:  # noqa: A002 - the name in the address
    """One proposal, with the forms to correct it and to decide on it."""
    return Sheet("proposal.html", desk().proposal(slug, id))
