"""What a search found."""

from amendments.notices import Notice
from amendments.records import Hit, SearchPage
from amendments.search import Criteria, Found

HITS_A_PAGE = 20


def search_page(criteria: Criteria, found: Found, *, notices: tuple[Notice, ...]) -> SearchPage:
    """What the index found, as a page shows it."""
    hits = tuple(
        Hit(
            resolution=hit.record.resolution,
            draft=hit.record.draft,
            clause=hit.record.clause,
            address=hit.record.address,
            states=hit.record.states,
            change=hit.record.change,
            date=hit.record.date,
            snippet=hit.snippet,
            score=hit.score,
            url=hit.record.url,
        )
        for hit in found.hits
    )
    pages = max(1, -(-found.total // HITS_A_PAGE))
    return SearchPage(
        criteria.words,
        hits,
        found.total,
        criteria.page,
        pages,
        found.facets,
        (*found.notices, *notices),
    )
