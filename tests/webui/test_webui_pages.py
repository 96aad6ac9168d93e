import json
import re

import pytest

R = "/r/wsis-2025"
COMPARED = f"{R}/compare/draft-1...draft-2"
LAID = f"{COMPARED}...japan-1"
TWINS = {
    "/": "/index.json",
    f"{R}/": f"{R}.json",
    f"{R}/draft-1/": f"{R}/draft-1.json",
    f"{R}/brazil-1/": f"{R}/brazil-1.json",
    f"{R}/egypt-1/": f"{R}/egypt-1.json",
    COMPARED: f"{COMPARED}.json",
    LAID: f"{LAID}.json",
    f"{R}/clauses/cb": f"{R}/clauses/cb.json",
    f"{R}/proposals": f"{R}/proposals.json",
    f"{R}/proposals/p1": f"{R}/proposals/p1.json",
    f"{R}/table": f"{R}/table.json",
    "/states/": "/states.json",
    "/states/JPN": "/states/JPN.json",
    "/search": "/search.json",
}
MORE = [
    f"{COMPARED}?view=columns",
    f"{R}/compare/draft-1...brazil-1",
    f"{R}/compare/draft-1...draft-1",
    f"{R}/compare/draft-1...brazil-1...draft-1",
    f"{R}/compare/draft-1...egypt-1...draft-2",
    f"{R}/proposals?state=BRA",
    f"{R}/proposals?state=BRA&groups=1&action=MOD&status=agreed&part=annex",
    f"{R}/table?state=BRA&base=draft-1",
    f"{R}/table?base=draft-9",
    f"{R}/clauses/s2",
    f"{R}/clauses/s3",
    "/states/EU",
    "/search?q=leading",
    "/search?q=leading&state=BRA&page=2",
    f"{R}/upload",
    "/r/brand-new/upload",
    f"{R}/draft-1/enter/cb",
]


@pytest.mark.parametrize("path", [*TWINS, *MORE])
def test_every_page_keeps_the_house_laws(reader, path):
    reader.get(path)


@pytest.mark.parametrize(("path", "twin"), TWINS.items())
def test_every_page_has_a_json_twin_and_names_it(reader, path, twin):
    page = reader.get(path)
    links = [a["href"] for a in page.attributes("link") if a.get("type") == "application/json"]
    assert links == [twin]
    reply = reader.client.get(twin)
    assert reply.status_code == 200
    assert reply.is_json
    assert reply.json


def test_every_route_is_under_test(app):
    tested = [*TWINS, *TWINS.values(), *(path.split("?")[0] for path in MORE)]
    elsewhere = {
        "static", "health.healthz", "health.readyz", "health.favicon", "resolutions.start",
        "drafts.original", "comparisons.redline", "comparisons.choose", "uploads.take",
        "tables.download", "rulings.rule", "entries.enter", "uploads.waiting",
        "drafts.go", "marked.marked", "marked.download",
        "outlines.outline", "outlines.outline_json", "outlines.outline_clause",
        "outlines.outline_back", "outlines.waiting", "outlines.waiting_clause",
        "outlines.waiting_back",
    }  # fmt: skip
    adapter = app.url_map.bind("localhost")
    met = {adapter.match(path)[0] for path in tested}
    assert {rule.endpoint for rule in app.url_map.iter_rules()} == met | elsewhere


@pytest.mark.parametrize("path", [*TWINS, *MORE])
def test_text_from_files_never_becomes_markup(reader, path):
    assert "<script>alert" not in reader.get(path).reply.text


def test_the_hostile_words_are_shown_as_words(reader):
    assert "&lt;script&gt;alert" in reader.get(f"{R}/proposals").reply.text


def test_a_comparison_says_deletions_and_additions_in_words(reader):
    text = reader.get(COMPARED).reply.text
    assert (
        '<del><span class="said">[deleted: </span>invite<span class="said">]</span></del>' in text
    )
    assert '<ins><span class="said">[added: </span>request<span class="said">]</span></ins>' in text


@pytest.mark.parametrize("view", ["inline", "columns"])
def test_the_texts_of_a_comparison_spell_both_drafts(reader, view):
    text = reader.get(f"{COMPARED}?view={view}").reply.text
    for word in ("telecommunications", "Sector Members", "official languages", "next session"):
        assert word in text


def test_unchanged_clauses_are_folded_with_their_count(reader):
    text = reader.get(COMPARED).reply.text
    assert "<summary>4 unchanged clauses</summary>" in text
    assert "<summary>3 unchanged clauses</summary>" in text


def test_moves_and_splits_are_said_in_words_with_links(reader):
    text = re.sub(r"<[^>]+>", "", reader.get(COMPARED).reply.text)
    assert (
        "Moved: recognizing a) in C25/40 is now recognizing b) in C25/DT/7, with changed words."
        in text
    )
    assert "Split: resolves 2 in C25/40 became resolves 2 and resolves 3 in C25/DT/7." in text


