"""Sample drafts laid on one base, as the service would lay them."""

from amendments.comparing import compare, lay_on_base
from amendments.model import Draft
from amendments.pages.laid import edits_of
from amendments.records import LaidClause, LaidPage


def laid(resolution, drafts, clauses):
    """The page of several drafts, the base first, each with its clauses."""
    base, *sides = (Draft(tuple(record.clause for record in each)) for each in clauses)
    found = lay_on_base(base, sides, [compare(base, side) for side in sides])
    rows = tuple(
        LaidClause(
            row,
            tuple(clauses[0][n] for n in row.base),
            tuple(
                tuple(own[n] for n in fate.new)
                for own, fate in zip(clauses[1:], row.fates, strict=True)
            ),
            edits_of(row, drafts[0].language),
        )
        for row in found.rows
    )
    return LaidPage(resolution, drafts[0], tuple(drafts[1:]), rows, found.algorithm)
