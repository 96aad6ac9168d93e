"""Entering a proposal that was made in the room, on one clause of a draft."""

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from amendments.errors import AmendmentsError, NotFound
from amendments.records import ClauseRecord, DraftPage
from webui.pages import desk

pages = Blueprint("entries", __name__)
PATH = "/r/<key:slug>/<key:base>/enter/<key:clause>"


@pages.get(PATH)
def ask(slug: str, base: str, clause: str) -> str:
    """Ask who wants what."""
    return shown(desk().draft(slug, base), clause)


@pages.post(PATH)
def enter(slug: str, base: str, clause: str) -> ResponseReturnValue:
    """Keep it and go on to it; on a fault, the form again with what was entered."""
    form = request.form
    states = [name.strip() for name in form.get("states", "").split(",") if name.strip()]
    try:
        taken = desk().enter(
            slug,
            base,
            clause,
            action=form.get("action", ""),
            states=states,
            text=form.get("text", ""),
            reasons=form.get("reasons", ""),
            actor=form.get("actor", ""),
        )
    except NotFound:
        raise
    except AmendmentsError as fault:
        return shown(desk().draft(slug, base), clause, str(fault)), 400
    return redirect(url_for("drafts.draft", slug=slug, key=taken.draft.key), code=303)


def shown(page: DraftPage, clause: str, fault: str = "") -> str:
    """The form, beside the clause it is about."""
    return render_template(
        "enter.html", page=page, at=clause_of(page, clause), form=request.form, fault=fault
    )


def clause_of(page: DraftPage, clause: str) -> ClauseRecord:
    """The clause of a draft by its id; raises NotFound."""
    found = next((c for c in page.clauses if c.id == clause), None)
    if found is None:
        raise NotFound("This draft has no such clause. Choose one from its page.")
    return found
