"""Running an installation: serving it, filling it with the samples, keeping it safe."""

import os
import shutil
import sqlite3
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TypeVar

import click

from amendments.errors import AmendmentsError, IndexBehind, RequestRefused
from amendments.intake import sha256
from amendments.service import Service
from amendments.settings import Settings

__all__ = ["IndexBehind", "Unwell"]

T = TypeVar("T")

CORPUS = Path(__file__).parents[1] / "corpus" / "wsis"
"""The sample drafts that come with the source."""
DISK_FLOOR_BYTES = 100 * 1024 * 1024
"""Below this a database and its write-ahead log may no longer fit a busy day."""


class Unwell(AmendmentsError):
    """The self-checks found faults; each was printed with its cure."""

    def __str__(self) -> str:
        return "Something is wrong. Each line above says what to do."


def progress(items: Sequence[T], label: str) -> AbstractContextManager[Iterable[T]]:
    """The items, with a bar on standard error where a person watches."""
    return click.progressbar(
        items, label=label, file=sys.stderr, hidden=not sys.stderr.isatty(), show_pos=True
    )


def write_whole(path: Path, content: bytes) -> None:
    """Write the file whole or not at all; raises RequestRefused."""
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(file.name).replace(path)
    except OSError as fault:
        raise RequestRefused(
            f"{path} cannot be written ({fault.strerror}). Choose another place."
        ) from fault


def load_corpus(service: Service, folder: Path) -> None:
    """Take in the drafts that a manifest lists, in its order; twice changes nothing."""
    manifest = folder / "manifest.toml"
    if not manifest.is_file():
        raise RequestRefused(f"There is no {manifest}. Give the folder with --corpus FOLDER.")
    listed = tomllib.loads(manifest.read_text(encoding="utf-8"))
    with progress(listed["document"], "Taking in the sample drafts") as bar:
        for entry in bar:
            path = folder / entry["file"]
            service.ingest(
                path.read_bytes(),
                path.name,
                resolution=listed["resolution"],
                against=entry.get("against") or None,
                by=tuple(entry.get("by", ())),
                date=entry.get("date", ""),
                symbol=entry.get("symbol", ""),
                role=entry.get("role", ""),
                key=entry.get("key", ""),
                actor="sample corpus",
            )


def serve(service: Service, host: str, port: int, say: Callable[[str], None]) -> None:
    """Serve the web UI until interrupted."""
    import waitress  # noqa: PLC0415 - only a server needs it

    from webui.app import create_app  # noqa: PLC0415

    try:
        server = waitress.create_server(create_app(service), host=host, port=port)
    except OSError as fault:
        raise RequestRefused(
            f"Port {port} on {host} cannot be used ({fault.strerror}). Choose another with --port."
        ) from fault
    say(f"Serving on http://{host}:{server.effective_port}/ - stop with Ctrl+C.")
    server.run()


# --- keeping it safe ---------------------------------------------------------------------


def _database(settings: Settings) -> Path:
    if settings.database_url:
        raise RequestRefused(
            "The database is not the embedded one. Use its own tools, such as pg_dump."
        )
    return settings.home / "amendments.db"


def backup(settings: Settings, target: Path) -> None:
    """Copy the database as it is at this moment; raises RequestRefused."""
    source = _database(settings)
    if not source.is_file():
        raise RequestRefused(f"There is no history in {settings.home}. Set AMENDMENTS_HOME.")
    if target.exists():
        raise RequestRefused(f"{target} exists already. Choose another name.")
    part = target.with_name(target.name + ".part")
    with sqlite3.connect(source) as here, sqlite3.connect(part) as there:
        here.backup(there)
    here.close()
    there.close()
    with part.open("rb") as file:
        os.fsync(file.fileno())
    part.replace(target)


def restore(settings: Settings, source: Path, *, replace: bool) -> None:
    """Put a backup in the place of the database; raises RequestRefused."""
    target = _database(settings)
    if target.exists() and not replace:
        raise RequestRefused(
            f"There is a history in {settings.home}. Stop the server and add --replace, "
            "or set AMENDMENTS_HOME to another folder."
        )
    if not _is_sound(source):
        raise RequestRefused(f"{source} is no sound backup. Choose another one.")
    settings.home.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    shutil.copyfile(source, part)
    for leftover in ("-wal", "-shm"):
        target.with_name(target.name + leftover).unlink(missing_ok=True)
    part.replace(target)


def _is_sound(path: Path) -> bool:
    try:
        database = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        (answer,) = database.execute("PRAGMA integrity_check").fetchone()
        database.execute("SELECT count(*) FROM audit").fetchone()
        database.close()
    except sqlite3.DatabaseError:
        return False
    return bool(answer == "ok")


def examine(service: Service) -> tuple[str, ...]:
    """Every fault that can be found; each ends with its cure."""
    faults = list(service.ready())
    with service.store.reading() as session:
        if session.connection.dialect.name == "sqlite":
            answer = session.connection.exec_driver_sql("PRAGMA integrity_check").scalar()
            if answer != "ok":
                faults.append(f"The database is damaged ({answer}). Restore the last backup.")
        for kept in session.drafts():
            if sha256(session.content(kept.id)) != kept.record.sha256:
                what = f"{kept.record.resolution}/{kept.record.key}"
                faults.append(f"The file of {what} is not what was taken in. Restore a backup.")
    free = shutil.disk_usage(service.settings.home).free
    if free < DISK_FLOOR_BYTES:
        faults.append(f"Only {free // 2**20} MB of disk are free. Make room.")
    return tuple(faults)
