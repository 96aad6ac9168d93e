"""How long comparisons take, from an everyday pair of drafts to the worst.

    python benchmarks/comparing.py

Prints processor time and the most memory used so far. Texts are made up from a fixed seed.
"""

import random
import resource
import time
from collections.abc import Callable

from amendments.comparing import compare, compare_words
from amendments.model import Clause, Draft, Kind, Part

VOCABULARY = [f"word{n}" for n in range(6000)]
COMMON = ["the", "of", "and", "to", "in", "for", "on", "with"]


def sentence(rng: random.Random, words: int) -> list[str]:
    """Words as a text has them: common ones often, each other one seldom."""
    return [
        rng.choice(COMMON) if rng.random() < 0.4 else VOCABULARY[int(6000 * rng.random() ** 2)]
        for _ in range(words)
    ]


def edited(rng: random.Random, words: list[str], share: float) -> list[str]:
    """The words with a share of them replaced."""
    return [rng.choice(VOCABULARY) if rng.random() < share else word for word in words]


def draft(texts: list[list[str]]) -> Draft:
    """A draft of nothing but clauses."""
    clauses = (
        Clause(n, Kind.CLAUSE, Part.OPERATIVE, " ".join(words)) for n, words in enumerate(texts)
    )
    return Draft(tuple(clauses))


def next_draft(rng: random.Random, old: list[list[str]]) -> list[list[str]]:
    """A new draft as they come: a fifth edited, some deleted, added and moved."""
    new = [edited(rng, words, 0.08) if rng.random() < 0.2 else words for words in old]
    new = [words for words in new if rng.random() > 0.04]
    for _ in range(len(old) // 25):
        new.insert(rng.randrange(len(new)), sentence(rng, 60))
        new.insert(rng.randrange(len(new)), new.pop(rng.randrange(len(new))))
    return new


def measure(name: str, work: Callable[[], object]) -> None:
    """Say what one piece of work took."""
    start = time.process_time()
    work()
    took = 1000 * (time.process_time() - start)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{name:55} {took:9.1f} ms {memory:7.0f} MB")


def clauses() -> None:
    """Whole drafts."""
    rng = random.Random(1)
    for count in (60, 500, 2000):
        old = [sentence(rng, 60) for _ in range(count)]
        one, other = draft(old), draft(next_draft(rng, old))
        measure(f"{count} clauses, the next draft", lambda a=one, b=other: compare(a, b))
    rewritten = draft([edited(rng, words, 0.2) for words in old])
    measure("2000 clauses, every one edited", lambda: compare(draft(old), rewritten))
    measure("2000 clauses, reversed", lambda: compare(draft(old), draft(old[::-1])))
    strange = draft([sentence(rng, 60) for _ in range(2000)])
    measure("2000 clauses, nothing in common", lambda: compare(draft(old), strange))
    same = draft([old[0]] * 2000)
    measure("2000 clauses, all the same", lambda: compare(same, draft([old[0]] * 1900)))
    short = draft([["Also", "takes", "note", f"of{n % 7}"] for n in range(2000)])
    other = draft([["Further", "takes", "note", f"of{n % 9}"] for n in range(2000)])
    measure("2000 clauses, all of one formula", lambda: compare(short, other))


def words() -> None:
    """Single texts."""
    rng = random.Random(2)
    for count in (100, 5000, 100_000):
        old = sentence(rng, count)
        new = " ".join(edited(rng, old, 0.01))
        measure(f"{count} words, 1 % edited", lambda a=" ".join(old), b=new: compare_words(a, b))
    other = " ".join(sentence(rng, 100_000))
    measure("100000 words, unrelated", lambda: compare_words(" ".join(old), other))
    measure("100000 words against none alike", lambda: compare_words("a " * 100_000, "b " * 99_000))
    measure("100000 times one word", lambda: compare_words("a b " * 50_000, "b a a " * 33_000))


if __name__ == "__main__":
    clauses()
    words()
