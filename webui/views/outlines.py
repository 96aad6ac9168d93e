"""The outline of a file, corrected by hand before the file is kept and after."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import BadRequest

from amendments.errors import NotFound, RequestRefused
from amendments.model import Clause
from amendments.records import OutlinePage
from webui.pages import Sheet, desk, publish

pages = Blueprint("outlines", __name__)
KEPT = "/r/<key:slug>/<key:key>/outline"
WAITING = "/r/<key:slug>/upload/<token>/outline"
FIELDS = ("kind", "part", "label", "level")
"""What the form asks of every clause; only what differs from the clause is said."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where the file is: kept as a draft, or waiting by its token."""

    slug: str
    key: str = ""
    token: str = ""

    @property
    def page(self) -> OutlinePage:
        """The outline as it stands; raises NotFound."""
        if self.token:
            return desk().held_outline(self.token)
        return desk().outline(self.slug, self.key)

    @property
    def back(self) -> str:
        """Where one came from."""
        if self.token:
            return url_for("uploads.waiting", slug=self.slug, token=self.token)
        return url_for("drafts.draft", slug=self.slug, key=self.key)

    def url(self, number: int | None = None) -> str:
        """The address of the outline, or of the form for one clause."""
        which = "waiting" if self.token else "outline"
        place = {"token": self.token} if self.token else {"key": self.key}
        values: dict[str, Any] = {"slug": self.slug, **place}
        if number is None:
            return url_for(f"outlines.{which}", **values)
        return url_for(f"outlines.{which}_clause", **values, number=number)

    def correct(self, number: int, said: list[tuple[str, str]], seen: str, actor: str) -> None:
        """Say what is wrong with a clause."""
        if self.token:
            desk().correct_held(self.token, number, said, seen=seen, actor=actor)
        else:
            desk().correct(self.slug, self.key, number, said, seen=seen, actor=actor)

    def take_back(self, correction: int, actor: str) -> None:
        """Let a correction count no more."""
        if self.token:
            desk().take_back_held(self.token, correction, actor=actor)
        else:
            desk().take_back(self.slug, self.key, correction, actor=actor)


@publish(pages, KEPT)
def outline(slug: str, key: str) -> Sheet:
    """The outline of a kept draft."""
    shelf = Shelf(slug, key)
    return Sheet("outline.html", shelf.page, {"shelf": shelf})


@pages.get(WAITING)
def waiting(slug: str, token: str) -> str:
    """The outline of a file that waits to be kept."""
    shelf = Shelf(slug, token=token)
    return render_template("outline.html", page=shelf.page, shelf=shelf)


@pages.route(f"{KEPT}/<int:number>", methods=["GET", "POST"])
def outline_clause(slug: str, key: str, number: int) -> ResponseReturnValue:
    """The form for one clause of a kept draft."""
    return of_clause(Shelf(slug, key), number)


@pages.route(f"{WAITING}/<int:number>", methods=["GET", "POST"])
def waiting_clause(slug: str, token: str, number: int) -> ResponseReturnValue:
    """The form for one clause of a file that waits to be kept."""
    return of_clause(Shelf(slug, token=token), number)


@pages.post(KEPT)
def outline_back(slug: str, key: str) -> ResponseReturnValue:
    """A correction of a kept draft taken back."""
    return taken_back(Shelf(slug, key))


@pages.post(WAITING)
def waiting_back(slug: str, token: str) -> ResponseReturnValue:
    """A correction of a waiting file taken back."""
    return taken_back(Shelf(slug, token=token))


def of_clause(shelf: Shelf, number: int) -> ResponseReturnValue:
    """Ask what is wrong with a clause, or keep it; on a fault, the form as it was filled in."""
    page = shelf.page
    if number >= len(page.clauses):
        raise NotFound("There is no such clause. Choose one from the outline.")
    if request.method == "GET":
        return form(shelf, page, number)
    sent = request.form
    said = faults_of(page.clauses[number])
    if not said:
        return form(shelf, page, number, "Nothing was changed. Change something, or go back."), 400
    try:
        shelf.correct(number, said, sent.get("seen", ""), sent.get("actor", ""))
    except NotFound:
        raise
    except RequestRefused as fault:
        return form(shelf, page, number, str(fault)), BadRequest.code or 400
    return redirect(f"{shelf.url()}#n-{number}", code=303)


def faults_of(clause: Clause) -> list[tuple[str, str]]:
    """What the reader says is wrong, what it is before where it ends."""
    said = [
        (field, request.form[field].strip())
        for field in FIELDS
        if field in request.form
        and request.form[field].strip() != str(getattr(clause, field)).strip()
    ]
    if words := request.form.get("cut", "").strip():
        said.append(("cut", words))
    if request.form.get("join"):
        said.append(("join", ""))
    return said


def form(shelf: Shelf, page: OutlinePage, number: int, fault: str = "") -> str:
    """The form, between the clauses that stand around it."""
    return render_template(
        "correct.html",
        page=page,
        shelf=shelf,
        number=number,
        around=page.clauses[max(number - 1, 0) : number + 2],
        clause=page.clauses[number],
        form=request.form,
        fault=fault,
    )


def taken_back(shelf: Shelf) -> ResponseReturnValue:
    """Take a correction back and show the outline again."""
    number = request.form.get("correction", type=int)
    if number is None:
        raise RequestRefused("No correction was chosen. Choose one from the outline.")
    shelf.take_back(number, request.form.get("actor", ""))
    return redirect(f"{shelf.url()}#corrected", code=303)
