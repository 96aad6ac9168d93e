"""The ends that two texts share, which need not be read word by word."""

import re

from amendments.comparing.tokens import UNSEEN

RECOGNIZED = 8
"""How many words and marks in a row, kept, make a clause the same one, however much is new.

"… summit meeting of the Global Forum on Migration and Development" tells a reader more
than the share of letters does; formulas ("the report of the Secretary-General on the")
are shorter.
"""

NEAR = 8
"""How many words are asked, from an edit outwards, whether they stand nowhere else in it."""

HIDING = re.compile(f"[{UNSEEN}\u212a]")
"""What lets a word be equal to another that is not written like it (and the sign of kelvins)."""


def common_margins(one: str, other: str) -> tuple[int, int]:
    """How many characters both begin and end with that no comparison could read otherwise.

    Each margin ends beside a word, kept outside it, that stands nowhere else near the
    edits: so no edge of an edit can slide as far as the margin, and comparing what is
    between the margins gives what comparing the whole would. A margin is told only where
    it is long enough to make the texts the same clause; otherwise it is 0.
    """
    head = common_start(one, other)
    tail = common_end(one, other, min(len(one), len(other)) - head)
    if hides(one, head, tail) or hides(other, head, tail):
        return 0, 0
    before = head_margin(one, other, head)
    return before, tail_margin(one, other, tail, before)


def common_start(one: str, other: str) -> int:
    """How many characters both begin with, found by halving."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def common_end(one: str, other: str, at_most: int) -> int:
    """How many characters both end with, of the last few."""
    low, high = 0, at_most
    while low < high:
        middle = (low + high + 1) // 2
        if one.endswith(other[len(other) - middle : len(other) - low], 0, len(one) - low):
            low = middle
        else:
            high = middle - 1
    return low


def hides(text: str, head: int, tail: int) -> bool:
    """Whether words may be equal that are not written alike."""
    return not text.isascii() and HIDING.search(text, head, len(text) - tail) is not None


def head_margin(one: str, other: str, head: int) -> int:
    """Where the last word of the common beginning starts that does not come again."""
    *words, cut = one[:head].rsplit(" ", NEAR)
    place = head - len(cut)
    for word in reversed(words[1:]):
        place -= len(word) + 1
        end = place + len(word)
        if is_plain(word) and one.find(word, end) < 0 and other.find(word, end) < 0:
            return place if is_recognized(one[:place]) else 0
    return 0


def tail_margin(one: str, other: str, tail: int, head: int) -> int:
    """How much is left after the first word of the common end that did not come before."""
    cut, *words = one[len(one) - tail :].split(" ", NEAR)
    left = tail - len(cut)
    for word in words[:-1]:
        left -= 1
        if (
            is_plain(word)
            and one.find(word, head, len(one) - left) < 0
            and other.find(word, head, len(other) - left) < 0
        ):
            left -= len(word) + 1
            return left if is_recognized(one[len(one) - left :]) else 0
        left -= len(word)
    return 0


def is_plain(word: str) -> bool:
    """Whether it is one word by itself wherever it stands."""
    return word.isascii() and word.isalpha()


def is_recognized(text: str) -> bool:
    """Whether it has as many words as tell a clause from others; numbers may be one together."""
    words = text.split(None, 2 * RECOGNIZED)[: 2 * RECOGNIZED]
    return sum(word[0].isalpha() for word in words) >= RECOGNIZED
