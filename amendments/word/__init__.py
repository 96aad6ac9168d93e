"""The only place that knows Word files: `read` takes their bytes and says what they hold."""

from amendments.word.limits import Limits
from amendments.word.reading import read

__all__ = ["Limits", "read"]
