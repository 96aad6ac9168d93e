"""What a line of a resolution is by its form: a call, a heading, an annex, a crumb."""

import re
from dataclasses import dataclass

from amendments.drafting.calls import Certainty, Speech, Verb, fold
from amendments.drafting.entries import ENDS, LONGEST_CALL, SHORT, Entry
from amendments.drafting.labels import DIRECTION_MARKS, Family
from amendments.drafting.notations import proposal_line
from amendments.model import Part

CRUMB = re.compile(
    r"\d{1,4}\s*/\s*\d{1,4}"  # page 2/5
    r"|[-–—]\s*\d{1,4}\s*[-–—]|page\s+\d+(?:\s+of\s+\d+)?"
    r"|[A-Z]{1,12}(?:[/.-][A-Z0-9()*.\-]+)*(?:/[A-Z0-9()*.\-]+)+(?:-[EFSRAC])?"  # A/RES/70/125
    r"|\d{2}-\d{4,6}\s*\([A-Z]\).{0,20}|\*\d{5,10}\*"  # job numbers
    r"|[_\-–—=*.\s]{2,}"
    r"|\[?(?:GE|N|NY)[.-]\d{2}-\d{4,6}.{0,20}",
)
"""Page numbers, symbols, job numbers and rules, which are no text of the resolution."""
DAY = re.compile(
    r"(?:[^\W\d_]+,?\s+)?\d{1,2}(?:er|o)?\s+(?:de\s+)?"
    r"[^\W\d_]{3,}(?:(?:\s[^\W\d_]{3,})?/[^\W\d_]{3,})?\s+(?:de\s+)?"
    r"\d{4}(?:\s*(?:г\.?|года))?|\d{4}年\d{1,2}月\d{1,2}日",
)
"""A day by itself, as meeting lines have it: "31 March 2022", "31 آذار/مارس 2022"."""
REASONS = re.compile(
    r"(?:reasons?|motifs?|motivos?|основания|理由|الأسباب)\s*[:：].*", re.IGNORECASE
)
SIGNS = re.compile(r"ADD|MOD|SUP|NOC")
LONGEST_ASIDE = 200
"""Characters of a meeting line or of a line with a sign of ITU's; more is a sentence."""
ROMAN_ALONE = re.compile(r"[IVX]{1,6}\.?")
SHORT_CALL = 4
"""Words: a call of no known verb must be as short as "further" and its verb."""
GUESSED_CALL = 12
"""Words: a call known by its verb's form alone."""


ADDITION = 6
"""Words after the verb of a call in the preamble: "noting with appreciation the report of"."""


@dataclass(frozen=True, slots=True)
class Call:
    """A heading verb and where it puts the clauses under it."""

    part: Part | None
    """None where only its place can tell."""
    is_sure: bool


def call(entry: Entry, before: Entry | None, after: Entry | None, speech: Speech) -> Call | None:
    """The line as one of ITU's calls, or None; `before` and `after` are its neighbours."""
    if entry.label is not None:
        return None
    verb = speech.verb(entry.text)
    part = verb.part if verb else None
    if entry.style.startswith("call"):
        return Call(part, is_sure=verb is not None)
    if entry.size > LONGEST_CALL or _is_chapeau(entry, before, speech):
        return None
    if verb is not None and _is_addressed(entry, verb, after):
        return Call(part, is_sure=True)
    if _is_sentence(entry, verb.words if verb else 0):
        return None
    if verb is not None and not _is_short_enough(entry, verb, before):
        return None
    if verb is not None and verb.certainty is Certainty.LISTED:
        is_call = entry.is_lower or _stands_alone(entry, verb.words, after, speech)
        return Call(part, is_sure=True) if is_call else None
    return _call_by_form(entry, verb, before, after)


def _call_by_form(
    entry: Entry, verb: Verb | None, before: Entry | None, after: Entry | None
) -> Call | None:
    """A call whose verb is in no list: by its form, its place before items, its length."""
    if not entry.is_lower or before is None or not _opens_items(after):
        return None
    part = verb.part if verb else None
    if verb is not None and entry.size <= verb.words:
        return Call(part, is_sure=False)
    if not before.ends or (verb is None and entry.ends):
        return None
    if verb is not None and entry.size <= GUESSED_CALL:
        return Call(part, is_sure=False)
    return Call(None, is_sure=False) if entry.size <= SHORT_CALL else None


def _is_short_enough(entry: Entry, verb: Verb, before: Entry | None) -> bool:
    """Whether what follows the verb can be an addressee; what stands under a bare call cannot.

    "recognizing" on a line of its own wants a clause: "and noting further the importance of"
    is that clause, though it was cut before its comma.
    """
    rest = entry.size - verb.words
    is_preamble = verb.part is Part.PREAMBLE
    if before is None or before.label is not None or before.ends or before.size > SHORT_CALL:
        return rest <= (ADDITION if is_preamble else LONGEST_CALL)
    return rest <= (0 if is_preamble else GUESSED_CALL)


