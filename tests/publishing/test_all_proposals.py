"""A base with everybody's proposals: each stands where it was made, under its States' names."""

import io
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest

from amendments import operations
from amendments.comparing import compare_words
from amendments.drafting import read_draft
from amendments.model import Evidence, Position, Reading
from amendments.publishing import all_proposals
from amendments.publishing.all_proposals import author_of
from amendments.records import ClauseRecord, ProposalRecord
from amendments.service import Service
from amendments.settings import Settings
from amendments.word import read
from amendments.word.redlining.proof import texts

WSIS = Path(__file__).parents[2] / "corpus" / "wsis"
MOMENT = datetime(2026, 5, 31, tzinfo=UTC)
LINES = [
    "The Council,",
    "considering",
    "a)\tthat one is said here;",
    "b)\tthat two is said there;",
    "c)\tthat three is known,",
    "resolves",
    "1\tto act on it;",
    "2\tto report on it.",
]


def word_file(lines):
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


BASE = word_file(LINES)
CLAUSES = tuple(ClauseRecord(f"c{c.number}", c) for c in read_draft(read(BASE)).clauses)


def asks(action, clause, before="", after="", **more):
    told = {"address": "considering a)", "states": ("BRA",), "author": "", "evidence": (), **more}
    return ProposalRecord(
        id="p",
        resolution="r",
        base="b",
        contribution="c",
        action=action,
        clause=clause,
        before=before,
        after=after,
        pieces=compare_words(before, after),
        confidence=1,
        **told,
    )


def moved(clause, text, to):
    return asks("MOVE", clause, text, text, evidence=(Evidence("redraft", "", f"moved to {to}"),))


ONE, TWO, THREE = (clause.clause.text for clause in CLAUSES[2:5])
PLACED = [
    (asks("MOD", "c3", TWO, "that two is unsaid there;"), {3: "b)\tthat two is unsaid there;"}),
    (asks("SUP", "c3", TWO), {3: ""}),
    (asks("NOC", "c3", TWO, TWO), {}),
    # several clauses at once, with a space between them or without
    (asks("SUP", "c2", f"{ONE} {TWO}"), {2: "", 3: ""}),
    (
        asks("MOD", "c2", ONE + TWO, "that one is said here and there;"),
        {2: "a)\tthat one is said here and there;", 3: ""},
    ),
    # a new clause bears the number that it is asked under, if the draft has no such number
    (
        asks("ADD", "c3", after="that more is said;", address="considering bbis)"),
        {3: f"{LINES[3]}\nbbis)\tthat more is said;"},
    ),
    (
        asks("ADD", "c3", after="that more is said;", address="considering c)"),
        {3: f"{LINES[3]}\nthat more is said;"},
    ),
    (
        asks("ADD", "c1", after="that first is said;", address="considering"),
        {1: "considering\nthat first is said;"},
    ),
    # a clause takes the place of the one whose address it is to have
    (moved("c4", THREE, "considering a)"), {1: f"considering\n{THREE}", 4: ""}),
    (moved("c2", ONE, "considering c)"), {2: "", 4: f"{LINES[4]}\n{ONE}"}),
]


@pytest.mark.parametrize(("proposal", "changed"), PLACED)
def test_a_proposal_stands_where_it_was_made(proposal, changed):
    outcome = all_proposals(BASE, CLAUSES, [proposal], date=MOMENT)
    wanted = "\n".join(filter(None, (changed.get(n, line) for n, line in enumerate(LINES))))
    written = read(outcome.value)
    assert outcome.notices == ()
    assert "\n".join(texts(written, Reading.AFTER)) == wanted
    assert texts(written, Reading.BEFORE) == LINES
    assert {mark.author for mark in written.marks} <= {"Brazil"}


@pytest.mark.parametrize(
    "proposal",
    [
        asks("MOD", "elsewhere", ONE, TWO),
        asks("ADD", "", after="that more is said;"),
        asks("MOD", "c3", "that another text", "that a text"),
        moved("c4", THREE, "another place"),
        moved("c4", THREE, "considering c)"),
    ],
)
def test_a_proposal_without_a_sure_place_is_left_out_and_told(proposal):
    outcome = all_proposals(BASE, CLAUSES, [proposal], date=MOMENT)
    assert outcome.value == BASE
    (notice,) = outcome.notices
    assert (notice.code, notice.where) == ("amendment-not-placed", "considering a), Brazil")


def test_reasons_and_positions_stand_in_the_margin():
    positions = (Position(("USA", "CAN"), "oppose"), Position(("JPN",), "support"))
    proposal = asks("SUP", "c3", TWO, reasons="Said before.", positions=positions)
    written = read(all_proposals(BASE, CLAUSES, [proposal], date=MOMENT).value)
    (comment,) = written.paragraphs[3].comments
    assert (comment.author, comment.text) == (
        "Brazil",
        "Reasons: Said before.\nOpposed by United States of America and Canada\nSupported by Japan",
    )


AUTHORS = [
    (("BRA",), "J. Silva", "Brazil"),
    (("BRA", "IND"), "", "Brazil and India"),
    (("BRA", "IND", "JPN"), "", "Brazil, India and Japan"),
    ((), "J. Silva", "J. Silva"),
    ((), "", "State not known"),
    (("XYZ",), "", "XYZ"),
]


@pytest.mark.parametrize(("states", "recorded", "name"), AUTHORS)
def test_the_author_is_the_state_or_whom_word_recorded(states, recorded, name):
    assert author_of(asks("SUP", "c2", states=states, author=recorded)) == name


# --- on the sample corpus --------------------------------------------------------------------


@pytest.fixture(scope="module")
def service(tmp_path_factory):
    service = Service(Settings(home=tmp_path_factory.mktemp("all")))
    operations.load_corpus(service, WSIS)
    yield service
    service.close()


def asked_on(service, key):
    bases = service.proposals("wsis").bases
    return [p for base, rows in bases if base.key == key for row in rows for p in row.proposals]


def written_on(service, key):
    clauses = service.draft("wsis", key).clauses
    content = service.file("wsis", key)[1]
    return all_proposals(content, clauses, asked_on(service, key), date=MOMENT)


def wish(proposal):
    return proposal.states, proposal.action, proposal.clause, proposal.address, proposal.after


def test_taken_in_again_the_file_asks_for_what_was_asked(service):
    asked = asked_on(service, "draft-1")
    outcome = written_on(service, "draft-1")
    again = service.ingest(outcome.value, "all.docx", resolution="wsis", against="draft-1")
    found = [p for p in asked_on(service, "draft-1") if p.contribution == again.draft.key]
    lost = {wish(p) for p in asked} - {wish(p) for p in found}
    assert {(states, action) for states, action, *_ in lost} == {(("FRA",), "MOVE")}
    assert [notice.where for notice in outcome.notices] == ["Annex i), France"]


def test_what_several_states_ask_stands_under_all_their_names(service):
    outcome = written_on(service, "draft-2")
    authors = {mark.author for mark in read(outcome.value).marks}
    assert outcome.notices == ()
    assert {"United States of America; Canada", "Brazil and Argentina", "India"} <= authors
