"""How long a redline takes beside reading both files, on an everyday draft and a 500-page one.

    python benchmarks/redlining.py

Prints processor time and the ratio; at most 3 is wanted. Files are made up from a fixed
seed, with runs cut by revision ids as Word writes them; the long one is that of `reading.py`,
with tracked changes, numbers and notes.
"""

import copy
import io
import random
import sys
import time
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from comparing import edited, next_draft, sentence
from lxml import etree
from reading import long_draft

from amendments.comparing import compare_words
from amendments.comparing.align import align
from amendments.word import read
from amendments.word.redline import redline

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
WORDS_A_RUN = 6
"""Word starts a run at each place where somebody typed in another session."""


def paragraph(rng: random.Random, words: list[str]) -> str:
    """A paragraph whose text is cut into runs."""
    runs = []
    for at in range(0, len(words), WORDS_A_RUN):
        text = " ".join(words[at : at + WORDS_A_RUN]) + " "
        runs.append(
            f'<w:r w:rsidR="{rng.randrange(1 << 24):08X}"><w:rPr><w:lang w:val="en-GB"/></w:rPr>'
            f'<w:t xml:space="preserve">{text}</w:t></w:r>'
        )
    return f'<w:p><w:pPr><w:spacing w:after="120"/></w:pPr>{"".join(runs)}</w:p>'


def word_file(rng: random.Random, texts: list[list[str]]) -> bytes:
    """A Word file of those paragraphs."""
    body = "".join(paragraph(rng, words) for words in texts)
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>',
    }
    return zipped(parts)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A package of those parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def took(work: Callable[[], object]) -> float:
    """The processor time of one piece of work, the best of three."""
    times = []
    for _ in range(3):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def measure(name: str, old: bytes, new: bytes) -> None:
    """Say what one pair took."""
    moment = datetime(2024, 5, 1, tzinfo=UTC)
    reading = took(lambda: (read(old), read(new)))
    writing = took(
        lambda: redline(old, new, author="Brazil", date=moment, words=compare_words, align=align)
    )
    ratio = writing / reading
    print(f"{name:46} reading {reading:5.2f} s  redline {writing:5.2f} s  × {ratio:.2f}")


def revised(
    rng: random.Random, content: bytes, *, edited_share: float, moved_share: float
) -> bytes:
    """A long draft with a share of its paragraphs edited; others gone, copied to other places."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    root = etree.fromstring(parts["word/document.xml"])
    body = root[0]
    paragraphs = list(body)
    for paragraph in paragraphs:
        if rng.random() < edited_share:
            for text in paragraph.iter(f"{{{W}}}t"):
                text.text = " ".join(edited(rng, (text.text or "").split(" "), 0.08))
    for paragraph in paragraphs:
        if rng.random() < moved_share:
            body.remove(paragraph)
    for paragraph in rng.sample(paragraphs, round(len(paragraphs) * moved_share)):
        body.insert(rng.randrange(len(body)), copy.deepcopy(paragraph))
    parts["word/document.xml"] = etree.tostring(root)
    return zipped(parts)


def main() -> None:
    """Measure the pairs."""
    rng = random.Random(1)
    texts = [sentence(rng, 60) for _ in range(60)]
    measure(
        "60 paragraphs, the next draft",
        word_file(rng, texts),
        word_file(rng, next_draft(rng, texts)),
    )
    old = long_draft()
    for name, share, moved in (
        ("1 paragraph in 50 edited", 0.02, 0.0),
        ("1 in 5 edited", 0.2, 0.0),
        ("1 in 5 edited, 1 in 12 gone or new", 0.2, 0.04),
    ):
        new = revised(rng, old, edited_share=share, moved_share=moved)
        measure(f"500 pages, {name}", old, new)


if __name__ == "__main__":
    main()
