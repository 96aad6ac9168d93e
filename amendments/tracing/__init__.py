"""What became of proposals in the later drafts."""

from amendments.tracing.fates import Fate, fate

__all__ = ["Fate", "fate"]
