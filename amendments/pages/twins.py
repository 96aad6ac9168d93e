"""Every page as its JSON twin has it."""

from typing import Any

from amendments.store import pack


def as_json(page: Any) -> Any:
    """Any page as JSON has it; the marks of Word's runs are left to the drafts' own pages."""
    return _without_runs(pack(page))


def _without_runs(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _without_runs(v) for k, v in value.items() if k not in {"runs", "paragraphs"}}
    if isinstance(value, list):
        return [_without_runs(item) for item in value]
    return value
