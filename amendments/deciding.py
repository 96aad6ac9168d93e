"""What a person may say by hand, checked before it is written down."""

from collections.abc import Sequence
from datetime import UTC, datetime

from amendments.drafting.brackets import Meaning
from amendments.drafting.correcting import (
    Correction,
    Fault,
    checked_correction,
    corrected,
    correction_of,
)
from amendments.drafting.cutting import whole
from amendments.drafting.states import state
from amendments.errors import NotFound, RequestRefused
from amendments.model import Draft
from amendments.records import STATUSES
from amendments.store import About, Ruling, Session

CHOICES: dict[About, tuple[str, ...]] = {
    About.STATUS: STATUSES,
    About.BRACKETS: tuple(Meaning),
}
"""What can be chosen, where it is not a State."""


def checked(
    session: Session, about: str, what: str, value: Sequence[str], *, actor: str, at: datetime
) -> Ruling:
    """The ruling, States as their codes; an empty value takes back what was said before.

    Raises:
        RequestRefused: for a value that does not fit.
        UnknownState: for a State that the register does not know.
        NotFound: where nothing of that name is kept.

    """
    kind = next((one for one in About if one == about), None)
    if kind is None:
        raise RequestRefused(f"Nothing can be said about “{about}”. Choose {', '.join(About)}.")
    _refuse_unknown(session, kind, what)
    choices = CHOICES.get(kind)
    said = tuple(value) if choices else tuple(state(name).code for name in value)
    if choices and (len(said) > 1 or set(said) - set(choices)):
        raise RequestRefused(f"“{', '.join(said)}” is no {kind}. Choose {', '.join(choices)}.")
    if kind is About.AUTHOR and len(said) > 1:
        raise RequestRefused("An author speaks for one State or group. Name one.")
    return Ruling(kind, what, tuple(dict.fromkeys(said)), named(actor), moment(at))


def corrections_said(
    draft: Draft,
    number: int,
    said: Sequence[tuple[str, str]],
    *,
    seen: str = "",
    actor: str = "",
    at: datetime,
) -> tuple[Correction, ...]:
    """What is wrong with the clause of that number, each fault with its value, in turn.

    `seen` is the clause as the person saw it: where it reads otherwise meanwhile, nothing is
    said of it.

    Raises:
        NotFound: where there is no such clause.
        RequestRefused: for a value that does not fit.

    """
    if not 0 <= number < len(draft.clauses):
        raise NotFound("There is no such clause. Load the outline anew and choose one.")
    if seen and seen != whole(draft.clauses[number]):
        raise RequestRefused("This clause has changed meanwhile. Load the outline anew.")
    found: list[Correction] = []
    for fault, value in said:
        kind = next((one for one in Fault if one == fault), None)
        if kind is None:
            raise RequestRefused(f"“{fault}” cannot be corrected. Choose {', '.join(Fault)}.")
        clause = draft.clauses[number]
        one = correction_of(clause, kind, value, actor=named(actor), at=moment(at))
        found.append(checked_correction(draft, one))
        draft = corrected(draft, [one])
    return tuple(found)


def named(actor: str) -> str:
    """Who says it, for the log."""
    return actor.strip() or "officer"


def moment(at: datetime) -> str:
    """When it was said, RFC 3339 UTC."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _refuse_unknown(session: Session, about: About, what: str) -> None:
    if about is About.BRACKETS:
        session.resolution(what)
        return
    if about is About.AUTHOR:
        if not any(what in kept.record.authors for kept in session.drafts()):
            raise NotFound(
                f"No file was written by “{what}”. Choose an author from a draft’s page."
            )
    elif session.resolution_of(what) is None:
        raise NotFound(f"There is no proposal “{what}”. Choose one from the proposals’ page.")
