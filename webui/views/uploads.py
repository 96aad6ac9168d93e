"""Taking a Word file in: first show what was found in it, then keep it as the reader says."""

from collections.abc import Callable
from dataclasses import dataclass

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import BadRequest

from amendments.errors import AmendmentsError, NotFound
from amendments.records import DraftRecord, Ingested, Preview, ResolutionPage, Role
from webui.pages import desk

pages = Blueprint("uploads", __name__)
CHOOSE_A_FILE = "No file came with the form. Choose a Word file (.docx) and send it again."


@dataclass(frozen=True, slots=True)
class Entry:
    """What the form says about the file."""

    role: Role
    against: str
    states: str
    date: str
    symbol: str

    @classmethod
    def guessed(cls, preview: Preview) -> "Entry":
        """What the file itself seems to say."""
        states = ", ".join(preview.states)
        return cls(preview.role, preview.base or "", states, preview.date, preview.symbol)

    @classmethod
    def sent(cls) -> "Entry":
        """What the reader entered."""
        form = request.form
        role: Role = "contribution" if form.get("role") == "contribution" else "draft"
        fields = (form.get(name, "").strip() for name in ("against", "states", "date", "symbol"))
        return cls(role, *fields)

    @property
    def codes(self) -> tuple[str, ...]:
        """The States, as entered between commas."""
        return tuple(code.strip() for code in self.states.split(",") if code.strip())


@pages.get("/r/<key:slug>/upload")
def ask(slug: str) -> str:
    """Ask for a file."""
    return render_template("upload.html", whole=known(slug), slug=slug)


@pages.post("/r/<key:slug>/upload")
def take(slug: str) -> ResponseReturnValue:
    """A file: show what is in it. What was shown, confirmed: keep it."""
    if token := request.form.get("token"):
        return look_again(slug, token) if "look" in request.form else keep(slug, token)
    upload = request.files.get("file")
    if upload is None or not upload.filename:
        return refused(slug, CHOOSE_A_FILE)
    content = upload.read()
    try:
        preview = desk().preview(content, upload.filename, resolution=slug)
    except AmendmentsError as fault:
        return refused(slug, str(fault))
    token = desk().hold(content, upload.filename)
    return shown(slug, preview, token, Entry.guessed(preview))


@pages.get("/r/<key:slug>/upload/<token>")
def waiting(slug: str, token: str) -> str:
    """What was found in a file that waits to be kept, as its outline stands now."""
    preview = desk().preview(*desk().held(token), resolution=slug)
    return shown(slug, preview, token, Entry.guessed(preview))


def with_held(
    slug: str, token: str, act: Callable[[bytes, str, Entry], ResponseReturnValue]
) -> ResponseReturnValue:
    """Do something with the held file; on a fault, the form again with what was entered."""
    try:
        content, filename = desk().held(token)
    except NotFound as fault:
        return refused(slug, str(fault))
    entry = Entry.sent()
    try:
        return act(content, filename, entry)
    except AmendmentsError as fault:
        preview = desk().preview(content, filename, resolution=slug)
        return shown(slug, preview, token, entry, fault=str(fault)), BadRequest.code or 400


def look_again(slug: str, token: str) -> ResponseReturnValue:
    """What the held file would bring as it is entered now: against another draft, by others."""

    def look(content: bytes, filename: str, entry: Entry) -> ResponseReturnValue:
        base = entry.against or None
        preview = desk().preview(
            content, filename, resolution=slug, against=base, by=entry.codes, role=entry.role
        )
        return shown(slug, preview, token, entry)

    return with_held(slug, token, look)


def keep(slug: str, token: str) -> ResponseReturnValue:
    """Keep the held file and go on to it."""

    def take_in(content: bytes, filename: str, entry: Entry) -> ResponseReturnValue:
        taken = desk().ingest(
            content,
            filename,
            resolution=slug,
            against=entry.against or None,
            by=entry.codes,
            date=entry.date,
            symbol=entry.symbol,
            role=entry.role,
        )
        return redirect(address_of(slug, taken), code=303)

    return with_held(slug, token, take_in)


def address_of(slug: str, taken: Ingested) -> str:
    """Where to read what was taken in: its comparison, or itself where it has no base."""
    draft: DraftRecord = taken.draft
    if draft.base is None:
        return url_for("drafts.draft", slug=slug, key=draft.key)
    return url_for("comparisons.comparison", slug=slug, old=draft.base, new=draft.key)


def shown(slug: str, preview: Preview, token: str, entry: Entry, fault: str = "") -> str:
    """What was found in the file, with the form that keeps it."""
    return render_template(
        "preview.html",
        whole=known(slug),
        slug=slug,
        preview=preview,
        token=token,
        entry=entry,
        fault=fault,
        states=desk().states(),
    )


def refused(slug: str, fault: str) -> ResponseReturnValue:
    """The first form again, with the reason."""
    return render_template("upload.html", whole=known(slug), slug=slug, fault=fault), 400


def known(slug: str) -> ResolutionPage | None:
    """The resolution, or None where this is its first draft."""
    try:
        return desk().resolution(slug)
    except NotFound:
        return None
