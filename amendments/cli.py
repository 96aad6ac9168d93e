"""The command line: data to standard output, words to standard error.

Exit 0 done, 1 refused with a message that ends with the cure, 2 wrong usage.
"""

import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from amendments import operations
from amendments.comparing import compare as compare_drafts
from amendments.errors import AmendmentsError
from amendments.model import Change, ChangeKind, Clause, Draft, Op, Reading
from amendments.records import DraftRecord
from amendments.service import Service, read_outline, redline
from amendments.settings import Settings, from_environment
from amendments.store import pack

WORD_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
READING = click.Choice([str(reading) for reading in Reading])
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a line.")
SIGNS = {Op.KEPT: ("", ""), Op.DELETED: ("[-", "-]"), Op.ADDED: ("{+", "+}")}


def main() -> None:
    """Run the command; a fault of the user's is one sentence and exit code 1."""
    try:
        commands.main(standalone_mode=False)
    except click.exceptions.Exit as done:
        sys.exit(done.exit_code)
    except click.Abort:
        sys.exit(130)
    except click.ClickException as wrong:
        wrong.show()
        sys.exit(2)
    except AmendmentsError as refused:
        click.echo(f"amendments: {refused}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        # The reader of our output has gone ("| head"): nothing is wrong.
        sys.stdout = open(os.devnull, "w")  # noqa: PTH123, SIM115
        sys.exit(0)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="amendments")
def commands() -> None:
    r"""Follow a resolution from first draft to adoption.

    \b
    Take drafts in, see what became of every clause, who asked for it, and what became of that:
      amendments ingest draft-1.docx draft-2.docx --resolution wsis
      amendments search roadmap
      amendments serve
    """


def settings() -> Settings:
    """What the environment says."""
    return from_environment(os.environ)


def service() -> Service:
    """The installation, its index brought up to date where it is not."""
    opened = Service(settings())
    if not opened.index_is_current():
        opened.rebuild_index()
    return opened


def say(words: str) -> None:
    """Words for a person, never mixed with the data."""
    click.echo(words, err=True)


def print_json(value: Any) -> None:
    """One object on one line."""
    click.echo(json.dumps(value, ensure_ascii=False))


# --- files alone --------------------------------------------------------------------------


@commands.command()
@click.argument("files", nargs=-1, required=True, type=WORD_FILE)
@click.option("--reading", type=READING, default="after", help="Under tracked changes.")
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
@click.option("--old-reading", type=READING, default="after", help="Under tracked changes.")
@click.option("--new-reading", type=READING, default="after", help="Under tracked changes.")
@AS_JSON
def compare(old: Path, new: Path, *, old_reading: str, new_reading: str, as_json: bool) -> None:
    """What became of every clause.

    Example: amendments compare draft-1.docx draft-2.docx
    """
    before = read_outline(old.read_bytes(), settings(), Reading(old_reading))
    after = read_outline(new.read_bytes(), settings(), Reading(new_reading))
    comparison = compare_drafts(before, after)
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
    words = "".join(f"{SIGNS[p.op][0]}{p.text}{SIGNS[p.op][1]}" for p in change.pieces)
    return f"{change.kind} {place}\n    {words}"


@commands.command("redline")
@click.argument("old", type=WORD_FILE)
@click.argument("new", type=WORD_FILE)
@click.option("--author", required=True, help="Whose the tracked changes are to be.")
@click.option("--output", required=True, type=click.Path(path_type=Path), help="The file to write.")
@click.option("--old-reading", type=READING, default="after", help="Under tracked changes.")
@click.option("--new-reading", type=READING, default="after", help="Under tracked changes.")
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


# --- the installation -----------------------------------------------------------------------


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


