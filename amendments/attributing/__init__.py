"""Who asks for what: `attribute` reads one file against the base it was written for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, partial

from amendments.attributing.bracketed import (
    Bracketed,
    proposals_of_brackets,
    with_credits,
    with_notes,
)
from amendments.attributing.flattened import flattened
from amendments.attributing.itu_form import Block, blocks_of, proposals_of_form
from amendments.attributing.pairing import Pairing, pair
from amendments.attributing.redraft import proposals_of_redraft
from amendments.attributing.remarks import with_remarks
from amendments.attributing.speaking import Speakers, listen
from amendments.attributing.striking import without_struck
from amendments.attributing.tracked import proposals_of_tracked, silent_changes
from amendments.attributing.unbracketing import without_brackets
from amendments.drafting import read_draft
from amendments.drafting.brackets import Meaning
from amendments.model import (
    Action,
    Contribution,
    Draft,
    Proposal,
    Reading,
    Silent,
    WordDocument,
)
from amendments.notices import Notice

__all__ = ["attribute"]


@dataclass(frozen=True, slots=True)
class _Read:
    """What one notation gave."""

    proposals: tuple[Proposal, ...]
    notices: tuple[Notice, ...] = ()
    silent: tuple[Silent, ...] = ()


def attribute(
    base: Draft,
    document: WordDocument,
    *,
    read: Callable[[Reading], Draft] | None = None,
    told: tuple[str, ...] = (),
    filename: str = "",
    known_authors: Mapping[str, str] | None = None,
    brackets: Meaning = Meaning.OPEN,
) -> Contribution:
    """What a file asks for against `base`, who asks, and what it changed without a word.

    `told` are the States the officer named, `known_authors` the States of authors as a
    person once said; `read` gives the file's readings where a person has corrected its
    outline; `brackets` is what brackets without names mean. The file's own way of writing
    decides how it is read: ITU's form, else tracked changes, else names in brackets and every
    other difference. Raises DraftRefused as `read_draft` does, and UnknownState for a wrong
    code in `told`.
    """
    speakers = listen(document, told=told, filename=filename, known_authors=known_authors or {})
    draft_in = read or partial(read_draft, document)
    after = draft_in(Reading.AFTER)
    if blocks := blocks_of(document):
        found = _formal(base, blocks, speakers)
    elif document.marks:
        found = _tracked(document, pair(base, draft_in(Reading.BEFORE)), after, speakers)
    else:
        struck = brackets is Meaning.STRUCK
        found = _clean(base, without_struck(after, base) if struck else after, speakers)
    proposals, remarks = with_remarks(
        found.proposals, document, cache(lambda: pair(base, after)), speakers
    )
    return Contribution(
        proposals=proposals,
        silent=found.silent,
        authors=_marking(document, speakers),
        notices=tuple(dict.fromkeys((*speakers.doubts(), *found.notices, *remarks))),
    )


def _marking(document: WordDocument, speakers: Speakers) -> dict[str, str | None]:
    """The authors of the tracked changes, each with the State it points to."""
    names = dict.fromkeys(mark.author for mark in document.marks)
    return {name: speakers.authors[name].code for name in names if name in speakers.authors}


def _formal(base: Draft, blocks: tuple[Block, ...], speakers: Speakers) -> _Read:
    formal = proposals_of_form(base, blocks, speakers)
    return _Read(formal.proposals, formal.notices)


def _tracked(document: WordDocument, pairing: Pairing, after: Draft, speakers: Speakers) -> _Read:
    doubts = pairing.doubts()
    tracked = proposals_of_tracked(document, pairing, after, speakers)
    # Against a base it was not written for, all of a file differs: that is not silence.
    silent = () if doubts else silent_changes(pairing)
    return _Read(tracked.proposals, (*doubts, *tracked.notices), silent)


def _clean(base: Draft, after: Draft, speakers: Speakers) -> _Read:
    unbracketed = without_brackets(after, base)
    pairing = pair(base, unbracketed.draft)
    bracketed = proposals_of_brackets(unbracketed, pairing)
    plain = [
        proposal
        for proposal in proposals_of_redraft(pairing, speakers.of_the_file)
        if not _is_explained(proposal, bracketed, pairing)
    ]
    credited = with_credits(plain, unbracketed, pairing)
    proposals, notes = with_notes((*credited, *bracketed.proposals), unbracketed, pairing)
    traces = flattened(pairing.comparison.changes, [c.address for c in pairing.other.clauses])
    return _Read(proposals, (*pairing.doubts(), *bracketed.notices, *notes, *traces))


def _is_explained(proposal: Proposal, bracketed: Bracketed, pairing: Pairing) -> bool:
    """Whether a change is only that brackets stand around words of the base."""
    if proposal.action is Action.SUP:
        return set(proposal.base_clauses) <= bracketed.settled
    if proposal.action is not Action.MOD:
        return False
    bases = {n for clause in bracketed.explained for n in pairing.base_of.get(clause, ())}
    return set(proposal.base_clauses) <= bases
