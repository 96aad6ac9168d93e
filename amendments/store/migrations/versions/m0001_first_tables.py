"""The first tables.

Written out, not taken from the schema: a migration must make the same tables for ever.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

AUDIT_KEEPS = (
    ("audit_keeps_its_words", "BEFORE UPDATE ON audit"),
    ("audit_keeps_its_rows", "BEFORE DELETE ON audit"),
    # INSERT OR REPLACE deletes without firing delete triggers.
    (
        "audit_is_never_replaced",
        "BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)",
    ),
)


def text(name: str, **options: object) -> sa.Column[str]:
    """A text column that is never null."""
    return sa.Column(name, sa.Text, nullable=False, **options)  # type: ignore[arg-type]


def json(name: str) -> sa.Column[object]:
    """A JSON column that is never null."""
    return sa.Column(name, sa.JSON, nullable=False)


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "resolution",
        sa.Column("slug", sa.String, primary_key=True),
        text("title"),
        text("body", server_default=""),
        text("session", server_default=""),
    )
    op.create_table(
        "file",
        sa.Column("sha256", sa.String, primary_key=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("resolution", sa.String, sa.ForeignKey("resolution.slug"), nullable=False),
        *(text(name) for name in ("key", "role", "title", "filename")),
        sa.Column("sha256", sa.String, sa.ForeignKey("file.sha256"), nullable=False),
        *(text(name) for name in ("symbol", "date")),
        sa.Column("base", sa.Integer, sa.ForeignKey("draft.id")),
        text("language"),
        *(json(name) for name in ("states", "authors", "changes", "silent", "notices")),
        text("received"),
        sa.UniqueConstraint("resolution", "key"),
        sa.UniqueConstraint("resolution", "sha256"),
    )
    op.create_table(
        "clause",
        sa.Column("draft", sa.Integer, sa.ForeignKey("draft.id"), primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.String, nullable=False, index=True),
        json("clause"),
    )
    op.create_table(
        "comparison",
        sa.Column("old", sa.Integer, sa.ForeignKey("draft.id"), primary_key=True),
        sa.Column("new", sa.Integer, sa.ForeignKey("draft.id"), primary_key=True),
        sa.Column("algorithm", sa.String, primary_key=True),
        json("changes"),
    )
    op.create_table(
        "proposal",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("draft", sa.Integer, sa.ForeignKey("draft.id"), nullable=False, index=True),
        sa.Column("position", sa.Integer, nullable=False),
        text("clause"),
        json("proposal"),
        sa.Column("confidence", sa.Float, nullable=False),
        text("status", server_default="proposed"),
    )
    op.create_table(
        "held",
        sa.Column("token", sa.String, primary_key=True),
        text("filename"),
        sa.Column("content", sa.LargeBinary, nullable=False),
        text("at"),
    )
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer, primary_key=True),
        *(text(name) for name in ("at", "actor", "did", "object")),
        json("detail"),
    )
    if op.get_context().dialect.name == "sqlite":
        for name, when in AUDIT_KEEPS:
            op.execute(
                f"CREATE TRIGGER {name} {when} "
                "BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END"
            )
