"""How long a redline takes beside reading both files, on an everyday draft and a 500-page one.

    python benchmarks/redlining.py

Prints processor time and the ratio; at most 3 is wanted. Files are made up from a fixed
seed, with runs cut by revision ids as Word writes them.
"""

import io
import random
import sys
import time
import zipfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from comparing import edited, next_draft, sentence

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
    print(f"{name:32} reading {reading:5.2f} s  redline {writing:5.2f} s  × {ratio:.2f}")


def main() -> None:
    """Measure the pairs."""
    rng = random.Random(1)
    for count in (60, 3000):
        old = [sentence(rng, 60) for _ in range(count)]
        one, other = word_file(rng, old), word_file(rng, next_draft(rng, old))
        measure(f"{count} paragraphs, the next draft", one, other)
    slightly = [edited(rng, words, 0.08) if rng.random() < 0.02 else words for words in old]
    measure("3000 paragraphs, 1 in 50 edited", one, word_file(rng, slightly))


if __name__ == "__main__":
    main()
