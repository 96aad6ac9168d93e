"""Search in the whole history; every link on the page is another set of criteria."""

from dataclasses import dataclass

from flask import Blueprint, request, url_for

from amendments.records import SearchPage
from webui.pages import Sheet, desk, publish
from webui.port import Criteria
from webui.wording import CHANGES, EDITS, FACETS, state_name

pages = Blueprint("search", __name__)
SAID = {"change": CHANGES, "edit": EDITS}
"""How the values of a facet are said."""


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
    return Sheet(
        "search.html",
        page,
        {
            "chips": [choice(criteria, facet, value, 0, chosen) for facet, value in chosen],
            "facets": facets(criteria, page, chosen),
            "kept": chosen,
            "before": link(criteria.with_page(page.page - 1)) if page.page > 1 else "",
            "after": link(criteria.with_page(page.page + 1)) if page.page < page.pages else "",
        },
    )


def chosen_values(criteria: Criteria) -> list[tuple[str, str]]:
    """The facet values the reader has chosen."""
    return [(key, value) for key, value in criteria.to_query() if key in FACETS]


def facets(
    criteria: Criteria, page: SearchPage, chosen: list[tuple[str, str]]
) -> list[tuple[str, list[Choice]]]:
    """Every facet that has values, with its choices."""
    found = []
    for facet, name in FACETS.items():
        values = page.facets.get(facet, ())
        choices = [choice(criteria, facet, value, count, chosen) for value, count in values]
        if choices:
            found.append((name, choices))
    return found


def choice(
    criteria: Criteria, facet: str, value: str, count: int, chosen: list[tuple[str, str]]
) -> Choice:
    """A value of a facet; its link removes it where it is chosen already."""
    is_chosen = (facet, value) in chosen
    step = criteria.without if is_chosen else criteria.with_value
    label = state_name(value) if facet == "state" else SAID.get(facet, {}).get(value, value)
    return Choice(FACETS[facet], label, count, link(step(facet, value)), is_chosen)


def link(criteria: Criteria) -> str:
    """The address of a search."""
    query: dict[str, list[str]] = {}
    for key, value in criteria.to_query():
        query.setdefault(key, []).append(value)
    return url_for("search.search", _anchor=None, **query)  # type: ignore[arg-type]
