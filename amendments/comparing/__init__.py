"""Which clause came from which, which words changed, and what kind of edit that is."""

from amendments.comparing.compare import ALGORITHM, compare
from amendments.comparing.meaning import EditKind, kinds_of_edit
from amendments.comparing.together import moved_together
from amendments.comparing.words import compare_words

__all__ = ["ALGORITHM", "EditKind", "compare", "compare_words", "kinds_of_edit", "moved_together"]
