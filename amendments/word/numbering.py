"""The automatic numbers of a Word file, which stand nowhere in its text."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

from amendments.word.counting import written
from amendments.word.names import ON, VAL, W
from amendments.word.styles import Style, Styles, indent_of, number_of, whole
from amendments.word.symbols import readable

LONGEST = 255
"""In characters: longer patterns and labels are attacks; nobody counts with more."""
DEEPEST = 8
"""Word has nine levels, 0 to 8."""
REFERENCE = re.compile(r"%([1-9])")
KEPT_LEVEL = re.compile(r"%%|%[1-9]:(\d{1,9}):(\d{1,3}):")
KEPT_FORMATS = (
    *("decimal", "upperRoman", "lowerRoman", "upperLetter", "lowerLetter", "ordinal"),
    *("cardinalText", "ordinalText", "hex", "chicago", "ideographDigital", "japaneseCounting"),
)
"""The formats by the numbers that a number kept by Word has for them (MS-OI29500, 2.1.1772)."""
LEADING_ZERO, BULLET = 22, 23
NUM_ID = W + "numId"
LEVEL = W + "ilvl"


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list counts and looks."""

    start: int = 1
    fmt: str = "decimal"
    text: str = ""
    is_legal: bool = False
    """All numbers in its label are decimal ("Article I", but "1.01")."""
    restart: int | None = None
    """0 never restarts; n restarts only after a level above n; None after any higher one."""
    style: str = ""
    """The id of the style that stands for this level."""
    indent: int | None = None
    font: str | None = None
    """Of its label: it tells what sign a bullet is."""


@dataclass(frozen=True, slots=True)
class List:
    """One `w:num`: the levels it shows, the counters it shares, the restarts of its own."""

    counters: str
    levels: dict[int, Level]
    restarts: dict[int, int] = field(default_factory=dict)

    def level_of(self, style: Style) -> int:
        """The level of a style: the one it stands for, else the one it names, else its parent's."""
        for identity, named in style.lineage:
            for number, level in self.levels.items():
                if level.style == identity:
                    return number
            if named is not None:
                return named
        return 0


@dataclass(frozen=True, slots=True)
class Place:
    """A list and a level in it."""

    num_id: str
    list: List
    level: int


