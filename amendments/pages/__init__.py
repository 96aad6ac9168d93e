"""The pages put together from what the store holds."""

from amendments.pages.clauses import clause_page
from amendments.pages.comparisons import comparison_page, is_asked_for
from amendments.pages.drafts import (
    Compared,
    draft_of,
    draft_page,
    outline_page,
)
from amendments.pages.found import search_page
from amendments.pages.laid import laid_page
from amendments.pages.proposals import (
    proposal_page,
    proposal_records,
    proposals_page,
    state_page,
)
from amendments.pages.resolutions import resolution_page
from amendments.pages.twins import as_json

__all__ = [
    "Compared",
    "as_json",
    "clause_page",
    "comparison_page",
    "draft_of",
    "draft_page",
    "is_asked_for",
    "laid_page",
    "outline_page",
    "proposal_page",
    "proposal_records",
    "proposals_page",
    "resolution_page",
    "search_page",
    "state_page",
]
