"""Who proposes what, clause by clause; and one proposal by itself."""

from dataclasses import replace
from urllib.parse import urlencode

from flask import Blueprint, request, url_for

from amendments.records import DraftRecord, ProposalRow, Wanted
from webui.pages import Sheet, desk, publish

pages = Blueprint("proposals", __name__)
NARROWS = ("state", "groups", "action", "status", "part")
"""What of a query string narrows proposals; nothing else of it goes into a link."""
A_PAGE = 50
"""Proposals on one page: more take longer to show than to read on."""

Bases = tuple[tuple[DraftRecord, tuple[ProposalRow, ...]], ...]


def wanted() -> Wanted:
    """What the query string asks for."""
    asked = {name: request.args.get(name, "") for name in ("action", "status", "part")}
    names = ",".join(request.args.getlist("state")).split(",")
    states = tuple(name.strip() for name in names if name.strip())
    return Wanted(states, groups="groups" in request.args, **asked)


@publish(pages, "/r/<key:slug>/proposals")
def proposals(slug: str) -> Sheet:
    """The proposals of a resolution, narrowed by `state`, `groups`, `action`, `status`, `part`."""
    page = desk().proposals(slug, wanted())
    number = max(request.args.get("page", 1, int), 1)
    bases, is_last = one_page(page.bases, number)
    shown = [p for _, rows in bases for row in rows for p in row.proposals]
    links = {
        "before": at_page(slug, number - 1) if number > 1 else None,
        "after": None if is_last else at_page(slug, number + 1),
    }
    return Sheet(
        "proposals.html", page, {"known": {p.id: p for p in shown}, "bases": bases, **links}
    )


def one_page(bases: Bases, number: int) -> tuple[Bases, bool]:
    """The proposals of one page, each with its clause, and whether it is the last page."""
    start, end = (number - 1) * A_PAGE, number * A_PAGE
    found: list[tuple[DraftRecord, tuple[ProposalRow, ...]]] = []
    at = 0
    for base, rows in bases:
        kept: list[ProposalRow] = []
        for row in rows:
            mine = row.proposals[max(start - at, 0) : max(end - at, 0)]
            at += len(row.proposals)
            if mine:
                kept.append(replace(row, proposals=mine))
        if kept:
            found.append((base, tuple(kept)))
    return tuple(found), at <= end


def at_page(slug: str, number: int) -> str:
    """The address of another page of the same proposals."""
    query = {name: request.args[name] for name in NARROWS if request.args.get(name)}
    query["page"] = str(number)
    return f"{url_for('proposals.proposals', slug=slug)}?{urlencode(query)}"


@publish(pages, "/r/<key:slug>/proposals/<key:id>")
def proposal(slug: str, id: str) -> Sheet:  # noqa: A002 - the name in the address
    """One proposal, with the forms to correct it and to decide on it."""
    return Sheet("proposal.html", desk().proposal(slug, id))
