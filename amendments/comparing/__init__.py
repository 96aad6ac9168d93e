"""Which clause came from which, and which words changed."""

from amendments.comparing.compare import ALGORITHM, compare
from amendments.comparing.words import compare_words

__all__ = ["ALGORITHM", "compare", "compare_words"]
