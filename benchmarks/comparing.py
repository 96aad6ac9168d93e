"""How long comparisons take, from an everyday pair of drafts to the worst, and beside what.

    python benchmarks/comparing.py

Prints processor time, the most memory used so far, and how many times the time of a
yardstick measured in the same run that is: tokenizing the same texts, comparing every
clause with every other, diff-match-patch in word mode. Texts are made up from a fixed
seed. Trust the ratios; the machine decides the rest.
"""

import random
import re
import resource
import time
from collections.abc import Callable

from diff_match_patch import diff_match_patch
from rapidfuzz.distance import Indel

from amendments.comparing import compare, compare_words
from amendments.comparing.align import align
from amendments.comparing.meaning import kinds_of_edit
from amendments.comparing.tokens import units
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


def measure(name: str, work: Callable[[], object], beside: float = 0.0) -> float:
    """Say what one piece of work took, and how often a yardstick would fit into that."""
    start = time.process_time()
    work()
    took = 1000 * (time.process_time() - start)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    ratio = f"{took / beside:8.2f} x" if beside else ""
    print(f"{name:55} {took:9.1f} ms {memory:5.0f} MB {ratio}")
    return took


def tokenize(texts: list[str]) -> None:
    """Nothing but the words of the texts: the yardstick of what is read at all."""
    for text in texts:
        units(text)


def every_pair(old: list[str], new: list[str]) -> None:
    """Every clause against every other, on one character a word: what needs no thought."""
    codes: dict[str, str] = {}
    coded = [
        ["".join(codes.setdefault(w, chr(0x4E00 + len(codes))) for w in t.split()) for t in side]
        for side in (old, new)
    ]
    for one in coded[0]:
        max(Indel.normalized_similarity(one, other) for other in coded[1])


def word_mode(before: str, after: str) -> None:
    """diff-match-patch as its wiki says: words as characters, then the semantic clean-up."""
    codes: dict[str, str] = {}
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    texts = []
    for text in (before, after):
        words = re.findall(r"\w+|\s+|[^\w\s]", text)
        texts.append("".join(codes.setdefault(w, chr(0x4E00 + len(codes))) for w in words))
    diffs = engine.diff_main(*texts, checklines=False)
    engine.diff_cleanupSemantic(diffs)


def everyday() -> None:
    """Drafts and clauses as they come."""
    rng = random.Random(1)
    for count in (60, 500, 2000):
        old = [sentence(rng, 60) for _ in range(count)]
        new = next_draft(rng, old)
        texts = [[" ".join(words) for words in side] for side in (old, new)]
        one, other = draft(old), draft(new)
        read = measure(
            f"{count} clauses: tokenizing both drafts", lambda t=texts: tokenize([*t[0], *t[1]])
        )
        measure(f"{count} clauses: aligning", lambda t=texts: align(*t), read)
        measure(
            f"{count} clauses: the whole comparison", lambda a=one, b=other: compare(a, b), read
        )
    pairs = measure("2000 clauses: every pair", lambda: every_pair(*texts))
    measure("2000 clauses: aligning", lambda: align(*texts), pairs)
    edits = [(" ".join(w), " ".join(edited(rng, w, 0.05))) for w in old]
    peer = measure(
        "2000 edited clauses: diff-match-patch, words", lambda: [word_mode(*e) for e in edits]
    )
    measure("2000 edited clauses: words", lambda: [compare_words(*e) for e in edits], peer)
    changes = [
        c for a, b in edits[:200] for c in compare(draft([a.split()]), draft([b.split()])).changes
    ]
    measure("200 edited clauses: kinds of edit", lambda: [kinds_of_edit(c) for c in changes])


def worst() -> None:
    """Drafts that leave nothing to go by."""
    rng = random.Random(3)
    old = [sentence(rng, 60) for _ in range(2000)]
    read = measure(
        "2000 clauses: tokenizing one draft twice", lambda: tokenize([" ".join(w) for w in old] * 2)
    )
    rewritten = draft([edited(rng, words, 0.2) for words in old])
    measure("2000 clauses, every one edited", lambda: compare(draft(old), rewritten), read)
    measure("2000 clauses, reversed", lambda: compare(draft(old), draft(old[::-1])), read)
    strange = draft([sentence(rng, 60) for _ in range(2000)])
    measure("2000 clauses, nothing in common", lambda: compare(draft(old), strange), read)
    same = draft([old[0]] * 2000)
    measure("2000 clauses, all the same", lambda: compare(same, draft([old[0]] * 1900)), read)
    short = draft([["Also", "takes", "note", f"of{n % 7}"] for n in range(2000)])
    other = draft([["Further", "takes", "note", f"of{n % 9}"] for n in range(2000)])
    measure("2000 clauses, all of one formula", lambda: compare(short, other), read)


def long_texts() -> None:
    """Single texts, up to annexes as long as a book."""
    rng = random.Random(2)
    for count in (5000, 100_000):
        old = sentence(rng, count)
        texts = [" ".join(old), " ".join(edited(rng, old, 0.01)), " ".join(sentence(rng, count))]
        read = measure(f"{count} words: tokenizing both", lambda t=texts: tokenize(t[:2]))
        measure(f"{count} words, 1 % edited", lambda t=texts: compare_words(t[0], t[1]), read)
        measure(f"{count} words, unrelated", lambda t=texts: compare_words(t[0], t[2]), read)
    measure(
        "100000 words against none alike",
        lambda: compare_words("a " * 100_000, "b " * 99_000),
        read,
    )
    measure(
        "100000 times one word", lambda: compare_words("a b " * 50_000, "b a a " * 33_000), read
    )


if __name__ == "__main__":
    everyday()
    worst()
    long_texts()
