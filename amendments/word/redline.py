"""The way out: an old draft as a Word file with true tracked changes to a new one."""

import copy
import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from lxml import etree

from amendments.errors import DraftRefused
from amendments.model import Reading
from amendments.word.limits import Limits
from amendments.word.names import ID, STRICT, STRICT_ROOT, VAL, W
from amendments.word.package import Package, PartUnreadable
from amendments.word.redline_marks import Scribe
from amendments.word.redline_plain import make_plain
from amendments.word.redline_planning import Row, Words, align_paragraphs, from_pairs, plan
from amendments.word.redline_proof import prove
from amendments.word.redline_text import Para, atoms_of, paragraphs_of

NAMED_ONCE = tuple(W + name for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart"))
NAMED_ONCE += (W + "commentRangeEnd", W + "commentReference")
"""What may stand in a file only once, so that a copy of a paragraph goes without it."""


def redline(
    old: bytes,
    new: bytes,
    *,
    author: str,
    date: datetime,
    words: Words,
    old_reading: Reading = Reading.AFTER,
    new_reading: Reading = Reading.AFTER,
    pairs: Sequence[tuple[tuple[int, ...], tuple[int, ...]]] | None = None,
) -> bytes:
    """OLD as a Word file in which accepting all gives NEW's text and rejecting all OLD's.

    `words` compares two texts word by word. `pairs` says which paragraphs of the main
    story belong together, by their places from 0, empty ones counted, in rising order;
    without it they are aligned by their texts. A naive `date` is read as UTC.

    Raises:
        DraftRefused: if one of the files cannot be read.
        RedlineNotProven: if the written file does not give both texts back.

    """
    base, other = _open(old, old_reading), _open(new, new_reading)
    olds, news = _paragraphs(base.body), _paragraphs(other.body)
    before = [para.text for para in olds if not para.is_empty]
    after = [para.text for para in news if not para.is_empty]
    alignment = align_paragraphs(olds, news) if pairs is None else from_pairs(pairs)
    moment = date if date.tzinfo is None else date.astimezone(UTC)
    scribe = Scribe(author, moment.strftime("%Y-%m-%dT%H:%M:%SZ"), _free_id(base.root))
    writer = _Writer(scribe, _Looks(base, other))
    for rows in plan(olds, news, words, alignment):
        writer.write(rows)
    content = _packed(old, base)
    prove(_open_plainly(content).body, before, after)
    return content


@dataclass(frozen=True, slots=True)
class _Opened:
    package: Package
    root: etree._Element
    body: etree._Element


def _open(content: bytes, reading: Reading) -> _Opened:
    opened = _open_plainly(content)
    make_plain(opened.body, reading)
    return opened


def _open_plainly(content: bytes) -> _Opened:
    package = Package(content, Limits())
    try:
        root = package.xml(package.main)
    except PartUnreadable as error:
        raise DraftRefused(f"{error} Open the file in Word and save it anew.") from error
    body = None if root is None else root.find(W + "body")
    if root is None or body is None:
        raise DraftRefused("The file has no text. Open it in Word and save it anew.")
    return _Opened(package, root, body)


def _paragraphs(body: etree._Element) -> list[Para]:
    if next(body.iter(W + "p"), None) is None:
        body.insert(0, etree.Element(W + "p"))
    return paragraphs_of(body)


def _free_id(root: etree._Element) -> int:
    used = [int(e.get(ID)) for e in root.iter() if (e.get(ID) or "").isdecimal()]
    return max(used, default=0) + 1


class _Looks:
    """Styles and lists of the new file in terms of the old one."""

    def __init__(self, old: _Opened, new: _Opened) -> None:
        ids = {name: style_id for style_id, name in _style_names(old.package).items()}
        self.style_ids = {
            style_id: ids[name]
            for style_id, name in _style_names(new.package).items()
            if name in ids
        }

    def settle(self, element: etree._Element, beside: etree._Element | None) -> None:
        """Point styles to the old file's of the same name, lists to the neighbour's."""
        for style in list(element.iter(W + "pStyle", W + "rStyle")):
            known = self.style_ids.get(style.get(VAL) or "")
            if known is None:
                style.getparent().remove(style)
            else:
                style.set(VAL, known)
        for numbering in list(element.iter(W + "numPr")):
            theirs = None if beside is None else beside.find(f"{W}pPr/{W}numPr")
            if theirs is not None and _level(theirs) == _level(numbering):
                numbering[:] = copy.deepcopy(list(theirs))
            else:
                numbering.getparent().remove(numbering)


def _level(numbering: etree._Element) -> str:
    level = numbering.find(W + "ilvl")
    return "0" if level is None else level.get(VAL) or "0"


def _style_names(package: Package) -> dict[str, str]:
    for relation in package.relations_of(package.main):
        if relation.kind != "styles":
            continue
        try:
            root = package.xml(relation.target)
        except PartUnreadable:
            return {}
        styles = () if root is None else root.iter(W + "style")
        named = ((style.get(W + "styleId") or "", style.find(W + "name")) for style in styles)
        return {i: (name.get(VAL) or "").lower() for i, name in named if name is not None}
    return {}


class _Writer:
    """Writes the rows of a plan into the old file's XML."""

    def __init__(self, scribe: Scribe, looks: _Looks) -> None:
        self.scribe = scribe
        self.looks = looks

    def write(self, rows: list[Row]) -> None:
        """Write one segment; paragraphs that come in are put between those that are there."""
        first = next(row.old.element for row in rows if row.old is not None)
        parent = first.getparent()
        at = parent.index(first)
        sources = {id(row.source): copy.deepcopy(row.source.element) for row in rows if row.source}
        made = [self._written(row, rows, sources) for row in rows]
        previous: etree._Element | None = None
        for element in made:
            if previous is None:
                if element.getparent() is None:
                    parent.insert(at, element)
            elif element.getparent() is None:
                previous.addnext(element)
            previous = element

    def _written(
        self, row: Row, rows: list[Row], sources: dict[int, etree._Element]
    ) -> etree._Element:
        if row.is_untouched and row.old is not None and row.span is None:
            return row.old.element
        if row.old is not None:
            element = row.old.element
        elif row.source is not None:
            element = _copied(sources[id(row.source)])
        else:
            element = self._empty_like(row, _numbered_before(row, rows))
        if row.span is not None:
            _keep_only(element, row.span)
        self._fill(element, row)
        if row.appended is not None:
            coming = self._written(row.appended, rows, self._sources_of(row.appended))
            for mark in coming.iterfind(W + "pPr"):
                coming.remove(mark)
            element.extend(list(coming))
        return element

    @staticmethod
    def _sources_of(row: Row) -> dict[int, etree._Element]:
        source = row.source
        return {} if source is None else {id(source): copy.deepcopy(source.element)}

    def _fill(self, element: etree._Element, row: Row) -> None:
        if row.content != "moveFrom":
            coming = [] if row.new is None else [a for a in atoms_of(row.new.element) if a.text]
            for atom in coming:
                self.looks.settle(atom.run, None)
            self.scribe.edit(element, row.pieces, coming[row.skip :])
        if row.content != "kept":
            self.scribe.move(element, row.content, row.move)
        if row.like is not None:
            _take_properties(element, row.like.element)
        if row.mark != "kept":
            self.scribe.mark_paragraph(element, row.mark)

    def _empty_like(self, row: Row, beside: etree._Element | None) -> etree._Element:
        """A paragraph without content that looks like the new one, in the old file's terms."""
        element = etree.Element(W + "p")
        theirs = None if row.new is None else row.new.element.find(W + "pPr")
        if theirs is not None:
            mine = copy.deepcopy(theirs)
            for name in ("sectPr", "pPrChange", "rPr"):
                for child in mine.findall(W + name):
                    mine.remove(child)
            self.looks.settle(mine, beside)
            element.append(mine)
        return element


def _numbered_before(row: Row, rows: list[Row]) -> etree._Element | None:
    """The nearest old paragraph of the same list level, those before it first."""
    theirs = None if row.new is None else row.new.element.find(f"{W}pPr/{W}numPr")
    if theirs is None:
        return None
    at = rows.index(row) if row in rows else len(rows)
    for other in [*reversed(rows[:at]), *rows[at:]]:
        mine = None if other.old is None else other.old.element.find(f"{W}pPr/{W}numPr")
        if mine is not None and other.old is not None and _level(mine) == _level(theirs):
            return other.old.element
    return None


def _copied(paragraph: etree._Element) -> etree._Element:
    """A copy of a paragraph without what may stand in a file only once."""
    element = copy.deepcopy(paragraph)
    element.tail = None
    for child in [*element.iter(*NAMED_ONCE), *element.findall(f"{W}pPr/{W}sectPr")]:
        child.getparent().remove(child)
    for name in [name for name in element.attrib if name.endswith(("paraId", "textId"))]:
        del element.attrib[name]
    return element


def _keep_only(element: etree._Element, span: tuple[int, int]) -> None:
    """Leave the characters of the span in the paragraph; things without text go with them."""
    at = 0
    kept: dict[int, str] = {}
    for atom in atoms_of(element):
        is_in = span[0] <= at < span[1] or (not atom.text and span[0] < at == span[1])
        kept[id(atom.node)] = kept.get(id(atom.node), "") + (atom.text if is_in else "")
        if not is_in and atom.node.tag != W + "t":
            atom.run.remove(atom.node)
        at += len(atom.text)
    for node in list(element.iter(W + "t")):
        if id(node) in kept:
            node.text = kept[id(node)]
            node.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _take_properties(element: etree._Element, model: etree._Element) -> None:
    for own in element.findall(W + "pPr"):
        element.remove(own)
    theirs = model.find(W + "pPr")
    if theirs is None:
        return
    mine = copy.deepcopy(theirs)
    for look in mine.findall(W + "rPr"):
        for mark in look.findall(W + "ins") + look.findall(W + "del"):
            look.remove(mark)
    element.insert(0, mine)


def _packed(old: bytes, base: _Opened) -> bytes:
    """The old package with its main part replaced; every other part stays as it was."""
    etree.cleanup_namespaces(base.root, keep_ns_prefixes=[p for p in base.root.nsmap if p])
    main = etree.tostring(base.root, xml_declaration=True, encoding="UTF-8", standalone=True)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(old)) as source, zipfile.ZipFile(out, "w") as target:
        for info in source.infolist():
            is_main = info.filename.replace("\\", "/").lstrip("/").lower() == base.package.main
            content = source.read(info)
            if is_main:
                content = _in_its_own_names(main, content)
            target.writestr(info, content)
    return out.getvalue()


def _in_its_own_names(main: bytes, former: bytes) -> bytes:
    """A strict file stays strict."""
    if STRICT_ROOT in former:
        for strict, transitional in STRICT.items():
            main = main.replace(transitional, strict)
    return main
