"""The outline corrected on the pages, with the real service behind them."""

import io
import re
from pathlib import Path

import pytest

from amendments.service import Service
from amendments.settings import Settings
from webui.app import create_app

WSIS = Path(__file__).parents[2] / "corpus" / "wsis"
FILE = (WSIS / "draft-1.docx").read_bytes()
OUTLINE = "/r/wsis/draft-1/outline"
B = re.escape("b)")


@pytest.fixture
def client(tmp_path):
    service = Service(Settings(home=tmp_path))
    service.ingest(FILE, "draft-1.docx", resolution="wsis", key="draft-1")
    yield create_app(service).test_client()
    service.close()


def of(client, address, label):
    """The number of the first clause with that label in an outline."""
    text = client.get(address).text
    return int(
        re.search(rf'id="n-(\d+)"(?:(?!</li>).)*?class="label">{label}<', text, re.DOTALL)[1]
    )


def form(client, address, **changed):
    """The form of a clause as it stands, but for what is changed."""
    text = client.get(address).text
    fields = {
        name: re.search(rf'name="{name}"[^>]*?value="([^"]*)"', text, re.DOTALL)[1]
        for name in ("seen", "label", "level")
    }
    for name in ("kind", "part"):
        options = re.search(rf'<select id="{name}".*?</select>', text, re.DOTALL)[0]
        fields[name] = re.search(r'value="(\w+)" selected', options)[1]
    return fields | {"cut": "", "actor": "A. Officer"} | changed


def test_a_clause_is_corrected_shown_and_taken_back(client):
    number = of(client, OUTLINE, B)
    path = f"{OUTLINE}/{number}"
    reply = client.post(path, data=form(client, path, level="2", part="operative"))
    assert (reply.status_code, reply.location) == (303, f"{OUTLINE}#n-{number}")
    text = client.get(OUTLINE).text
    assert "What was corrected by hand" in text
    assert "A. Officer: stands in the operative part" in text
    for correction in re.findall(r'name="correction" value="(\d+)"', text):
        reply = client.post(OUTLINE, data={"correction": correction, "actor": "A. Officer"})
        assert reply.status_code == 303
    assert "What was corrected by hand" not in client.get(OUTLINE).text


def test_a_fault_leaves_what_was_filled_in(client):
    path = f"{OUTLINE}/{of(client, OUTLINE, B)}"
    reply = client.post(path, data=form(client, path, cut="words that nobody wrote"))
    assert reply.status_code == 400
    assert "Copy those that the second part begins with" in reply.text
    assert "words that nobody wrote</textarea>" in reply.text


def test_nothing_changed_is_nothing_kept(client):
    path = f"{OUTLINE}/{of(client, OUTLINE, B)}"
    reply = client.post(path, data=form(client, path))
    assert reply.status_code == 400
    assert "Nothing was changed" in reply.text
    assert client.get(OUTLINE + ".json").json["corrections"] == []


def test_what_somebody_else_changed_meanwhile_is_not_written_over(client):
    path = f"{OUTLINE}/{of(client, OUTLINE, B)}"
    mine = form(client, path, level="3")
    client.post(path, data=form(client, path, label="c)"))
    reply = client.post(path, data=mine)
    assert reply.status_code == 400
    assert "changed meanwhile" in reply.text


def test_a_waiting_file_is_corrected_before_it_is_kept(client):
    sent = client.post("/r/new/upload", data={"file": (io.BytesIO(FILE), "draft-1.docx")}).text
    (waiting,) = set(re.findall(r'href="(/r/new/upload/[^"]+/outline)"', sent))
    number = of(client, waiting, B)
    path = f"{waiting}/{number}"
    assert client.post(path, data=form(client, path, join="1")).status_code == 303
    before = client.get(waiting.removesuffix("/outline")).text
    token = re.search(r'name="token" value="([^"]+)"', before)[1]
    kept = client.post("/r/new/upload", data={"token": token, "role": "draft"})
    assert kept.status_code == 303
    twin = client.get(kept.location.rstrip("/") + "/outline.json").json
    assert [c["fault"] for c in twin["corrections"]] == ["join"]
    assert " b) " in twin["clauses"][number - 1]["text"]


@pytest.mark.parametrize(
    "path", [f"{OUTLINE}/9999", "/r/wsis/nothing/outline", "/r/wsis/upload/none/outline"]
)
def test_what_is_not_there_is_said_with_the_cure(client, path):
    reply = client.get(path)
    assert reply.status_code == 404
    assert "Choose" in reply.text
