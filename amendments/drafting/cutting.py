"""A clause parted at a place of its words, with its tracked changes."""

from dataclasses import replace

from amendments.model import Clause, Reading, Run


def whole(clause: Clause) -> str:
    """The clause as printed: its label and its words."""
    return f"{clause.label} {clause.text}".strip()


def cut(clause: Clause, at: int, reading: Reading) -> tuple[Clause, Clause]:
    """The words before a place of the text and those from it on, without the space between.

    The label stays with the first part. Each part's runs of this reading spell its text.
    """
    first, second = clause.text[:at].rstrip(), clause.text[at:].lstrip()
    before, rest = _parted(clause.runs, len(first), reading)
    after = _without(rest, len(clause.text) - len(first) - len(second), reading)
    return replace(clause, text=first, runs=before), replace(clause, text=second, runs=after)


def _parted(
    runs: tuple[Run, ...], at: int, reading: Reading
) -> tuple[tuple[Run, ...], tuple[Run, ...]]:
    """The runs before a place of the reading, and those from it on."""
    before: list[Run] = []
    after: list[Run] = []
    for run in runs:
        if not run.exists_in(reading):  # what only the other reading has keeps its neighbours
            (after or before).append(run)
            continue
        here, there = run.text[:at], run.text[at:]
        at -= len(here)
        if here:
            before.append(replace(run, text=here))
        if there:
            after.append(replace(run, text=there))
    return tuple(before), tuple(after)


def _without(runs: tuple[Run, ...], many: int, reading: Reading) -> tuple[Run, ...]:
    """The runs less the first characters of the reading."""
    kept: list[Run] = []
    for run in runs:
        text = run.text
        if run.exists_in(reading):
            text, many = text[many:], max(many - len(text), 0)
        if text:
            kept.append(replace(run, text=text))
    return tuple(kept)
