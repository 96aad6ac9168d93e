"""Word files of a small negotiation, written as lines with tracked changes in braces.

"a)\tthat ITU has a {-JPN pivotal}{+JPN leading} role;"
"+JPN b)\ta paragraph that Japan's author inserts"
"{+JPN words that {-FRA France} deletes again}"
"""

import io
import re
import zipfile
from collections.abc import Sequence
from html import escape
from itertools import count

from amendments.drafting import read_draft
from amendments.model import Draft, WordDocument
from amendments.word import read

AUTHORS = {
    "BRA": "J. Silva (Brazil)",
    "JPN": "A. Tanaka (Japan)",
    "FRA": "M. Dupont (France)",
    "USA": "USA Delegation",
    "EGY": "Egypt",
    "IND": "r.kumar@mea.gov.in",
    "NOBODY": "Microsoft Office User",
}
BRACE = re.compile(r"\{([-+])(\w+) |\}")
WHOLE = re.compile(r"(?P<sign>[-+])(?P<by>[A-Z]{3,6}) (?P<line>.*)", re.DOTALL)
_ids = count(1)


def mark(sign: str, by: str, inside: str = "") -> str:
    name = "ins" if sign == "+" else "del"
    author = escape(AUTHORS.get(by, by))
    head = f'w:{name} w:id="{next(_ids)}" w:author="{author}" w:date="2024-05-01T10:00:00Z"'
    return f"<{head}>{inside}</w:{name}>" if inside else f"<{head}/>"


def runs(line: str, whole: Sequence[tuple[str, str]] = ()) -> str:
    found, at, marks = "", 0, list(whole)
    for brace in [*BRACE.finditer(line), None]:
        found += run(line[at : brace.start() if brace else len(line)], marks)
        if brace is None:
            break
        at = brace.end()
        if brace[1]:
            marks.append((brace[1], brace[2]))
        else:
            marks.pop()
    return found


def run(text: str, marks: Sequence[tuple[str, str]]) -> str:
    if not text:
        return ""
    is_deleted = any(sign == "-" for sign, _ in marks)
    tag = "w:delText" if is_deleted else "w:t"
    parts = [f'<{tag} xml:space="preserve">{escape(part)}</{tag}>' for part in text.split("\t")]
    inside = f"<w:r>{'<w:tab/>'.join(parts)}</w:r>"
    innermost = dict(marks)  # Word never puts one insertion into another
    for sign in "-+":
        if sign in innermost:
            inside = mark(sign, innermost[sign], inside)
    return inside


def paragraph(line: str) -> str:
    whole = WHOLE.fullmatch(line)
    marks = [(whole["sign"], whole["by"])] if whole else []
    on_the_mark = "".join(mark(sign, by) for sign, by in marks)
    properties = f"<w:pPr><w:rPr>{on_the_mark}</w:rPr></w:pPr>" if marks else ""
    return f"<w:p>{properties}{runs(whole['line'] if whole else line, marks)}</w:p>"


def word_file(lines: Sequence[str]) -> bytes:
    names = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = "".join(paragraph(line) for line in lines)
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{package}"><Relationship Id="r1" '
            f'Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/document.xml", f"<w:document {names}><w:body>{body}</w:body></w:document>"
        )
    return buffer.getvalue()


def document(lines: Sequence[str]) -> WordDocument:
    return read(word_file(lines))


def draft(lines: Sequence[str]) -> Draft:
    return read_draft(document(lines))


BASE = (
    "DRAFT RESOLUTION",
    "Bridging the digital divide",
    "The Council,",
    "considering",
    "a)\tthat the Union has a pivotal role in the information society;",
    "b)\tthat many communities in rural areas are still without access to the Internet,",
    "noting",
    "that the Working Group has presented its report on the subject,",
    "resolves",
    "1\tto continue the work of the Working Group until the next Plenipotentiary Conference;",
    "2\tto invite all Member States to submit a written report to the Council by 2030,",
    "instructs the Secretary-General",
    "1\tto provide the necessary assistance to the Working Group within the available budget;",
    "2\tto report to the next session of the Council on the implementation of this resolution.",
)
