"""Commands on Word files alone, nothing kept: outline, compare, redline."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from amendments import operations
from amendments.cli.frame import (
    AS_JSON,
    READING,
    WORD_FILE,
    commands,
    print_json,
    say,
    settings,
)
from amendments.cli.laid import told_of
from amendments.comparing import compare as compare_drafts
from amendments.comparing import lay_on_base
from amendments.model import Change, ChangeKind, Clause, Draft, Reading
from amendments.publishing import marked
from amendments.service import read_outline, redline
from amendments.store import pack

Deed = TypeVar("Deed", bound=Callable[..., None])


def reading_of(option: str, whose: str) -> Callable[[Deed], Deed]:
    """The option that says which text of a file with tracked changes is meant."""
    words = f"The text before or after {whose} tracked changes."
    return click.option(f"--{option}", type=READING, default="after", show_default=True, help=words)


@commands.command()
@click.argument("files", nargs=-1, required=True, type=WORD_FILE)
@reading_of("reading", "its")
@AS_JSON
def outline(files: tuple[Path, ...], *, reading: str, as_json: bool) -> None:
    """The clauses of Word drafts.

    Example: amendments outline draft-1.docx
    """
    for file in files:
        draft = read_outline(file.read_bytes(), settings(), Reading(reading))
        if as_json:
            print_json(outline_of(draft, file))
            continue
        click.echo(f"{file}: {draft.title}")
        for clause in draft.clauses:
            indent = "  " * clause.level
            click.echo(f"{clause.address or clause.kind:>40}  {indent}{clause.label} {clause.text}")
        for notice in draft.notices:
            say(f"{file}: {notice.where}: {notice.detail}")


def outline_of(draft: Draft, file: Path) -> dict[str, Any]:
    """A draft as `outline --json` prints it."""
    return {
        "file": str(file),
        "title": draft.title,
        "language": draft.language,
        "notices": pack(draft.notices),
        "clauses": [_clause(clause) for clause in draft.clauses],
    }


def _clause(clause: Clause) -> dict[str, Any]:
    return {k: v for k, v in pack(clause).items() if k not in {"runs", "paragraphs"}}


@commands.command()
@click.argument("old", type=WORD_FILE)
@click.argument("new", type=WORD_FILE)
@click.argument("other", type=WORD_FILE, required=False)
@reading_of("old-reading", "OLD's")
@reading_of("new-reading", "NEW's")
@reading_of("other-reading", "OTHER's")
@AS_JSON
def compare(
    old: Path,
    new: Path,
    other: Path | None,
    *,
    old_reading: str,
    new_reading: str,
    other_reading: str,
    as_json: bool,
) -> None:
    """What became of every clause; with OTHER, what NEW and OTHER both made of OLD.

    NEW is then called A and OTHER B: “[A-struck-]{AB+added+}”. Each clause is by one
    alone, the same by both, goes together (compose) or is in conflict.

    Example: amendments compare draft-1.docx draft-2.docx

    Example: amendments compare draft-1.docx brazil.docx kenya.docx
    """
    before = read_outline(old.read_bytes(), settings(), Reading(old_reading))
    after = read_outline(new.read_bytes(), settings(), Reading(new_reading))
    comparison = compare_drafts(before, after)
    if other is not None:
        third = read_outline(other.read_bytes(), settings(), Reading(other_reading))
        both = (comparison, compare_drafts(before, third))
        laid = lay_on_base(before, (after, third), both)
        if as_json:
            sides = [outline_of(after, new), outline_of(third, other)]
            print_json({"base": outline_of(before, old), "sides": sides} | pack(laid))
            return
        for line in told_of(laid, before, (after, third)):
            click.echo(line)
        return
    if as_json:
        print_json(
            {
                "old": outline_of(before, old),
                "new": outline_of(after, new),
                "algorithm": comparison.algorithm,
                "changes": pack(comparison.changes),
            }
        )
        return
    for change in comparison.changes:
        if change.kind is not ChangeKind.UNCHANGED:
            click.echo(_told(change, before, after))


def _told(change: Change, before: Draft, after: Draft) -> str:
    olds = ", ".join(before.clauses[n].address for n in change.old)
    news = ", ".join(after.clauses[n].address for n in change.new)
    place = f"{olds} → {news}" if olds and news and olds != news else news or olds
    return f"{change.kind} {place}\n    {marked(change.pieces)}"


@commands.command("redline")
@click.argument("old", type=WORD_FILE)
@click.argument("new", type=WORD_FILE)
@click.option("--author", required=True, help="Whose the tracked changes are to be.")
@click.option("--output", required=True, type=click.Path(path_type=Path), help="The file to write.")
@reading_of("old-reading", "OLD's")
@reading_of("new-reading", "NEW's")
def redline_command(
    old: Path, new: Path, *, author: str, output: Path, old_reading: str, new_reading: str
) -> None:
    """OLD as a Word file with true tracked changes to NEW.

    Example: amendments redline draft-1.docx draft-2.docx --author Brazil --output redline.docx
    """
    content = redline(
        old.read_bytes(),
        new.read_bytes(),
        author=author,
        date=datetime.now(UTC),
        old_reading=Reading(old_reading),
        new_reading=Reading(new_reading),
    )
    operations.write_whole(output, content)
    say(f"{output}: reject all for {old.name}, accept all for {new.name}.")
