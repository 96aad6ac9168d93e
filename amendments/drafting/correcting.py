"""What a person corrects in an outline: said once, applied whenever the file is read."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from amendments.drafting.addresses import addressed
from amendments.drafting.brackets import unbalanced
from amendments.drafting.calls import speech
from amendments.drafting.cutting import cut, whole
from amendments.drafting.labels import sure_label
from amendments.errors import RequestRefused
from amendments.model import Clause, Draft, Kind, Part, Run
from amendments.notices import Notice

S = TypeVar("S", bound=StrEnum)
DEEPEST = 9
"""Word's lists have nine levels (ECMA-376-1, 17.9.3)."""
GUESSES = {"heading-guessed", "lines-joined", "operative-unnumbered"}
"""The doubts of the reading that a person's word settles."""


class Fault(StrEnum):
    """What may be wrong with a clause of an outline."""

    KIND = "kind"
    """It is something else; a heading takes the clauses that follow under it."""
    PART = "part"
    """It stands in another part, and so do those behind it that were thought to be with it."""
    LABEL = "label"
    """Its label was not seen, or words were taken for one."""
    LEVEL = "level"
    """It stands deeper or less deep."""
    JOIN = "join"
    """It is the rest of the clause before it."""
    CUT = "cut"
    """It is two clauses; the value holds the words that the second begins with."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing a person said of one clause.

    The clause is known by the Word paragraph it begins in and by its words, never by its
    number, which every other correction may change.
    """

    fault: Fault
    paragraph: int
    words: str
    """The clause with its label, as it stood when this was said."""
    value: str = ""
    actor: str = ""
    at: str = ""
    """When it was said, RFC 3339 UTC."""
    id: int = 0
    """Its number in the log; 0 before it is kept."""


def correction_of(
    clause: Clause, fault: Fault, value: str, *, actor: str = "", at: str = ""
) -> Correction:
    """What is said of a clause as it stands."""
    paragraph = clause.paragraphs[0] if clause.paragraphs else -1
    return Correction(fault, paragraph, whole(clause), value.strip(), actor, at)


def corrected(draft: Draft, corrections: Sequence[Correction]) -> Draft:
    """The draft with every correction applied in turn, its addresses made anew.

    One that finds its clause no more, since the reading itself has changed, is told in a
    notice. No word is lost or doubled. Never raises.
    """
    clauses, settled, lost = list(draft.clauses), set[str](), list[Correction]()
    for correction in corrections:
        place = _place(clauses, correction)
        if place is None:
            if not _is_done(clauses, correction):
                lost.append(correction)
            continue
        settled.add(clauses[place].text)
        try:
            clauses = _applied(clauses, place, correction, draft)
        except RequestRefused:
            lost.append(correction)
    return _made_anew(draft, clauses, settled, lost) if corrections else draft


def checked_correction(draft: Draft, correction: Correction) -> Correction:
    """The correction, if it can be applied; raises RequestRefused with the reason."""
    place = _place(draft.clauses, correction)
    if place is None:
        raise RequestRefused("This clause has changed meanwhile. Load the page anew and try again.")
    _applied(list(draft.clauses), place, correction, draft)
    return correction


def _made_anew(
    draft: Draft, clauses: list[Clause], settled: set[str], lost: list[Correction]
) -> Draft:
    numbered = [replace(clause, number=number) for number, clause in enumerate(clauses)]
    named = addressed(numbered, speech(draft.language))
    doubts = [n for n in draft.notices if not _is_settled(n, settled)]
    return replace(
        draft,
        clauses=named,
        title=next((c.text for c in named if c.kind is Kind.TITLE), ""),
        notices=(*doubts, *unbalanced(named), *(_lost(one) for one in lost)),
    )


def _is_settled(notice: Notice, settled: set[str]) -> bool:
    if notice.code == "bracket-unbalanced":  # counted anew
        return True
    is_about = any(text.startswith(notice.where) or notice.where in text for text in settled)
    return notice.code in GUESSES and is_about


def _lost(correction: Correction) -> Notice:
    said = f"“{correction.words[:60]}”: {correction.fault} {correction.value}".strip()
    return Notice(
        "correction-lost",
        said,
        f"What {correction.actor or 'somebody'} corrected here no longer fits the text as it is "
        "read now. Look at the outline and, if need be, say it again.",
    )


# --- finding the clause ------------------------------------------------------------------


def _place(clauses: Sequence[Clause], correction: Correction) -> int | None:
    """The clause with these words in this paragraph, else the only one that begins in it."""
    begun = [n for n, c in enumerate(clauses) if c.paragraphs[:1] == (correction.paragraph,)]
    same = [n for n in begun if whole(clauses[n]) == correction.words]
    return next(iter(same or (begun if len(begun) == 1 else [])), None)


def _is_done(clauses: Sequence[Clause], correction: Correction) -> bool:
    """Whether the reading has come to join by itself what a person had to join."""
    return correction.fault is Fault.JOIN and any(
        correction.paragraph in clause.paragraphs[1:] for clause in clauses
    )


# --- applying ----------------------------------------------------------------------------


