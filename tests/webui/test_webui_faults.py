import pytest

from webui.guard import HEADERS

R = "/r/wsis-2025"


@pytest.mark.parametrize(
    "path",
    ["/nowhere", "/r/other/", f"{R}/draft-9/", f"{R}/clauses/zz", f"{R}/compare/draft-1...draft-9"],
)
def test_what_is_not_here_is_a_404_page_with_a_way_on(reader, path):
    page = reader.get(path, expect=404)
    assert "Not found" in page.h1
    assert any(a["href"] == "/" for a in page.attributes("a"))


def test_a_fault_under_a_json_address_is_json(reader):
    reply = reader.client.get("/r/other.json")
    assert reply.status_code == 404
    assert reply.json["status"] == 404
    assert reply.json["error"].startswith("There is no such resolution.")


def test_an_unknown_state_is_refused_with_the_cure(reader):
    page = reader.get(f"{R}/proposals?state=XXX", expect=400)
    assert "Use an ISO code such as BRA." in page.reply.text


def test_a_fault_of_ours_tells_no_trace(reader, service, caplog):
    service.resolutions = lambda: 1 / 0
    page = reader.get("/", expect=500)
    assert "tell the secretariat" in page.reply.text
    assert "ZeroDivision" not in page.reply.text
    assert "ZeroDivisionError" in caplog.text


def test_a_wrong_method_is_a_page_too(reader):
    reader.post("/", {}, expect=405)


def test_health_and_readiness(reader, service):
    assert reader.client.get("/healthz").json == {"status": "alive"}
    assert reader.client.get("/readyz").status_code == 200
    service.faults = ("the index is behind",)
    reply = reader.client.get("/readyz")
    assert (reply.status_code, reply.json["faults"]) == (503, ["the index is behind"])


@pytest.mark.parametrize(
    "path", ["/healthz", "/favicon.ico", "/static/site.css", f"{R}/draft-1/file", "/r/other.json"]
)
def test_security_headers_stand_on_every_reply(reader, path):
    with reader.client.get(path) as reply:
        for name, value in HEADERS.items():
            assert reply.headers[name] == value


def test_the_policy_allows_nothing_inline():
    assert "unsafe" not in HEADERS["Content-Security-Policy"]
    assert HEADERS["Content-Security-Policy"].startswith("default-src 'none'")


SAME, OTHER = "http://localhost", "https://evil.example"
ORIGINS = [
    ({}, True),
    ({"Sec-Fetch-Site": "same-origin"}, True),
    ({"Sec-Fetch-Site": "none"}, True),
    ({"Sec-Fetch-Site": "same-site"}, False),
    ({"Sec-Fetch-Site": "cross-site"}, False),
    ({"Sec-Fetch-Site": "cross-site", "Origin": SAME}, False),
    ({"Origin": SAME}, True),
    ({"Origin": OTHER}, False),
    ({"Origin": "null"}, False),
]


@pytest.mark.parametrize(("headers", "is_ours"), ORIGINS)
def test_a_form_of_another_site_is_refused(reader, headers, is_ours):
    page = reader.post(f"{R}/upload", {}, expect=400 if is_ours else 403, headers=headers)
    assert ("Choose a Word file" if is_ours else "came from another site") in page.reply.text


def test_a_new_resolution_starts_with_an_upload_under_a_clean_name(reader):
    reply = reader.client.get("/start?name=WSIS 2026")
    assert reply.location == "/r/wsis-2026/upload"
    assert "letters, digits and hyphens" in reader.get("/start?name=a/b", expect=400).reply.text
