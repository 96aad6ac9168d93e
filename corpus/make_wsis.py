"""Makes the Word files of corpus/wsis from corpus/texts and the manifest, byte for byte the same.

python corpus/make_wsis.py [FOLDER]
"""

import io
import itertools
import re
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from xml.sax.saxutils import quoteattr

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))

import itu_layout  # noqa: E402 - it stands beside this file, which is run by its path
import marked_text  # noqa: E402
from docx.document import Document  # noqa: E402
from docx.oxml import OxmlElement, parse_xml  # noqa: E402
from docx.oxml.ns import nsdecls, qn  # noqa: E402

ZIP_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest a zip can say; fixed, so that the bytes do not tell when they were made."""
NOT_KEPT = ("/thumbnail", "/stylesWithEffects", "/customXml", "/numbering")
"""Parts of python-docx's empty template that say nothing about these files."""
STYLE_NAMES = {"Opening": "Normal after title"}
"""Names of styles that are more than one word, by what the notation calls them."""
LABEL = re.compile(r"[a-z](?:bis)?\)(?=\t)")
"""ITU prints the letters of clauses in italics, the numbers upright."""


class Tracker:
    """The elements of tracked changes, each with the next number and a minute later."""

    def __init__(self, authors: dict[str, marked_text.Author]) -> None:
        self._authors = authors
        self._numbers = itertools.count(1)

    def element(self, tag: str, author: str, **more: str) -> Any:
        """An empty <w:tag> owed to that author."""
        number = next(self._numbers)
        who = self._authors[author]
        when = datetime.fromisoformat(who.began) + timedelta(minutes=number)
        values = {
            "id": str(number),
            **more,
            "author": who.name,
            "date": f"{when:%Y-%m-%dT%H:%M:%SZ}",
        }
        attributes = " ".join(f"w:{name}={quoteattr(value)}" for name, value in values.items())
        return parse_xml(f"<w:{tag} {nsdecls('w')} {attributes}/>")


def read_manifest(folder: Path = HERE / "wsis") -> list[dict[str, Any]]:
    """The documents of the corpus in the order in which they are to be taken in."""
    manifest = tomllib.loads((folder / "manifest.toml").read_text(encoding="utf-8"))
    documents: list[dict[str, Any]] = manifest["document"]
    return documents


def make(entry: dict[str, Any]) -> bytes:
    """The Word file of one entry of the manifest."""
    text = marked_text.read((HERE / "texts" / f"{entry['key']}.txt").read_text(encoding="utf-8"))
    day = date.fromisoformat(entry["date"])
    document = itu_layout.blank()
    itu_layout.add_cover(document, symbol=entry["symbol"], day=day, source=entry["source"])
    foot_line = itu_layout.MADE_UP if "against" in entry else itu_layout.RECEIVED
    itu_layout.add_header_and_footer(document, entry["symbol"], foot_line)
    tracker = Tracker(text.authors)
    for line in text.lines:
        _add_line(document, line, tracker)
    _set_properties(document, entry["title"], foot_line, day)
    return _packed(document)


def _add_line(document: Document, line: marked_text.Line, tracker: Tracker) -> None:
    paragraph = document.add_paragraph(style=STYLE_NAMES.get(line.style, line.style))._p  # noqa: SLF001
    if line.fate:
        mark = {"+": "ins", "-": "del", "<": "moveFrom", ">": "moveTo"}[line.fate]
        look = OxmlElement("w:rPr")
        look.append(tracker.element(mark, line.author))
        paragraph.get_or_add_pPr().append(look)
    for words in line.words:
        for part, is_label in _parts(words.text):
            paragraph.append(_run(part, words, line, tracker, italic=is_label))
    if line.fate in ("<", ">"):
        _bracket_move(paragraph, line, tracker)


def _parts(text: str) -> Iterator[tuple[str, bool]]:
    label = LABEL.match(text)
    if label:
        yield label[0], True
    rest = text[label.end() :] if label else text
    if rest:
        yield rest, False


def _run(
    text: str, words: marked_text.Words, line: marked_text.Line, tracker: Tracker, *, italic: bool
) -> Any:
    inserted = words.inserted or (line.author if line.fate == "+" else "")
    deleted = words.deleted or (line.author if line.fate == "-" else "")
    element = _plain_run(text, "w:delText" if deleted else "w:t", italic=italic)
    for tag, author in (("del", deleted), ("ins", inserted)):
        if author:
            outer = tracker.element(tag, author)
            outer.append(element)
            element = outer
    if line.fate in ("<", ">"):
        outer = tracker.element("moveFrom" if line.fate == "<" else "moveTo", line.author)
        outer.append(element)
        element = outer
    return element


def _plain_run(text: str, tag: str, *, italic: bool) -> Any:
    run = OxmlElement("w:r")
    if italic:
        look = OxmlElement("w:rPr")
        look.append(OxmlElement("w:i"))
        run.append(look)
    for piece in re.split(r"(\t)", text):
        if piece == "\t":
            run.append(OxmlElement("w:tab"))
        elif piece:
            words = OxmlElement(tag)
            words.set(qn("xml:space"), "preserve")
            words.text = piece
            run.append(words)
    return run


def _bracket_move(paragraph: Any, line: marked_text.Line, tracker: Tracker) -> None:
    """Put the range around a moved paragraph that ties its two places together by name."""
    tag = "moveFromRange" if line.fate == "<" else "moveToRange"
    start = tracker.element(f"{tag}Start", line.author, name="move1")
    paragraph.insert(1, start)
    end = parse_xml(f"<w:{tag}End {nsdecls('w')} w:id={quoteattr(start.get(qn('w:id')))}/>")
    paragraph.addnext(end)


def _set_properties(document: Document, title: str, comment: str, day: date) -> None:
    properties = document.core_properties
    moment = datetime(day.year, day.month, day.day, 9, tzinfo=UTC).replace(tzinfo=None)
    properties.created = properties.modified = moment
    properties.title = title
    properties.author = properties.last_modified_by = "amendments sample corpus"
    properties.comments = comment
    properties.language = "en-GB"


def _packed(document: Document) -> bytes:
    """The package with every date fixed, and stored: compressors differ between machines."""
    for part in (document.part.package, document.part):
        for key, relation in list(part.rels.items()):
            if relation.reltype.endswith(NOT_KEPT):
                del part.rels[key]
    loose, packed = io.BytesIO(), io.BytesIO()
    document.save(loose)
    with zipfile.ZipFile(loose) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, ZIP_DATE)
            entry.create_system = 3  # else Windows would write another byte than the rest
            entry.external_attr = 0o644 << 16
            new.writestr(entry, old.read(name))
    return packed.getvalue()


def make_all(folder: Path) -> None:
    """Write every Word file of the manifest into the folder."""
    for entry in read_manifest():
        (folder / entry["file"]).write_bytes(make(entry))
        print(entry["file"])


if __name__ == "__main__":
    make_all(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE / "wsis")
