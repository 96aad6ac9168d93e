"""What was doubtful on the way, with the place to look."""

from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a person should check, with the place to look."""

    code: str
    """A short stable name, such as `numbering-dangling`; the docs list them all."""
    where: str
    """The place a person can find: "paragraph 12", "considering e)"."""
    detail: str
    """One sentence for the reader."""


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """A value together with everything that was doubtful on the way."""

    value: T
    notices: tuple[Notice, ...] = ()
