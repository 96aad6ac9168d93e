"""Proposals and changes can be found by the kind of their edits."""

from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from amendments import operations
from amendments.comparing import kinds_in
from amendments.search import MemoryIndex
from amendments.service import Service
from amendments.settings import Settings

WSIS = Path(__file__).parents[1] / "corpus" / "wsis"


def opened(home, index=None):
    return Service(
        Settings(home=home), index=index, clock=lambda: datetime(2026, 5, 31, tzinfo=UTC)
    )


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    service = opened(tmp_path_factory.mktemp("findable"), MemoryIndex())
    operations.load_corpus(service, WSIS)
    yield service
    service.close()


@pytest.fixture
def empty(tmp_path):
    service = opened(tmp_path)
    yield service
    service.close()


def found(service, words):
    return service.search(service.criteria({"q": [words]}))


def test_every_proposal_is_found_by_the_kinds_of_its_edits(loaded):
    page = loaded.proposals("wsis")
    proposals = [p for _, rows in page.bases for row in rows for p in row.proposals]
    expected = Counter(
        str(kind)
        for proposal in proposals
        if proposal.before and proposal.after
        for kind in kinds_in(proposal.pieces)
    )
    assert expected
    assert dict(found(loaded, "kind:proposal").facets["edit"]) == expected


def test_changes_of_drafts_have_kinds_too(loaded):
    facets = found(loaded, "draft:draft-2").facets["edit"]
    (kind, count), *_ = facets
    hits = found(loaded, f"draft:draft-2 edit:{kind}")
    assert hits.total == count > 0


def test_each_part_of_a_clause_that_was_split_shows_its_own_words(loaded):
    hits = found(loaded, "change:split").hits
    clauses = {c.id: c.clause.text for c in loaded.draft("wsis", "draft-2").clauses}
    assert len(hits) > 1
    for hit in hits:
        shown = "".join(run.text for run in hit.snippet if run.op != "deleted").strip("…")
        assert clauses[hit.clause].startswith(shown[:50])


def test_what_was_added_or_struck_whole_has_no_kind(loaded):
    for change in ("added", "deleted"):
        assert found(loaded, f"change:{change}").total > 0
        assert found(loaded, f"change:{change}").facets["edit"] == ()


def test_a_proposal_that_weakens_an_obligation_is_found_as_such(empty):
    empty.ingest((WSIS / "draft-1.docx").read_bytes(), "draft-1.docx", resolution="wsis")
    clauses = empty.draft("wsis", "draft-1").clauses
    record = next(c for c in clauses if "should continue its work" in c.clause.text)
    empty.enter(
        "wsis", "draft-1", record.id, action="MOD", states=["KEN"], reasons="", actor="Officer",
        text=record.clause.text.replace("should continue", "may, as appropriate, continue"),
    )  # fmt: skip
    (hit,) = found(empty, "edit:weaker").hits
    assert (hit.states, hit.clause) == (("KEN",), record.id)
    assert found(empty, "edit:weaker edit:qualified state:KEN").total == 1
    assert found(empty, "edit:stronger").total == 0
