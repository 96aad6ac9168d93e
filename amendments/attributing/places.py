"""Finding the clause of a base that a person means: by its address, its label or its words."""

from rapidfuzz import fuzz

from amendments.comparing.tokens import plain
from amendments.drafting.lookup import key
from amendments.model import Clause, Draft, Kind

ALIKE = 0.5
"""How alike a clause's words must be to be the one that was meant."""
SUFFIXES = ("bis", "ter", "quater", "quinquies", "sexies")


def by_address(base: Draft, address: str) -> Clause | None:
    """The clause with that address; a clause is preferred to the heading over it."""
    wanted = key(address)
    found = [c for c in base.clauses if wanted and key(c.address) == wanted]
    return next((c for c in found if c.kind is Kind.CLAUSE), found[0] if found else None)


def by_words(base: Draft, words: str) -> Clause | None:
    """The clause most like the words, if any is like them."""
    wanted = plain(words)
    best, likeness = None, ALIKE
    for clause in base.clauses:
        alike = fuzz.ratio(wanted, plain(clause.text)) / 100
        if alike > likeness:
            best, likeness = clause, alike
    return best


def is_heading(base: Draft, words: str) -> bool:
    """Whether the words are a heading of the base's, or the start of its annex."""
    wanted = key(words)
    return bool(wanted) and any(key(c.heading or "") == wanted for c in base.clauses)


def stands_under(base: Draft, address: str) -> tuple[str, str] | None:
    """The heading of the base's and the label that an address is made of."""
    wanted = key(address)
    headings = {key(c.heading) for c in base.clauses if c.heading} | {
        key(c.address).rpartition(" ")[0] for c in base.clauses if c.label
    }
    for heading in sorted(headings - {""}, key=len, reverse=True):
        if wanted == heading or wanted.startswith(heading + " "):
            return heading, wanted.removeprefix(heading).strip()
    return None


def place_for(base: Draft, address: str) -> tuple[int, ...]:
    """The clause after which a new one with that address is to stand; () where it has none."""
    under = stands_under(base, address)
    if under is None:
        return ()
    heading, label = under
    clauses = [c for c in base.clauses if _is_under(c, heading)]
    if not clauses:
        return ()
    first = min(c.level for c in clauses)
    before = clauses
    if label:
        later = (c.number for c in clauses if c.level == first and rank(c.label) > rank(label))
        cut = next(later, clauses[-1].number + 1)
        before = [c for c in clauses if c.number < cut]
    if before:
        return (before[-1].number,)
    return (clauses[0].number - 1,) if clauses[0].number else ()


def _is_under(clause: Clause, heading: str) -> bool:
    if clause.kind is not Kind.CLAUSE:
        return False
    return heading in {key(clause.heading or ""), key(clause.address).rpartition(" ")[0]}


def rank(label: str) -> tuple[int, int]:
    """Where a label stands among its neighbours: 3 before 3bis before 4."""
    bare = key(label).replace(" ", "")
    suffix = next((s for s in SUFFIXES if bare.endswith(s) and bare != s), "")
    bare = bare.removesuffix(suffix)
    order = SUFFIXES.index(suffix) + 1 if suffix else 0
    if bare.isdecimal():
        return int(bare), order
    value = 0
    for letter in bare:
        value = value * 26 + max(ord(letter) - ord("a") + 1, 0)
    return value, order
