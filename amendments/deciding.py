"""What a person may say by hand, checked before it is written down."""

from collections.abc import Sequence
from datetime import UTC, datetime

from amendments.drafting.states import state
from amendments.errors import NotFound, RequestRefused
from amendments.records import STATUSES
from amendments.store import About, Ruling, Session


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
    said = tuple(value) if kind is About.STATUS else tuple(state(name).code for name in value)
    if kind is About.STATUS and (len(said) > 1 or set(said) - set(STATUSES)):
        raise RequestRefused(f"“{', '.join(said)}” is no status. Choose {', '.join(STATUSES)}.")
    if kind is About.AUTHOR and len(said) > 1:
        raise RequestRefused("An author speaks for one State or group. Name one.")
    moment = at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Ruling(kind, what, tuple(dict.fromkeys(said)), actor.strip() or "officer", moment)


def _refuse_unknown(session: Session, about: About, what: str) -> None:
    if about is About.AUTHOR:
        if not any(what in kept.record.authors for kept in session.drafts()):
            raise NotFound(
                f"No file was written by “{what}”. Choose an author from a draft’s page."
            )
    elif session.resolution_of(what) is None:
        raise NotFound(f"There is no proposal “{what}”. Choose one from the proposals’ page.")
