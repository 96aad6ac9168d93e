"""Search in the whole history: one query language, one analyser, interchangeable engines."""

from amendments.search.criteria import Criteria
from amendments.search.memory import MemoryIndex
from amendments.search.records import (
    HITS_A_PAGE,
    Found,
    FoundHit,
    Index,
    SearchRecord,
)
from amendments.search.whoosh_engine import WhooshIndex

__all__ = [
    "HITS_A_PAGE",
    "Criteria",
    "Found",
    "FoundHit",
    "Index",
    "MemoryIndex",
    "SearchRecord",
    "WhooshIndex",
]
