"""The store keeps all of a deed or none of it, and its log for ever."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa

from amendments.errors import NotFound
from amendments.model import Clause, Kind, Mark, Op, Part, Piece, Run, Silent
from amendments.notices import Notice
from amendments.records import ClauseRecord, DraftRecord
from amendments.store import Store, pack, unpack

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


@pytest.fixture
def store(tmp_path):
    store = Store(f"sqlite:///{tmp_path / 'kept.db'}")
    yield store
    store.engine.dispose()


def record(key="draft-1", sha256="a" * 64):
    return DraftRecord(
        resolution="wsis",
        key=key,
        role="draft",
        title="WSIS",
        filename="wsis.docx",
        sha256=sha256,
        states=("BRA",),
        authors={"Author": None},
        silent=(Silent("considering e)", "as appropriate", ""),),
        notices=(Notice("part-guessed", "paragraph 3", "A guess."),),
        received="2026-01-02T03:04:05Z",
    )


def keep(store, kept, content=b"bytes"):
    with store.writing() as session:
        session.open_resolution("wsis", title="WSIS", body="The Council")
        number = session.keep_draft(kept, content, None)
        session.audit(at=NOW, actor="officer", did="draft.ingested", what=kept.key)
    return number


def test_a_kept_draft_comes_back_as_it_was(store):
    keep(store, record())
    with store.reading() as session:
        assert session.draft("wsis", "draft-1").record == record()


def test_the_bytes_come_back_as_they_came(store):
    number = keep(store, record(), b"\x00PK\xff")
    with store.reading() as session:
        assert session.content(number) == b"\x00PK\xff"


def test_clauses_keep_their_identity_and_marks(store):
    number = keep(store, record())
    mark = Mark("J. Silva (Brazil)", "2026-01-01T00:00:00Z", "7")
    clause = Clause(
        0, Kind.CLAUSE, Part.PREAMBLE, "that", runs=(Run("that", inserted=mark),), paragraphs=(4,)
    )
    with store.writing() as session:
        session.keep_clauses(number, [ClauseRecord("c1", clause)])
    with store.reading() as session:
        assert session.clauses(number) == (ClauseRecord("c1", clause),)


def test_a_deed_that_fails_leaves_nothing_behind(store):
    with pytest.raises(ZeroDivisionError), store.writing() as session:
        session.open_resolution("wsis", title="WSIS", body="")
        session.keep_draft(record(), b"", None)
        raise ZeroDivisionError
    with store.reading() as session:
        assert session.resolutions() == ()


def test_the_same_bytes_cannot_be_kept_twice_in_one_resolution(store):
    keep(store, record())
    with pytest.raises(sa.exc.IntegrityError):
        keep(store, replace(record(), key="draft-2"))


@pytest.mark.parametrize(
    "deed",
    [
        "UPDATE audit SET actor = 'nobody'",
        "DELETE FROM audit",
        "INSERT OR REPLACE INTO audit VALUES (1, '', '', '', '', '{}')",
    ],
)
def test_the_log_is_append_only(store, deed):
    keep(store, record())
    with pytest.raises(sa.exc.DatabaseError, match="append-only"), store.writing() as session:
        session.connection.execute(sa.text(deed))


def test_an_unknown_draft_is_not_found_and_says_what_to_do(store):
    keep(store, record())
    with store.reading() as session, pytest.raises(NotFound, match="Choose one"):
        session.draft("wsis", "draft-9")


def test_the_migrations_make_the_tables_the_queries_speak_of(store):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from amendments.store.schema import metadata

    with store.engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    assert differences == []


def test_packing_gives_back_what_it_was_given():
    pieces = (Piece(Op.KEPT, "a"), Piece(Op.ADDED, "b"))
    assert unpack(tuple[Piece, ...], pack(pieces)) == pieces
