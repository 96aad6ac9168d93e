"""Commands on the history: ingest, search, proposals, table."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

import click

from amendments import operations
from amendments.cli.frame import (
    AS_JSON,
    WORD_FILE,
    commands,
    print_json,
    say,
    service,
)
from amendments.drafting.states import state
from amendments.model import Piece
from amendments.publishing import marked as with_marks
from amendments.records import DraftRecord, SnippetRun, Wanted
from amendments.store import pack


@commands.command()
@click.argument("files", nargs=-1, required=True, type=WORD_FILE)
@click.option("--resolution", required=True, help="The resolution's short name, such as wsis.")
@click.option("--against", help="The draft it was written against; else the latest.")
@click.option("--by", multiple=True, help="A State or group whose contribution it is.")
@click.option("--as", "role", default="", help="draft or contribution; else what the file seems.")
@click.option("--date", default="", help="The day of the document, as 2026-05-31.")
@click.option("--symbol", default="", help="The document's symbol.")
@AS_JSON
def ingest(
    files: tuple[Path, ...],
    *,
    resolution: str,
    against: str | None,
    by: tuple[str, ...],
    role: str,
    date: str,
    symbol: str,
    as_json: bool,
) -> None:
    """Take drafts and contributions in.

    Example: amendments ingest brazil.docx --resolution wsis --against draft-1 --by Brazil
    """
    here = service()
    with operations.progress(files, "Taking in") as bar:
        for file in bar:
            taken = here.ingest(
                file.read_bytes(),
                file.name,
                resolution=resolution,
                against=against,
                by=by,
                role=role,
                date=date,
                symbol=symbol,
            )
            if as_json:
                print_json(ingested_of(taken.draft, file, new=taken.new))
            else:
                _tell(taken.draft, file, new=taken.new)


def ingested_of(draft: DraftRecord, file: Path, *, new: bool) -> dict[str, Any]:
    """What was taken in, as `ingest --json` prints it."""
    return {
        "file": str(file),
        "draft": draft.key,
        "resolution": draft.resolution,
        "new": new,
        "clauses": draft.clauses,
        "changes": draft.changes,
        "proposals": draft.proposals,
        "authors": draft.authors,
        "silent": pack(draft.silent),
        "notices": pack(draft.notices),
    }


def _tell(draft: DraftRecord, file: Path, *, new: bool) -> None:
    what = f"{draft.resolution}/{draft.key}"
    if not new:
        say(f"{file.name}: is here already as {what}; nothing was changed.")
        return
    changes = ", ".join(f"{n} {kind}" for kind, n in sorted(draft.changes.items())) or "no changes"
    click.echo(f"{what}: {draft.clauses} clauses, {changes}, {draft.proposals} proposals")
    for silent in draft.silent:
        say(f"{file.name}: changed without a mark at {silent.address}")


@commands.command(name="read-again")
@click.argument("resolution")
@click.argument("draft", default="")
def read_again(resolution: str, draft: str) -> None:
    """Read a draft, or all of a resolution, anew, with what was compared with it.

    For after an update of the program. Links, decisions and corrections stay.

    Example: amendments read-again wsis draft-2
    """
    for key in service().read_again(resolution, draft):
        click.echo(f"{resolution}/{key}")


@commands.command()
@click.argument("resolution")
@click.option("--base", default="", help="The draft proposed on; else the newest that has any.")
@click.option("--state", "states", multiple=True, help="Only what this State or group proposes.")
@click.option("--part", default="", help="Only in the preamble, operative part or annex.")
@click.option("--output", required=True, type=click.Path(dir_okay=False, path_type=Path))
def table(resolution: str, *, base: str, states: tuple[str, ...], part: str, output: Path) -> None:
    """The compilation table of proposals: .docx, .xlsx or .csv, by the name of OUTPUT.

    Example: amendments table wsis --output proposals.docx
    """
    kind = output.suffix.lower().lstrip(".")
    operations.write_whole(
        output, service().table(resolution, kind, base, Wanted(states, part=part))
    )
    say(f"Written: {output}")


@commands.command()
@click.argument("resolution")
@click.argument("draft")
@click.option("--state", "states", multiple=True, help="Only what this State or group proposes.")
@click.option("--output", required=True, type=click.Path(dir_okay=False, path_type=Path))
def marked(resolution: str, draft: str, *, states: tuple[str, ...], output: Path) -> None:
    """A draft as a Word file with the proposals on it, each under the names of its States.

    Example: amendments marked wsis draft-1 --output draft-1-marked.docx
    """
    found = service().marked(resolution, draft, Wanted(states))
    operations.write_whole(output, found.value)
    for notice in found.notices:
        say(f"Left out: {notice.where}. {notice.detail}")
    say(f"Written: {output}")


@commands.command()
@click.argument("words", nargs=-1)
@click.option("--state", multiple=True, help="Only what this State proposed.")
@click.option("--resolution", multiple=True, help="Only in this resolution.")
@click.option("--draft", multiple=True, help="Only in this draft.")
@click.option("--kind", multiple=True, help="Only clause or proposal.")
@click.option("--change", multiple=True, help="Only added, deleted, modified, moved …")
@click.option("--edit", multiple=True, help="Only weaker, stronger, numbers, qualified …")
@click.option("--after", default="", help="Only from this day on.")
@click.option("--before", default="", help="Only up to this day.")
@click.option("--page", default=1, type=click.IntRange(1))
@AS_JSON
def search(words: tuple[str, ...], *, as_json: bool, **filters: Any) -> None:
    """Find in the history: texts, inserted and deleted words.

    Example: amendments search deleted:roadmap --state BRA
    """
    here = service()
    query = {"q": [" ".join(words)], "page": [str(filters.pop("page"))]}
    filters["state"] = [state(name).code for name in filters["state"]]
    for name, value in filters.items():
        query[name] = [value] if isinstance(value, str) else list(value)
    found = here.search(here.criteria(query))
    for hit in found.hits:
        if as_json:
            print_json(pack(hit))
        else:
            states = ", ".join(hit.states)
            click.echo(f"{hit.resolution} {hit.draft}, {hit.address} {hit.change} {states}")
            click.echo(f"    {_marked_up(hit.snippet)}\n    {hit.url}")
    for notice in found.notices:
        say(notice.detail)
    say(f"{found.total} found, page {found.page} of {found.pages}.")


@commands.command()
@click.argument("resolution")
@click.option("--state", "states", multiple=True, help="Only what this State or group proposed.")
@click.option("--groups", is_flag=True, help="Also what the groups of the State proposed.")
@click.option("--action", default="", help="Only ADD, MOD, SUP, NOC or MOVE.")
@click.option("--status", default="", help="Only agreed, withdrawn, adopted in part …")
@click.option("--part", default="", help="Only in the preamble, operative part or annex.")
@AS_JSON
def proposals(resolution: str, *, as_json: bool, **wanted: Any) -> None:
    """Who proposes what, clause by clause.

    Example: amendments proposals wsis --state BRA
    """
    page = service().proposals(resolution, Wanted(**wanted))
    for base, rows in page.bases:
        for row in rows:
            for proposal in row.proposals:
                if as_json:
                    print_json(pack(proposal))
                    continue
                states = ", ".join(proposal.states) or "not attributed"
                fate = f" ({proposal.fate})" if proposal.fate else ""
                click.echo(f"{base.key} {proposal.address}: {proposal.action} {states}{fate}")
                click.echo(f"    {with_marks(proposal.pieces)}")


def _marked_up(snippet: Sequence[SnippetRun]) -> str:
    """The words shown of a hit: "letters[-, «questionnaires»-] or other methods"."""
    pieces = [
        Piece(op, "".join(f"«{run.text}»" if run.is_found else run.text for run in runs))
        for op, runs in groupby(snippet, key=lambda run: run.op)
    ]
    return with_marks(tuple(pieces))
