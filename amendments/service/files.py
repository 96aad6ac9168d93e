"""What is done with Word files alone, nothing kept."""

from datetime import datetime

from amendments.comparing import compare_words
from amendments.comparing.align import align
from amendments.drafting import read_draft
from amendments.intake import read_word
from amendments.model import Draft, Reading
from amendments.settings import Settings
from amendments.word.redline import redline as write_redline


def redline(
    old: bytes,
    new: bytes,
    *,
    author: str,
    date: datetime,
    old_reading: Reading = Reading.AFTER,
    new_reading: Reading = Reading.AFTER,
) -> bytes:
    """OLD as a Word file with true tracked changes to NEW; raises RedlineNotProven."""
    return write_redline(
        old,
        new,
        author=author,
        date=date,
        words=compare_words,
        align=align,
        old_reading=old_reading,
        new_reading=new_reading,
    )


def read_outline(content: bytes, settings: Settings, reading: Reading = Reading.AFTER) -> Draft:
    """The clauses of a Word file, nothing kept; raises DraftRefused."""
    return read_draft(read_word(content, settings), reading)