def _applied(
    clauses: list[Clause], place: int, correction: Correction, draft: Draft
) -> list[Clause]:
    return _DEEDS[correction.fault](clauses, place, correction.value, draft)


def _as_kind(clauses: list[Clause], place: int, value: str, _: Draft) -> list[Clause]:
    """The clause as another kind; what follows stands under the heading now before it."""
    kind = _one_of(Kind, value)
    before = clauses[place].kind
    clauses[place] = replace(clauses[place], kind=kind)
    if Kind.HEADING not in (before, kind) or before is kind:
        return clauses
    heading = _heading_before(clauses, place)
    for number in range(place, len(clauses)):
        clause = clauses[number]
        if clause.kind is Kind.HEADING:
            if number > place:
                break
            heading = clause.text.rstrip(" :,")
            clauses[number] = replace(clause, heading=None)
        elif clause.kind is Kind.CLAUSE:
            clauses[number] = replace(clause, heading=heading)
    return clauses


def _heading_before(clauses: Sequence[Clause], place: int) -> str | None:
    for clause in reversed(clauses[:place]):
        if clause.kind is Kind.HEADING:
            return clause.text.rstrip(" :,")
        if clause.kind is Kind.CLAUSE:
            return clause.heading
    return None


def _in_part(clauses: list[Clause], place: int, value: str, _: Draft) -> list[Clause]:
    """The clause and those behind it that stood in the same part, as standing in another."""
    part, before = _one_of(Part, value), clauses[place].part
    for number in range(place, len(clauses)):
        if clauses[number].part is not before:
            break
        clauses[number] = replace(clauses[number], part=part)
    return clauses


def _with_label(clauses: list[Clause], place: int, value: str, draft: Draft) -> list[Clause]:
    """Words that begin the clause as its label; without a value, its label as words.

    A label that the words do not begin with is one that the file does not show: it takes the
    place of the one that was read.
    """
    clause = clauses[place]
    printed = whole(clause)
    if printed == value:
        raise RequestRefused("No words would be left behind this label. Give a shorter one.")
    if value and printed.startswith(value):
        _, rest = cut(_as_words(clause), len(value), draft.reading)
        clauses[place] = replace(rest, label=value)
    else:
        clauses[place] = replace(clause if value else _as_words(clause), label=value)
    return clauses


def _at_level(clauses: list[Clause], place: int, value: str, _: Draft) -> list[Clause]:
    if not value.isdecimal() or int(value) > DEEPEST:
        raise RequestRefused(f"“{value}” is no level. Give a number from 0 to {DEEPEST}.")
    clauses[place] = replace(clauses[place], level=int(value))
    return clauses


def _joined(clauses: list[Clause], place: int, _value: str, _: Draft) -> list[Clause]:
    """The clause as the rest of the one before it, its label as words of it."""
    if place == 0:
        raise RequestRefused("Nothing stands before the first line. Choose another to join.")
    before, rest = clauses[place - 1], _as_words(clauses[place])
    joined = replace(
        before,
        text=f"{before.text} {rest.text}",
        runs=(*before.runs, Run(" "), *rest.runs),
        paragraphs=tuple(dict.fromkeys((*before.paragraphs, *rest.paragraphs))),
    )
    return [*clauses[: place - 1], joined, *clauses[place + 1 :]]


def _cut(clauses: list[Clause], place: int, value: str, draft: Draft) -> list[Clause]:
    """The clause as two; the second takes its label where it begins with one."""
    clause = clauses[place]
    start = _only_place(clause.text, value)
    first, second = cut(clause, start, draft.reading)
    second = replace(second, label="")
    label = sure_label(second.text)
    if label is not None and second.text[label.end :].strip():
        _, rest = cut(second, label.end, draft.reading)
        second = replace(rest, label=label.text)
    return [*clauses[:place], first, second, *clauses[place + 1 :]]


def _only_place(text: str, words: str) -> int:
    """Where the words stand, if once and not at the beginning; raises RequestRefused."""
    words = " ".join(words.split())
    start = text.find(words, 1) if words else -1
    if start < 0:
        raise RequestRefused(
            "These words do not stand in the clause. Copy those that the second part begins with."
        )
    if text.find(words, start + 1) >= 0:
        raise RequestRefused("These words stand there more than once. Copy some more of them.")
    return start


def _as_words(clause: Clause) -> Clause:
    """The clause with its label as the first words of its text."""
    if not clause.label:
        return clause
    runs = (Run(f"{clause.label} "), *clause.runs)
    return replace(clause, label="", text=whole(clause), runs=runs)


def _one_of(kinds: type[S], value: str) -> S:
    found = next((one for one in kinds if one == value), None)
    if found is None:
        raise RequestRefused(f"“{value}” cannot be chosen. Choose {', '.join(kinds)}.")
    return found


_Deed = Callable[[list[Clause], int, str, Draft], list[Clause]]
_DEEDS: dict[Fault, _Deed] = {
    Fault.KIND: _as_kind,
    Fault.PART: _in_part,
    Fault.LABEL: _with_label,
    Fault.LEVEL: _at_level,
    Fault.JOIN: _joined,
    Fault.CUT: _cut,
}
