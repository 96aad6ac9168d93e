"""Where States stand, as margin comments say: "Brazil: reserves its position"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from amendments.attributing.pairing import Pairing
from amendments.attributing.speaking import Speakers
from amendments.drafting.notations import read_names
from amendments.model import Comment, Evidence, Position, Proposal, WordDocument
from amendments.notices import Notice

SPEAKER = re.compile(r"\s*(?P<who>[^:：.]{2,200}?)\s*(?:[:：]|\s[–—-]\s)\s*(?P<what>.+)", re.DOTALL)
LEADING = re.compile(
    r"\s*(?P<who>.{2,200}?)\s+(?P<what>(?:reserves?|opposes?|supports?|objects?|can(?:not| not)?|"
    r"does not|do not|co-?sponsors?)\b.+)",
    re.DOTALL,
)
OPPOSES = re.compile(
    r"\b(?:oppos|object|reject|can ?not (?:accept|support|agree)|not acceptable|"
    r"(?:does|do) not (?:support|agree|accept))",
    re.IGNORECASE,
)
RESERVES = re.compile(r"\b(?:reserv|ad referendum|pending|scrutiny)", re.IGNORECASE)
SUPPORTS = re.compile(r"\b(?:support|co-?sponsor|can accept|agree|endorse|welcome)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Remark:
    """A State's position as a comment has it."""

    states: tuple[str, ...]
    position: str


def position_in(words: str) -> str:
    """support, oppose or reserve; "" where the words take no position."""
    for position, pattern in (("reserve", RESERVES), ("oppose", OPPOSES), ("support", SUPPORTS)):
        if pattern.search(words):
            return position
    return ""


def read_remark(comment: Comment, speakers: Speakers) -> Remark | None:
    """The position in a comment, of the States it begins with or else of its author's."""
    for shape in (SPEAKER, LEADING):
        found = shape.match(comment.text)
        if not found:
            continue
        states, unknown, is_prose = read_names(found["who"])
        position = position_in(found["what"])
        if states and position and not unknown and not is_prose:
            return Remark(states, position)
    voice = speakers.of_commenter(comment.author)
    position = position_in(comment.text)
    return Remark(voice, position) if voice and position else None


def with_remarks(
    proposals: Sequence[Proposal], document: WordDocument, pairing: Pairing, speakers: Speakers
) -> tuple[tuple[Proposal, ...], tuple[Notice, ...]]:
    """The proposals with the positions that comments on their clauses take.

    A comment on a clause without proposals takes a position on nothing that is proposed
    here, and becomes a notice.
    """
    held = list(proposals)
    notices: list[Notice] = []
    for paragraph in document.paragraphs:
        for comment in paragraph.comments:
            remark = read_remark(comment, speakers)
            if remark is None:
                continue
            clauses = _clauses_at(paragraph.number, pairing)
            meant = [n for n, p in enumerate(held) if set(p.base_clauses) & set(clauses)]
            meant = [n for n in meant if _is_about(comment, held[n])] or meant
            for number in meant:
                held[number] = _with(held[number], remark, comment)
            if not meant:
                notices.append(_without_proposal(remark, comment, clauses, pairing))
    return tuple(held), tuple(notices)


def _clauses_at(paragraph: int, pairing: Pairing) -> tuple[int, ...]:
    for clause in pairing.other.clauses:
        if paragraph in clause.paragraphs:
            return pairing.base_of.get(clause.number) or pairing.after_which(clause.number)
    return ()


def _is_about(comment: Comment, proposal: Proposal) -> bool:
    anchor = " ".join(comment.anchor.split())
    changed = [" ".join(p.text.split()) for p in proposal.pieces if p.op != "kept"]
    return bool(anchor) and any(words and (words in anchor or anchor in words) for words in changed)


def _with(proposal: Proposal, remark: Remark, comment: Comment) -> Proposal:
    others = tuple(code for code in remark.states if code not in proposal.states)
    if not others:
        return proposal
    position = Position(others, remark.position)
    said = Evidence("comment", comment.text, f"comment by {comment.author or 'nobody named'}")
    if position in proposal.positions:
        return proposal
    return replace(
        proposal,
        positions=(*proposal.positions, position),
        evidence=(*proposal.evidence, said),
    )


def _without_proposal(
    remark: Remark, comment: Comment, clauses: tuple[int, ...], pairing: Pairing
) -> Notice:
    where = pairing.address(clauses, f"comment by {comment.author}")
    detail = (
        f"{', '.join(remark.states)} ({remark.position}) on the text as it stands: “{comment.text}”"
    )
    return Notice("position-on-the-text", where, detail)
