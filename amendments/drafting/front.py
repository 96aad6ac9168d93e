"""What stands before the text: where the resolution begins, and what its title is."""

import re
from collections.abc import Callable, Sequence

from amendments.drafting.calls import Certainty, Speech, fold
from amendments.drafting.entries import SHORT, Entry
from amendments.drafting.forms import CRUMB, call, is_annex, is_aside, is_body
from amendments.drafting.labels import Family

_Sign = Callable[[Entry, Entry | None, Entry | None, Speech], bool]
TITLE_STYLES = ("res_title", "rec_title", "title", "restitle", "dec_title", "opinion_title")
REFERENCE = re.compile(r"\(.{1,80}\)[\d, a-z*]*|\[.{1,160}\]")
""" "(Hammamet, 2016)", "[on the report of the Third Committee (A/70/489)]"."""
FURNITURE = re.compile(
    r"(?:source|original|distr|date|agenda item|document|subject|language|from|purpose|"
    r"point de l'ordre|punto|пункт|источник|оригинал|来源|原文|المصدر|الاصل)\b.{0,200}",
)


def beginning(entries: Sequence[Entry], speech: Speech) -> int:
    """The place where the text begins: its body's line, else its first call, recital or number.

    A body after an annex may be that of an annexed declaration: then it is the text before
    the annex that begins, if there is one.
    """
    body = _first(is_body, entries, speech)
    annex = _first(is_annex, entries[:body], speech)
    if body is not None and (annex is None or not _is_declaration(entries[body], speech)):
        return body
    places = (
        _opening(_opens_text, entries[:annex], speech),
        body,
        _opening(_opens_text, entries, speech),
        _opening(_has_label, entries, speech),
    )
    return next((place for place in places if place is not None), len(entries))


def _is_declaration(body: Entry, speech: Speech) -> bool:
    return fold(body.text).startswith(speech.we)


def _first(
    sign: Callable[[Entry, Speech], bool], entries: Sequence[Entry], speech: Speech
) -> int | None:
    return next((n for n, entry in enumerate(entries) if sign(entry, speech)), None)


def _opening(sign: _Sign, entries: Sequence[Entry], speech: Speech) -> int | None:
    for place, entry in enumerate(entries):
        before = entries[place - 1] if place else None
        after = entries[place + 1] if place + 1 < len(entries) else None
        if sign(entry, before, after, speech):
            return place
    return None


def _opens_text(entry: Entry, before: Entry | None, after: Entry | None, speech: Speech) -> bool:
    found = call(entry, before, after, speech)
    if found is not None:
        return found.is_sure
    verb = speech.verb(entry.text)
    if verb is None or verb.certainty is not Certainty.LISTED or entry.line.story == "table":
        return False
    if entry.label is not None:
        return any(rank.family is not Family.CAPITAL for rank in entry.label.ranks)
    return entry.ends and entry.size > verb.words + 1


def _has_label(entry: Entry, before: Entry | None, after: Entry | None, speech: Speech) -> bool:
    del before, after, speech
    return entry.label is not None and entry.label.is_sure and entry.line.story != "table"


def title_place(front: Sequence[Entry], speech: Speech) -> int | None:
    """The place of the title among the lines before the text, or None."""
    named = [n for n, entry in enumerate(front) if entry.style.startswith(TITLE_STYLES)]
    if named:
        return named[-1]
    for place in range(len(front) - 1, -1, -1):
        if _can_be_title(front[place], speech):
            return place
    return None


def _can_be_title(entry: Entry, speech: Speech) -> bool:
    text = entry.line.text
    folded = fold(text)
    if entry.line.story == "table" or is_aside(entry, speech) or entry.size > 3 * SHORT:
        return False
    if REFERENCE.fullmatch(text) or CRUMB.fullmatch(text) or FURNITURE.fullmatch(folded):
        return False
    return speech.number_line.fullmatch(folded) is None and not text.endswith((",", ";"))
