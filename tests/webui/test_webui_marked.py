"""A draft with the proposals on it, fetched from the pages of the real program."""

import io
from pathlib import Path

import pytest

from amendments.service import Service
from amendments.settings import Settings
from amendments.word import read
from webui.app import create_app

WSIS = Path(__file__).parents[2] / "corpus" / "wsis"
MARKED = "/r/wsis/draft-1/marked"


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    service = Service(Settings(home=tmp_path_factory.mktemp("home")))
    for name in ("draft-1", "brazil-1", "drafting-group-1"):
        content = (WSIS / f"{name}.docx").read_bytes()
        against = None if name == "draft-1" else "draft-1"
        service.ingest(content, f"{name}.docx", resolution="wsis", key=name, against=against)
    yield create_app(service).test_client()
    service.close()


def authors_of(reply):
    return {mark.author for mark in read(io.BytesIO(reply.data).getvalue()).marks}


def test_the_page_of_the_proposals_leads_to_the_file(client):
    assert f'href="{MARKED}"' in client.get("/r/wsis/proposals").text
    text = client.get(MARKED).text
    assert f'href="{MARKED}.docx"' in text
    assert "1 proposal to enter by hand" in text


def test_the_page_says_how_many_proposals_there_are_to_place(client):
    assert "5 proposals: each has its place in the file." in client.get(MARKED + "?state=BRA").text
    assert "There are no proposals of Kenya on this draft" in client.get(MARKED + "?state=KEN").text


def test_every_proposal_stands_under_its_states(client):
    reply = client.get(f"{MARKED}.docx")
    assert "draft-1-with-proposals.docx" in reply.headers["Content-Disposition"]
    assert {"Brazil", "Japan", "France"} <= authors_of(reply)


def test_the_file_is_narrowed_like_the_proposals(client):
    assert authors_of(client.get(f"{MARKED}.docx?state=BRA")) == {"Brazil"}


def test_a_draft_that_is_not_there_is_said_with_the_cure(client):
    reply = client.get("/r/wsis/none/marked")
    assert reply.status_code == 404
    assert "Choose one" in reply.text
