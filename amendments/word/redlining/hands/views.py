"""The second look: the file as each author alone would have it, against what they asked for."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from amendments.errors import RedlineNotProven
from amendments.model import Mark, Paragraph, Reading, Run, WordDocument
from amendments.word.redlining.hands.ground import MAIN, Ground
from amendments.word.redlining.hands.overlay import Overlay
from amendments.word.redlining.hands.pen import Pen
from amendments.word.redlining.hands.sheets import Sheet
from amendments.word.redlining.proof import texts

WITHHELD = (
    "so it is withheld. Save the draft anew in Word, or write each author's redline by itself."
)


def prove_each(written: WordDocument, ground: Ground, overlay: Overlay, pen: Pen) -> None:
    """Hold a redline of several authors, read anew, against the base and each author's wishes.

    Raises:
        RedlineNotProven: if rejecting all does not give the base, or accepting what one
            author asks for and rejecting the rest does not give that author's text.

    """
    base = ground.document
    _same("the base", texts(written, Reading.BEFORE), texts(base, Reading.AFTER))
    for author in overlay.authors:
        own = {name for name, authors in pen.signed.items() if author in authors}
        wanted = _main(_wished(author, base, overlay.sheets))
        _same(f"{author}'s text", _main(view(written, own)), wanted)


def view(document: WordDocument, names: set[str]) -> WordDocument:
    """The file in which the changes under these names are as they were and all others turned.

    To accept the reverse of a change is to reject it: so the after reading of the view has
    what these names ask for and nothing else.
    """

    def stays(mark: Mark | None) -> bool:
        return mark is None or mark.author in names

    def turned(run: Run) -> Run:
        if stays(run.inserted or run.deleted):
            return run
        return replace(run, inserted=run.deleted, deleted=run.inserted)

    def seen(paragraph: Paragraph) -> Paragraph:
        came, went = paragraph.mark_inserted, paragraph.mark_deleted
        if not stays(came or went):
            came, went = went, came
        runs = tuple(map(turned, paragraph.runs))
        return replace(paragraph, runs=runs, mark_inserted=came, mark_deleted=went)

    return replace(
        document, paragraphs=tuple(seen(p) if _is_marked(p) else p for p in document.paragraphs)
    )


def _is_marked(paragraph: Paragraph) -> bool:
    marks = (paragraph.mark_inserted, paragraph.mark_deleted)
    return any(marks) or any(run.inserted or run.deleted for run in paragraph.runs)


def _main(document: WordDocument) -> list[str]:
    """The paragraphs of the main story: what hangs on them goes and stays with them."""
    own = tuple(p for p in document.paragraphs if p.story in MAIN)
    return texts(replace(document, paragraphs=own), Reading.AFTER)


def _wished(author: str, base: WordDocument, sheets: dict[int, Sheet]) -> WordDocument:
    """The base with what one author asks for."""

    def paragraphs() -> Iterator[Paragraph]:
        for paragraph in base.paragraphs:
            sheet = sheets.get(paragraph.number)
            if sheet is None or not sheet.concerns(author):
                yield paragraph
                continue
            runs_on = Mark(author) if author in sheet.joiners else None
            yield replace(paragraph, runs=(Run(_text(author, sheet)),), mark_deleted=runs_on)
            for slot in sheet.following:
                for text in slot.says if author in slot.authors else ():
                    yield replace(paragraph, runs=(Run(text),))

    return replace(base, paragraphs=tuple(paragraphs()))


def _text(author: str, sheet: Sheet) -> str:
    if author in sheet.deleters:
        return ""
    asked = sheet.asked.get(author, [])
    found: list[str] = []
    at = 0
    for end in sorted({one.end for one in asked}):
        here = [one for one in asked if one.end == end]
        found += [sheet.text[at : min(one.start for one in here)], *(one.words for one in here)]
        at = end
    return "".join([*found, sheet.text[at:]])


def _same(whose: str, found: list[str], wanted: list[str]) -> None:
    if found == wanted:
        return
    pairs = enumerate(zip_longest(found, wanted), 1)
    where = next(n for n, (a, b) in pairs if a != b)
    raise RedlineNotProven(f"The redline does not give {whose} at paragraph {where}, {WITHHELD}")
