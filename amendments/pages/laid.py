"""Several drafts laid on the base they were made from."""

from collections.abc import Sequence

from amendments.comparing import ALGORITHM, lay_on_base
from amendments.model import Comparison, Draft
from amendments.pages.drafts import Compared
from amendments.sides import LaidClause, LaidPage
from amendments.store import Session


def laid_page(
    session: Session, slug: str, base_key: str, side_keys: Sequence[str], compare: Compared
) -> LaidPage:
    """What each of some drafts made of every clause of the base; raises NotFound."""
    resolution = session.resolution(slug)
    base, *sides = (session.draft(slug, key) for key in (base_key, *side_keys))
    old, *news = (session.clauses(kept.id) for kept in (base, *sides))
    texts = [Draft(tuple(record.clause for record in clauses)) for clauses in (old, *news)]
    comparisons = [Comparison(compare(base.id, side.id), ALGORITHM) for side in sides]
    laid = lay_on_base(texts[0], texts[1:], comparisons)
    rows = tuple(
        LaidClause(
            row,
            tuple(old[n] for n in row.base),
            tuple(
                tuple(new[n] for n in fate.new) for new, fate in zip(news, row.fates, strict=True)
            ),
        )
        for row in laid.rows
    )
    return LaidPage(
        resolution, base.record, tuple(side.record for side in sides), rows, laid.algorithm
    )
