"""The store: the one truth; SQLAlchemy Core over SQLite, migrated by Alembic."""

from amendments.store.drafts import KeptDraft, KeptProposal, Session, Store
from amendments.store.packing import pack, unpack
from amendments.store.rulings import About, Ruling

__all__ = ["About", "KeptDraft", "KeptProposal", "Ruling", "Session", "Store", "pack", "unpack"]
