"""How Word writes the numbers of automatic lists (ECMA-376-1, 17.18.59)."""

# ruff: noqa: PLR2004 - numbers are the subject here

from collections.abc import Callable
from functools import lru_cache

LARGEST = 32_767
"""Word's own largest list number; it also bounds the length of letters and romans."""

ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"
"""Word leaves out ё, й, ъ and ь."""
ARABIC_ALPHA = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
ARABIC_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
HEBREW_LETTERS = "אבגדהוזחטיכלמנסעפצקרשת"
HEBREW_VALUES = (*range(1, 11), *range(20, 100, 10), *range(100, 500, 100))
CHINESE_DIGITS = "〇一二三四五六七八九"
CHINESE_LEGAL = "零壹贰叁肆伍陆柒捌玖"
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
UNITS_EN = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS_EN = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ORDINAL_EN = {
    "one": "first", "two": "second", "three": "third", "five": "fifth",
    "eight": "eighth", "nine": "ninth", "twelve": "twelfth",
}  # fmt: skip
FOOTNOTE_SIGNS = "*†‡§"


def repeated_letter(letters: str) -> Callable[[int], str]:
    """From a to z, then aa, bb, cc: Word repeats the letter."""

    def spell(number: int) -> str:
        if number < 1:
            return ""
        times, index = divmod(number - 1, len(letters))
        return letters[index] * (times + 1)

    return spell


def roman(number: int) -> str:
    """i, ii, iii, iv …."""
    spelled = ""
    for value, sign in ROMAN:
        times, number = divmod(number, value)
        spelled += sign * times
    return spelled


def ordinal_en(number: int) -> str:
    """1st, 2nd, 3rd …."""
    teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def cardinal_en(number: int) -> str:
    """One, two … in lower case; digits from a million."""
    if number < 20:
        return UNITS_EN[number]
    if number < 100:
        tens, rest = divmod(number, 10)
        return TENS_EN[tens] + (f"-{UNITS_EN[rest]}" if rest else "")
    unit, word = (1000, "thousand") if number >= 1000 else (100, "hundred")
    many, rest = divmod(number, unit)
    return f"{cardinal_en(many)} {word}" + (f" {cardinal_en(rest)}" if rest else "")


def ordinal_words_en(number: int) -> str:
    """First, second … in lower case."""
    words = cardinal_en(number)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    last = words[cut:]
    if last in ORDINAL_EN:
        return words[:cut] + ORDINAL_EN[last]
    return words[:-1] + "ieth" if last.endswith("y") else words + "th"


def hebrew(number: int) -> str:
    """Hebrew numerals, without the name of God for 15 and 16."""
    hundreds, rest = divmod(number, 100)
    spelled = ""
    while hundreds:
        step = min(hundreds, 4)
        spelled += HEBREW_LETTERS[HEBREW_VALUES.index(step * 100)]
        hundreds -= step
    if rest in (15, 16):
        return spelled + ("טו" if rest == 15 else "טז")
    for value in reversed(HEBREW_VALUES):
        if value <= rest:
            spelled += HEBREW_LETTERS[HEBREW_VALUES.index(value)]
            rest -= value
    return spelled


def _chinese(number: int, digits: str, units: tuple[str, ...]) -> str:
    zero = digits[0]
    if number == 0:
        return zero
    spelled = ""
    figures = str(number)
    for place, figure in zip(range(len(figures) - 1, -1, -1), figures, strict=True):
        if figure != "0":
            spelled += digits[int(figure)] + units[place]
        elif spelled and not spelled.endswith(zero):
            spelled += zero
    return spelled.rstrip(zero)


def chinese_thousands(number: int) -> str:
    """一, 二 … 十, 十一 … 一百零一."""
    spelled = _chinese(number, "零" + CHINESE_DIGITS[1:], ("", "十", "百", "千", "万"))
    return spelled.removeprefix("一") if 10 <= number < 20 else spelled


def chinese_legal(number: int) -> str:
    """壹, 贰 … 壹拾 …, the forms of cheques and statutes."""
    return _chinese(number, CHINESE_LEGAL, ("", "拾", "佰", "仟", "萬"))


def chinese_digits(number: int) -> str:
    """一, 二 … 十, 十一 … up to 99, then figure by figure."""
    if number < 100:
        return chinese_thousands(number)
    return "".join(CHINESE_DIGITS[int(figure)] for figure in str(number))


def circled(number: int) -> str:
    """① … ⑳, then plain figures."""
    return chr(0x2460 + number - 1) if 1 <= number <= 20 else str(number)


def digits_from(zero: str) -> Callable[[int], str]:
    """Decimal figures of another script, by its zero."""
    return lambda number: "".join(chr(ord(zero) + int(figure)) for figure in str(number))


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)]


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "lowerLetter": repeated_letter("abcdefghijklmnopqrstuvwxyz"),
    "upperLetter": repeated_letter("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "ordinal": ordinal_en,
    "cardinalText": lambda number: cardinal_en(number).capitalize(),
    "ordinalText": lambda number: ordinal_words_en(number).capitalize(),
    "none": lambda _number: "",
    "bullet": lambda _number: "",
    "russianLower": repeated_letter(RUSSIAN),
    "russianUpper": repeated_letter(RUSSIAN.upper()),
    "arabicAlpha": repeated_letter(ARABIC_ALPHA),
    "arabicAbjad": repeated_letter(ARABIC_ABJAD),
    "hebrew1": hebrew,
    "hebrew2": repeated_letter(HEBREW_LETTERS),
    "hindiNumbers": digits_from("०"),
    "thaiNumbers": digits_from("๐"),
    "hindiArabic": digits_from("٠"),
    "numberInDash": lambda number: f"- {number} -",
    "hex": lambda number: f"{number:X}",
    "decimalEnclosedCircle": circled,
    "decimalEnclosedCircleChinese": circled,
    "decimalEnclosedParen": lambda n: chr(0x2474 + n - 1) if 1 <= n <= 20 else str(n),
    "decimalEnclosedFullstop": lambda n: chr(0x2488 + n - 1) if 1 <= n <= 20 else str(n),
    "decimalFullWidth": digits_from("０"),
    "chineseCounting": chinese_digits,
    "chineseCountingThousand": chinese_thousands,
    "chineseLegalSimplified": chinese_legal,
    "ideographDigital": lambda n: "".join(CHINESE_DIGITS[int(f)] for f in str(n)),
    "japaneseCounting": chinese_thousands,
    "japaneseDigitalTenThousand": lambda n: "".join(CHINESE_DIGITS[int(f)] for f in str(n)),
    "taiwaneseCountingThousand": chinese_thousands,
    "ideographTraditional": _cycle(STEMS),
    "ideographZodiac": _cycle(BRANCHES),
    "chicago": lambda n: FOOTNOTE_SIGNS[(n - 1) % 4] * ((n - 1) // 4 + 1),
}


WITHOUT_ZERO = frozenset({"ideographTraditional", "ideographZodiac", "chicago"})
"""Cycles of signs that begin with one; letters and numerals have no zero of their own either."""


@lru_cache(maxsize=4096)
def written(number: int, fmt: str) -> str:
    """A list number in one of Word's formats; unknown ones are written in figures, as Word does."""
    if not 0 <= number <= LARGEST:
        return str(number)
    if number == 0 and fmt in WITHOUT_ZERO:
        return ""
    return FORMATS.get(fmt, str)(number)
