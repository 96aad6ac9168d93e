"""What a reader searches for, as the address of the page carries it."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Literal, Self

Order = Literal["relevance", "newest"]

FACET_FIELDS = {
    "resolution": "resolutions",
    "draft": "drafts",
    "kind": "kinds",
    "state": "states",
    "change": "changes",
    "edit": "edits",
    "status": "statuses",
}
"""Each facet's name in an address, and the field of the criteria that holds its values."""
LONGEST_QUERY = 1000
"""Characters of a query that are read; nobody types more, and the work stays bounded."""
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
HIGHEST_PAGE = 1_000_000


@dataclass(frozen=True, slots=True)
class Criteria:
    """What is searched for; whatever it is made from, it is tidy afterwards.

    Values of one facet are alternatives, different facets must all fit.
    """

    words: str = ""
    states: frozenset[str] = frozenset()
    resolutions: frozenset[str] = frozenset()
    drafts: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    """clause, proposal."""
    changes: frozenset[str] = frozenset()
    edits: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    after: str = ""
    """The first day that fits, ISO 8601."""
    before: str = ""
    """The last day that fits."""
    order: Order = "relevance"
    page: int = 1

    def __post_init__(self) -> None:
        tidy: dict[str, Any] = {
            "words": " ".join(self.words[:LONGEST_QUERY].split()),
            "after": _day(self.after),
            "before": _day(self.before),
            "order": "newest" if self.order == "newest" else "relevance",
            "page": min(max(self.page, 1), HIGHEST_PAGE),
        }
        for name in FACET_FIELDS.values():
            tidy[name] = frozenset(v.strip() for v in getattr(self, name) if v.strip())
        for name, value in tidy.items():
            object.__setattr__(self, name, value)

    @classmethod
    def from_query(cls, query: Any) -> Self:
        """What a query string asks for: any mapping, to texts or lists, or with `getlist`."""
        chosen = {field: frozenset(_all(query, name)) for name, field in FACET_FIELDS.items()}
        page = _first(query, "page")
        return cls(
            words=_first(query, "q"),
            after=_first(query, "after"),
            before=_first(query, "before"),
            order="newest" if _first(query, "order") == "newest" else "relevance",
            page=int(page) if re.fullmatch(r"[0-9]{1,9}", page) else 1,
            **chosen,
        )

    def to_query(self) -> list[tuple[str, str]]:
        """What differs from the defaults, as a query string has it; always in one order."""
        query = [("q", self.words)]
        for name, field in FACET_FIELDS.items():
            query += [(name, value) for value in sorted(getattr(self, field))]
        query += [("after", self.after), ("before", self.before)]
        if self.order != "relevance":
            query.append(("order", self.order))
        if self.page != 1:
            query.append(("page", str(self.page)))
        return [(name, value) for name, value in query if value]

    def without(self, facet: str, value: str) -> Self:
        """Less one value, from the first page on."""
        return self._with_facet(facet, self.chosen(facet) - {value})

    def with_value(self, facet: str, value: str) -> Self:
        """With one value more, from the first page on."""
        return self._with_facet(facet, self.chosen(facet) | {value})

    def with_page(self, number: int) -> Self:
        """Another page of the same."""
        return replace(self, page=number)

    def chosen(self, facet: str) -> frozenset[str]:
        """The values chosen in one facet; none where there is no such facet."""
        values: frozenset[str] = getattr(self, FACET_FIELDS.get(facet, ""), frozenset())
        return values

    def _with_facet(self, facet: str, values: frozenset[str]) -> Self:
        if facet not in FACET_FIELDS:
            return self
        kept: dict[str, Any] = {field.name: getattr(self, field.name) for field in fields(self)}
        return type(self)(**kept | {FACET_FIELDS[facet]: values, "page": 1})


def _day(words: str) -> str:
    words = words.strip()
    if not DAY.fullmatch(words):
        return ""
    try:
        return date.fromisoformat(words).isoformat()
    except ValueError:
        return ""


def _all(query: Any, name: str) -> list[str]:
    if hasattr(query, "getlist"):
        return [str(value) for value in query.getlist(name)]
    value = query.get(name)
    if value is None:
        return []
    if isinstance(value, str) or not isinstance(value, Iterable):
        return [str(value)]
    return [str(one) for one in value]


def _first(query: Any, name: str) -> str:
    return next(iter(_all(query, name)), "").strip()
