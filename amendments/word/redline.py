"""The way out: an old draft as a Word file with true tracked changes to a new one."""

from datetime import UTC, datetime

from amendments.errors import DraftRefused
from amendments.model import Reading
from amendments.word.kinds import SAVE_AS
from amendments.word.redlining.bringing import Bringer
from amendments.word.redlining.items import Align, equal_texts
from amendments.word.redlining.marks import Scribe
from amendments.word.redlining.outgoing import Outgoing
from amendments.word.redlining.proof import prove
from amendments.word.redlining.script import Words
from amendments.word.redlining.sides import Side
from amendments.word.redlining.story import Story


def redline(
    old: bytes,
    new: bytes,
    *,
    author: str,
    date: datetime,
    words: Words,
    align: Align = equal_texts,
    old_reading: Reading = Reading.AFTER,
    new_reading: Reading = Reading.AFTER,
) -> bytes:
    """OLD as a Word file in which accepting all gives NEW's text and rejecting all OLD's.

    `words` compares two texts word by word; `align` says which of two lists of texts
    belong together. Both come from above, since only the comparison knows what a
    reader takes for the same clause; without `align`, only equal paragraphs are paired.
    A naive `date` is read as UTC.

    Raises:
        DraftRefused: if one of the files cannot be read.
        RedlineNotProven: if the written file does not give both texts back.

    """
    try:
        sides = Side(old, old_reading), Side(new, new_reading)
        content = _written(
            *sides,
            old,
            scribe_of=(author, date),
            words=words,
            align=align,
        )
    except RecursionError as error:
        raise DraftRefused(f"The file's tables or controls are nested too deeply. {SAVE_AS}") from (
            error
        )
    prove(content, *(side.texts for side in sides))
    return content


def _written(
    old: Side,
    new: Side,
    content: bytes,
    *,
    scribe_of: tuple[str, datetime],
    words: Words,
    align: Align,
) -> bytes:
    author, date = scribe_of
    moment = date if date.tzinfo is None else date.astimezone(UTC)
    scribe = Scribe(author, moment.strftime("%Y-%m-%dT%H:%M:%SZ"), old.numbers())
    outgoing = Outgoing(content, old)
    for part in (old.main, *old.revised):
        outgoing.change(part)
    bringer = Bringer(old, new, scribe, outgoing)
    Story(bringer, words, align, old.main, new.main, [0]).write(old.body, new.body)
    return outgoing.packed()
