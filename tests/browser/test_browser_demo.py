"""The main job in a real browser, on the real program with the sample corpus."""

from pathlib import Path

import pytest

pytestmark = pytest.mark.browser
CORPUS = Path(__file__).parents[2] / "corpus" / "wsis"
PAGES = [
    "/",
    "/r/wsis/",
    "/r/wsis/draft-2/",
    "/r/wsis/drafting-group-1/",
    "/r/wsis/draft-1/outline",
    "/r/wsis/draft-1/outline/5",
    "/r/wsis/draft-1/go?to=a",
    "/r/wsis/draft-1/marked",
    "/r/wsis/compare/draft-1...draft-2",
    "/r/wsis/compare/draft-1...draft-2...brazil-1",
    "/r/wsis/compare/draft-1...draft-3?view=columns",
    "/r/wsis/proposals",
    "/r/wsis/table?base=draft-1",
    "/states/BRA",
    "/search?q=questionnaires",
]


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_every_page_of_the_demo_is_sound(demo, open_page, faults_of, path, width):
    page = open_page(demo + path, viewport={"width": width, "height": 850})
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert faults_of(page) == []


@pytest.mark.parametrize("path", ["/r/wsis/", "/r/wsis/drafting-group-1/", "/r/wsis/proposals"])
def test_no_form_is_printed(demo, open_page, path):
    page = open_page(demo + path)
    page.emulate_media(media="print")
    assert page.locator("form.fields").count() > 0
    assert page.locator("form:visible").count() == 0


def test_the_compilation_table_begins_on_its_first_sheet(demo, open_page):
    page = open_page(f"{demo}/r/wsis/table?base=draft-1")
    page.emulate_media(media="print")
    sheets = page.evaluate(
        "[document.body, document.querySelector('main')].map(each => getComputedStyle(each).page)"
    )
    assert sheets == ["landscape", "auto"]


def test_the_marks_of_an_edit_stand_in_one_line_with_its_clause(demo, open_page):
    page = open_page(f"{demo}/r/wsis/compare/draft-1...draft-2")
    marks = page.locator(".edit").evaluate_all("all => all.map(e => getComputedStyle(e).display)")
    assert set(marks) == {"inline"}


def test_a_box_to_tick_stands_beside_its_words(demo, open_page):
    page = open_page(f"{demo}/r/wsis/draft-1/outline/12")
    box, words = (page.locator(each).bounding_box() for each in ("#join", "label[for=join]"))
    assert words["x"] > box["x"] + box["width"]
    assert words["y"] < box["y"] + box["height"] / 2 < words["y"] + words["height"]


def test_a_draft_is_uploaded_and_its_redline_seen(demo, open_page):
    page = open_page(f"{demo}/r/wsis/upload")
    page.set_input_files("#file", CORPUS / "agreed.docx")
    page.click("main button")
    assert "agreed.docx" in page.locator("h1").inner_text()
    page.click("main button")
    assert "/compare/draft-3..." in page.url
    assert page.locator("ins").count() > 0
    assert page.locator("del").count() > 0


def test_the_proposals_are_narrowed_to_one_state(demo, open_page):
    page = open_page(f"{demo}/r/wsis/proposals")
    page.click(".filter >> text=Brazil")
    chips = page.locator(".proposal").all()
    assert chips
    assert all("BRA" in one.locator(".chips").first.inner_text() for one in chips)


def test_a_word_that_was_deleted_and_never_came_back_is_found(demo, open_page):
    page = open_page(f"{demo}/search")
    page.fill("main input[type=search]", "deleted:questionnaires")
    page.keyboard.press("Enter")
    page.locator("mark", has_text="questionnaires").first.wait_for()
    page.locator(".hits a").first.click()
    page.locator("del", has_text="questionnaires").first.wait_for()


def test_the_redline_of_two_drafts_is_downloaded_as_word(demo, open_page):
    page = open_page(f"{demo}/r/wsis/compare/draft-1...draft-2")
    page.locator("summary", has_text="Word redline").click()
    with page.expect_download() as download:
        page.locator("main button", has_text="Download").click()
    assert Path(download.value.path()).read_bytes().startswith(b"PK")


def test_a_proposal_made_in_the_room_is_entered_and_decided_on(demo, open_page):
    page = open_page(f"{demo}/r/wsis/proposals", java_script_enabled=False)
    page.locator(".asked h3 a").first.click()
    page.locator("text=Enter a proposal made in the room").click()
    page.fill("#states", "Kenya")
    page.select_option("#action", "SUP")
    page.click("main form button")
    assert page.locator("h1").count() == 1
    page.goto(f"{demo}/r/wsis/proposals?state=KEN")
    assert page.locator(".proposal").count() == 1
    page.locator("summary", has_text="Attribution").click()
    page.locator("text=Correct or decide").click()
    page.select_option("select[name=value]", "withdrawn")
    page.locator("main form button", has_text="Save").last.click()
    assert page.locator("text=Status: withdrawn").count() == 1


def test_an_outline_is_corrected_before_the_file_is_kept(demo, open_page):
    page = open_page(f"{demo}/r/another/upload", java_script_enabled=False)
    page.set_input_files("#file", CORPUS / "draft-1.docx")
    page.click("main button")
    page.click("text=Look at the outline and correct it")
    page.locator(".outline li", has=page.locator(".label", has_text="b)")).first.locator(
        "a"
    ).click()
    page.check("#join")
    page.fill("#actor", "A. Officer")
    page.click("main form button")
    assert "joined to the line before it" in page.locator(".log").inner_text()
    page.click("text=Go back")
    page.click("text=Keep it >> nth=-1")
    page.click("text=Look at it and correct it")
    assert "A. Officer" in page.locator(".log").inner_text()
    page.click("text=Take back")
    assert page.locator(".log").count() == 0
