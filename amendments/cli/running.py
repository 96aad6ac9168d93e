"""Commands that run an installation: serve, demo, backup, restore, index, doctor, settings."""

from pathlib import Path

import click

from amendments import operations
from amendments.cli.frame import WORD_FILE, commands, say, service, settings
from amendments.service import Service
from amendments.store import pack


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
