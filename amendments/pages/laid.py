"""Several drafts laid on the base they were made from."""

from collections.abc import Sequence

from amendments.comparing import ALGORITHM, kinds_in, lay_on_base
from amendments.model import Comparison, Draft
from amendments.pages.comparisons import changes_between, text_of
from amendments.pages.drafts import Compared
from amendments.records import LaidClause, LaidPage
from amendments.sides import Row, as_one_side
from amendments.store import Session


def laid_page(
    session: Session, slug: str, base_key: str, side_keys: Sequence[str], compare: Compared
) -> LaidPage:
    """What each of some drafts made of every clause of the base; raises NotFound."""
    resolution = session.resolution(slug)
    base, *sides = (session.draft(slug, key) for key in (base_key, *side_keys))
    old, *news = (text_of(session, kept, base) for kept in (base, *sides))
    texts = [Draft(tuple(record.clause for record in clauses)) for clauses in (old, *news)]
    comparisons = [
        Comparison(changes_between(session, base, side, compare), ALGORITHM) for side in sides
    ]
    laid = lay_on_base(texts[0], texts[1:], comparisons)
    rows = tuple(
        LaidClause(
            row,
            tuple(old[n] for n in row.base),
            tuple(
                tuple(new[n] for n in fate.new) for new, fate in zip(news, row.fates, strict=True)
            ),
            edits_of(row, base.record.language),
        )
        for row in laid.rows
    )
    return LaidPage(
        resolution, base.record, tuple(side.record for side in sides), rows, laid.algorithm
    )


def edits_of(row: Row, language: str) -> tuple[tuple[str, ...], ...]:
    """What kinds of edit each side made; none of what it added or deleted whole."""
    return tuple(
        tuple(str(kind) for kind in kinds_in(as_one_side(row.pieces, side), language))
        if row.base and fate.new
        else ()
        for side, fate in enumerate(row.fates)
    )
