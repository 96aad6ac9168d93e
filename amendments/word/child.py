"""The child process that reads one Word file under limits: `python -m amendments.word.child`.

Its arguments are bytes of memory and seconds; the pickled `Limits` and the file come in
on standard input, the pickled document or the words of a refusal go out on standard output.
"""

import pickle
import resource
import sys

from amendments.errors import DraftRefused
from amendments.word.limits import Limits
from amendments.word.reading import read
from amendments.word.sending import sent


def confine(memory_bytes: int, seconds: int) -> None:
    """Bound this process for good, and let it leave no core file behind."""
    resource.setrlimit(resource.RLIMIT_AS, (memory_bytes, memory_bytes))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def main() -> None:
    """Read what comes in and answer with one pickle: the document, or a refusal's words."""
    confine(int(sys.argv[1]), int(sys.argv[2]))
    limits: Limits = pickle.load(sys.stdin.buffer)  # noqa: S301 - written by our own parent
    try:
        answer: object = read(sys.stdin.buffer.read(), limits)
    except DraftRefused as refusal:
        answer = str(refusal)
    sys.stdout.buffer.write(sent(answer))


if __name__ == "__main__":
    main()
