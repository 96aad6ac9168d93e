"""Characters of symbol fonts as characters everybody can read."""

import sys

SYMBOLS = {
    0xF02D: "-", 0xF06C: "●", 0xF06E: "■", 0xF06F: "□", 0xF071: "❑", 0xF075: "◆", 0xF076: "❖",
    0xF09F: "•", 0xF0A0: "▪", 0xF0A7: "▪", 0xF0A8: "◻", 0xF0B7: "•", 0xF0D8: "➢", 0xF0E0: "→",
    0xF0FC: "✓", 0xF0FE: "☒", 0xF0A3: "≤", 0xF0B1: "±", 0xF0B3: "≥", 0xF0B0: "°",
}  # fmt: skip
"""The bullets Word offers, and a few signs, in the private-use places of Symbol and Wingdings.

Where the two fonts disagree on a place, the one Word uses for bullets is taken.
"""

SPACE = 0x20
SURROGATES = range(0xD800, 0xE000)
"""No characters of their own (Unicode, 3.9, D71 to D74)."""


def readable(text: str) -> str:
    """The text with the private-use characters that are known written as they look."""
    return "".join(SYMBOLS.get(ord(character), character) for character in text)


def symbol(code: str | None) -> str:
    """The character of a `w:sym` (its hexadecimal code); "" where the code is none."""
    try:
        number = int(code or "", 16)
    except ValueError:
        return ""
    if not SPACE <= number <= sys.maxunicode or number in SURROGATES:
        return ""
    return SYMBOLS.get(number, chr(number))
