"""One draft with its clauses, and the Word file it was read from."""

from io import BytesIO

from flask import Blueprint, Response, send_file

from webui.pages import Sheet, desk, publish

pages = Blueprint("drafts", __name__)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@publish(pages, "/r/<key:slug>/<key:key>/")
def draft(slug: str, key: str) -> Sheet:
    """One draft, clause by clause."""
    return Sheet("draft.html", desk().draft(slug, key))


@pages.get("/r/<key:slug>/<key:key>/file")
def original(slug: str, key: str) -> Response:
    """The Word file as it was received, byte for byte."""
    filename, content = desk().file(slug, key)
    return as_word_file(content, filename)


def as_word_file(content: bytes, filename: str) -> Response:
    """A Word file to be kept, never shown inside the site."""
    return send_file(BytesIO(content), WORD, as_attachment=True, download_name=filename)
