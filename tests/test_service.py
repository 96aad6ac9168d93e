"""The main job on the sample corpus: drafts in, a history out."""

import multiprocessing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from amendments import operations
from amendments.errors import DraftRefused, NotFound, RequestRefused, UnknownState
from amendments.records import Wanted
from amendments.search import Criteria
from amendments.service import Service
from amendments.settings import Settings
from amendments.word import read as read_word

WSIS = Path(__file__).parents[1] / "corpus" / "wsis"
NOW = datetime(2026, 5, 31, 12, tzinfo=UTC)


def opened(home):
    return Service(Settings(home=home), clock=lambda: NOW)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    service = opened(tmp_path_factory.mktemp("loaded"))
    operations.load_corpus(service, WSIS)
    yield service
    service.close()


@pytest.fixture
def empty(tmp_path):
    service = opened(tmp_path)
    yield service
    service.close()


def take_in(service, name, **told):
    return service.ingest((WSIS / name).read_bytes(), name, resolution="wsis", **told)


def test_the_corpus_has_its_drafts_and_contributions(loaded):
    page = loaded.resolution("wsis")
    assert [d.key for d in page.drafts] == ["draft-1", "draft-2", "draft-3", "agreed"]
    assert len(page.contributions) >= 5


def test_every_contribution_brings_proposals(loaded):
    for contribution in loaded.resolution("wsis").contributions:
        assert contribution.proposals > 0, contribution.key


def test_the_silent_deletion_of_the_drafting_group_is_found(loaded):
    silent = {d.key: d.silent for d in loaded.resolution("wsis").contributions if d.silent}
    assert list(silent) == ["drafting-group-1"]


def test_authors_point_to_their_states_and_a_nameless_one_to_nobody(loaded):
    (group,) = [d for d in loaded.resolution("wsis").contributions if d.key == "drafting-group-1"]
    assert group.authors["A. Tanaka (Japan)"] == "JPN"
    assert group.authors["M. Dupont (France)"] == "FRA"
    assert group.authors["Microsoft Office User"] is None


def test_every_clause_of_both_drafts_stands_in_exactly_one_row(loaded):
    page = loaded.compare("wsis", "draft-1", "draft-2")
    for side, key in (("old", "draft-1"), ("new", "draft-2")):
        shown = sorted(c.clause.number for row in page.rows for c in getattr(row, side))
        assert shown == list(range(len(loaded.draft("wsis", key).clauses)))


def test_a_clause_keeps_its_identity_from_draft_to_draft(loaded):
    page = loaded.compare("wsis", "draft-1", "draft-2")
    kept = [r for r in page.rows if r.change.kind in ("unchanged", "modified", "moved")]
    assert kept
    assert all(row.old[0].id == row.new[0].id for row in kept)


def test_a_word_that_was_deleted_and_never_came_back_is_found(loaded):
    found = loaded.search(Criteria(words="deleted:questionnaires"))
    assert found.total >= 1
    (lit,) = [run for run in found.hits[0].snippet if run.is_found]
    assert (lit.text, lit.op) == ("questionnaires", "deleted")


def test_a_search_can_be_narrowed_to_one_state(loaded):
    found = loaded.search(Criteria(states=frozenset({"BRA"})))
    assert found.total >= 1
    assert all("BRA" in hit.states for hit in found.hits)


def test_the_life_of_a_clause_is_told_draft_by_draft(loaded):
    first = next(c for c in loaded.draft("wsis", "draft-1").clauses if c.clause.kind == "clause")
    page = loaded.clause("wsis", first.id)
    assert [m.draft.key for m in page.moments][:1] == ["draft-1"]


def test_proposals_have_a_fate_once_a_later_draft_is_there(loaded):
    (older,) = [rows for base, rows in loaded.proposals("wsis").bases if base.key == "draft-1"]
    fates = {p.fate for row in older for p in row.proposals}
    assert "" not in fates
    assert any(fate.startswith("adopted") for fate in fates)


def test_a_base_is_given_back_with_every_proposal_under_its_states(empty):
    take_in(empty, "draft-1.docx", key="draft-1")
    for name in ("brazil-1.docx", "drafting-group-1.docx"):
        take_in(empty, name, against="draft-1")
    found = empty.marked("wsis", "draft-1")
    authors = {mark.author for mark in read_word(found.value).marks}
    assert {"Brazil", "Japan", "France", "Microsoft Office User"} <= authors
    ((_, rows), *_) = empty.proposals("wsis").bases
    for one in (p for row in rows for p in row.proposals if p.states == ("BRA",)):
        empty.rule("status", one.id, ["withdrawn"])
    left = {mark.author for mark in read_word(empty.marked("wsis", "draft-1").value).marks}
    assert left == authors - {"Brazil"}


def test_the_redline_of_two_drafts_is_a_word_file(loaded):
    assert loaded.redline("wsis", "draft-1", "draft-2", "Secretariat").startswith(b"PK")


def test_the_same_file_twice_changes_nothing(empty):
    first = take_in(empty, "draft-1.docx")
    again = take_in(empty, "draft-1.docx")
    assert (first.new, again.new) == (True, False)
    assert again.draft == first.draft
    assert empty.resolutions()[0].drafts == 1


def test_a_file_that_fails_leaves_nothing_behind(empty):
    with pytest.raises(DraftRefused):
        empty.ingest(b"no Word file", "notes.docx", resolution="wsis")
    assert empty.resolutions() == ()


def test_a_missing_base_is_named_with_the_drafts_there_are(empty):
    take_in(empty, "draft-1.docx")
    with pytest.raises(NotFound, match="draft-1"):
        take_in(empty, "brazil-1.docx", against="draft-7")


