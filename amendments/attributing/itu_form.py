"""Proposals in ITU's form: a line with MOD, ADD, SUP or NOC, the clause, the text, the reasons."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from amendments.attributing.moves import moved_to
from amendments.attributing.pairing import FITS_AT_LEAST, pair
from amendments.attributing.places import by_address, by_words, is_heading, place_for
from amendments.attributing.redraft import proposals_of_redraft
from amendments.attributing.speaking import Speakers, Voice
from amendments.comparing import compare_words
from amendments.comparing.tokens import plain
from amendments.drafting import read_draft
from amendments.drafting.labels import sure_label
from amendments.drafting.lookup import key
from amendments.drafting.notations import ProposalLine, proposal_line
from amendments.model import (
    Action,
    Clause,
    Draft,
    Evidence,
    Kind,
    Op,
    Paragraph,
    Piece,
    Proposal,
    Reading,
    WordDocument,
)
from amendments.notices import Notice

BY_FORM = 0.95
LONGEST_ADDRESS = 120
"""Characters: "instructs the Secretary-General and the Directors of the Bureaux 3bis" and more."""
WHOLE_TEXT_FROM = 3
"""So many headings of the base under one line are its whole text, not one clause of it."""
REASONS = re.compile(
    r"(?:reasons?|motifs?|motivos?|основания|理由|الأسباب)\s*[:：]\s*(?P<why>.*)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Block:
    """One proposal of the form as it stands in the file."""

    line: ProposalLine
    paragraphs: tuple[Paragraph, ...]
    reasons: str = ""

    @property
    def evidence(self) -> Evidence:
        """The line itself."""
        words = " ".join(part for part in (self.line.sign, self.line.symbol) if part)
        return Evidence("itu-form", words, self.line.symbol or self.line.sign)


@dataclass(frozen=True, slots=True)
class Formal:
    """All that was read from the form."""

    proposals: tuple[Proposal, ...]
    notices: tuple[Notice, ...] = ()


def text_of(paragraph: Paragraph, reading: Reading = Reading.AFTER) -> str:
    """The words of a paragraph in one reading."""
    return "".join(run.text for run in paragraph.runs if run.exists_in(reading))


def blocks_of(document: WordDocument) -> tuple[Block, ...]:
    """The proposals of the form; none where no line carries a document's symbol."""
    blocks: list[tuple[ProposalLine, list[Paragraph]]] = []
    for paragraph in document.paragraphs:
        line = proposal_line(text_of(paragraph)) if paragraph.story in {"body", "table"} else None
        if line is not None:
            blocks.append((line, []))
        elif blocks and text_of(paragraph).strip():
            blocks[-1][1].append(paragraph)
    if not any(line.symbol for line, _ in blocks):
        return ()
    return tuple(_with_reasons(line, paragraphs) for line, paragraphs in blocks)


def _with_reasons(line: ProposalLine, paragraphs: list[Paragraph]) -> Block:
    for place, paragraph in enumerate(paragraphs):
        found = REASONS.match(text_of(paragraph).strip())
        if not found:
            continue
        more = [text_of(p) for p in paragraphs[place + 1 :] if p.style.casefold() == "reasons"]
        why = " ".join(" ".join([found["why"], *more]).split())
        return Block(line, tuple(paragraphs[:place]), why)
    return Block(line, tuple(paragraphs))


def proposals_of_form(base: Draft, blocks: Sequence[Block], speakers: Speakers) -> Formal:
    """What each block asks for, by the State of its symbol."""
    proposals: list[Proposal] = []
    notices: list[Notice] = []
    for block in blocks:
        voice = _voice(block, speakers)
        notices += _doubts(block, voice)
        if _is_whole_text(base, block):
            proposals += _of_whole_text(base, block, voice)
            continue
        for proposal in _Reader(base, block, voice).proposals():
            proposals.append(proposal)
            if not proposal.base_clauses:
                detail = "The clause of the base that is meant was not found: say which it is."
                notices.append(Notice("itu-form-place-unknown", block.evidence.where, detail))
    return Formal(_without_departures(proposals), tuple(notices))


def _voice(block: Block, speakers: Speakers) -> Voice:
    if block.line.states:
        return Voice(block.line.states, BY_FORM)
    return Voice() if block.line.unknown else speakers.of_the_file


def _doubts(block: Block, voice: Voice) -> Iterator[Notice]:
    for symbol in block.line.unknown:
        detail = f"“{symbol}” is no symbol of a State or group: say whose proposal it is."
        yield Notice("itu-form-unknown-symbol", block.line.symbol, detail)
    if not voice.states and not block.line.unknown:
        yield Notice("itu-form-without-state", block.line.sign, "This proposal names no State.")


# --- one clause ---------------------------------------------------------------------------


