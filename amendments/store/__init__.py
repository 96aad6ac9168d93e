"""The store: the one truth; SQLAlchemy Core over SQLite, migrated by Alembic."""

from amendments.store.drafts import KeptDraft, KeptProposal, Session, Store
from amendments.store.packing import pack, unpack

__all__ = ["KeptDraft", "KeptProposal", "Session", "Store", "pack", "unpack"]
