import re

import pytest

R = "/r/wsis-2025"
COMPARED = f"{R}/compare/draft-1...draft-2"
LAID = f"{COMPARED}...japan-1"


def words(page):
    """What a screen reader says of a page, less the signs it does not."""
    text = re.sub(r"<sup[^>]*>.*?</sup>", "", page.reply.text)
    return " ".join(re.sub(r"<[^>]+>", "", text).split())


def test_each_edit_says_whose_it_is_in_words_and_by_its_sign(reader):
    page = reader.get(LAID)
    assert "[deleted by A and B: has" in words(page)
    assert '<sup class="by" aria-hidden="true">AB</sup>' in page.reply.text
    assert "[added by B: contributes to" in words(page)


def test_a_conflict_is_named_and_shows_what_each_would_have(reader):
    page = reader.get(LAID)
    assert "in conflict" in words(page)
    said = words(page)
    assert said.count("As A has it") == said.count("As B has it") > 0


def test_the_summary_lists_the_conflicts_and_leads_to_them(reader):
    summary = reader.get(LAID).reply.text.partition('<h2 id="summary">')[2].partition("</nav>")[0]
    assert summary.startswith("2 conflicts</h2>")
    assert re.findall(r'href="#change-\d+">([^<]+)', summary) == [
        "considering b)", "instructs the Secretary-General 1",
    ]  # fmt: skip


def test_what_one_side_did_alone_is_told_with_its_name(reader):
    said = words(reader.get(LAID))
    assert "by A only" in said
    assert "A (C25/DT/7): split, resolves 2 and resolves 3." in said


def test_the_kinds_of_edit_stand_beside_whose_they_are(reader):
    said = words(reader.get(LAID))
    assert "A (C25/DT/7): changed, instructs the Secretary-General 1. obligation stronger" in said


def test_three_equal_drafts_say_that_nothing_differs(reader):
    page = reader.get(f"{R}/compare/draft-1...brazil-1...draft-1")
    assert "no differences" in words(page)


def test_the_comparison_of_two_leads_on_to_a_third(reader):
    page = reader.get(COMPARED)
    form = page.reply.text.partition("Compare with a third draft")[2]
    assert '<option value="japan-1">' in form.partition("</form>")[0]
    reply = reader.client.get(f"{R}/compare?old=draft-1&new=draft-2&third=japan-1")
    assert (reply.status_code, reply.location) == (302, LAID)


@pytest.mark.parametrize("key", ["draft-9", "nobody"])
def test_an_unknown_third_draft_is_not_found(reader, key):
    reader.get(f"{COMPARED}...{key}", expect=404)


def test_the_twin_says_who_did_what_to_each_clause(reader):
    told = reader.client.get(f"{LAID}.json").json
    assert {row["row"]["verdict"] for row in told["rows"]} >= {"conflict", "one", "untouched"}
    pieces = [piece for row in told["rows"] for piece in row["row"]["pieces"]]
    assert {"op": "added", "text": "contributes to the", "by": [1]} in pieces