@commands.command()
@click.argument("words", nargs=-1)
@click.option("--state", multiple=True, help="Only what this State proposed.")
@click.option("--resolution", multiple=True, help="Only in this resolution.")
@click.option("--draft", multiple=True, help="Only in this draft.")
@click.option("--change", multiple=True, help="Only added, deleted, modified, moved …")
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
    for name, value in filters.items():
        query[name] = [value] if isinstance(value, str) else list(value)
    found = here.search(here.criteria(query))
    for hit in found.hits:
        snippet = "".join(f"«{text}»" if lit else text for text, lit in hit.snippet)
        if as_json:
            plain = "".join(text for text, _ in hit.snippet)
            print_json(pack(hit) | {"snippet": plain})
        else:
            states = ", ".join(hit.states)
            click.echo(f"{hit.resolution} {hit.draft}, {hit.address} {hit.change} {states}")
            click.echo(f"    {snippet}\n    {hit.url}")
    for notice in found.notices:
        say(notice.detail)
    say(f"{found.total} found, page {found.page} of {found.pages}.")


@commands.command()
@click.argument("resolution")
@click.option("--state", default="", help="Only what this State proposed.")
@AS_JSON
def proposals(resolution: str, *, state: str, as_json: bool) -> None:
    """Who proposes what, clause by clause.

    Example: amendments proposals wsis --state BRA
    """
    page = service().proposals(resolution, state)
    for base, rows in page.bases:
        for row in rows:
            for proposal in row.proposals:
                if as_json:
                    print_json(pack(proposal))
                    continue
                states = ", ".join(proposal.states) or "not attributed"
                fate = f" ({proposal.fate})" if proposal.fate else ""
                words = "".join(
                    f"{SIGNS[p.op][0]}{p.text}{SIGNS[p.op][1]}" for p in proposal.pieces
                )
                click.echo(f"{base.key} {proposal.address}: {proposal.action} {states}{fate}")
                click.echo(f"    {words}")


@commands.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8642, show_default=True, type=click.IntRange(0, 65535))
def serve(host: str, port: int) -> None:
    """Serve the web UI.

    Example: amendments serve --port 8642
    """
    operations.serve(service(), host, port, say)


@commands.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8642, show_default=True, type=click.IntRange(0, 65535))
@click.option("--corpus", type=click.Path(path_type=Path), help="A folder with a manifest.toml.")
@click.option("--no-serve", is_flag=True, help="Take the corpus in and stop.")
def demo(host: str, port: int, *, corpus: Path | None, no_serve: bool) -> None:
    """The web UI with the sample corpus loaded.

    Example: amendments demo
    """
    here = service()
    operations.load_corpus(here, corpus or operations.CORPUS)
    if not no_serve:
        operations.serve(here, host, port, say)


@commands.command()
@click.argument("file", type=click.Path(path_type=Path))
def backup(file: Path) -> None:
    """Copy the whole history into one FILE, while others work.

    Example: amendments backup history-2026-05-31.db
    """
    operations.backup(settings(), file)
    say(f"{file}: everything is in it. To put it back: amendments restore {file}")


@commands.command()
@click.argument("file", type=WORD_FILE)
@click.option("--replace", is_flag=True, help="Also where a history is here already.")
def restore(file: Path, *, replace: bool) -> None:
    """Put a backup in the place of the history.

    Example: amendments restore history-2026-05-31.db
    """
    operations.restore(settings(), file, replace=replace)
    say(f"Restored from {file}; {service().rebuild_index()} records were indexed.")


@commands.group()
def index() -> None:
    """The search index, which can be made anew at any time."""


@index.command("rebuild")
def index_rebuild() -> None:
    """Make the index anew from the store; searching goes on meanwhile."""
    say(f"{Service(settings()).rebuild_index()} records were indexed.")


@index.command("check")
def index_check() -> None:
    """Say whether the index has seen the newest change of the store."""
    if not Service(settings()).index_is_current():
        raise operations.IndexBehind
    say("The index is up to date.")


@commands.command()
def doctor() -> None:
    """Check everything that can be checked: database, files, index, disk."""
    faults = operations.examine(Service(settings()))
    for fault in faults:
        click.echo(fault)
    if faults:
        raise operations.Unwell
    say("All is well.")


@commands.command("settings")
def show_settings() -> None:
    """Every setting and its value."""
    for name, value in pack(settings()).items():
        click.echo(f"AMENDMENTS_{name.upper()}={value}")
