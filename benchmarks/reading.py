"""How long a long draft takes to read, against unzipping and parsing the same file.

    python benchmarks/reading.py

The draft is made up from a fixed seed: 500 pages as Word writes them, runs cut by revision ids
and proofing marks, with tracked changes, automatic numbers, foot notes and comments. Prints
ratios of processor time in one run, and the memory that stays and that was needed on the way.
"""

import io
import random
import time
import tracemalloc
import zipfile
from collections.abc import Callable

from lxml import etree

from amendments.word import read

PAGES = 500
PARAGRAPHS_A_PAGE = 14
WORDS_A_RUN = 6
SEED = 1

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = f'xmlns:w="{W}" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
VOCABULARY = [
    *("recalling", "resolution", "of", "the", "and", "to", "in", "General", "Assembly", "Member"),
    *("States", "countries", "information", "development", "technologies", "Secretary-General"),
    *("requests", "invites", "reaffirming", "with", "a", "view", "digital", "divide", "report"),
]
LOOK = (
    '<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
    '<w:szCs w:val="24"/><w:lang w:val="en-GB"/></w:rPr>'
)


class Writer:
    """Writes the XML of one draft."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(seed)
        self.ids = 0
        self.notes: list[str] = []

    def words(self, count: int) -> str:
        """So many words of the trade."""
        return " ".join(self.rng.choices(VOCABULARY, k=count)) + " "

    def rsid(self) -> str:
        """A revision id, which Word gives each editing session."""
        return f"00{self.rng.randrange(16**6):06X}"

    def run(self, text: str, tag: str = "t") -> str:
        """A run as an editing session leaves it."""
        inside = f'<w:{tag} xml:space="preserve">{text}</w:{tag}>'
        return f'<w:r w:rsidR="{self.rsid()}" w:rsidRPr="{self.rsid()}">{LOOK}{inside}</w:r>'

    def by(self) -> str:
        """The attributes of a tracked change."""
        self.ids += 1
        author = self.rng.choice(["J. Silva (Brazil)", "A. Kamau (Kenya)", "Secretariat"])
        return f'w:id="{self.ids}" w:author="{author}" w:date="2024-05-01T10:00:00Z"'

    def piece(self) -> str:
        """Some words with one fate, and what Word strews between them."""
        chance = self.rng.random()
        text = self.words(self.rng.randrange(1, 2 * WORDS_A_RUN))
        if chance < 0.06:
            return f"<w:ins {self.by()}>{self.run(text)}</w:ins>"
        if chance < 0.12:
            return f"<w:del {self.by()}>{self.run(text, 'delText')}</w:del>"
        if chance < 0.15:
            return (
                f'<w:proofErr w:type="spellStart"/>{self.run(text)}<w:proofErr w:type="spellEnd"/>'
            )
        if chance < 0.16:
            self.notes.append(
                f'<w:footnote w:id="{len(self.notes) + 1}"><w:p>{self.run(text)}</w:p></w:footnote>'
            )
            return f'<w:r>{LOOK}<w:footnoteReference w:id="{len(self.notes)}"/></w:r>'
        if chance < 0.18:
            self.ids += 1
            start = f'<w:bookmarkStart w:id="{self.ids}" w:name="_Ref{self.ids}"/>'
            return f'{start}{self.run(text)}<w:bookmarkEnd w:id="{self.ids}"/>'
        return self.run(text)

    def paragraph(self) -> str:
        """One paragraph, one in three of them numbered, one in fifty with a tracked mark."""
        numbered = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="1"/></w:numPr>'
        number = numbered.format(self.rng.randrange(3)) if self.rng.random() < 0.33 else ""
        mark = f"<w:ins {self.by()}/>" if self.rng.random() < 0.02 else ""
        properties = (
            f'<w:pPr><w:pStyle w:val="N"/>{number}<w:jc w:val="both"/>'
            f'<w:rPr>{mark}<w:lang w:val="en-GB"/></w:rPr></w:pPr>'
        )
        pieces = "".join(self.piece() for _ in range(self.rng.randrange(2, 10)))
        ids = f'w14:paraId="{self.rsid()}" w14:textId="77777777" w:rsidR="{self.rsid()}"'
        return f"<w:p {ids}>{properties}{pieces}</w:p>"


def part(name: str, inside: str) -> str:
    """A part of the package."""
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    return f"{declaration}<w:{name} {NAMES}>{inside}</w:{name}>"


def relations(targets: dict[str, str]) -> str:
    """Where the parts are."""
    inside = "".join(
        f'<Relationship Id="r{number}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items())
    )
    return f'<Relationships xmlns="{PACKAGE}">{inside}</Relationships>'


def level(number: int, fmt: str, text: str) -> str:
    """One level of the list."""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{fmt}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def long_draft(pages: int = PAGES, seed: int = SEED) -> bytes:
    """A Word file of so many pages."""
    writer = Writer(seed)
    body = "".join(writer.paragraph() for _ in range(pages * PARAGRAPHS_A_PAGE))
    levels = (
        level(0, "decimal", "%1.") + level(1, "lowerLetter", "%2)") + level(2, "lowerRoman", "(%3)")
    )
    style = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>'
    )
    parts = {
        "_rels/.rels": relations({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": relations(
            {kind: f"{kind}.xml" for kind in ("styles", "numbering", "footnotes")}
        ),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/footnotes.xml": part("footnotes", "".join(writer.notes)),
        "word/styles.xml": part("styles", style),
        "word/numbering.xml": part(
            "numbering",
            f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        ),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def unzip_and_parse(content: bytes) -> list[etree._Element]:
    """The least that any reader of Word files does."""
    archive = zipfile.ZipFile(io.BytesIO(content))
    return [etree.fromstring(archive.read(name)) for name in archive.namelist()]


def seconds(work: Callable[[], object], times: int = 5) -> float:
    """Processor time of one piece of work, the best of some tries."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def memory(content: bytes) -> tuple[float, float]:
    """Megabytes of Python's own that the reading keeps, and that it needed at the most."""
    tracemalloc.start()
    kept = read(content)
    stays, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert kept.paragraphs
    return stays / 2**20, most / 2**20


def main() -> None:
    """Say what reading costs."""
    content = long_draft()
    document = read(content)
    runs = sum(len(paragraph.runs) for paragraph in document.paragraphs)
    print(
        f"{PAGES} pages, {len(content) / 2**20:.1f} MB; "
        f"{len(document.paragraphs)} paragraphs, {runs} runs"
    )
    parsing = seconds(lambda: unzip_and_parse(content))
    reading = seconds(lambda: read(content))
    print(f"unzip and parse {1000 * parsing:7.0f} ms")
    print(f"read            {1000 * reading:7.0f} ms, {reading / parsing:.2f} times")
    stays, most = memory(content)
    print(f"the result has {stays:.1f} MB, {most - stays:.1f} MB more were needed on the way")


if __name__ == "__main__":
    main()
