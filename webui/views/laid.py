"""Two drafts laid on the one they were made from: who did what, and what goes together."""

from flask import Blueprint

from amendments.records import LaidPage
from amendments.sides import Verdict, WovenPiece
from webui.folding import blocks
from webui.pages import Sheet, desk, publish
from webui.wording import listed

pages = Blueprint("laid", __name__)
SIGNS = "AB"
"""What stands for each side beside its words."""


@publish(pages, "/r/<key:slug>/compare/<key:base>...<key:one>...<key:other>")
def laid(slug: str, base: str, one: str, other: str) -> Sheet:
    """What two drafts made of every clause of a third."""
    page: LaidPage = desk().lay_on_base(slug, base, (one, other))
    shown = blocks(page.rows)
    changed = [each for block in shown for each in block.clauses if each.change]
    conflicts = [each for each in changed if each.row.row.verdict is Verdict.CONFLICT]
    return Sheet(
        "laid.html",
        page,
        {"blocks": shown, "changed": changed, "conflicts": conflicts, "signs": SIGNS, "by": by},
    )


def by(piece: WovenPiece) -> str:
    """Who struck or added it, by their signs: "A and B"."""
    return listed(SIGNS[side] for side in piece.by)
