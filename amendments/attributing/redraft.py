"""Proposals of a file without marks: every difference from the base is one."""

from collections.abc import Sequence

from amendments.attributing.moves import moved_to
from amendments.attributing.pairing import Pairing, changes_wording, is_outside_text
from amendments.attributing.speaking import Voice
from amendments.model import Action, Change, ChangeKind, Clause, Evidence, Proposal

ACTIONS = {
    ChangeKind.MODIFIED: Action.MOD,
    ChangeKind.SPLIT: Action.MOD,
    ChangeKind.MERGED: Action.MOD,
    ChangeKind.ADDED: Action.ADD,
    ChangeKind.DELETED: Action.SUP,
    ChangeKind.MOVED: Action.MOVE,
}


def proposals_of_redraft(
    pairing: Pairing, voice: Voice, *, kind: str = "redraft", reasons: str = ""
) -> tuple[Proposal, ...]:
    """Each change of wording or place as a proposal of the States that speak."""
    found: list[Proposal] = []
    for change in pairing.comparison.changes:
        action = ACTIONS.get(change.kind)
        if action is None or _is_of_the_cover(pairing, change):
            continue
        if action is Action.MOD and not changes_wording(change):
            continue
        found.append(_proposal(pairing, change, action, voice, (kind, reasons)))
    return tuple(found)


def _proposal(
    pairing: Pairing, change: Change, action: Action, voice: Voice, why: tuple[str, str]
) -> Proposal:
    kind, reasons = why
    base_clauses = pairing.after_which(change.new[0]) if action is Action.ADD else change.old
    printed = [pairing.other.clauses[n].address for n in change.new]
    here = ", ".join(address for address in printed if address)
    address = here if action is Action.ADD else pairing.address(base_clauses, here)
    place = moved_to(here) if action is Action.MOVE else here or address
    return Proposal(
        states=voice.states,
        action=action,
        base_clauses=base_clauses,
        address=address,
        before=change.before,
        after=change.after,
        pieces=change.pieces,
        evidence=(Evidence(kind, str(change.kind), place), *voice.evidence),
        confidence=voice.confidence,
        reasons=reasons,
    )


def _is_of_the_cover(pairing: Pairing, change: Change) -> bool:
    return _all_on_cover([pairing.base.clauses[n] for n in change.old]) and _all_on_cover(
        [pairing.other.clauses[n] for n in change.new]
    )


def _all_on_cover(clauses: Sequence[Clause]) -> bool:
    return all(is_outside_text(clause) for clause in clauses)