def _is_chapeau(entry: Entry, before: Entry | None, speech: Speech) -> bool:
    """Whether "noting that:" is a recital like the one before it, and not ITU's call."""
    if before is None or entry.last not in ":：" or before.label is not None:
        return False
    verb = speech.verb(before.text) if before.ends else None
    if verb is None or verb.certainty is not Certainty.LISTED:
        return False
    return before.size > verb.words + 1 and before.last not in ":："


def _is_addressed(entry: Entry, verb: Verb, after: Entry | None) -> bool:
    """Whether a call ends with a comma after its addressees and those who are to help them."""
    return (
        verb.part is Part.OPERATIVE
        and verb.certainty is Certainty.LISTED
        and entry.is_lower
        and entry.last in ",:"
        and after is not None
        and after.label is not None
    )


def _is_sentence(entry: Entry, verb_words: int) -> bool:
    """Whether the line ends as a clause; a colon or comma after the verb alone does not count."""
    if not entry.ends:
        return False
    words = entry.text.rstrip(f" :,：，،{DIRECTION_MARKS}").split()
    is_bare = entry.last in ":,：，،" and len(words) <= max(verb_words, 1)
    return not (is_bare or (entry.last in ":：" and entry.is_lower and entry.size <= SHORT))


def _stands_alone(entry: Entry, verb_words: int, after: Entry | None, speech: Speech) -> bool:
    """Whether a capital verb is a call all the same: nothing but it, or it opens items."""
    if speech.language == "zh":
        return len(entry.text) <= verb_words + 24 and not entry.ends
    if len(entry.text.split()) <= verb_words:
        return True
    return entry.size <= SHORT and _opens_items(after)


def _opens_items(after: Entry | None) -> bool:
    return after is not None and (after.label is not None or after.is_lower or not after.has_case)


def is_body(entry: Entry, speech: Speech) -> bool:
    """Whether the line names who speaks: "The Council,"."""
    if entry.label is not None or entry.is_lower or entry.size > SHORT + 5:
        return False
    if entry.last not in {",", "،", "，", "："}:
        return False
    return speech.bodies.fullmatch(fold(entry.text).rstrip(" ,،，:：")) is not None


def is_annex(entry: Entry, speech: Speech) -> bool:
    """Whether an annex begins here."""
    if entry.style.startswith(("annex_no", "appendix_no", "annexno", "appendixno")):
        return True
    if entry.label is not None or entry.ends or entry.size > SHORT + 5:
        return False
    return speech.annex.fullmatch(fold(entry.text)) is not None


def is_section(entry: Entry, speech: Speech) -> bool:
    """Whether a section, chapter or article of a longer text begins here."""
    if entry.style.startswith(("section_no", "chap_no", "part_no", "art_no")):
        return True
    if entry.size > SHORT or entry.ends or not (entry.text[:1].isupper() or not entry.has_case):
        return False
    if ROMAN_ALONE.fullmatch(entry.line.text):
        return True
    if entry.label is not None:
        families = {rank.family for rank in entry.label.ranks}
        is_capital = families & {Family.CAPITAL, Family.CAPITAL_ROMAN}
        return bool(is_capital) or (_looks_like_heading(entry) and not entry.line.auto_label)
    folded = fold(entry.text)
    known = speech.section.fullmatch(folded) or speech.article.fullmatch(folded)
    return known is not None


def is_heading(entry: Entry) -> bool:
    """Whether the line looks like a heading between clauses."""
    if entry.ends or entry.size > SHORT or entry.label is not None or entry.is_lower:
        return False
    return _looks_like_heading(entry)


def _looks_like_heading(entry: Entry) -> bool:
    named = ("heading", "title", "section_title", "subtitle", "überschrift", "titre", "título")
    is_capital = entry.text.isupper() and len(entry.text) > 3  # noqa: PLR2004 - longer than an acronym
    return entry.style.startswith(named) or entry.line.is_bold or is_capital


def is_title(entry: Entry) -> bool:
    """Whether a short line can be the title of what it follows."""
    return entry.label is None and not entry.ends and entry.size <= 2 * SHORT and not entry.is_lower


def is_aside(entry: Entry, speech: Speech) -> bool:
    """Whether the line is no text of the resolution: crumbs, meeting lines, signs of proposals."""
    text = entry.line.text
    if CRUMB.fullmatch(text) or REASONS.fullmatch(text) or not any(c.isalnum() for c in text):
        return True
    if len(text) > LONGEST_ASIDE:
        return False
    if SIGNS.search(text) and proposal_line(text) is not None:
        return True
    folded = fold(text)
    if DAY.fullmatch(folded):
        return True
    return entry.label is None and speech.closing.fullmatch(folded.strip("[]()")) is not None


def ends_sentence(text: str) -> bool:
    """Whether the words end with a mark."""
    return text.rstrip(DIRECTION_MARKS)[-1:] in ENDS
