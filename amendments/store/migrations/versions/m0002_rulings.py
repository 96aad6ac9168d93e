"""What people said by hand: whose an author or a proposal is, and what was decided."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

KEEPS = (
    ("ruling_keeps_its_words", "BEFORE UPDATE ON ruling"),
    ("ruling_keeps_its_rows", "BEFORE DELETE ON ruling"),
)


def upgrade() -> None:
    """Make the table; its rows are never changed, a later one overrules an earlier one."""
    op.create_table(
        "ruling",
        sa.Column("id", sa.Integer, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("at", "actor", "about", "object")),
        sa.Column("value", sa.JSON),
    )
    op.create_index("ix_ruling_object", "ruling", ["about", "object"])
    if op.get_context().dialect.name == "sqlite":
        for name, when in KEEPS:
            op.execute(
                f"CREATE TRIGGER {name} {when} "
                "BEGIN SELECT RAISE(ABORT, 'rulings are never changed, only overruled'); END"
            )
