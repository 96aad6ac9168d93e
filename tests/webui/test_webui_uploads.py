import io
import re

R = "/r/wsis-2025"
WORD = b"PK a Word file"


def file(content=WORD, name="Brazil.docx"):
    return {"file": (io.BytesIO(content), name)}


def shown(reader, **more):
    return reader.post(f"{R}/upload", file(**more))


def form_of(page, **changed):
    fields = {"token": re.search(r'name="token" value="([^"]+)"', page.reply.text)[1]}
    told = {
        "role": "contribution",
        "against": "draft-1",
        "states": "BRA, KEN",
        "date": "2025-05-12",
    }
    return {**fields, **told, "symbol": "C25/58", **changed}


def test_a_file_is_shown_before_it_is_kept(reader, service):
    text = shown(reader).reply.text
    assert "16 clauses" in text
    assert "2 changed, 1 moved, 1 split, 1 added, 1 deleted, against <bdi>C25/40</bdi>" in text
    assert "<bdi>J. Silva (Brazil)</bdi>, for Brazil" in text
    assert "1 silent change" in text
    assert service.ingested == []


def test_the_form_is_filled_with_what_the_file_seems_to_be(reader):
    page = shown(reader)
    fields = {a.get("name"): a for a in page.attributes("input")}
    assert fields["states"]["value"] == "BRA"
    assert fields["date"]["value"] == "2025-05-12"
    assert fields["symbol"]["value"] == "C25/58"
    assert "checked" in next(
        a for a in page.attributes("input") if a.get("id") == "role-contribution"
    )
    assert any(a.get("value") == "draft-1" and "selected" in a for a in page.attributes("option"))


def test_a_contribution_once_kept_leads_to_its_comparison(reader, service):
    reply = reader.client.post(f"{R}/upload", data=form_of(shown(reader)))
    assert (reply.status_code, reply.location) == (303, f"{R}/compare/draft-1...brazil-1")
    told = {
        "resolution": "wsis-2025", "against": "draft-1", "by": ("BRA", "KEN"),
        "date": "2025-05-12", "symbol": "C25/58", "role": "contribution",
    }  # fmt: skip
    assert service.ingested == [(WORD, "Brazil.docx", told)]


def test_a_first_draft_once_kept_leads_to_itself(reader, service):
    form = form_of(shown(reader), role="draft", against="", states="")
    reply = reader.client.post(f"{R}/upload", data=form)
    assert (reply.status_code, reply.location) == (303, f"{R}/draft-1/")
    assert service.ingested[0][2]["against"] is None
    assert service.ingested[0][2]["by"] == ()


def test_a_refusal_shows_the_form_again_with_what_was_entered(reader, service):
    page = reader.post(f"{R}/upload", form_of(shown(reader), states="BRA, Atlantis"), expect=400)
    assert "No State has the code Atlantis." in page.reply.text
    assert any(a.get("value") == "BRA, Atlantis" for a in page.attributes("input"))
    assert service.ingested == []


def test_a_file_that_is_no_word_file_is_refused_with_the_cure(reader):
    page = reader.post(f"{R}/upload", file(b"hello"), expect=400)
    assert "Save it again from Word." in page.reply.text


def test_a_form_without_a_file_asks_for_one(reader):
    assert "Choose a Word file" in reader.post(f"{R}/upload", {}, expect=400).reply.text


def test_a_file_no_longer_held_is_asked_for_again(reader):
    page = reader.post(f"{R}/upload", {"token": "gone"}, expect=400)
    assert "Upload it again." in page.reply.text


def test_a_file_above_the_limit_is_refused_with_the_limit(reader):
    page = reader.post(f"{R}/upload", file(b"PK" + bytes(300 * 1024)), expect=413)
    assert "at most 128 KB" in page.reply.text


def test_the_name_of_a_file_is_shown_as_words(reader):
    text = shown(reader, name="<b>x</b>.docx").reply.text
    assert "<b>x</b>" not in text
    assert "&lt;b&gt;x&lt;/b&gt;.docx" in text


def test_a_file_is_looked_at_again_against_another_draft_before_it_is_kept(reader, service):
    form = form_of(shown(reader), against="draft-2", states="KEN", look="1")
    page = reader.post(f"{R}/upload", form)
    assert "What is shown here is against" in page.reply.text
    assert any(a.get("value") == "draft-2" and "selected" in a for a in page.attributes("option"))
    fields = {a.get("name"): a for a in page.attributes("input")}
    assert fields["states"]["value"] == "KEN"
    assert service.ingested == []


def test_looking_again_with_a_state_that_is_none_says_so(reader):
    form = form_of(shown(reader), states="Atlantis", look="1")
    reply = reader.client.post(f"{R}/upload", data=form)
    assert reply.status_code == 400
    assert "ISO code" in reply.text
