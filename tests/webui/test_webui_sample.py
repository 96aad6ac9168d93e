"""What the pages say of the sample corpus, with the real service behind them."""

import io
import re
from pathlib import Path

import pytest

from amendments import operations
from amendments.search.query import parse
from amendments.service import Service
from amendments.settings import Settings
from webui.app import create_app
from webui.views.search import EXAMPLES

WSIS = Path(__file__).parents[2] / "corpus" / "wsis"


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    service = Service(Settings(home=tmp_path_factory.mktemp("sample")))
    operations.load_corpus(service, WSIS)
    yield create_app(service).test_client()
    service.close()


def words(reply):
    """The words of a page, without its markup."""
    return " ".join(re.sub(r"<[^>]+>", " ", reply.text).split())


def test_a_file_that_is_here_already_is_opened_and_not_kept_again(client):
    file = (io.BytesIO((WSIS / "brazil-1.docx").read_bytes()), "again.docx")
    reply = client.post("/r/wsis/upload", data={"file": file})
    assert "This very file is here already as C07/2" in words(reply)
    assert 'href="/r/wsis/brazil-1/">Open it</a>' in reply.text
    assert "silent change" not in reply.text
    assert 'name="token"' not in reply.text


def test_a_search_names_the_drafts_as_people_do(client):
    text = client.get("/search?q=shall&draft=rcc-1").text
    assert "Draft: C07/3" in text
    assert ">rcc-1</a>" not in text


def test_a_change_between_drafts_says_whose_words_were_taken(client):
    text = client.get("/r/wsis/compare/draft-1...draft-2").text
    assert text.count("Words taken from the proposal of") > 3
    assert 'href="/r/wsis/proposals/wsis-brazil-1-5">in C07/2</a>' in text
    assert "As proposed by" in text
    assert 'class="credit"' not in client.get("/r/wsis/compare/draft-1...brazil-1").text


def test_what_was_not_adopted_is_in_no_later_draft_either(client):
    text = client.get("/states/BRA").text
    assert re.search(
        r"<strong>Not adopted</strong> in <a [^>]+><bdi>C07/DT/1\(Rev.1\)</bdi></a> or later\.",
        text,
    )


def test_a_word_that_went_is_shown_struck_where_it_was_found(client):
    text = client.get("/search?q=deleted:questionnaires").text
    struck = '<del><span class="said">[deleted: </span>, <mark>questionnaires</mark><span class="said">]</span></del>'
    assert f"circular letters{struck} or other appropriate" in text


def test_a_clause_of_a_first_draft_is_found_with_no_change_named(client):
    text = client.get("/search?q=questionnaires&draft=draft-1").text
    assert '<p class="quiet"><bdi>C07/DT/1</bdi>' in text


def test_a_search_for_nothing_shows_what_can_be_asked_for_and_no_results(client):
    text = client.get("/search").text
    assert all(f">{query}<".replace('"', "&#34;") in text for query in EXAMPLES)
    assert "<ol" not in text.partition("<main")[2]
    assert "0 results" not in text


@pytest.mark.parametrize("query", EXAMPLES)
def test_every_example_of_a_search_is_understood(client, query):
    assert parse(query).notices == ()
    assert "to check" not in client.get("/search", query_string={"q": query}).text


def test_a_wish_for_no_change_is_not_called_adopted(client):
    said = words(client.get("/r/wsis/proposals?state=USA&action=NOC"))
    assert "Left unchanged at first, changed later in C07/DT/1(Rev.3)" in said
    assert "Adopted, later removed" not in said.partition("asks for no change NOC")[2]


def test_an_added_clause_is_named_by_its_own_place(client):
    assert "asks to add considering dbis) ADD" in words(client.get("/states/BRA"))


def test_a_proposal_does_not_link_to_itself(client):
    page = "/r/wsis/proposals/wsis-usa-2-1"
    assert f'href="{page}"' not in client.get(page).text


def test_a_draft_repeats_the_title_only_where_it_is_another(client):
    page = client.get("/r/wsis/")
    assert words(page).partition("Drafts in time")[2].count("World Summit") == 0


def test_going_to_no_clause_leads_to_the_draft(client):
    reply = client.get("/r/wsis/draft-1/go?to=+")
    assert (reply.status_code, reply.location) == (302, "/r/wsis/draft-1/")


def test_a_line_of_the_cover_is_called_what_it_is(client):
    said = words(client.get("/r/wsis/draft-1/"))
    assert "line outside the clauses COUNCIL 2007" in said
    assert "¶ other" not in said


def test_proposals_narrowed_to_none_do_not_ask_for_an_upload(client):
    said = words(client.get("/r/wsis/proposals?state=USA&status=withdrawn"))
    assert "No proposal is of this kind." in said
    assert "Upload a contribution" not in said


@pytest.mark.parametrize("path", ["/", "/r/wsis/"])
def test_names_from_files_keep_their_own_direction(client, path):
    text = client.get(path).text
    assert "<bdi>The Council</bdi>" in text
    assert "<bdi>ITU’s role in implementing" in text
