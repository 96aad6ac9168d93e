"""The words in which the pages say what the records hold."""

from collections.abc import Iterable, Mapping

from amendments.model import Op, Piece
from amendments.records import (
    STATUSES,
    ClauseRecord,
    ComparedClause,
    CorrectionRecord,
    DraftRecord,
    ProposalRecord,
)
from webui.pages import draft_names, state_names

CHANGES = {
    "unchanged": "unchanged",
    "modified": "changed",
    "added": "added",
    "deleted": "deleted",
    "moved": "moved",
    "split": "split",
    "merged": "merged",
}
ACTIONS = {
    "ADD": "asks to add",
    "MOD": "asks to change",
    "SUP": "asks to delete",
    "NOC": "asks for no change",
    "MOVE": "asks to move",
}
EVIDENCE = {
    "tracked-change": "Tracked changes, author as recorded by Word",
    "redraft": "A clean redraft, compared with its base",
    "itu-form": "An ITU proposal",
    "bracket": "A name in brackets",
    "comment": "A margin comment",
    "cover": "The cover page",
    "file-name": "The name of the file",
    "by-hand": "Entered by an officer",
    "told": "Said when the file was uploaded",
}
EDITS = {
    "weaker": "obligation weaker",
    "stronger": "obligation stronger",
    "negated": "negation",
    "qualified": "qualification added",
    "unqualified": "qualification removed",
    "numbers": "numbers",
    "dates": "dates",
    "references": "references",
    "names": "names",
    "bracketed": "brackets added",
    "unbracketed": "brackets lifted",
    "typography": "typography only",
}
"""The kinds of edit that a reader should not miss."""
VERDICTS = {
    "untouched": "unchanged",
    "one": "by one only",
    "same": "the same by both",
    "compose": "goes together",
    "conflict": "in conflict",
}
"""How what several drafts did to a clause goes together."""
FATES = {
    "adopted": "Adopted",
    "adopted in part": "Adopted in part",
    "not adopted": "Not adopted",
    "later removed": "Adopted, later removed",
}
KEPT = {
    "adopted": "Left unchanged",
    "later removed": "Left unchanged at first, changed later",
    "not adopted": "Changed all the same",
}
"""The fates of a proposal that asks for no change."""
POSITIONS = {"support": "Supported by", "oppose": "Opposed by", "reserve": "Reserved by"}
KINDS = {
    "title": "title",
    "body": "name of the body",
    "heading": "heading",
    "clause": "clause",
    "other": "not part of the text",
}
PLACES = {"other": "line outside the clauses"}
"""Where a clause without an address stands, if its kind does not say so."""
PARTS = {
    "front": "before the text",
    "preamble": "in the preamble",
    "operative": "in the operative part",
    "annex": "in the annex",
}
BRACKETS = {
    "not agreed": "Not agreed yet",
    "deleted": "To be deleted",
    "alternative": "To be chosen from",
}
"""What stands in square brackets, by what they mean in the text."""
SHAPES = {
    "wording": "words",
    "alternative": "alternative",
    "placeholder": "to be written",
    "option": "option",
}
"""What is open where a text is not settled."""
FOUND = {"clause": "clause of a draft", "proposal": "proposal"}
"""What a search finds."""
FACETS = {
    "resolution": "Resolution",
    "draft": "Draft",
    "kind": "Found as",
    "state": "State",
    "change": "What happened",
    "edit": "Kind of edit",
    "status": "Status",
}
RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
SURE_FROM, LIKELY_FROM = 0.85, 0.6
"""Confidence in words: below `LIKELY_FROM` an officer should look before relying on it."""


def counted(number: int, noun: str) -> str:
    """A number with its noun: "1 clause", "2 clauses"."""
    plural = noun[:-1] + "ies" if noun.endswith("y") else noun + "s"
    return f"{number} {noun if number == 1 else plural}"


def summed(changes: Mapping[str, int]) -> str:
    """Counts of changes in words: "3 changed, 1 added"."""
    return ", ".join(f"{count} {CHANGES.get(kind, kind)}" for kind, count in changes.items())


def listed(words: Iterable[str]) -> str:
    """Words in a row: "Brazil, Japan and Kenya"."""
    *first, last = [*words] or [""]
    return f"{', '.join(first)} and {last}" if first else last


