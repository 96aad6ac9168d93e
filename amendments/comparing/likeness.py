"""How alike two clauses are: in the order of their words, and in their rare ones."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log

from rapidfuzz.distance import Indel, LCSseq

from amendments.comparing.readable import code
from amendments.comparing.tokens import quick_words

RAREST = 10
"""How many of a clause's rarest words are looked up: a clause half rewritten keeps some."""

LISTED_AT_MOST = 40
"""Words in more clauses than this find nobody in particular; keeps the work per clause bounded."""

CANDIDATES = 5
"""How many of the clauses found by their rare words are compared in full."""


class Codes(dict[str, str]):
    """One character for each word, the next free one for a word not met before."""

    def __missing__(self, word: str) -> str:
        self[word] = code(len(self))
        return self[word]


class Wordings:
    """The words of some clauses of two drafts, numbered and weighted by their rarity."""

    def __init__(
        self,
        old: Mapping[int, str],
        new: Mapping[int, str],
        others: tuple[Sequence[str], Sequence[str]],
    ) -> None:
        """Take the clauses to compare; `others` of each draft tell rare words from common."""
        self.codes = Codes()
        self.old = {place: self.coded(text) for place, text in old.items()}
        self.new = {place: self.coded(text) for place, text in new.items()}
        one = [*self.old.values(), *map(self.coded, others[0])]
        other = [*self.new.values(), *map(self.coded, others[1])]
        self.weights = rarity(one, other)
        self.heft: dict[str, float] = {}

    def coded(self, text: str) -> str:
        """The words of a text, each as one character."""
        return "".join(map(self.codes.__getitem__, quick_words(text)))

    def weigh(self, words: Iterable[str]) -> float:
        """The weight of some words together, added up in one order always."""
        return sum(sorted(map(self.weights.__getitem__, words)))

    def likeness(self, old: int, new: int, at_least: float = 0.0) -> float:
        """From 0 to 1: the mean of the share of words kept in order and of rarity kept.

        0 where it is below `at_least`.
        """
        return self.alike(self.old[old], self.new[new], at_least)

    def alike(self, one: str, other: str, at_least: float = 0.0) -> float:
        """The likeness of two coded texts."""
        in_order = Indel.normalized_similarity(one, other, score_cutoff=max(0.0, 2 * at_least - 1))
        if in_order == 0:
            return 0.0
        together = self.heft_of(one) + self.heft_of(other)
        rare = 2 * self.weigh(set(one) & set(other)) / together if together else 0.0
        alike = (float(in_order) + rare) / 2
        return alike if alike >= at_least else 0.0

    def heft_of(self, text: str) -> float:
        """The weight of all different words of a coded text."""
        if text not in self.heft:
            self.heft[text] = self.weigh(set(text))
        return self.heft[text]

    def candidates(self, old: Iterable[int], new: Iterable[int]) -> list[tuple[int, int]]:
        """Pairs that share rare words, a few for each old clause."""
        lists: dict[str, list[int]] = defaultdict(list)
        for place in new:
            for word in dict.fromkeys(self.new[place]):
                lists[word].append(place)
        pairs: list[tuple[int, int]] = []
        for place in old:
            pairs += [(place, found) for found in self.found_by_rare_words(place, lists)]
        return pairs

    def found_by_rare_words(self, old: int, lists: Mapping[str, Sequence[int]]) -> list[int]:
        """The new clauses that share most of an old clause's rarest words."""
        known = [
            w for w in dict.fromkeys(self.old[old]) if 0 < len(lists.get(w, ())) <= LISTED_AT_MOST
        ]
        known.sort(key=lambda word: (-self.weights[word], word))
        votes: Counter[int] = Counter()
        for word in known[:RAREST]:
            for place in lists[word]:
                votes[place] += round(1000 * self.weights[word])
        best = sorted(votes.items(), key=lambda vote: (-vote[1], abs(vote[0] - old), vote[0]))
        return [place for place, _ in best[:CANDIDATES]]


def rarity(old: Sequence[str], new: Sequence[str]) -> dict[str, float]:
    """How much each word tells: more, the fewer clauses of one draft have it."""
    clauses = max(len(old), len(new))
    tells = [0.0, *(log(1 + clauses / count) for count in range(1, clauses + 1))]
    olds, news = clauses_with(old), clauses_with(new)
    found = {word: tells[count] for word, count in olds.items()}
    for word, count in news.items():
        found[word] = tells[max(count, olds.get(word, 0))]
    return found


def clauses_with(texts: Sequence[str]) -> Counter[str]:
    """In how many texts each word stands."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(set(text))
    return counts


def words_in_common(one: str, other: str) -> int:
    """How many words two coded texts share in order."""
    return int(LCSseq.similarity(one, other))
