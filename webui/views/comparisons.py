"""Any two drafts of a resolution, compared: on the page, and as a Word file."""

from flask import Blueprint, Response, redirect, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from webui.folding import blocks
from webui.pages import Sheet, desk, publish
from webui.views.drafts import as_word_file

pages = Blueprint("comparisons", __name__)
VIEWS = {"inline": "In one text", "columns": "Side by side"}
PAIR = "/r/<key:slug>/compare/<key:old>...<key:new>"


@publish(pages, PAIR)
def comparison(slug: str, old: str, new: str) -> Sheet:
    """What became of every clause between two drafts."""
    page = desk().compare(slug, old, new)
    whole = desk().resolution(slug)
    files = (*whole.drafts, *whole.contributions)
    shown = blocks(page.rows)
    chosen = request.args.get("view", "inline")
    return Sheet(
        "comparison.html",
        page,
        {
            "blocks": shown,
            "changed": [each for block in shown for each in block.clauses if each.change],
            "view": chosen if chosen in VIEWS else "inline",
            "views": VIEWS,
            "pair": [old, new],
            "files": files,
            "thirds": [file for file in files if file.key not in {old, new}],
        },
    )


@pages.get("/r/<key:slug>/compare")
def choose(slug: str) -> AnyResponse:
    """From the form that chooses two or three drafts to their permanent address."""
    old, new, third = (request.args.get(name, "") for name in ("old", "new", "third"))
    if not old or not new:
        return redirect(url_for("resolutions.resolution", slug=slug))
    if third:
        return redirect(url_for("laid.laid", slug=slug, base=old, one=new, other=third))
    view = request.args.get("view") or None
    return redirect(url_for("comparisons.comparison", slug=slug, old=old, new=new, view=view))


@pages.get(PAIR + ".docx")
def redline(slug: str, old: str, new: str) -> Response:
    """The old draft as a Word file with true tracked changes to the new one."""
    author = request.args.get("author", "").strip() or "Secretariat"
    return as_word_file(desk().redline(slug, old, new, author), f"{slug}-{old}-to-{new}.docx")
