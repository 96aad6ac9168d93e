"""Six States amend one base: in one file or in six, the proposals are the same."""

from collections.abc import Iterable

import pytest
from negotiating import AUTHORS, BASE, document, draft

from amendments.attributing import attribute
from amendments.attributing.standing import conflicts, identical
from amendments.comparing import compare_words
from amendments.comparing.edits import edits_of
from amendments.model import Proposal

# What each would have in place of a line of the base; the line itself is not shown to change
# where two share it, so that each reads as if alone.
WISHES = {
    "BRA": {4: ("pivotal role", "leading role"), 10: ("all Member", "all interested Member")},
    "JPN": {4: ("society;", "society and the knowledge economy;"), 10: ("all Member", "all interested Member")},
    "FRA": {10: ("by 2030", "by 2035"), 9: ("continue the work", "continue and deepen the work")},
    "USA": {10: ("to submit a", "to submit voluntarily a"), 13: ("next session", "next ordinary session")},
    "EGY": {10: ("to submit a", "to submit, in good time, a"), 5: (" in rural areas", "")},
    "IND": {12: ("within the available budget", "from voluntary contributions")},
}  # fmt: skip
ADDED = {
    "EGY": (5, "bbis)\tthat the needs of the least developed countries are particular;"),
    "IND": (9, "1bis\tto open the Working Group to all stakeholders;"),
}
DELETED = {"USA": 7}

Key = tuple[tuple[str, ...], str, tuple[int, ...], str]


def wished(code: str, number: int) -> str:
    old, new = WISHES[code][number]
    assert old in BASE[number]
    return BASE[number].replace(old, new)


def overlaid(number: int, codes: Iterable[str]) -> str:
    """A line of the base with the tracked changes of all those States."""
    line = BASE[number]
    edits = [
        (edit, code)
        for code in codes
        if number in WISHES[code]
        for edit in edits_of(compare_words(line, wished(code, number)))
    ]
    for edit, code in sorted(edits, key=lambda one: (one[0].end, one[0].start), reverse=True):
        gone = f"{{-{code} {line[edit.start : edit.end]}}}" if edit.end > edit.start else ""
        come = f"{{+{code} {edit.words}}}" if edit.words else ""
        line = line[: edit.start] + gone + come + line[edit.end :]
    return line


def tracked(*codes: str) -> list[str]:
    lines: list[str] = []
    for number in range(len(BASE)):
        gone = next((code for code in codes if DELETED.get(code) == number), "")
        lines.append(f"-{gone} {BASE[number]}" if gone else overlaid(number, codes))
        lines += [f"+{c} {ADDED[c][1]}" for c in codes if c in ADDED and ADDED[c][0] == number]
    return lines


def clean(code: str) -> list[str]:
    lines: list[str] = []
    for number, line in enumerate(BASE):
        if DELETED.get(code) != number:
            lines.append(wished(code, number) if number in WISHES[code] else line)
        if code in ADDED and ADDED[code][0] == number:
            lines.append(ADDED[code][1])
    return lines


def key(proposal: Proposal) -> Key:
    return proposal.states, proposal.action, proposal.base_clauses, proposal.after


def in_one_file() -> tuple[Proposal, ...]:
    return attribute(draft(BASE), document(tracked(*WISHES))).proposals


def in_six_files() -> list[Proposal]:
    base = draft(BASE)
    files = [attribute(base, document(tracked(code))) for code in WISHES]
    return [proposal for file in files for proposal in file.proposals]


def as_redrafts() -> list[Proposal]:
    base = draft(BASE)
    files = [attribute(base, document(clean(code)), told=(code,)) for code in WISHES]
    return [proposal for file in files for proposal in file.proposals]


def stand(proposals: Iterable[Proposal]) -> set[tuple[Key, Key, str]]:
    listed = list(proposals)
    return {
        (key(listed[one]), key(listed[other]), how)
        for how, found in (("against", conflicts(listed)), ("alike", identical(listed)))
        for one, others in enumerate(found)
        for other in others
    }


def test_each_state_asks_for_what_it_wished():
    asked = {(p.states[0], p.action, p.after) for p in in_one_file()}
    plain = {number: line.partition("\t")[2] or line for number, line in enumerate(BASE)}
    for code, lines in WISHES.items():
        for number, (old, new) in lines.items():
            assert (code, "MOD", plain[number].replace(old, new)) in asked
    assert {(code, "ADD", line.partition("\t")[2]) for code, (_, line) in ADDED.items()} <= asked
    assert {(code, "SUP", "") for code in DELETED} <= asked
    assert len(asked) == sum(map(len, WISHES.values())) + len(ADDED) + len(DELETED)


@pytest.mark.parametrize("others", [in_six_files, as_redrafts])
def test_one_file_and_six_give_the_same_proposals(others):
    assert sorted(map(key, in_one_file())) == sorted(map(key, others()))


@pytest.mark.parametrize("others", [in_six_files, as_redrafts])
def test_one_file_and_six_give_the_same_conflicts_and_consensus(others):
    assert stand(in_one_file()) == stand(others())


def test_conflicts_and_consensus_are_those_intended():
    found = {(one[0][0], other[0][0], how) for one, other, how in stand(in_one_file())}
    assert found == {
        ("BRA", "JPN", "alike"),
        ("JPN", "BRA", "alike"),
        ("USA", "EGY", "against"),
        ("EGY", "USA", "against"),
    }


def test_no_change_is_silent():
    contribution = attribute(draft(BASE), document(tracked(*WISHES)))
    assert contribution.silent == ()
    assert contribution.authors == {
        AUTHORS[code]: code for code in ("BRA", "JPN", "USA", "EGY", "FRA", "IND")
    }
