"""Imports go down only; what looks outward stays at the edge."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LAYERS = [
    {"errors", "notices", "ordering"},
    {"model"},
    {"sides"},
    {"records"},
    {"settings"},
    {"word"},
    {"drafting"},
    {"comparing"},
    {"attributing"},
    {"tracing"},
    {"store", "search"},
    {"intake", "naming", "pages", "findable", "publishing", "keeping", "deciding"},
    {"rereading"},
    {"service"},
    {"operations"},
    {"cli"},
]
"""From the ground up: a room may import its own layer and those before it."""
HEIGHT = {room: height for height, layer in enumerate(LAYERS) for room in layer}
WEB_MAY_USE = {"errors", "model", "notices", "records", "search", "service", "sides"}
SOURCES = sorted((ROOT / "amendments").rglob("*.py"))


def rooms_imported_by(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if (
            isinstance(node, ast.ImportFrom)
            and node.module
            and node.module.startswith("amendments")
        ):
            rest = node.module.split(".")[1:]
            yield from rest[:1] or [alias.name for alias in node.names]
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.startswith("amendments."):
                    yield alias.name.split(".")[1]


def room_of(path):
    return path.relative_to(ROOT / "amendments").with_suffix("").parts[0]


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_go_down_only(path):
    room = room_of(path)
    if room == "__init__":
        return
    for imported in rooms_imported_by(path):
        assert HEIGHT[imported] <= HEIGHT[room], f"{room} imports {imported}"


@pytest.mark.parametrize("path", sorted((ROOT / "webui").rglob("*.py")), ids=lambda p: p.name)
def test_the_web_ui_uses_only_what_the_service_hands_out(path):
    assert set(rooms_imported_by(path)) <= WEB_MAY_USE


def test_the_core_never_imports_the_web_ui():
    users = [
        path.name
        for path in SOURCES
        if "webui" in path.read_text(encoding="utf-8")
        and room_of(path) != "operations"
        and any(
            line.strip().startswith(("from webui", "import webui"))
            for line in path.read_text().splitlines()
        )
    ]
    assert users == []
