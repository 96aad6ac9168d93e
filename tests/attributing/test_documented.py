"""Every kind of evidence is in the docs, and the docs name no others."""

import re
from pathlib import Path

import amendments

PACKAGE = Path(amendments.__file__).parent
SOURCES = [
    *(PACKAGE / "attributing").glob("*.py"),
    PACKAGE / "tracing" / "fates.py",
    PACKAGE / "drafting" / "notations.py",
]
DOC = (PACKAGE.parent / "docs" / "attribution.md").read_text(encoding="utf-8")
CODE = "".join(path.read_text(encoding="utf-8") for path in SOURCES)


def section(title: str) -> str:
    return DOC.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def test_every_kind_of_evidence_is_documented():
    kinds = set(re.findall(r'Evidence\(\s*"([a-z-]+)"', CODE)) | {"redraft", "by-hand"}
    rows = [line for line in section("Evidence and confidence").splitlines() if line[:3] == "| `"]
    assert kinds == {row.split("`")[1] for row in rows if row.split("`")[1].islower()} - {
        "j.silva@mre.gov.br"
    }