class _Reader:
    """Reads one block against the base."""

    def __init__(self, base: Draft, block: Block, voice: Voice) -> None:
        self.base = base
        self.block = block
        self.voice = voice
        self.address = ""
        rest = list(block.paragraphs)
        if block.line.thing:
            self._take_address(block.line.thing)
        while rest and self._take_address(text_of(rest[0])):
            rest.pop(0)
        self.texts = [_Text.of(paragraph) for paragraph in rest]

    def _take_address(self, words: str) -> bool:
        """Whether the words say where, and not what."""
        text = " ".join(words.split())
        if len(text) > LONGEST_ADDRESS:
            return False
        if key(text) == key(self.base.title) or _is_front(self.base, text):
            return True
        names_place = by_address(self.base, text) or is_heading(self.base, text)
        if names_place or (not sure_label(words) and place_for(self.base, text)):
            self.address = text
            return True
        return False

    def proposals(self) -> Iterator[Proposal]:
        """One for the clause named, one for each more that its text changes."""
        first = self.texts[0] if self.texts else _Text("", "", "")
        if self.block.line.action is Action.ADD:
            yield from self._additions()
            return
        if self.block.line.action is Action.MOVE:
            yield self._move(first)
            return
        target = self._target(first)
        yield self._about(target, first)
        if target is None or self.block.line.action is not Action.MOD:
            return
        for text in self.texts[1:]:
            clause = by_words(self.base, text.before or text.after)
            if clause is not None and clause != target and plain(clause.text) != plain(text.after):
                yield self._about(clause, text)

    def _target(self, text: "_Text") -> Clause | None:
        under = by_address(self.base, self.address) if self.address else None
        if self.address and text.label:
            exact = by_address(self.base, f"{self.address} {text.label}")
            under = exact or under
        if under is not None and under.kind is Kind.CLAUSE:
            return under
        return by_words(self.base, text.before or text.after) or under

    def _about(self, target: Clause | None, text: "_Text") -> Proposal:
        action = self.block.line.action
        before = target.text if target else text.before
        after = {Action.SUP: "", Action.NOC: before}.get(action, text.after or before)
        return self._proposal(
            action, (target.number,) if target else (), before, after, compare_words(before, after)
        )

    def _move(self, text: "_Text") -> Proposal:
        """ADD*: the clause is the one with these words, the address says where it goes."""
        to = f"{self.address} {text.label}".strip() if text.label else self.address
        clause = by_words(self.base, text.before or text.after)
        moved = self._about(clause, text)
        said = Evidence("itu-form", self.block.evidence.words, moved_to(to))
        return replace(moved, evidence=(*moved.evidence, said))

    def _additions(self) -> Iterator[Proposal]:
        for text in self.texts:
            address = self.address
            if text.label and not key(address).endswith(key(text.label)):
                address = f"{address} {text.label}".strip()
            self.address = address
            place = place_for(self.base, address) if address else ()
            pieces = (Piece(Op.ADDED, text.after),)
            yield self._proposal(Action.ADD, place, "", text.after, pieces)

    def _proposal(
        self,
        action: Action,
        base_clauses: tuple[int, ...],
        before: str,
        after: str,
        pieces: tuple[Piece, ...],
    ) -> Proposal:
        address = self.address
        if base_clauses and action is not Action.ADD:
            address = self.base.clauses[base_clauses[0]].address or address
        return Proposal(
            states=self.voice.states,
            action=action,
            base_clauses=base_clauses,
            address=address,
            before=before,
            after=after,
            pieces=pieces,
            evidence=(self.block.evidence, *self.voice.evidence),
            confidence=self.voice.confidence,
            reasons=self.block.reasons,
        )


def _is_front(base: Draft, text: str) -> bool:
    front = (c.text for c in base.clauses if c.kind in {Kind.TITLE, Kind.OTHER})
    return any(key(text) == key(words) for words in front)


@dataclass(frozen=True, slots=True)
class _Text:
    """A paragraph of a proposal without its label, before and after its tracked changes."""

    label: str
    before: str
    after: str

    @classmethod
    def of(cls, paragraph: Paragraph) -> "_Text":
        before, after = text_of(paragraph, Reading.BEFORE), text_of(paragraph)
        typed = sure_label(after)
        label = paragraph.label_after or (typed.text if typed else "")
        return cls(label, _bare(before), _bare(after))


def _bare(text: str) -> str:
    label = sure_label(text)
    return " ".join(text[label.end if label else 0 :].split())


# --- a whole text under one line --------------------------------------------------------


def _is_whole_text(base: Draft, block: Block) -> bool:
    headings = {key(t) for p in block.paragraphs if is_heading(base, t := text_of(p))}
    return block.line.action is Action.MOD and len(headings) >= WHOLE_TEXT_FROM


def _of_whole_text(base: Draft, block: Block, voice: Voice) -> tuple[Proposal, ...]:
    """Each difference between the base and the text under the line."""
    pairing = pair(base, read_draft(WordDocument(block.paragraphs), Reading.AFTER))
    said = replace(voice, evidence=(*voice.evidence, block.evidence))
    found = proposals_of_redraft(pairing, said, kind="itu-form", reasons=block.reasons)
    held = len({n for numbers in pairing.base_of.values() for n in numbers})
    if held >= len(base.clauses) * FITS_AT_LEAST:
        return found
    # An excerpt deletes nothing by what it leaves out.
    return tuple(proposal for proposal in found if proposal.action is not Action.SUP)


def _without_departures(proposals: list[Proposal]) -> tuple[Proposal, ...]:
    """SUP* says of a clause what its ADD* elsewhere says too: one move."""
    moved = {(p.states, p.base_clauses) for p in proposals if p.action is Action.MOVE}
    return tuple(
        p
        for p in proposals
        if p.action is not Action.SUP
        or (p.states, p.base_clauses) not in moved
        or not any(e.words.startswith("SUP*") for e in p.evidence)
    )
