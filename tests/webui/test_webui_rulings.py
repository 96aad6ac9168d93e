"""What a reader says by hand through the forms."""

R = "/r/wsis-2025"


def say(reader, **form):
    return reader.client.post("/rulings", data=form)


def test_a_correction_is_passed_on_and_leads_back(reader, service):
    back = f"{R}/proposals/p1"
    reply = say(reader, about="states", what="p1", value="BRA, Argentina", actor="Ana", back=back)
    assert (reply.status_code, reply.location) == (303, back)
    assert service.ruled == [("states", "p1", ["BRA", "Argentina"], "Ana")]


def test_taking_back_says_nothing_whatever_is_in_the_field(reader, service):
    say(reader, about="status", what="p1", value="agreed", undo="1", back=f"{R}/")
    assert service.ruled == [("status", "p1", [], "")]


def test_nobody_is_sent_to_another_site(reader):
    for address in ("https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"):
        assert say(reader, about="states", what="p1", value="BRA", back=address).location == "/"


def test_an_unknown_state_is_told_with_the_cure(reader, service):
    reply = say(reader, about="states", what="p1", value="Atlantis", back=f"{R}/")
    assert reply.status_code == 400
    assert "Choose one from the list of States" in reply.text
    assert f'<a href="{R}/">Back to the form</a>' in reply.text
    assert service.ruled == []


def test_a_form_of_another_site_is_refused(reader, service):
    headers = {"Sec-Fetch-Site": "cross-site"}
    form = {"about": "states", "what": "p1", "value": "BRA"}
    assert reader.client.post("/rulings", data=form, headers=headers).status_code == 403
    assert service.ruled == []


def test_a_proposal_made_in_the_room_is_entered_on_its_clause(reader, service):
    form = {"states": "Kenya, BRA", "action": "SUP", "text": "", "reasons": "", "actor": "Ana"}
    reply = reader.client.post(f"{R}/draft-1/enter/cb", data=form)
    assert (reply.status_code, reply.location) == (303, f"{R}/brazil-1/")
    assert service.entered == [("draft-1", "cb", "SUP", ("Kenya", "BRA"), "", "", "Ana")]


def test_a_wrong_entry_shows_the_form_again_with_what_was_entered(reader, service):
    form = {"states": "Atlantis", "action": "MOD", "text": "a new text", "actor": "Ana"}
    page = reader.client.post(f"{R}/draft-1/enter/cb", data=form)
    assert page.status_code == 400
    assert "a new text" in page.text
    assert "Choose one from the list" in page.text
    assert service.entered == []
    assert reader.client.get(f"{R}/draft-1/enter/no-such").status_code == 404
