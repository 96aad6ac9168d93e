"""What it costs to find the structure of a draft, against reading its Word file.

    python benchmarks/structure.py

A file is read as the program reads it, in a child process with limits; the ratio without
the child is printed too. The long draft is the one that `reading.py` makes up. Prints ratios
of time in one run, the best of several.
"""

import time
from collections.abc import Callable
from pathlib import Path

from reading import long_draft  # beside this file

from amendments.drafting import read_draft
from amendments.intake import read_word
from amendments.settings import Settings
from amendments.word import read

DRAFT = Path(__file__).parents[1] / "corpus" / "wsis" / "draft-1.docx"
PAGES = 50
BEST_OF = 5
TARGET = 1 / 3


def best(work: Callable[[], object]) -> float:
    """The shortest of several tries, in seconds."""

    def once() -> float:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    return min(once() for _ in range(BEST_OF))


def main() -> None:
    """Print the ratios."""
    settings = Settings(home=Path())
    sample = DRAFT.read_bytes()
    for name, content in (("the sample", sample), (f"{PAGES} pages", long_draft(PAGES))):
        document = read(content)
        structure = best(lambda d=document: read_draft(d))  # type: ignore[misc]
        safely = best(lambda c=content: read_word(c, settings))  # type: ignore[misc]
        bare = best(lambda c=content: read(c))  # type: ignore[misc]
        met = "met" if structure / safely < TARGET else "missed"
        print(f"{name}: {len(document.paragraphs)} paragraphs")
        print(
            f"  structure / reading the file, as the program does: {structure / safely:.2f}"
            f" (target {TARGET:.2f}: {met})"
        )
        print(f"  structure / reading the file in the same process:  {structure / bare:.2f}")


if __name__ == "__main__":
    main()
