"""Reading a stranger's Word file in a child process, so that no file can take us down."""

import logging
import math
import pickle
import subprocess
import sys

from amendments.errors import DraftRefused
from amendments.model import WordDocument
from amendments.word.kinds import SAVE_AS
from amendments.word.limits import MB, Limits
from amendments.word.package import refuse_if_too_large

LOG = logging.getLogger(__name__)
MEMORY_BYTES = 1_500 * MB
"""Of address space: the interpreter takes about 200 MB, a 500-page file 400 MB more."""
FAULT = 1
"""What Python exits with on an exception, running out of memory among them."""
SECONDS = 60.0
"""A 500-page file takes about two."""


def read_safely(
    content: bytes,
    limits: Limits = Limits(),  # noqa: B008 - frozen
    *,
    memory_bytes: int = MEMORY_BYTES,
    seconds: float = SECONDS,
) -> WordDocument:
    """What `read` gives, from a process of its own that has so much memory and time.

    Raises:
        DraftRefused: as `read` does, and when the process ran out of memory or time.

    """
    refuse_if_too_large(content, limits)
    command = [sys.executable, "-m", "amendments.word.child"]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, no shell
            [*command, str(memory_bytes), str(math.ceil(seconds))],
            input=pickle.dumps(limits) + content,
            capture_output=True,
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise DraftRefused(
            f"The file took longer than {seconds:g} seconds to read. Split the document in Word "
            "and send its parts."
        ) from error
    if done.returncode == FAULT and b"MemoryError" not in done.stderr:
        LOG.error("a Word file could not be read:\n%s", done.stderr.decode(errors="replace"))
        raise DraftRefused(
            f"This program failed to read the file, and nothing was kept. {SAVE_AS} "
            "If it fails again, send the file to whoever keeps this program."
        )
    if done.returncode != 0:
        raise DraftRefused(f"The file takes too much memory or time to read. {SAVE_AS}")
    # Only our own child writes here: it ran to its end, and it pickles what `read` made.
    answer = pickle.loads(done.stdout)  # noqa: S301
    if not isinstance(answer, WordDocument):
        raise DraftRefused(str(answer))
    return answer