def test_each_change_links_to_the_next_and_the_one_before(reader):
    text = reader.get(COMPARED).reply.text
    assert 'href="#change-6">Next' in text
    assert 'href="#change-7">Next' not in text
    assert 'href="#change-0"' not in text


def test_comparing_a_draft_with_itself_says_that_nothing_differs(reader):
    assert "no differences" in reader.get(f"{R}/compare/draft-1...draft-1").reply.text


def test_an_unknown_view_falls_back_to_one_text(reader):
    assert 'class="columns"' not in reader.get(f"{COMPARED}?view=upside-down").reply.text


def test_arabic_clauses_are_written_from_the_right(reader):
    page = reader.get(f"{R}/egypt-1/")
    clauses = [a for a in page.attributes("article") if "clause" in a["class"]]
    assert {(a["lang"], a["dir"]) for a in clauses} == {("ar", "rtl")}


def test_conflicts_and_consensus_are_said_in_words_with_links(reader):
    text = reader.get(f"{R}/proposals").reply.text
    assert 'changes the same words as <a href="#p-p3">Japan</a>.' in text
    assert 'the same words are proposed by <a href="#p-p2">Brazil and Kenya</a>.' in text
    assert "doubtful (30 %)" in text
    assert "Adopted in part" in text


def test_a_conflict_with_a_proposal_that_is_not_shown_leads_to_its_own_page(reader):
    assert f'href="{R}/proposals/p3"' in reader.get(f"{R}/proposals?state=BRA").reply.text


def test_search_marks_the_words_and_offers_chips_facets_and_pages(reader):
    text = reader.get("/search?q=leading&state=BRA&page=2").reply.text
    assert "<mark>leading</mark>" in text
    assert 'href="/search?q=leading">State: Brazil' in text
    assert 'href="/search?q=leading&amp;state=BRA&amp;state=GBR"' in text
    assert 'rel="prev"' in text
    assert 'href="/search?q=leading&amp;state=BRA&amp;page=3"' in text


def test_search_offers_the_kinds_of_edit_in_words(reader):
    text = reader.get("/search?q=leading&edit=weaker").reply.text
    assert 'href="/search?q=leading">Kind of edit: obligation weaker' in text
    assert 'href="/search?q=leading&amp;edit=weaker&amp;edit=numbers">numbers</a>' in text


def test_search_tells_proposals_from_clauses(reader):
    text = reader.get("/search?q=leading&kind=proposal").reply.text
    assert 'href="/search?q=leading">Found as: proposal' in text
    assert ">clause of a draft</a>" in text


def test_choosing_two_drafts_leads_to_the_permanent_address(reader):
    reply = reader.client.get(f"{R}/compare?old=draft-1&new=draft-2")
    assert (reply.status_code, reply.location) == (302, COMPARED)


def test_the_original_is_a_download_with_its_own_name(reader):
    reply = reader.client.get(f"{R}/egypt-1/file")
    assert reply.data == b"PK the original"
    assert reply.headers["Content-Disposition"].startswith("attachment; ")
    assert "%D9%85%D8%B5%D8%B1.docx" in reply.headers["Content-Disposition"]


def test_the_redline_carries_the_author_asked_for(reader):
    reply = reader.client.get(f"{COMPARED}.docx?author=Brazil")
    assert reply.data == b"PK redline by Brazil"
    assert "attachment" in reply.headers["Content-Disposition"]


def test_the_twin_of_a_list_names_what_it_lists(reader):
    assert json.loads(reader.client.get("/states.json").text)["states"][0]["code"] == "BRA"


@pytest.mark.parametrize("kind", ["docx", "xlsx", "csv"])
def test_the_table_is_downloaded_as_a_file(reader, kind):
    reply = reader.client.get(f"{R}/table.{kind}?base=draft-1&state=BRA")
    assert reply.status_code == 200
    assert f"wsis-2025-draft-1-proposals-BRA.{kind}" in reply.headers["Content-Disposition"]
    assert reply.data == f"{kind} of draft-1 BRA".encode()


def test_many_proposals_are_shown_page_by_page(monkeypatch, reader):
    monkeypatch.setattr("webui.views.proposals.A_PAGE", 1)
    seen, address = [], f"{R}/proposals?state=BRA"
    while address:
        page = reader.get(address)
        seen += re.findall(r'<article class="proposal" id="p-(\w+)"', page.reply.text)
        following = [a["href"] for a in page.attributes("a") if a.get("rel") == "next"]
        address = following[0] if following else None
    assert len(seen) == len(set(seen)) > 1


def test_a_query_string_never_steers_the_links_of_the_table(reader):
    text = reader.get(f"{R}/table?state=BRA&_external=1&_scheme=evil&slug=other").reply.text
    assert "evil:" not in text
    assert "/r/other" not in text