class Lists:
    """The lists that numbering.xml defines."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        """`root` is that of numbering.xml; None reads as a file without lists."""
        self._styles = styles
        self._abstract: dict[str, etree._Element] = {}
        self._nums: dict[str, etree._Element] = {}
        self._linked: dict[str, etree._Element] = {}
        """The lists that say whose numbering style they are, for files that lost the style."""
        self._known: dict[str, List | None] = {}
        self._places: dict[tuple[str | None, str | None, str], Place | str | None] = {}
        if root is None:
            return
        for element in root.iterchildren(W + "abstractNum"):
            self._abstract.setdefault(element.get(W + "abstractNumId") or "", element)
            link = element.find(W + "styleLink")
            if link is not None:
                self._linked.setdefault(link.get(VAL) or "", element)
        for element in root.iterchildren(W + "num"):
            self._nums.setdefault(element.get(NUM_ID) or "", element)

    def get(self, num_id: str) -> List | None:
        """The list of that numId; None where it is not defined."""
        if num_id not in self._known:
            self._known[num_id] = self._resolved(num_id)
        return self._known[num_id]

    def place(
        self, named: tuple[str | None, str | None] | None, style: Style
    ) -> Place | str | None:
        """Where a paragraph of that style stands, which may name a list and a level itself.

        None outside lists; a list that is named but not defined gives its numId.
        """
        if named is None and style.num_id is None:
            return None
        num_id, level = named if named is not None else (None, None)
        key = (num_id, level, style.identity)
        if key not in self._places:
            wanted = style.num_id if num_id is None else num_id
            self._places[key] = self._found(wanted, whole(level), style)
        return self._places[key]

    def _found(self, num_id: str | None, level: int | None, style: Style) -> Place | str | None:
        if num_id is None or whole(num_id) == 0:
            return None
        found = self.get(num_id)
        if found is None:
            return num_id
        if level is None:
            level = found.level_of(style)
        if not 0 <= level <= DEEPEST or level not in found.levels:
            return None
        return Place(num_id, found, level)

    def _resolved(self, num_id: str) -> List | None:
        num = self._nums.get(num_id)
        if num is None:
            return None
        base = self._levels_home(num)
        if base is None:
            return None
        levels = _levels_in(base)
        restarts: dict[int, int] = {}
        for override in num.iterchildren(W + "lvlOverride"):
            number = number_of(override, LEVEL)
            if number is None or not 0 <= number <= DEEPEST:
                continue
            own = override.find(W + "lvl")
            if own is not None:
                levels[number] = _level(own)
            start = number_of(override.find(W + "startOverride"))
            if start is not None:
                restarts[number] = start
        return List(base.get(W + "abstractNumId") or "", levels, restarts)

    def _levels_home(self, num: etree._Element | None) -> etree._Element | None:
        """The abstract list with the levels, through links to numbering styles, which may cycle."""
        seen: set[str] = set()
        while num is not None:
            pointer = num.find(W + "abstractNumId")
            identity = (pointer.get(VAL) or "") if pointer is not None else ""
            abstract = self._abstract.get(identity)
            if abstract is None or identity in seen:
                return abstract
            seen.add(identity)
            link = abstract.find(W + "numStyleLink")
            if link is None:
                return abstract
            style = link.get(VAL) or ""
            num = self._nums.get(self._styles.list_of(style) or "")
            if num is None:
                return self._linked.get(style, abstract)
        return None


def _levels_in(abstract: etree._Element) -> dict[int, Level]:
    levels: dict[int, Level] = {}
    for element in abstract.iterchildren(W + "lvl"):
        number = number_of(element, LEVEL)
        if number is not None and 0 <= number <= DEEPEST:
            levels.setdefault(number, _level(element))
    return levels


def _level(element: etree._Element) -> Level:
    def text_of(name: str) -> str:
        child = element.find(W + name)
        return (child.get(VAL) or "") if child is not None else ""

    legal = element.find(W + "isLgl")
    start = number_of(element.find(W + "start"))
    return Level(
        start=0 if start is None else start,
        fmt=_format(element),
        text=text_of("lvlText")[:LONGEST],
        is_legal=legal is not None and legal.get(VAL) in ON,
        restart=number_of(element.find(W + "lvlRestart")),
        style=text_of("pStyle"),
        indent=indent_of(element.find(f"{W}pPr/{W}ind")),
        font=_font(element.find(f"{W}rPr/{W}rFonts")),
    )


def _font(fonts: etree._Element | None) -> str | None:
    if fonts is None:
        return None
    return fonts.get(W + "ascii") or fonts.get(W + "hAnsi")


def _format(element: etree._Element) -> str:
    # Newer formats ("001, 002, …") stand in a choice with an older one as its fallback.
    found = next(element.iter(W + "numFmt"), None)
    if found is None:
        return "decimal"
    if found.get(VAL) == "custom":
        return "custom:" + (found.get(W + "format") or "")
    return found.get(VAL) or "decimal"


class Counters:
    """The running numbers of all lists in one reading."""

    def __init__(self) -> None:
        self._values: dict[str, dict[int, int]] = {}
        self._started: set[tuple[str, int]] = set()

    def copy(self) -> "Counters":
        """Counters that stand where these do, and go their own way."""
        copy = Counters()
        copy._values = {name: dict(values) for name, values in self._values.items()}
        copy._started = set(self._started)
        return copy

    def label(self, place: Place) -> str:
        """Count one paragraph and give its label."""
        values = self._values.setdefault(place.list.counters, {})
        self._count(place, values)
        return _spelled(place, values)

    def _count(self, place: Place, values: dict[int, int]) -> None:
        levels = place.list.levels
        for above in range(place.level):
            if above not in values and above in levels:
                self._begin(place, above, values)
        first = (place.num_id, place.level) not in self._started
        if (first and place.level in place.list.restarts) or place.level not in values:
            self._begin(place, place.level, values)
        else:
            values[place.level] += 1
        for below in [number for number in values if number > place.level]:
            restart = levels[below].restart if below in levels else None
            if restart is None or place.level < restart:
                del values[below]

    def _begin(self, place: Place, level: int, values: dict[int, int]) -> None:
        start = place.list.levels[level].start
        # A list of its own restarts a shared counter once (ECMA-376-1, 17.9.26).
        if (place.num_id, level) not in self._started:
            start = place.list.restarts.get(level, start)
        self._started.add((place.num_id, level))
        values[level] = start


def _spelled(place: Place, values: dict[int, int]) -> str:
    shown = place.list.levels[place.level]
    if shown.fmt == "bullet":
        return readable(shown.text, shown.font)

    def number(index: int) -> str:
        level = place.list.levels.get(index)
        if level is None or index > place.level:
            return ""
        fmt = level.fmt
        if shown.is_legal and fmt != "decimalZero":
            fmt = "decimal"
        return written(values.get(index, level.start), fmt)

    label = "".join(p if isinstance(p, str) else number(p) for p in _pieces(shown.text))
    return label[:LONGEST]


@lru_cache(maxsize=256)
def _pieces(text: str) -> tuple[str | int, ...]:
    """What stands in a label: words, and the levels whose numbers stand between them."""
    pieces = REFERENCE.split(text)
    return tuple(int(p) - 1 if n % 2 else p for n, p in enumerate(pieces))


def number_kept(original: str) -> str:
    """The number before a tracked change of it ("%1:3:0:.%2:1:4:)" is "3.a)").

    Each level has its number, its format and what follows; two per cent signs are one.
    """

    def spelled(level: re.Match[str]) -> str:
        if level[1] is None:
            return "%"
        return written(int(level[1]), _format_kept(int(level[2])))

    return readable(KEPT_LEVEL.sub(spelled, original))[:LONGEST]


def _format_kept(code: int) -> str:
    if code < len(KEPT_FORMATS):
        return KEPT_FORMATS[code]
    return {LEADING_ZERO: "decimalZero", BULLET: "bullet"}.get(code, "decimal")
