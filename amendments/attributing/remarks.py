"""Where States stand, as margin comments say: "Brazil: reserves its position"."""

from collections.abc import Callable, Iterator, Sequence

from amendments.attributing.pairing import Pairing
from amendments.attributing.positions import Spot, on_the_text, with_position
from amendments.attributing.speaking import Speakers
from amendments.drafting.claims import Claim, position_in, read_position
from amendments.model import Comment, Evidence, Op, Proposal, Reading, WordDocument
from amendments.notices import Notice

NOTES = {"footnote", "endnote"}


def read_remark(comment: Comment, speakers: Speakers) -> Claim | None:
    """The position in a comment, of the States it begins with or else of its author's."""
    if said := read_position(comment.text):
        return said
    states = speakers.of_commenter(comment.author)
    position = position_in(comment.text)
    return Claim(states, position) if states and position else None


def with_remarks(
    proposals: Sequence[Proposal],
    document: WordDocument,
    pairing: Callable[[], Pairing],
    speakers: Speakers,
) -> tuple[tuple[Proposal, ...], tuple[Notice, ...]]:
    """The proposals with the positions that comments on their clauses take.

    A comment on a clause without proposals takes a position on nothing that is proposed
    here, and becomes a notice; so does a footnote, whose clause is not known. `pairing` is
    asked for only where there is a comment: it is dear.
    """
    held = list(proposals)
    notices = list(_footnoted(document))
    for paragraph in document.paragraphs:
        for comment in paragraph.comments:
            remark = read_remark(comment, speakers)
            if remark is None:
                continue
            paired = pairing()
            spot = _spot_of(paragraph.number, paired)
            meant = [n for n, p in enumerate(held) if spot.is_of(p)]
            meant = [n for n in meant if _is_about(comment, held[n])] or meant
            for number in meant:
                held[number] = with_position(held[number], remark, _said(comment))
            if not meant:
                where = spot.address or f"comment by {comment.author}"
                notices.append(on_the_text(remark, comment.text, where))
    return tuple(held), tuple(notices)


def _footnoted(document: WordDocument) -> Iterator[Notice]:
    for paragraph in document.paragraphs:
        if paragraph.story in NOTES:
            words = "".join(r.text for r in paragraph.runs if r.exists_in(Reading.AFTER))
            if claim := read_position(words.strip(" \t[]0123456789*")):
                yield on_the_text(claim, words.strip(), paragraph.story)


def _said(comment: Comment) -> Evidence:
    return Evidence("comment", comment.text, f"comment by {comment.author or 'nobody named'}")


def _spot_of(paragraph: int, pairing: Pairing) -> Spot:
    for clause in pairing.other.clauses:
        if paragraph in clause.paragraphs:
            return pairing.spot(clause)
    return Spot((), (), "")


def _is_about(comment: Comment, proposal: Proposal) -> bool:
    anchor = " ".join(comment.anchor.split())
    changed = [" ".join(p.text.split()) for p in proposal.pieces if p.op is not Op.KEPT]
    return bool(anchor) and any(words and (words in anchor or anchor in words) for words in changed)
