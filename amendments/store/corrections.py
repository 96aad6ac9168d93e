"""What people corrected in the outlines of files, kept among all that was said by hand.

The rows stand in the table of rulings, which is never changed: to take a correction back is
one more row. They are about a file, by the hash of its bytes, and not about a draft: so they
are there before the file is kept, and whenever it is read anew.
"""

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa

from amendments.drafting.correcting import Correction, Fault
from amendments.store import schema as t

OUTLINE = "outline"
TAKEN_BACK = "outline taken back"


def write(connection: sa.Connection, file_hash: str, correction: Correction) -> None:
    """Write a correction down."""
    said = [correction.fault, str(correction.paragraph), correction.words, correction.value]
    by = {"actor": correction.actor, "at": correction.at}
    row = by | {"about": OUTLINE, "object": file_hash, "value": said}
    connection.execute(t.ruling.insert().values(row))


def take_back(
    connection: sa.Connection, file_hash: str, number: int, *, actor: str, at: str
) -> None:
    """Let a correction count no more."""
    row = {"about": TAKEN_BACK, "object": file_hash, "value": [str(number)]}
    connection.execute(t.ruling.insert().values(row | {"actor": actor, "at": at}))


def in_force(connection: sa.Connection, file_hash: str) -> tuple[Correction, ...]:
    """The corrections of a file that were not taken back, in the order in which they were made."""
    of_file = (t.ruling.c.object == file_hash) & t.ruling.c.about.in_([OUTLINE, TAKEN_BACK])
    rows = connection.execute(sa.select(t.ruling).where(of_file).order_by(t.ruling.c.id)).all()
    gone = {int(row.value[0]) for row in rows if row.about == TAKEN_BACK}
    return tuple(_corrections(row for row in rows if row.about == OUTLINE and row.id not in gone))


def _corrections(rows: Iterable[sa.Row[Any]]) -> Iterable[Correction]:
    for row in rows:
        fault, paragraph, words, value = row.value
        yield Correction(Fault(fault), int(paragraph), words, value, row.actor, row.at, row.id)
