"""The way out for several authors: one base with what each of them asks for as tracked changes."""

from collections.abc import Iterable
from datetime import UTC, datetime

from amendments.errors import DraftRefused
from amendments.model import Reading
from amendments.notices import Outcome
from amendments.word.kinds import SAVE_AS
from amendments.word.reading import read
from amendments.word.redlining.hands.amending import (
    Amendment,
    Deletion,
    Insertion,
    Merger,
    Move,
    Rewording,
)
from amendments.word.redlining.hands.ground import ground_of
from amendments.word.redlining.hands.margin import Margin
from amendments.word.redlining.hands.overlay import Overlay
from amendments.word.redlining.hands.paragraphs import Placer
from amendments.word.redlining.hands.pen import Pen
from amendments.word.redlining.hands.views import prove_each
from amendments.word.redlining.hands.words import Writer
from amendments.word.redlining.marks import Scribe
from amendments.word.redlining.outgoing import Outgoing
from amendments.word.redlining.sides import Side

__all__ = [
    "Amendment",
    "Deletion",
    "Insertion",
    "Merger",
    "Move",
    "Rewording",
    "redline_by_several",
]


def redline_by_several(
    base: bytes,
    amendments: Iterable[Amendment],
    *,
    date: datetime,
    reading: Reading = Reading.AFTER,
) -> Outcome[bytes]:
    """The base as a Word file in which every amendment stands under its own author.

    Rejecting all gives the base's reading; accepting what one author asks for, alone or
    together with others, and rejecting the rest gives that author's text. Words that
    several strike, or would insert in the same place, stand once under their names joined
    ("Brazil; India"). An amendment that cannot be placed is left out with a notice.
    A naive `date` is read as UTC.

    Raises:
        DraftRefused: if the base cannot be read.
        RedlineNotProven: if the written file does not give all these texts back.

    """
    try:
        return _written(base, amendments, date, reading)
    except RecursionError as error:
        raise DraftRefused(f"The file's tables or controls are nested too deeply. {SAVE_AS}") from (
            error
        )


def _written(
    base: bytes, amendments: Iterable[Amendment], date: datetime, reading: Reading
) -> Outcome[bytes]:
    marked = read(base)
    side = Side(base, reading)
    outgoing = Outgoing(base, side)
    for part in side.revised:
        outgoing.change(part)
    plain = read(outgoing.packed()) if side.revised else marked
    ground = ground_of(side, marked, plain, reading)
    overlay = Overlay(ground)
    for amendment in amendments:
        overlay.lay(amendment)
    sheets = {n: sheet for n, sheet in overlay.sheets.items() if sheet.is_touched}
    if not sheets:
        return Outcome(outgoing.packed() if side.revised else base, tuple(overlay.notices))
    pen = Pen(_scribe(side, date))
    margin = Margin(outgoing, pen)
    Placer(ground, overlay, pen, margin).write()
    writer = Writer(ground, overlay, pen)
    for number, sheet in sheets.items():
        writer.write(ground.elements[number], sheet)
        going = overlay.in_order(sheet.deleters)
        margin.note(ground.elements[number], sheet.remarks, ("del" if going else "", going))
    outgoing.change(side.main)
    content = outgoing.packed()
    prove_each(read(content), ground, overlay, pen)
    return Outcome(content, (*overlay.notices, *margin.notices))


def _scribe(side: Side, date: datetime) -> Scribe:
    """Who writes from then on, with no number that the file has."""
    moment = date if date.tzinfo is None else date.astimezone(UTC)
    return Scribe("", moment.strftime("%Y-%m-%dT%H:%M:%SZ"), side.numbers())
