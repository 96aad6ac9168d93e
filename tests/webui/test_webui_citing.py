"""What a draft cites, and the way to a clause by its name, on the real program."""

import io
import re

import pytest
from docx import Document

from amendments.service import Service
from amendments.settings import Settings
from webui.app import create_app

LINES = (
    "Draft resolution on the gap", "The Council,", "recalling",
    "a) Resolution 140 (Rev. Antalya, 2006) and Decision 482;",
    "b) Resolution 20 and Resolution 140 (Rev. Antalya, 2006),", "noting",
    "a) document C07/21,", "resolves", "1 to act [at once] in the light of recalling b) above;",
    "2 to report on paragraph 12.",
)  # fmt: skip
DRAFT = "/r/gap/draft-1/"


@pytest.fixture
def client(tmp_path):
    document = Document()
    for line in LINES:
        document.add_paragraph(line)
    packed = io.BytesIO()
    document.save(packed)
    service = Service(Settings(home=tmp_path))
    service.ingest(packed.getvalue(), "draft.docx", resolution="gap", key="draft-1")
    yield create_app(service).test_client()
    service.close()


def id_of(client, address):
    twin = client.get("/r/gap/draft-1.json").json
    return next(c["id"] for c in twin["clauses"] if c["clause"]["address"] == address)


def test_a_reference_to_a_clause_leads_to_it(client):
    text = client.get(DRAFT).text
    assert f'<a href="#c-{id_of(client, "recalling b)")}">recalling b)</a> above;' in text


def test_what_is_cited_is_listed_by_number_with_the_clauses_that_cite_it(client):
    text = client.get(DRAFT).text
    assert "4 documents cited" in text
    names = re.findall(r"<li><cite[^>]*>([^<]+)</cite>", text)
    assert names == [
        "C07/21", "Decision 482", "Resolution 20", "Resolution 140 (Rev. Antalya, 2006)",
    ]  # fmt: skip
    listed = re.search(r"<li><cite[^>]*>Resolution 140.*?</li>", text)[0]
    assert listed.count("#c-") == 2


def test_the_twin_says_what_refers_to_what(client):
    twin = client.get("/r/gap/draft-1.json").json
    by_id = {c["id"]: c["clause"]["text"] for c in twin["clauses"]}
    for one in twin["references"]:
        words = by_id[one["clause"]][one["start"] : one["end"]]
        assert words
        assert (one["kind"] == "clause") == bool(one["to"])


def test_a_typed_address_leads_to_its_clause(client):
    reply = client.get(f"{DRAFT}go?to=res+2")
    assert (reply.status_code, reply.location) == (302, f"{DRAFT}#c-{id_of(client, 'resolves 2')}")


def test_what_can_mean_several_clauses_is_asked(client):
    reply = client.get(f"{DRAFT}go?to=a")
    assert reply.status_code == 300
    assert "can mean several clauses. Choose one" in reply.text


def test_what_means_none_is_said_with_the_cure(client):
    reply = client.get(f"{DRAFT}go?to=considering+<b>")
    assert reply.status_code == 404
    assert "No clause of this draft is called “considering &lt;b&gt;”" in reply.text
    assert "search for its words" in reply.text


def test_what_is_open_is_listed_with_its_clause(client):
    text = client.get(DRAFT).text
    place = id_of(client, "resolves 1")
    assert re.search(rf'<li><a href="#c-{place}">[^<]*</a>: words <q[^>]*>\[at once\]</q>', text)
