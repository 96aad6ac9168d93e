"""What a clause refers to: other clauses, resolutions, decisions, documents, paragraphs."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from amendments.drafting.calls import fold
from amendments.model import Clause, Draft, Kind


class Refers(StrEnum):
    """What kind of thing is referred to."""

    RESOLUTION = "resolution"
    DECISION = "decision"
    DOCUMENT = "document"
    PARAGRAPH = "paragraph"
    CLAUSE = "clause"


@dataclass(frozen=True, slots=True)
class Reference:
    """One thing referred to, with its place in the clause's text."""

    kind: Refers
    start: int
    end: int
    words: str
    target: str
    """The thing itself: "Resolution 140 (Rev. Antalya, 2006)", "considering f)"."""


REVISION = r"\s*\((?:Rev\.\s*)?[A-ZÀ-Ý][^()\d]{2,40}?,?\s*\d{4}\)"
NUMBERS = r"\d{1,4}(?:/\d{1,4})?[A-Z]?"
ACT = re.compile(
    rf"\b(?P<kind>[Rr]esolutions?|[Dd]ecisions?|[Rr]ésolutions?|[Dd]écisions?|[Rr]esoluci(?:ón|ones)"
    rf"|[Dd]ecisi(?:ón|ones)|[Рр]езолюци[яиюей]\w*|[Рр]ешени[еяю]\w*|决议|决定)\s*(?:No\.?\s*|№\s*)?"
    rf"(?P<first>{NUMBERS})(?P<revision>{REVISION})?"
    rf"(?P<more>(?:(?:,\s*|,?\s+(?:and|et|y|и)\s+|、|和){NUMBERS}(?:{REVISION})?)*)"
)
YEAR = re.compile(r",?\s*\b(\d{4})(?=\)$)")
MORE = re.compile(rf"(?P<number>{NUMBERS})(?P<revision>{REVISION})?")
SYMBOL = re.compile(
    r"\b(?:[A-Z]{1,6}(?:[./-][A-Z0-9]{1,8})*/(?:RES|DEC|CONF|L|C|RES\.\d)[./-]?[A-Z0-9./()-]*\d"
    r"|[A-Z]{1,8}\d{0,3}(?:-[A-Z]{1,4})?/(?:[A-Z]{1,6}[./-]?)*\d{1,5}(?:\(Rev\.?\s?\d+\))?(?:-[EFSRAC])?)"
)
PARAGRAPH = re.compile(
    r"\b(?:para(?:graph)?s?\.?|paragraphes?|párrafos?|пункт\w*|paras)\s+"
    r"(?P<number>\d{1,4}(?:\.\d{1,3})*(?:\s*[-–]\s*\d{1,4})?)",
    re.IGNORECASE,
)
LABEL = r"(?:\(?[a-zа-я]{1,2}\)|\d{1,3}(?:bis|ter)?(?![\d/]))"
LIST = re.compile(rf"\s+(?P<list>{LABEL}(?:(?:,\s*|,?\s+(?:and|to|et|y|и|or)\s+){LABEL})*)")
OPERATIVE = re.compile(
    r"\b(?P<what>(?:operative|preambular)\s+paragraphs?|OP|PP)\s*(?P<list>\d{1,3}(?:\s*\([a-z]\))?)",
    re.IGNORECASE,
)


def references(text: str) -> tuple[Reference, ...]:
    """What a text refers to outside its own resolution, in the order of the text."""
    found = [*_acts(text), *_symbols(text), *_paragraphs(text)]
    return tuple(sorted(found, key=lambda reference: (reference.start, reference.end)))


def _acts(text: str) -> Iterator[Reference]:
    for act in ACT.finditer(text):
        kind = (
            Refers.DECISION
            if fold(act["kind"])[:3] in {"dec", "реш", "决定"}
            else Refers.RESOLUTION
        )
        name = "Decision" if kind is Refers.DECISION else "Resolution"
        first = f"{name} {act['first']}{_tidy(act['revision'])}"
        yield Reference(
            kind, act.start(), act.start("more"), text[act.start() : act.start("more")], first
        )
        for more in MORE.finditer(text, act.start("more"), act.end("more")):
            target = f"{name} {more['number']}{_tidy(more['revision'])}"
            yield Reference(kind, more.start(), more.end(), more[0], target)


def _tidy(revision: str | None) -> str:
    """The revision as ITU writes it, the place and the year with a comma between."""
    if not revision:
        return ""
    return " " + YEAR.sub(r", \1", " ".join(revision.split()))


def _symbols(text: str) -> Iterator[Reference]:
    for symbol in SYMBOL.finditer(text):
        kind = Refers.RESOLUTION if "/RES/" in symbol[0] else Refers.DOCUMENT
        yield Reference(kind, symbol.start(), symbol.end(), symbol[0], symbol[0])


def _paragraphs(text: str) -> Iterator[Reference]:
    for paragraph in PARAGRAPH.finditer(text):
        target = f"paragraph {paragraph['number']}"
        yield Reference(Refers.PARAGRAPH, paragraph.start(), paragraph.end(), paragraph[0], target)


def clause_references(draft: Draft) -> Mapping[int, tuple[Reference, ...]]:
    """For each clause that refers to others of its own draft, to which: their addresses.

    A reference is a call of this draft followed by labels: "considering e), f) and g) above".
    Whether the address is there is for the caller to see.
    """
    calls = {fold(c.text.rstrip(" :,")) for c in draft.clauses if c.kind is Kind.HEADING}
    calls = {call for call in calls if call and not call[0].isdigit()}
    found: dict[int, tuple[Reference, ...]] = {}
    for clause in draft.clauses:
        if clause.kind is Kind.CLAUSE and (own := tuple(_to_clauses(clause, calls))):
            found[clause.number] = own
    return found


def _to_clauses(clause: Clause, calls: set[str]) -> Iterator[Reference]:
    text = clause.text
    folded = fold(text)
    if len(folded) == len(text):  # places in both are the same
        for call in calls:
            for start in _starts(folded, call):
                listed = LIST.match(text, start + len(call))
                if listed:
                    yield from _each(listed, start, text, call)
    for operative in OPERATIVE.finditer(text):
        sign = "PP" if operative["what"].lower().startswith("p") else "OP"
        target = f"{sign}{' '.join(operative['list'].split())}"
        yield Reference(Refers.CLAUSE, operative.start(), operative.end(), operative[0], target)


def _starts(folded: str, call: str) -> Iterator[int]:
    at = -1
    while (at := folded.find(call, at + 1)) >= 0:
        if at == 0 or not folded[at - 1].isalnum():
            yield at


def _each(listed: re.Match[str], start: int, text: str, call: str) -> Iterator[Reference]:
    for label in re.finditer(LABEL, listed["list"]):
        begins = listed.start("list") + label.start()
        ends = listed.start("list") + label.end()
        first = start if label.start() == 0 else begins
        yield Reference(Refers.CLAUSE, first, ends, text[first:ends], f"{call} {label[0]}")
