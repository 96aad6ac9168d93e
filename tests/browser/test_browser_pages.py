import pytest

pytestmark = pytest.mark.browser

R = "/r/wsis-2025"
COMPARED = f"{R}/compare/draft-1...draft-2"
PAGES = [
    "/",
    f"{R}/",
    f"{R}/upload",
    f"{R}/draft-1/",
    f"{R}/brazil-1/",
    f"{R}/egypt-1/",
    COMPARED,
    f"{COMPARED}?view=columns",
    f"{COMPARED}...japan-1",
    f"{R}/clauses/cb",
    f"{R}/proposals",
    f"{R}/table",
    f"{R}/draft-1/enter/cb",
    f"{R}/proposals/p1",
    "/states/",
    "/states/JPN",
    "/search?q=leading&state=BRA",
]
LOOKS = [
    {"color_scheme": scheme, "viewport": {"width": width, "height": 850}}
    for scheme in ("light", "dark")
    for width in (390, 1280)
]


def named(look):
    return f"{look['color_scheme']}-{look['viewport']['width']}"


@pytest.fixture(params=LOOKS, ids=named)
def look(request):
    return request.param


def open_all(page):
    """Open every fold, so that nothing escapes the eye."""
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")


@pytest.mark.parametrize("path", PAGES)
def test_no_page_scrolls_sideways(open_page, path, look):
    page = open_page(path, **look)
    open_all(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("path", ["/", f"{R}/draft-1/", COMPARED])
def test_a_title_of_one_endless_word_is_broken(open_page, path):
    page = open_page(path, viewport={"width": 320, "height": 850})
    page.evaluate(
        "document.querySelectorAll('main h1, main h2 a, .trail a')"
        ".forEach(e => e.textContent = 'Zusammenarbeit'.repeat(20))"
    )
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(
    ("language", "style"), [("fr", "italic"), ("ar", "normal"), ("zh", "normal")]
)
def test_headings_lean_only_in_scripts_that_have_italics(open_page, language, style):
    page = open_page(f"{R}/draft-1/")
    heading = page.locator("article.clause.heading").first
    heading.evaluate("(e, language) => e.lang = language", language)
    assert heading.locator("h2").evaluate("e => getComputedStyle(e).fontStyle") == style


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(open_page, faults_of, path, look):
    page = open_page(path, **look)
    open_all(page)
    assert faults_of(page) == []


def test_axe_would_find_a_fault(open_page, faults_of):
    page = open_page("/")
    page.evaluate("document.querySelector('h1').style.color = '#bbb'")
    by_axe, by_colour = faults_of(page)
    assert by_axe[0] == "color-contrast"
    assert by_colour.startswith("<h1")


def test_j_and_k_move_the_focus_from_change_to_change(open_page):
    page = open_page(COMPARED)
    ids = []
    for key in "jjk":
        page.keyboard.press(key)
        ids.append(page.evaluate("document.activeElement.id"))
    assert ids == ["change-1", "change-2", "change-1"]


def test_the_keys_do_nothing_in_a_field_or_when_switched_off(open_page):
    page = open_page(COMPARED)
    page.focus("#quick")
    page.keyboard.press("j")
    assert page.input_value("#quick") == "j"
    page.locator("h1").click()
    page.keyboard.press("?")
    page.uncheck("#keys-on")
    page.click("#keys form button")
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") != "change-1"
    page.reload()
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement.id") != "change-1"


@pytest.mark.parametrize(("width", "is_open"), [(390, False), (1280, True)])
def test_what_was_found_comes_first_on_a_narrow_screen(open_page, width, is_open):
    page = open_page("/search?q=leading", viewport={"width": width, "height": 850})
    assert page.locator("details.narrowing").evaluate("one => one.open") is is_open


def test_a_file_is_uploaded_without_script(open_page):
    page = open_page(f"{R}/upload", java_script_enabled=False)
    word = {"name": "Brazil.docx", "mimeType": "application/zip", "buffer": b"PK a Word file"}
    page.set_input_files("#file", word)
    page.click("main button")
    assert page.locator("h1").inner_text() == "What was found in Brazil.docx"
    page.click("main button")
    assert page.url.endswith("/compare/draft-1...brazil-1")


def test_copied_text_has_no_hidden_words(open_page):
    page = open_page(COMPARED)
    page.locator("#change-4 .text").evaluate("e => getSelection().selectAllChildren(e)")
    copied = page.evaluate("getSelection().toString()")
    assert copied.startswith("to inviterequest Member States and Sector Members")
    assert "[" not in copied


def test_on_paper_the_folds_are_open_and_edits_are_said_in_words(open_page):
    page = open_page(COMPARED)
    page.emulate_media(media="print")
    assert page.locator(".said").first.evaluate("e => e.getBoundingClientRect().width") > 20
    assert page.locator(".fold .text").first.evaluate("e => e.getBoundingClientRect().height") > 0
    assert page.locator(".masthead nav").is_hidden()


def test_the_skip_link_is_first_and_leads_to_the_text(open_page):
    page = open_page("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
