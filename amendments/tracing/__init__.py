"""What became of proposals in the later drafts."""

from amendments.tracing.fates import Fate, fate, fates

__all__ = ["Fate", "fate", "fates"]
