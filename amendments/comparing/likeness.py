"""How alike two clauses are: in the order of their words, and in their rare ones."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, islice, repeat
from math import fsum, log

from rapidfuzz.distance import Indel, LCSseq

from amendments.comparing.tokens import quick_words

RAREST = 10
"""How many of a clause's rarest words are looked up: a clause half rewritten keeps some."""

LISTED_AT_MOST = 40
"""Words in more clauses than this find nobody in particular; keeps the work per clause bounded."""

CANDIDATES = 5
"""How many of the clauses found by their rare words are compared in full."""

OPENING = 4
"""How many words are a clause's opening: "Welcoming also the work"."""

SAME_OPENING = 3
"""How many of them two clauses share that open alike: an "also" may come or go.

Two are shared by chance: "Decides to", "Requests the".
"""


def codes() -> defaultdict[str, str]:
    """One character for each word, the next free one for a word not met before.

    The million of them is more than a draft may have words; any more would share one.
    """
    free = chain(map(chr, range(0xD800)), map(chr, range(0xE000, 0x110000)))
    return defaultdict(chain(free, repeat("\U0010ffff")).__next__)


class Wordings:
    """The words of some clauses of two drafts, numbered and weighted by their rarity."""

    def __init__(
        self, old: Mapping[int, str], new: Mapping[int, str], settled: Sequence[str] = ()
    ) -> None:
        """Take the clauses to compare; those that stand in both drafts tell rare words too."""
        self.codes = codes()
        self.sets: dict[str, set[str]] = {}
        self.old = {place: self.coded(text) for place, text in old.items()}
        self.new = {place: self.coded(text) for place, text in new.items()}
        self.weights = self.rarity(clauses_with(map(set, map(quick_words, settled))), len(settled))
        self.heft: dict[str, float] = {}
        self.telling: dict[str, list[str]] = {}

    def coded(self, text: str) -> str:
        """The words of a text, each as one character."""
        return "".join(map(self.codes.__getitem__, quick_words(text)))

    def rarity(self, settled: Mapping[str, int], clauses: int) -> dict[str, float]:
        """How much each word tells: more, the fewer clauses of one draft have it."""
        clauses += max(len(self.old), len(self.new))
        tells = [0.0, *(log(1 + clauses / count) for count in range(1, clauses + 1))]
        most = clauses_with(map(self.different, self.old.values()))
        others = clauses_with(map(self.different, self.new.values()))
        most.update({c: n - most.get(c, 0) for c, n in others.items() if n > most.get(c, 0)})
        return {code: tells[settled.get(word, 0) + most[code]] for word, code in self.codes.items()}

    def different(self, text: str) -> set[str]:
        """The different words of a coded text; told once, they are asked for many times."""
        if text not in self.sets:
            self.sets[text] = set(text)
        return self.sets[text]

    def weigh(self, words: Iterable[str]) -> float:
        """The weight of some words together, the same in whatever order they come."""
        return fsum(map(self.weights.__getitem__, words))

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
        rare = (
            2 * self.weigh(self.different(one) & self.different(other)) / together
            if together
            else 0.0
        )
        alike = (float(in_order) + rare) / 2
        return alike if alike >= at_least else 0.0

    def open_alike(self, old: int, new: int) -> bool:
        """Whether two clauses open with the same words, but for one."""
        opening = words_in_common(self.old[old][:OPENING], self.new[new][:OPENING])
        return opening >= SAME_OPENING

    def heft_of(self, text: str) -> float:
        """The weight of all different words of a coded text."""
        if text not in self.heft:
            self.heft[text] = self.weigh(self.different(text))
        return self.heft[text]

    def rarest(self, text: str) -> list[str]:
        """The different words of a coded text, the most telling first."""
        if text not in self.telling:
            words = dict.fromkeys(text)
            self.telling[text] = sorted(words, key=self.weights.__getitem__, reverse=True)
        return self.telling[text]

    def candidates(self, old: Iterable[int], new: Iterable[int]) -> list[tuple[int, int]]:
        """Pairs that share rare words, a few for each old clause."""
        lists: dict[str, list[int]] = defaultdict(list)
        for place in new:
            for word in self.different(self.new[place]):
                lists[word].append(place)
        pairs: list[tuple[int, int]] = []
        for place in old:
            pairs += [(place, found) for found in self.found_by_rare_words(place, lists)]
        return pairs

    def found_by_rare_words(self, old: int, lists: Mapping[str, Sequence[int]]) -> list[int]:
        """The new clauses that share most of an old clause's rarest words."""
        there = filter(lists.__contains__, self.rarest(self.old[old]))
        known = (word for word in there if len(lists[word]) <= LISTED_AT_MOST)
        votes: Counter[int] = Counter()
        for word in islice(known, RAREST):
            weight = round(1000 * self.weights[word])
            for place in lists[word]:
                votes[place] += weight
        best = sorted(votes.items(), key=lambda vote: (-vote[1], abs(vote[0] - old), vote[0]))
        return [place for place, _ in best[:CANDIDATES]]


def clauses_with(texts: Iterable[set[str]]) -> Counter[str]:
    """In how many texts each word stands."""
    return Counter(chain.from_iterable(texts))


def words_in_common(one: str, other: str) -> int:
    """How many words two coded texts share in order."""
    return int(LCSseq.similarity(one, other))
