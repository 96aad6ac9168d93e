"""A document as bytes for another process: pickled without asking each value for its fields."""

import copyreg
import io
import pickle
from collections.abc import Callable
from dataclasses import fields
from operator import attrgetter
from typing import Any

from amendments.model import Comment, Mark, Paragraph, Revision, Run, WordDocument
from amendments.notices import Notice

VALUES = (WordDocument, Paragraph, Run, Mark, Comment, Revision, Notice)


def _made_again(kind: type) -> Callable[[Any], tuple[type, tuple[Any, ...]]]:
    get = attrgetter(*(field.name for field in fields(kind)))
    return lambda value: (kind, get(value))


class _Pickler(pickle.Pickler):
    """Python pickles frozen values with slots field by field, which takes as long as reading."""

    dispatch_table = copyreg.dispatch_table | {kind: _made_again(kind) for kind in VALUES}


def sent(answer: object) -> bytes:
    """The bytes of a document or of a refusal's words; `pickle.loads` gives it back."""
    buffer = io.BytesIO()
    _Pickler(buffer, pickle.HIGHEST_PROTOCOL).dump(answer)
    return buffer.getvalue()
