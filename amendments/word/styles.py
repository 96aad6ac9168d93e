"""The styles of a Word file: their names, and the numbering and indents they hand down."""

from dataclasses import dataclass

from lxml import etree

from amendments.word.names import ON, VAL, W

STYLE_ID = W + "styleId"
VANISH = W + "vanish"
DEEPEST = 50
"""Styles above one another; Word itself stops offering parents at about ten."""


@dataclass(frozen=True, slots=True)
class Style:
    """One paragraph style with what it inherits."""

    identity: str = ""
    name: str = ""
    num_id: str | None = None
    indent: int | None = None
    lineage: tuple[tuple[str, int | None], ...] = ()
    """The ids of the style and its ancestors, nearest first, with the list levels they name."""


def number_of(element: etree._Element | None, attribute: str = VAL) -> int | None:
    """An attribute as a whole number; None where it is none or absurdly large."""
    return whole(element.get(attribute)) if element is not None else None


def whole(text: str | None) -> int | None:
    """A text as a whole number; None where it is none or absurdly large."""
    try:
        number = int(float(text)) if text else None
    except (ValueError, OverflowError):
        return None
    return number if number is not None and abs(number) < 2**31 else None


def indent_of(indent: etree._Element | None) -> int | None:
    """The left indent that a `w:ind` gives, in twentieths of a point."""
    if indent is None:
        return None
    left = number_of(indent, W + "left")
    return left if left is not None else number_of(indent, W + "start")


class Styles:
    """All styles of one file."""

    def __init__(self, root: etree._Element | None) -> None:
        """`root` is that of styles.xml; None reads as a file without styles."""
        self._elements: dict[str, etree._Element] = {}
        self._default = ""
        self._known: dict[str, Style] = {}
        self._hides: dict[str, bool] = {}
        self.can_hide = root is not None and next(root.iter(VANISH), None) is not None
        """Whether any style speaks of hiding; in most files none does."""
        for element in root.iter(W + "style") if root is not None else ():
            identity = element.get(STYLE_ID) or ""
            self._elements.setdefault(identity, element)
            if element.get(W + "type") == "paragraph" and element.get(W + "default") in ON - {None}:
                self._default = identity

    def get(self, identity: str | None) -> Style:
        """The style of that id; the default one where there is none (as Word does)."""
        if identity is None or identity not in self._elements:
            identity = self._default
        if identity not in self._known:
            self._known[identity] = self._resolved(identity)
        return self._known[identity]

    def hides(self, identity: str | None) -> bool:
        """Whether what stands in that style does not show in Word."""
        if not identity or identity not in self._elements:
            return False
        if identity not in self._hides:
            lineage = (self._elements[ancestor] for ancestor in self._lineage(identity))
            said = (element.find(f"{W}rPr/{VANISH}") for element in lineage)
            nearest = next((sign for sign in said if sign is not None), None)
            self._hides[identity] = nearest is not None and nearest.get(VAL) in ON
        return self._hides[identity]

    def list_of(self, identity: str) -> str | None:
        """The numId that a numbering style itself names."""
        element = self._elements.get(identity)
        numbering = element.find(f"{W}pPr/{W}numPr/{W}numId") if element is not None else None
        return numbering.get(VAL) if numbering is not None else None

    def _resolved(self, identity: str) -> Style:
        lineage: list[tuple[str, int | None]] = []
        num_id: str | None = None
        indent: int | None = None
        for ancestor in self._lineage(identity):
            properties = self._elements[ancestor].find(W + "pPr")
            numbering = properties.find(W + "numPr") if properties is not None else None
            level = number_of(numbering.find(W + "ilvl")) if numbering is not None else None
            lineage.append((ancestor, level))
            named = numbering.find(W + "numId") if numbering is not None else None
            num_id = named.get(VAL) if num_id is None and named is not None else num_id
            own = properties.find(W + "ind") if properties is not None else None
            indent = indent_of(own) if indent is None else indent
        return Style(identity, self._name(identity), num_id, indent, tuple(lineage))

    def _lineage(self, identity: str) -> list[str]:
        lineage: list[str] = []
        while identity in self._elements and identity not in lineage and len(lineage) < DEEPEST:
            lineage.append(identity)
            parent = self._elements[identity].find(W + "basedOn")
            identity = (parent.get(VAL) or "") if parent is not None else ""
        return lineage

    def _name(self, identity: str) -> str:
        element = self._elements.get(identity)
        name = element.find(W + "name") if element is not None else None
        text = (name.get(VAL) or "") if name is not None else identity
        # Built-in headings are stored in lower case and shown with a capital.
        return text.replace("heading ", "Heading ", 1) if text.startswith("heading ") else text
