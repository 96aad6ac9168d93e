"""A resolution with its drafts and contributions in time."""

from collections import Counter

from amendments.drafting.brackets import meter
from amendments.model import BracketMeter
from amendments.records import ResolutionPage
from amendments.store import Session


def resolution_page(session: Session, slug: str) -> ResolutionPage:
    """A resolution with its drafts, what is open in each, and who contributed; raises NotFound."""
    record = session.resolution(slug)
    kept = session.drafts(slug)
    proposals = session.proposals(slug)
    asked = Counter(code for one in proposals for code in one.proposal.states or ("",))
    return ResolutionPage(
        record,
        tuple(one.record for one in kept if one.record.role == "draft"),
        tuple(one.record for one in kept if one.record.role != "draft"),
        dict(asked),
        session.once(f"meters of {slug}", lambda: _meters(session, slug)),
        session.rulings().brackets_in(slug),
    )


def _meters(session: Session, slug: str) -> dict[str, BracketMeter]:
    return {
        one.record.key: meter(record.clause for record in session.clauses(one.id))
        for one in session.drafts(slug)
        if one.record.role == "draft"
    }
