"""Frozen dataclasses to JSON values and back, by their type hints alone."""

import types
import typing
from dataclasses import fields, is_dataclass
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")


def pack(value: Any) -> Any:
    """The value as JSON has it; fields that hold their default are kept, so nothing is guessed."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: pack(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, dict):
        return {str(key): pack(item) for key, item in value.items()}
    if isinstance(value, tuple | list | set | frozenset):
        items = sorted(value) if isinstance(value, set | frozenset) else value
        return [pack(item) for item in items]
    return str(value) if isinstance(value, StrEnum) else value


def unpack(kind: type[T], value: Any) -> T:
    """The value that `pack` made, as `kind` again."""
    return typing.cast("T", _unpack(kind, value))


def _unpack(kind: Any, value: Any) -> Any:
    if value is None:
        return None
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        inner = [one for one in arguments if one is not type(None)]
        return _unpack(inner[0], value) if len(inner) == 1 else value
    if origin is tuple:
        if len(arguments) == 2 and arguments[1] is Ellipsis:  # noqa: PLR2004
            return tuple(_unpack(arguments[0], item) for item in value)
        return tuple(_unpack(one, item) for one, item in zip(arguments, value, strict=True))
    if origin is dict:
        return dict(value)
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{name: _unpack(hints[name], item) for name, item in value.items()})
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return kind(value)
    return value


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)
