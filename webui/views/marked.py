"""A draft as a Word file with the proposals on it as tracked changes, each under its States."""

from flask import Blueprint, Response, render_template, request

from webui.pages import desk
from webui.views.drafts import as_word_file
from webui.views.proposals import NARROWS, wanted

pages = Blueprint("marked", __name__)


@pages.get("/r/<key:slug>/<key:key>/marked")
def marked(slug: str, key: str) -> str:
    """What the file will hold and what it cannot, before it is fetched."""
    asked = desk().proposals(slug, wanted())
    rows = next((rows for base, rows in asked.bases if base.key == key), ())
    return render_template(
        "marked.html",
        page=desk().draft(slug, key),
        wanted=wanted(),
        count=sum(len(row.proposals) for row in rows),
        notices_of_file=desk().marked(slug, key, wanted()).notices,
        query={name: request.args[name] for name in NARROWS if request.args.get(name)},
    )


@pages.get("/r/<key:slug>/<key:key>/marked.docx")
def download(slug: str, key: str) -> Response:
    """The file."""
    asked = wanted()
    content = desk().marked(slug, key, asked).value
    name = "-".join((slug, key, "with-proposals", *asked.states))
    return as_word_file(content, f"{name}.docx")
