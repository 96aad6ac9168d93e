"""What the docs say is in the code, and what is in the code is in the docs."""

import ast
import re
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from amendments.cli.frame import commands
from amendments.settings import Settings
from webui.app import create_app

sys.path.insert(0, str(Path(__file__).parent / "webui"))
from fake import FakeService

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
TELLING = {"Notice", "_tell"}


def words_of(name):
    return (DOCS / name).read_text(encoding="utf-8")


def codes_in(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not (isinstance(node, ast.Call) and node.args):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        first = node.args[0]
        if name in TELLING and isinstance(first, ast.Constant) and isinstance(first.value, str):
            yield first.value


def test_every_notice_is_explained_and_no_other():
    said = {code for path in (ROOT / "amendments").rglob("*.py") for code in codes_in(path)}
    assert set(re.findall(r"^\| `([a-z-]+)`", words_of("notices.md"), re.MULTILINE)) == said


def test_every_setting_is_explained_and_no_other():
    named = set(re.findall(r"^\| `(AMENDMENTS_\w+)`", words_of("operations.md"), re.MULTILINE))
    assert named == {f"AMENDMENTS_{field.name.upper()}" for field in fields(Settings)}


@pytest.mark.parametrize("command", sorted(commands.commands))
def test_every_command_is_named_in_the_docs(command):
    told = "".join(path.read_text(encoding="utf-8") for path in DOCS.rglob("*.md"))
    told += (ROOT / "README.md").read_text(encoding="utf-8")
    assert f"amendments {command}" in told


def test_every_page_is_listed():
    listed = words_of("interface.md")
    for rule in create_app(FakeService()).url_map.iter_rules():
        shown = re.sub(r"<(?:\w+:)?(\w+)>", "<>", rule.rule)
        if rule.rule.endswith(".json") or rule.endpoint in {"static", "health.favicon"}:
            continue
        pattern = re.escape(shown).replace("<>", r"<\w+>")
        if "any(" in rule.rule or rule.endpoint in {"resolutions.start", "comparisons.choose"}:
            continue
        assert re.search(pattern, listed), rule.rule


def test_links_between_the_docs_lead_somewhere():
    for path in [ROOT / "README.md", *DOCS.rglob("*.md"), ROOT / "corpus" / "README.md"]:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", path.read_text(encoding="utf-8")):
            assert (path.parent / target).exists(), f"{path.name} links to {target}"