def judged(verdicts: Mapping[str, int]) -> str:
    """Counts of verdicts in words: "2 in conflict, 3 go together"."""
    return ", ".join(
        f"{count} {'go together' if verdict == 'compose' and count > 1 else VERDICTS[verdict]}"
        for verdict, count in verdicts.items()
    )


def named(codes: Iterable[str]) -> str:
    """States by name: "Brazil and Japan"; says so where nobody is known."""
    names = [state_names().get(code, code) for code in codes]
    return listed(names) or "nobody known yet"


def state_name(code: str) -> str:
    """The name of a State, or its code where the register has none."""
    return state_names().get(code, code)


def draft_name(draft: DraftRecord) -> str:
    """What people call a draft: its symbol, else its key."""
    return draft.symbol or draft.key


def draft_in(key: str, slug: str) -> str:
    """What people call the draft of that key: its symbol, else the key."""
    return draft_names(slug).get(key, key)


def direction(language: str) -> str:
    """Which way a language is written: the HTML `dir`."""
    return "rtl" if language.split("-", maxsplit=1)[0].lower() in RIGHT_TO_LEFT else "ltr"


def old_side(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces that the old draft has."""
    return tuple(piece for piece in pieces if piece.op is not Op.ADDED)


def new_side(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces that the new draft has."""
    return tuple(piece for piece in pieces if piece.op is not Op.DELETED)


def place(clause: ClauseRecord) -> str:
    """Where a clause stands, as a delegate would say it."""
    kind = clause.clause.kind.value
    return clause.clause.address or PLACES.get(kind, KINDS[kind])


def places(clauses: Iterable[ClauseRecord]) -> str:
    """Where several clauses stand."""
    return listed(place(clause) for clause in clauses)


def is_renumbered(row: ComparedClause) -> bool:
    """Whether the clause stands under another address than before."""
    return bool(row.old and row.new and places(row.old) != places(row.new))


def certainty(confidence: float) -> str:
    """How sure the attribution is, in words and per cent."""
    per_cent = f"{confidence:.0%}".replace("%", " %")
    if confidence >= SURE_FROM:
        return f"sure ({per_cent})"
    if confidence >= LIKELY_FROM:
        return f"likely ({per_cent})"
    return f"doubtful ({per_cent}): please check"


def whose(proposal: ProposalRecord) -> str:
    """Whose proposal it is: its States, else the author that Word recorded."""
    if proposal.states:
        return named(proposal.states)
    return f"“{proposal.author}” (State not known)" if proposal.author else "State not known"


def size(number: int) -> str:
    """A number of bytes for people."""
    kilo, mega = 1024, 1024 * 1024
    if number >= mega:
        return f"{number / mega:.0f} MB"
    return f"{max(1, number // kilo)} KB"


def said_of(correction: CorrectionRecord) -> str:
    """What a person corrected in an outline: "label “b)”", "joined to the line before it"."""
    value = correction.value
    match correction.fault:
        case "kind":
            return (
                f"is a {KINDS.get(value, value)}" if value != "other" else "is not part of the text"
            )
        case "part":
            return f"stands {PARTS.get(value, value)}"
        case "label":
            return f"label “{value}”" if value else "no label"
        case "level":
            return f"level {value}"
        case "join":
            return "joined to the line before it"
        case _:
            return f"cut before “{value}”"


FILTERS = {
    each.__name__: each
    for each in (
        certainty,
        counted,
        direction,
        draft_in,
        draft_name,
        is_renumbered,
        judged,
        listed,
        named,
        place,
        places,
        said_of,
        size,
        state_name,
        summed,
        whose,
    )
}
WORDS = {
    "CHANGES": CHANGES,
    "ACTIONS": ACTIONS,
    "EVIDENCE": EVIDENCE,
    "EDITS": EDITS,
    "VERDICTS": VERDICTS,
    "FATES": FATES,
    "KEPT": KEPT,
    "POSITIONS": POSITIONS,
    "FACETS": FACETS,
    "STATUSES": STATUSES,
    "KINDS": KINDS,
    "BRACKETS": BRACKETS,
    "SHAPES": SHAPES,
    "PARTS": PARTS,
}
