"""Characters of symbol fonts as characters everybody can read."""

import sys

SYMBOLS = {
    0xF02D: "-", 0xF06C: "●", 0xF06E: "■", 0xF06F: "□", 0xF071: "❑", 0xF075: "◆", 0xF076: "❖",
    0xF09F: "•", 0xF0A0: "▪", 0xF0A7: "▪", 0xF0A8: "◻", 0xF0B7: "•", 0xF0D8: "➢", 0xF0E0: "→",
    0xF0FC: "✓", 0xF0FD: "☒", 0xF0FE: "☑", 0xF0A3: "≤", 0xF0B1: "±", 0xF0B3: "≥", 0xF0B0: "°",
}  # fmt: skip
"""The bullets Word offers, and a few signs, where no font is named.

Where Symbol and Wingdings disagree on a place, the one Word uses for bullets is taken.
"""


def _places(rows: dict[int, str]) -> dict[int, str]:
    """The sign of each place, from rows of signs and the place of each row's first."""
    return {place: sign for first, row in rows.items() for place, sign in enumerate(row, first)}


FONTS = {
    "symbol": _places(
        {
            # The minus is a plain one: it is typed as a dash.
            0x20: " !∀#∃%&∋()*+,-./0123456789:;<=>?",
            0x40: "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_",
            0x60: "‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}~",
            0xA0: "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵",
            0xC0: "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓",
            0xE0: "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪",
            0xF1: "〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭",
        }
    ),
    "wingdings": _places(
        {
            0x22: "✂",
            0x28: "☎",
            0x2A: "✉",
            0x45: "☜☞☝☟",
            0x4A: "☺",
            0x4C: "☹",
            0x6C: "●",
            0x6E: "■□□❑❒◆◆◆❖◆",
            0x81: "①②③④⑤⑥⑦⑧⑨⑩",
            0x8C: "❶❷❸❹❺❻❼❽❾❿",
            0x9E: "·•▪○",
            0xA7: "▪◻",
            0xAB: "★",
            0xB2: "✧",
            0xB5: "✪✰",
            0xD8: "➢",
            0xDF: "←→↑↓↖↗↙↘",
            0xE8: "➔",
            0xFB: "✗✓☒☑",
        }
    ),
    "wingdings 2": _places(
        {
            0x4F: "✗✓☒☑☒☒",
            0x6A: "①②③④⑤⑥⑦⑧⑨⑩",
            0x75: "❶❷❸❹❺❻❼❽❾❿",
            0x97: "●",
            0xA2: "■□",
        }
    ),
    "wingdings 3": _places({0x70: "▲▼△▽◀▶◁▷", 0x7D: "▶"}),
    "webdings": _places({0x61: "✓", 0x63: "□", 0x67: "■", 0x6E: "●", 0x72: "✗"}),
}
"""What stands in each place of the fonts that Word has for signs: letters, numbers, boxes to tick.

One place is another sign in each font: a box to tick here is "less or equal" there. Of signs
that look alike, the one is taken that most other fonts have.
"""

SPACE = 0x20
SURROGATES = range(0xD800, 0xE000)
"""No characters of their own (Unicode, 3.9, D71 to D74)."""
MOST_PLACES = 0xFF
"""In a symbol font."""
PRIVATE = range(0xF000, 0xF000 + MOST_PLACES + 1)
"""Where Word keeps those places for private use (ECMA-376-1, 17.3.3.30)."""


def readable(text: str, font: str | None = None) -> str:
    """The text with the private-use characters that are known in its font written as they look."""
    return "".join(_sign(ord(c), font) if ord(c) in PRIVATE else c for c in text)


def symbol(code: str | None, font: str | None = None) -> str:
    """The character of a `w:sym` (its hexadecimal code) in its font; "" where the code is none."""
    try:
        number = int(code or "", 16)
    except ValueError:
        return ""
    if not SPACE <= number <= sys.maxunicode or number in SURROGATES:
        return ""
    return _sign(number, font)


def _sign(number: int, font: str | None) -> str:
    signs = FONTS.get((font or "").lower())
    place = number - PRIVATE.start if number in PRIVATE else number
    if signs is None or place > MOST_PLACES:
        return SYMBOLS.get(number, chr(number))
    return signs.get(place, chr(PRIVATE.start + place))
