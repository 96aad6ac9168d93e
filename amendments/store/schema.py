"""The tables. Migrations make them; the queries speak of them by these names."""

from sqlalchemy import (
    JSON,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

resolution = Table(
    "resolution",
    metadata,
    Column("slug", String, primary_key=True),
    Column("title", Text, nullable=False),
    Column("body", Text, nullable=False, server_default=""),
    Column("session", Text, nullable=False, server_default=""),
)

file = Table(
    "file",
    metadata,
    Column("sha256", String, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
"""The bytes of every Word file taken in, kept as they came."""

draft = Table(
    "draft",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("resolution", ForeignKey("resolution.slug"), nullable=False),
    Column("key", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("filename", Text, nullable=False),
    Column("sha256", ForeignKey("file.sha256"), nullable=False),
    Column("symbol", Text, nullable=False),
    Column("date", Text, nullable=False),
    Column("base", ForeignKey("draft.id")),
    Column("language", Text, nullable=False),
    Column("states", JSON, nullable=False),
    Column("authors", JSON, nullable=False),
    Column("changes", JSON, nullable=False),
    Column("silent", JSON, nullable=False),
    Column("notices", JSON, nullable=False),
    Column("received", Text, nullable=False),
    UniqueConstraint("resolution", "key"),
    UniqueConstraint("resolution", "sha256"),
)

clause = Table(
    "clause",
    metadata,
    Column("draft", ForeignKey("draft.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, index=True),
    Column("clause", JSON, nullable=False),
)
"""The clauses of every draft; `id` is the clause's identity, the same in every draft."""

comparison = Table(
    "comparison",
    metadata,
    Column("old", ForeignKey("draft.id"), primary_key=True),
    Column("new", ForeignKey("draft.id"), primary_key=True),
    Column("algorithm", String, primary_key=True),
    Column("changes", JSON, nullable=False),
)

proposal = Table(
    "proposal",
    metadata,
    Column("id", String, primary_key=True),
    Column("draft", ForeignKey("draft.id"), nullable=False, index=True),
    Column("position", Integer, nullable=False),
    Column("clause", Text, nullable=False),
    Column("proposal", JSON, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("status", Text, nullable=False, server_default="proposed"),
)
"""What each contribution asks for; `clause` is the identity of the base's clause."""

held = Table(
    "held",
    metadata,
    Column("token", String, primary_key=True),
    Column("filename", Text, nullable=False),
    Column("content", LargeBinary, nullable=False),
    Column("at", Text, nullable=False),
)
"""Files between the two steps of an upload: looked at, not yet taken in."""

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("did", Text, nullable=False),
    Column("object", Text, nullable=False),
    Column("detail", JSON, nullable=False),
)
"""Who did what when; append-only, by triggers."""

ruling = Table(
    "ruling",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("actor", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("object", Text, nullable=False),
    Column("value", JSON),
    Index("ix_ruling_object", "about", "object"),
)
"""What people said by hand; the newest on a thing stands, an empty value takes it back."""
