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
    assert service.ruled == []


def test_a_form_of_another_site_is_refused(reader, service):
    headers = {"Sec-Fetch-Site": "cross-site"}
    form = {"about": "states", "what": "p1", "value": "BRA"}
    assert reader.client.post("/rulings", data=form, headers=headers).status_code == 403
    assert service.ruled == []
