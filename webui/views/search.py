"""Search in the whole history; every link on the page is another set of criteria."""

from dataclasses import dataclass

from flask import Blueprint, request, url_for

from amendments.records import SearchPage
from webui.pages import Sheet, desk, publish
from webui.port import Criteria
from webui.wording import CHANGES, EDITS, FACETS, FOUND, draft_in, state_name

pages = Blueprint("search", __name__)
SAID = {"kind": FOUND, "change": CHANGES, "edit": EDITS}
"""How the values of a facet are said."""
EXAMPLES = {
    '"digital divide"': "these words, in this order",
    "roadmap OR plan": "one word or the other",
    "deleted:questionnaires": "words that were deleted",
    "kind:proposal inserted:mandate": "proposals that insert a word",
    "kind:proposal edit:weaker": "proposals that weaken an obligation",
    "state:BRA -status:adopted": "what Brazil proposed and did not get",
}
"""What a search can ask for, shown to be tried."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet with the link that chooses or removes it."""

    facet: str
    label: str
    count: int
    url: str
    is_chosen: bool


@publish(pages, "/search")
def search() -> Sheet:
    """What the reader searched for, with facets to narrow it."""
    criteria: Criteria = desk().criteria(request.args)
    page = desk().search(criteria)
    chosen = chosen_values(criteria)
    slug = only_resolution(page)
    return Sheet(
        "search.html",
        page,
        {
            "chips": [choice(criteria, facet, value, 0, slug) for facet, value in chosen],
            "facets": facets(criteria, page, slug),
            "kept": chosen,
            "examples": EXAMPLES,
            "before": link(criteria.with_page(page.page - 1)) if page.page > 1 else "",
            "after": link(criteria.with_page(page.page + 1)) if page.page < page.pages else "",
        },
    )


def chosen_values(criteria: Criteria) -> list[tuple[str, str]]:
    """The facet values the reader has chosen."""
    return [(key, value) for key, value in criteria.to_query() if key in FACETS]


def only_resolution(page: SearchPage) -> str:
    """The one resolution that everything found is of; "" where there are several."""
    found = page.facets.get("resolution", ())
    return found[0][0] if len(found) == 1 else ""


def facets(criteria: Criteria, page: SearchPage, slug: str) -> list[tuple[str, list[Choice]]]:
    """Every facet that has values, with its choices."""
    found = []
    for facet, name in FACETS.items():
        values = page.facets.get(facet, ())
        choices = [choice(criteria, facet, value, count, slug) for value, count in values]
        if choices:
            found.append((name, choices))
    return found


def choice(criteria: Criteria, facet: str, value: str, count: int, slug: str) -> Choice:
    """A value of a facet; its link removes it where it is chosen already."""
    is_chosen = (facet, value) in chosen_values(criteria)
    step = criteria.without if is_chosen else criteria.with_value
    url = link(step(facet, value))
    return Choice(FACETS[facet], said(facet, value, slug), count, url, is_chosen)


def said(facet: str, value: str, slug: str) -> str:
    """The name of a facet's value; a draft has one only within its resolution."""
    if facet == "state":
        return state_name(value)
    if facet == "draft" and slug:
        return draft_in(value, slug)
    return SAID.get(facet, {}).get(value, value)


def link(criteria: Criteria) -> str:
    """The address of a search."""
    query: dict[str, list[str]] = {}
    for key, value in criteria.to_query():
        query.setdefault(key, []).append(value)
    return url_for("search.search", _anchor=None, **query)  # type: ignore[arg-type]
