"""The clauses that kept their place: as many as possible, then those with the most text."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from amendments.comparing.chains import Stand, backbone


def weight(chain):
    return len(chain), sum(stand.letters for stand in chain)


def rises(chain):
    news = [stand.new for stand in chain]
    return news == sorted(news)


def stands(places, letters):
    return [Stand(3 * old, 2 * new, letters[old]) for old, new in enumerate(places)]


PLACES = st.permutations(range(7))
LETTERS = st.lists(st.integers(1, 4), min_size=7, max_size=7)


@given(PLACES, LETTERS)
def test_no_chain_is_heavier_than_the_backbone(places, letters):
    links = stands(places, letters)
    chains = (chain for size in range(8) for chain in combinations(links, size))
    found = backbone(links)
    assert rises(found)
    assert weight(found) == max(weight(chain) for chain in chains if rises(chain))


def test_a_row_that_kept_its_order_is_all_backbone():
    links = stands(range(7), [1] * 7)
    assert backbone(links[::-1]) == links


def test_no_links_have_no_backbone():
    assert backbone([]) == []
