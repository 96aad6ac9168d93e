"""What a draft refers to and what is open in it, as its page shows it."""

from collections.abc import Iterable

from amendments.records import ClauseRecord, DraftPage, OpenRecord, ReferenceRecord

Segment = tuple[str, ReferenceRecord | None]


def referring(record: ClauseRecord, references: Iterable[ReferenceRecord]) -> list[Segment]:
    """The text of a clause cut where it refers to something."""
    text, at = record.clause.text, 0
    found: list[Segment] = []
    for one in references:
        if one.clause == record.id:
            found += [(text[at : one.start], None), (text[one.start : one.end], one)]
            at = one.end
    return [segment for segment in (*found, (text[at:], None)) if segment[0]]


def cited(page: DraftPage) -> list[tuple[str, list[ClauseRecord]]]:
    """What a draft cites from elsewhere, by name, each with the clauses that cite it.

    Paragraphs are left out: without the document they stand in, they name nothing.
    """
    by_id = {record.id: record for record in page.clauses}
    found: dict[str, dict[str, ClauseRecord]] = {}
    for one in page.references:
        if one.kind not in {"clause", "paragraph"}:
            found.setdefault(one.target, {})[one.clause] = by_id[one.clause]
    return [(target, list(found[target].values())) for target in sorted(found, key=_in_order)]


def unsettled(page: DraftPage) -> list[tuple[ClauseRecord, OpenRecord]]:
    """The brackets that stand in no other and the options, each with its clause."""
    by_id = {record.id: record for record in page.clauses}
    return [(by_id[one.clause], one) for one in page.open if one.depth == 0]


def _in_order(target: str) -> tuple[str, int, str]:
    """Resolution 20 before Resolution 140."""
    words = target.split()
    number = words[1] if len(words) > 1 else ""
    return words[0], int(number) if number.isdecimal() else 0, target


FILTERS = {each.__name__: each for each in (referring, cited, unsettled)}
