"""Which clause came from which, which words changed, and what kind of edit that is."""

from amendments.comparing.compare import ALGORITHM, compare
from amendments.comparing.meaning import EditKind, kinds_in, kinds_of_edit
from amendments.comparing.three import lay_on_base
from amendments.comparing.together import moved_together
from amendments.comparing.words import compare_words

__all__ = [
    "ALGORITHM",
    "EditKind",
    "compare",
    "compare_words",
    "kinds_in",
    "kinds_of_edit",
    "lay_on_base",
    "moved_together",
]
