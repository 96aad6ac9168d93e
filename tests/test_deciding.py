"""What people say by hand stands above every guess, is kept, and can be taken back."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
import sqlalchemy as sa
from docx import Document

from amendments.errors import NotFound, RequestRefused, UnknownState
from amendments.search import Criteria
from amendments.service import Service
from amendments.settings import Settings

WSIS = Path(__file__).parents[1] / "corpus" / "wsis"
NOBODY = "Microsoft Office User"
NOW = datetime(2026, 5, 31, 12, tzinfo=UTC)


@pytest.fixture
def service(tmp_path):
    service = Service(Settings(home=tmp_path), clock=lambda: NOW)
    for name in ("draft-1", "drafting-group-1"):
        content = (WSIS / f"{name}.docx").read_bytes()
        service.ingest(content, f"{name}.docx", resolution="wsis", key=name)
    yield service
    service.close()


def proposals(service, author=None):
    page = service.proposals("wsis")
    found = [p for _, rows in page.bases for row in rows for p in row.proposals]
    return [p for p in found if author is None or p.author == author]


def test_an_author_named_by_hand_speaks_for_that_state_everywhere(service):
    assert {p.states for p in proposals(service, NOBODY)} == {()}
    service.rule("author", NOBODY, ["Kenya"], actor="A. Officer")
    mine = proposals(service, NOBODY)
    assert {p.states for p in mine} == {("KEN",)}
    assert all(p.evidence[0].kind == "by-hand" and p.confidence == 1 for p in mine)
    assert "A. Officer" in mine[0].evidence[0].where
    assert service.draft("wsis", "drafting-group-1").draft.authors[NOBODY] == "KEN"
    assert service.search(Criteria(states=frozenset({"KEN"}))).total == len(mine)


def test_what_was_said_of_an_author_is_applied_to_later_files(tmp_path, service):
    service.rule("author", NOBODY, ["KEN"])
    again = (WSIS / "drafting-group-1.docx").read_bytes()
    preview = service.preview(again, "again.docx", resolution="wsis")
    assert preview.authors[NOBODY] == "KEN"


def test_a_proposal_given_to_two_states_by_hand_keeps_its_first_evidence(service):
    one = proposals(service)[0]
    service.rule("states", one.id, ["Japan", "FRA"])
    page = service.proposal("wsis", one.id)
    assert page.proposal.states == ("JPN", "FRA")
    assert page.proposal.evidence[1:] == one.evidence


def test_a_decision_is_kept_with_who_and_when_and_can_be_taken_back(service):
    one = proposals(service)[0]
    service.rule("status", one.id, ["agreed in part"], actor="Chair")
    service.rule("status", one.id, [], actor="Chair")
    page = service.proposal("wsis", one.id)
    assert page.proposal.status == "proposed"
    assert [(r.value, r.actor, r.at[:10]) for r in page.rulings] == [
        (("agreed in part",), "Chair", "2026-05-31"),
        ((), "Chair", "2026-05-31"),
    ]


@pytest.mark.parametrize(
    ("about", "value", "fault"),
    [
        ("status", ["adopted by acclamation"], RequestRefused),
        ("states", ["Atlantis"], UnknownState),
        ("colour", ["red"], RequestRefused),
    ],
)
def test_what_does_not_fit_is_refused_and_nothing_kept(service, about, value, fault):
    one = proposals(service)[0]
    with pytest.raises(fault):
        service.rule(about, one.id, value)
    assert service.proposal("wsis", one.id).rulings == ()


def test_rulings_on_nothing_are_not_found(service):
    with pytest.raises(NotFound):
        service.rule("author", "Nobody at all", ["KEN"])
    with pytest.raises(NotFound):
        service.rule("states", "wsis-none-1", ["KEN"])


def test_a_ruling_is_never_changed_only_overruled(service):
    service.rule("author", NOBODY, ["KEN"])
    with (
        pytest.raises(sa.exc.IntegrityError, match="overruled"),
        service.store.writing() as session,
    ):
        session.connection.execute(sa.text("UPDATE ruling SET actor = 'somebody else'"))


def enter(service, **said):
    base = service.draft("wsis", "draft-1")
    clause = next(c for c in base.clauses if c.clause.address == "considering e)")
    return service.enter("wsis", "draft-1", clause.id, **said)


@pytest.mark.parametrize("action", ["MOD", "ADD", "SUP", "NOC"])
def test_a_proposal_made_in_the_room_is_kept_as_any_other(service, action):
    taken = enter(
        service,
        action=action,
        states=["Kenya", "BRA"],
        text="that the gap must be closed",
        reasons="It grows.",
        actor="A. Officer",
    )
    (one,) = [p for p in proposals(service) if p.contribution == taken.draft.key]
    assert (one.states, one.action, one.reasons) == (("KEN", "BRA"), action, "It grows.")
    assert one.evidence[0].kind == "by-hand"
    if action in ("MOD", "ADD"):
        assert one.after == "that the gap must be closed"
    if action != "ADD":
        assert one.address == "considering e)"


def test_what_is_entered_must_name_somebody_and_say_something(service):
    with pytest.raises(RequestRefused, match="Nobody"):
        enter(service, action="SUP", states=[])
    with pytest.raises(RequestRefused, match="missing"):
        enter(service, action="MOD", states=["KEN"])
    with pytest.raises(RequestRefused, match="ADD, MOD"):
        enter(service, action="SHOUT", states=["KEN"], text="x")


BRACKETED = (
    "Draft resolution on the gap", "The Council,", "considering", "a) the gap;",
    "resolves", "1 to act [strongly and] at once [with others];", "2 to report.",
)  # fmt: skip
STRUCK = (
    "Draft resolution on the gap", "The Council,", "considering", "a) the gap;",
    "resolves", "1 to act [strongly and] at [once] [with others];", "[2 to report.]",
)  # fmt: skip


def word_file(lines):
    document, packed = Document(), BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(packed)
    return packed.getvalue()


def test_brackets_are_strikes_where_the_body_means_them_so(tmp_path):
    service = Service(Settings(home=tmp_path), clock=lambda: NOW)
    service.ingest(word_file(BRACKETED), "base.docx", resolution="gap", key="draft-1")
    service.ingest(word_file(STRUCK), "kenya.docx", resolution="gap", by=("KEN",))

    def asked():
        page = service.proposals("gap")
        return {p.address: p for _, rows in page.bases for row in rows for p in row.proposals}

    assert asked()["resolves 1"].after.startswith("to act [strongly and] at [once]")
    service.rule("brackets", "gap", ["deleted"], actor="A. Officer")
    found = asked()
    assert found["resolves 1"].after == "to act [strongly and] at [with others];"
    assert found["resolves 2"].action == "SUP"
    assert service.resolution("gap").brackets == "deleted"
    service.rule("brackets", "gap", [])
    assert asked()["resolves 1"].after.startswith("to act [strongly and] at [once]")
    with pytest.raises(RequestRefused, match="Choose not agreed, deleted, alternative"):
        service.rule("brackets", "gap", ["lovely"])
    with pytest.raises(NotFound):
        service.rule("brackets", "nothing", ["deleted"])
    service.close()


def test_each_draft_keeps_its_count_of_brackets(tmp_path):
    service = Service(Settings(home=tmp_path), clock=lambda: NOW)
    service.ingest(word_file(BRACKETED), "base.docx", resolution="gap", key="draft-1")
    service.ingest(word_file(STRUCK), "next.docx", resolution="gap", key="draft-2", role="draft")
    meters = service.resolution("gap").meters
    assert [(m.brackets, m.words) for m in meters.values()] == [(2, 4), (4, 8)]
    service.close()
