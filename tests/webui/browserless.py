"""A client that looks at each page as a careful reader would."""

from html.parser import HTMLParser

from webui.guard import HEADERS

VOID = {"meta", "link", "input", "br", "hr", "img"}


class Page(HTMLParser):
    """One reply with what a reader and a browser find in it."""

    def __init__(self, reply):
        super().__init__(convert_charrefs=True)
        self.reply = reply
        self.open, self.tags, self.headings, self.labels = [], [], [], set()
        self.title = self.h1 = ""
        self.feed(reply.text)
        self.close()

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.tags.append((tag, attrs, tuple(self.open)))
        if tag == "label":
            self.labels.add(attrs.get("for"))
        if tag not in VOID and not self.get_starttag_text().endswith("/>"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open, f"</{tag}> closes nothing"
        assert self.open[-1] == tag, (
            f"</{tag}> closes <{self.open[-1]}> in {self.reply.request.path}"
        )
        self.open.pop()

    def handle_data(self, data):
        if "title" in self.open[-1:]:
            self.title += data
        if "h1" in self.open:
            self.h1 += data

    def attributes(self, tag):
        return [attrs for name, attrs, _ in self.tags if name == tag]


class Browserless:
    """GET and POST, with the house laws checked on every HTML reply."""

    def __init__(self, app):
        self.client = app.test_client()

    def get(self, path, *, expect=200):
        return self._looked_at(self.client.get(path), expect)

    def post(self, path, data, *, expect=200, **more):
        reply = self.client.post(path, data=data, content_type="multipart/form-data", **more)
        return self._looked_at(reply, expect)

    def _looked_at(self, reply, expect):
        assert reply.status_code == expect, reply.text[:2000]
        page = Page(reply)
        assert not page.open
        assert_title_begins_with_the_only_h1(page)
        assert_ids_are_unique(page)
        assert_no_inline_script_or_style(page)
        assert_every_field_has_a_label(page)
        assert_links_inside_the_page_lead_somewhere(page)
        for name, value in HEADERS.items():
            assert reply.headers[name] == value
        return page


def assert_title_begins_with_the_only_h1(page):
    assert len(page.attributes("h1")) == 1
    assert page.title.strip().startswith(" ".join(page.h1.split()))


def assert_ids_are_unique(page):
    ids = [attrs["id"] for _, attrs, _ in page.tags if "id" in attrs]
    assert len(ids) == len(set(ids)), sorted(i for i in ids if ids.count(i) > 1)


def assert_no_inline_script_or_style(page):
    assert not page.attributes("style")
    for tag, attrs, _ in page.tags:
        assert "style" not in attrs
        assert not [name for name in attrs if name.startswith("on")]
        assert tag != "script" or attrs["src"].startswith("/static/")


def assert_every_field_has_a_label(page):
    for tag, attrs, _ in page.tags:
        if tag in {"input", "select", "textarea"} and attrs.get("type") != "hidden":
            assert attrs["id"] in page.labels, attrs


def assert_links_inside_the_page_lead_somewhere(page):
    ids = {attrs.get("id") for _, attrs, _ in page.tags}
    for link in page.attributes("a"):
        if link["href"].startswith("#"):
            assert link["href"][1:] in ids
