"""The list of resolutions, and one resolution with its drafts in time."""

from flask import Blueprint, redirect, request, url_for
from werkzeug.wrappers import Response

from amendments.errors import RequestRefused
from amendments.records import DraftRecord
from webui.pages import Sheet, desk, publish, state_names

pages = Blueprint("resolutions", __name__)


@publish(pages, "/")
def resolutions() -> Sheet:
    """Every text under negotiation."""
    return Sheet("resolutions.html", desk().resolutions())


@publish(pages, "/r/<key:slug>/")
def resolution(slug: str) -> Sheet:
    """One resolution: its drafts as a timeline, and who contributed."""
    page = desk().resolution(slug)
    answers: dict[str, list[DraftRecord]] = {draft.key: [] for draft in page.drafts}
    loose: list[DraftRecord] = []
    for contribution in page.contributions:
        answers.get(contribution.base or "", loose).append(contribution)
    return Sheet(
        "resolution.html",
        page,
        {
            "answers": answers,
            "loose": loose,
            "by_state": by_state(page.contributions),
            "pair": [draft.key for draft in (page.drafts + page.contributions)[:2]]
            if len(page.drafts) < 2  # noqa: PLR2004 - a pair is two
            else [draft.key for draft in page.drafts[-2:]],
        },
    )


def by_state(contributions: tuple[DraftRecord, ...]) -> list[tuple[str, list[DraftRecord]]]:
    """Every State that contributed with its files, by name; "" for those of nobody known."""
    found: dict[str, list[DraftRecord]] = {}
    for contribution in contributions:
        for code in contribution.states or ("",):
            found.setdefault(code, []).append(contribution)
    names = state_names()
    return sorted(found.items(), key=lambda item: names.get(item[0], item[0] or "~"))


@pages.get("/start")
def start() -> Response:
    """On to the upload of a new resolution's first draft."""
    slug = "-".join(request.args.get("name", "").lower().split())
    if not slug or not slug.replace("-", "").isalnum() or not slug.isascii():
        raise RequestRefused(
            "A short name has letters, digits and hyphens only. Go back and write, say, wsis-2025."
        )
    return redirect(url_for("uploads.ask", slug=slug))