def test_an_unknown_state_is_refused(empty):
    take_in(empty, "draft-1.docx")
    with pytest.raises(UnknownState):
        take_in(empty, "brazil-1.docx", by=("Atlantis",))


def test_a_contribution_without_a_base_is_refused(empty):
    with pytest.raises(RequestRefused, match="first"):
        take_in(empty, "brazil-1.docx", role="contribution")


def test_a_file_over_the_limit_is_refused_with_the_limit(tmp_path):
    service = Service(Settings(home=tmp_path, max_file_bytes=1000))
    with pytest.raises(RequestRefused, match="larger than"):
        take_in(service, "draft-1.docx")
    service.close()


def test_a_preview_says_what_is_in_the_file_and_keeps_nothing(empty):
    take_in(empty, "draft-1.docx")
    preview = empty.preview(
        (WSIS / "brazil-1.docx").read_bytes(), "brazil-1.docx", resolution="wsis"
    )
    assert preview.role == "contribution"
    assert preview.states == ("BRA",)
    assert preview.proposals > 0
    assert empty.resolution("wsis").contributions == ()


def test_a_preview_against_the_right_draft_has_no_false_silent_changes(loaded):
    content = (WSIS / "drafting-group-1.docx").read_bytes()
    newest = loaded.preview(content, "group.docx", resolution="wsis")
    right = loaded.preview(content, "group.docx", resolution="wsis", against="draft-1")
    assert right.base == "draft-1"
    assert len(right.silent) == 1 < len(newest.silent)


def test_a_held_file_waits_between_two_steps(empty):
    token = empty.hold(b"bytes", "a.docx")
    assert empty.held(token) == (b"bytes", "a.docx")


def search_elsewhere(home, answers):
    service = opened(home)
    answers.put(service.search(Criteria(words="roadmap")).total)
    service.close()


def test_a_second_process_can_search_while_drafts_are_taken_in(empty):
    take_in(empty, "draft-1.docx")
    context = multiprocessing.get_context("spawn")
    answers = context.Queue()
    with empty.store.writing():  # an ingestion is under way
        other = context.Process(target=search_elsewhere, args=(empty.settings.home, answers))
        other.start()
        assert answers.get(timeout=60) >= 1
    other.join()


def test_a_lost_index_is_made_anew(empty, tmp_path):
    take_in(empty, "draft-1.docx")
    other = Service(empty.settings, index=None)
    other.index.rebuild([], "0")
    assert not empty.index_is_current()
    assert empty.rebuild_index() > 0
    assert empty.search(Criteria(words="roadmap")).total >= 1
    other.close()


def test_backup_and_restore_give_the_same_history(loaded, tmp_path):
    operations.backup(loaded.settings, tmp_path / "copy.db")
    there = Settings(home=tmp_path / "there")
    operations.restore(there, tmp_path / "copy.db", replace=False)
    service = Service(there)
    assert service.resolutions() == loaded.resolutions()
    service.close()


def test_the_doctor_finds_nothing_wrong_with_a_sound_installation(loaded):
    assert operations.examine(loaded) == ()


def asked_of(service, **wanted):
    page = service.proposals("wsis", Wanted(**wanted))
    return [p for _, rows in page.bases for row in rows for p in row.proposals]


def test_proposals_are_narrowed_by_action_status_and_part(loaded):
    everything = asked_of(loaded)
    for action in ("ADD", "SUP"):
        found = asked_of(loaded, action=action)
        assert found == [p for p in everything if p.action == action] != []
    adopted = asked_of(loaded, status="adopted")
    assert adopted == [p for p in everything if p.fate == "adopted"] != []
    annex = asked_of(loaded, part="annex")
    assert 0 < len(annex) < len(everything)


def test_a_states_proposals_can_be_shown_with_those_of_its_groups(loaded):
    assert asked_of(loaded, states=("Armenia",)) == []
    together = asked_of(loaded, states=("Armenia",), groups=True)
    assert {p.states for p in together} == {("RCC",)}


def test_a_comparison_says_what_kind_of_edit_each_change_is(loaded):
    page = loaded.compare("wsis", "draft-1", "agreed")
    edits = {row.new[0].clause.address: row.edits for row in page.rows if row.edits}
    assert "stronger" in edits["resolves"]  # should continue → shall continue
    assert all(row.change.kind != "unchanged" for row in page.rows if row.edits)


def test_excerpts_in_itu_s_form_delete_nothing_by_what_they_leave_out(loaded):
    page = loaded.compare("wsis", "draft-2", "usa-2")
    asked = next(c for c in loaded.resolution("wsis").contributions if c.key == "usa-2").changes
    assert page.counts == asked
    redlined = read_word(loaded.redline("wsis", "draft-2", "usa-2", "Somebody"))
    assert {mark.author for mark in redlined.marks} == {"United States of America"}


def test_every_clause_of_a_comparison_has_a_history(loaded):
    for base, key in (("draft-1", "brazil-1"), ("draft-2", "usa-2")):
        for row in loaded.compare("wsis", base, key).rows:
            for record in (*row.old, *row.new):
                assert loaded.clause("wsis", record.id).id == record.id


@pytest.mark.parametrize(("day", "speaks"), [("2019-06-01", True), ("2021-06-01", False)])
def test_a_group_speaks_for_who_was_its_member_that_day(empty, day, speaks):
    take_in(empty, "draft-1.docx", key="draft-1")
    take_in(empty, "rcc-1.docx", by=("EU",), date=day, role="contribution")
    assert bool(asked_of(empty, states=("GBR",), groups=True)) is speaks
    assert asked_of(empty, states=("FRA",), groups=True)
