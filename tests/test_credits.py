"""Whose words a draft took, beside each change of two drafts and in a clause's history."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from amendments import operations
from amendments.search import MemoryIndex
from amendments.service import Service
from amendments.settings import Settings

WSIS = Path(__file__).parents[1] / "corpus" / "wsis"


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    home = tmp_path_factory.mktemp("credits")
    clock = lambda: datetime(2026, 5, 31, tzinfo=UTC)  # noqa: E731
    service = Service(Settings(home=home), index=MemoryIndex(), clock=clock)
    operations.load_corpus(service, WSIS)
    yield service
    service.close()


def credited(service, old, new):
    """By the address of each change: its kind and who is to thank."""
    rows = service.compare("wsis", old, new).rows
    return {
        (row.new or row.old)[0].clause.address: (
            str(row.change.kind),
            {code for record in row.credits for code in record.states},
        )
        for row in rows
        if row.is_changed and not row.is_on_cover
    }


def test_each_change_between_two_drafts_tells_whose_words_were_taken(loaded):
    found = credited(loaded, "draft-1", "draft-2")
    assert found["Annex a)"] == ("modified", {"BRA"})
    assert found["considering e)"] == ("added", {"BRA"})


def test_proposals_taken_up_on_the_way_count_too(loaded):
    assert credited(loaded, "draft-1", "draft-3")["Annex a)"] == ("modified", {"BRA"})
    assert credited(loaded, "draft-2", "draft-3").get("Annex a)") is None


def test_looking_back_thanks_nobody(loaded):
    assert not any(states for _, states in credited(loaded, "draft-3", "draft-1").values())


def test_a_contribution_is_no_draft_that_takes_words(loaded):
    assert not any(states for _, states in credited(loaded, "draft-1", "brazil-1").values())


def test_what_is_credited_is_credited_in_the_clauses_history_too(loaded):
    for row in loaded.compare("wsis", "draft-1", "draft-2").rows:
        for record in row.new:
            moments = loaded.clause("wsis", record.id).moments
            (moment,) = [m for m in moments if m.draft.key == "draft-2"]
            assert [c.id for c in moment.credits] == [c.id for c in row.credits]


def test_a_part_of_a_split_clause_shows_its_own_words(loaded):
    (row,) = [
        r for r in loaded.compare("wsis", "draft-1", "draft-2").rows if r.change.kind == "split"
    ]
    for record in row.new:
        moments = loaded.clause("wsis", record.id).moments
        (moment,) = [m for m in moments if m.draft.key == "draft-2"]
        assert moment.change.after.strip() == record.clause.text
