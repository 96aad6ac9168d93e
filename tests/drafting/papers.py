"""Writes resolutions as plain lines and reads them back as a delegate would list them."""

from amendments.drafting import read_draft
from amendments.model import Paragraph, Reading, Run, WordDocument


def paper(*lines: str, styles: dict[str, str] | None = None) -> WordDocument:
    """A Word file of plain paragraphs; `styles` gives the style of those that have one."""
    named = styles or {}
    return WordDocument(
        tuple(
            Paragraph(number, (Run(line),), style=named.get(line, "Normal"))
            for number, line in enumerate(lines)
        )
    )


def read(text: str, **options):
    """The draft that some lines of text hold."""
    return read_draft(paper(*text.strip("\n").split("\n"), **options), Reading.AFTER)


def outline(draft) -> list[str]:
    """Each clause as "address: first words", each heading as "= words"."""
    shown = []
    for clause in draft.clauses:
        words = " ".join(clause.text.split()[:4])
        if clause.kind == "clause":
            shown.append(f"{clause.address}: {words}")
        elif clause.kind == "heading":
            shown.append(f"= {clause.text}")
        else:
            shown.append(f"{clause.kind} {words}")
    return shown
