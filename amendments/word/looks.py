"""How runs look: bold, italic, underlined, struck through, and whether anybody can see them."""

from collections.abc import Iterator

from lxml import etree

from amendments.word.names import ON, VAL, W
from amendments.word.styles import VANISH, Styles

Look = tuple[bool, bool, bool, bool]
"""Bold, italic, underlined, struck through."""
PLAIN: Look = (False, False, False, False)

SWITCHES = {W + "b": 0, W + "i": 1, W + "u": 2, W + "strike": 3, W + "dstrike": 3}
OFF = frozenset({"0", "false", "off", "none"})
RPR, RUN, P, TBL = W + "rPr", W + "r", W + "p", W + "tbl"
NAMES_OF_STYLES = (W + "rStyle", W + "pStyle")
SIZE, COLOUR = W + "sz", W + "color"
INVISIBLE_SIZE = 4
"""In half-points: nobody reads 2-point type."""


class Looks:
    """The runs of one part that do not look plain.

    Most runs do, though Word gives each of them fonts and languages; so the few switches
    that tell are looked for in the whole part, not the properties in every run.
    """

    def __init__(self, root: etree._Element, styles: Styles | None = None) -> None:
        """`root` is that of the part, or of any branch of it, `styles` what may hide words."""
        self.of: dict[etree._Element, Look] = {}
        """The look of each run that is not plain."""
        self.hidden: set[etree._Element] = set()
        """The runs that do not show in Word."""
        for switch in root.iter(*SWITCHES):
            run = _run_of(switch)
            if run is not None and _is_on(switch):
                look, index = self.of.get(run, PLAIN), SWITCHES[switch.tag]
                self.of[run] = (*look[:index], True, *look[index + 1 :])  # type: ignore[assignment]
        for sign in root.iter(VANISH, SIZE, COLOUR):
            if _hides(sign) and (run := _run_of(sign)) is not None:
                self.hidden.add(run)
        if styles is not None:
            self.hidden.update(_hidden_by_style(root, styles))


def _hidden_by_style(root: etree._Element, styles: Styles) -> set[etree._Element]:
    """The runs that are hidden because their own style or their paragraph's says so.

    Two styles that both hide show again (ECMA-376-1, 17.7.3); the run's own word is the last.
    """
    toggled: set[etree._Element] = set()
    for name in root.iter(*NAMES_OF_STYLES):
        if styles.hides(name.get(VAL)):
            toggled ^= set(_runs_in(name))
    return {run for run in toggled if run.find(f"{RPR}/{VANISH}") is None}


def _runs_in(name: etree._Element) -> Iterator[etree._Element]:
    """The runs that stand in the style so named: one, or a paragraph's without its boxes'."""
    if (run := _run_of(name)) is not None:
        yield run
        return
    properties = name.getparent()
    paragraph = None if properties is None else properties.getparent()
    if paragraph is not None and paragraph.tag == P:
        yield from (r for r in paragraph.iter(RUN) if next(r.iterancestors(P)) is paragraph)


def is_merged_away(cell: etree._Element) -> bool:
    """Whether a cell is, or is to be by a tracked change, but more room for the one above."""
    for properties in cell.iterchildren(W + "tcPr"):
        for sign in properties.iterchildren(W + "vMerge", W + "cellMerge"):
            if sign.get(VAL, "continue") == "continue" and sign.tag == W + "vMerge":
                return True
            if sign.get(W + "vMerge") == "cont":
                return True
    return False


def _run_of(sign: etree._Element) -> etree._Element | None:
    """The run whose own property it is, not that of a style, a mark or a tracked old format."""
    properties = sign.getparent()
    if properties is None or properties.tag != RPR:
        return None
    run = properties.getparent()
    return run if run is not None and run.tag == RUN else None


def _is_on(switch: etree._Element) -> bool:
    # `w:u` alone draws no line; the other switches are on when bare.
    value = switch.get(VAL)
    return value not in OFF and (value is not None or switch.tag != W + "u")


def _hides(sign: etree._Element) -> bool:
    value = sign.get(VAL)
    if sign.tag == VANISH:
        return value in ON
    if sign.tag == SIZE:
        return value is not None and value.isdecimal() and int(value) <= INVISIBLE_SIZE
    # White type is usual on the dark heading row of a table.
    return value in ("FFFFFF", "ffffff") and next(sign.iterancestors(TBL), None) is None
