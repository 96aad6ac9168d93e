"""How long comparisons take, from an everyday pair of drafts to the worst, and beside what.

    python benchmarks/comparing.py

Prints first the figures that have a target, each a ratio of processor time in this run (the
best of several tries) or a count on edits that are known; then processor time, the most
memory used so far, and how many times the time of a yardstick measured in the same run that
is: tokenizing the same texts, comparing every clause with every other, diff-match-patch in
word mode. Texts are the drafts of the corpus, or made up from a fixed seed. Trust the ratios;
the machine decides the rest.
"""

import random
import re
import resource
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from assignment import share_of_best_links  # beside this file
from diff_match_patch import diff_match_patch
from known_edits import agreement, edited_clause
from rapidfuzz.distance import Indel

from amendments.comparing import compare, compare_words, lay_on_base
from amendments.comparing.align import align
from amendments.comparing.meaning import kinds_of_edit
from amendments.comparing.tokens import units
from amendments.drafting import read_draft
from amendments.model import Clause, Draft, Kind, Op, Part, spell
from amendments.word import read

VOCABULARY = [f"word{n}" for n in range(6000)]
COMMON = ["the", "of", "and", "to", "in", "for", "on", "with"]
CORPUS = Path(__file__).parents[1] / "corpus" / "wsis"
SUCCESSIVE = ("draft-1", "draft-2", "draft-3", "agreed")
BEST_OF = 5


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
    memory = most_memory()
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


def word_mode(before: str, after: str) -> list[tuple[int, str]]:
    """diff-match-patch as its wiki says: words as characters, the semantic clean-up, and back."""
    codes: dict[str, str] = {}
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    texts = []
    for text in (before, after):
        words = re.findall(r"\w+|\s+|[^\w\s]", text)
        texts.append("".join([codes.setdefault(w, chr(0x4E00 + len(codes))) for w in words]))
    diffs = engine.diff_main(*texts, checklines=False)
    engine.diff_cleanupSemantic(diffs)
    words_of = {char: word for word, char in codes.items()}
    return [(op, "".join([words_of[char] for char in chars])) for op, chars in diffs]


# --- the figures that have a target ---------------------------------------------------


def best(work: Callable[[], object]) -> float:
    """The shortest of several tries, in milliseconds of processor time."""

    def once() -> float:
        start = time.process_time()
        work()
        return 1000 * (time.process_time() - start)

    return min(once() for _ in range(BEST_OF))


def figure(name: str, value: float, target: float, *, at_least: bool = False) -> None:
    """Say what was reached and whether that is the target."""
    met = value >= target if at_least else value <= target
    bound = f"{'at least' if at_least else 'at most'} {target:g}"
    print(f"{name:78} {value:8.3f} {bound:>15} {'met' if met else 'MISSED'}")


def figures() -> None:
    """All of them; the long texts first, before anything else has taken memory."""
    figures_of_long_texts()
    drafts = [read_draft(read((CORPUS / f"{name}.docx").read_bytes())) for name in SUCCESSIVE]
    figures_of_words(drafts)
    figures_of_clauses(drafts)
    contents = [(CORPUS / f"{name}.docx").read_bytes() for name in SUCCESSIVE]
    reading = best(lambda: [read_draft(read(content)) for content in contents[:2]])
    comparing = best(lambda: compare(*drafts[:2]))
    figure("drafts of the corpus: comparing two / reading both", comparing / reading, 1)


def most_memory() -> float:
    """The most this process has used so far, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def figures_of_long_texts() -> None:
    """Texts of 100,000 words beside tokenizing them, and clauses of 5,000."""
    rng = random.Random(2)
    for count in (100_000, 5000):
        old = sentence(rng, count)
        others = {
            "1 % edited": " ".join(edited(rng, old, 0.01)),
            "20 % edited": " ".join(edited(rng, old, 0.2)),
            "unrelated": " ".join(sentence(rng, count)),
            "nothing in common": "term " * count,
            "other spaces": "  ".join(old),
        }
        text = " ".join(old)
        tokenize([text, *others.values()])
        before = most_memory()
        for content, other in others.items():
            both = best(lambda t=(text, other): tokenize([*t]))  # type: ignore[misc]
            ours = best(lambda t=(text, other): compare_words(*t))  # type: ignore[misc]
            figure(f"{count} words, {content}: / tokenizing both", ours / both, 5)
        figure(f"{count} words: MB more than tokenizing takes", most_memory() - before, 64)
    repeats = "a b " * 50_000, "b a a " * 33_000
    both, ours = best(lambda: tokenize([*repeats])), best(lambda: compare_words(*repeats))
    figure("100000 words of two: / tokenizing both", ours / both, 5)


def figures_of_words(drafts: list[Draft]) -> None:
    """The words of changed clauses: how fast, and how near to the edits."""
    changed = [
        (before, after)
        for one, other in pairwise(drafts)
        for change in compare(one, other).changes
        if (before := spell(change.pieces, without=Op.ADDED))
        and (after := spell(change.pieces, without=Op.DELETED))
        and before != after
    ]
    rng = random.Random(5)
    clauses = [clause.text for draft in drafts for clause in draft.clauses]
    words = sorted({word for text in clauses for word in text.split() if word.isalpha()})
    known = [edited_clause(rng, t, words) for _ in "123" for t in clauses if len(t.split()) > 30]
    rewritten = [(" ".join(w), " ".join(edited(rng, w, 0.3))) for w in map(str.split, clauses)]
    for name, pairs in (
        ("changed clauses of the corpus", changed),
        ("clauses with known edits", [(k.before, k.after) for k in known]),
        ("clauses with 30 % of the words replaced", rewritten),
    ):
        peer = best(lambda p=pairs: [word_mode(*pair) for pair in p])  # type: ignore[misc]
        ours = best(lambda p=pairs: [compare_words(*pair) for pair in p])  # type: ignore[misc]
        figure(f"{name}: times faster than diff-match-patch", peer / ours, 10, at_least=True)
    marks = agreement(known)
    figure(f"{sum(k.edits for k in known)} known edits: hunks / edits", marks.hunks, 1.01)
    figure("known edits: words marked / words edited", marks.words, 1.05)
    figure("known edits: cuts inside a word", marks.cuts, 0)


def figures_of_clauses(drafts: list[Draft]) -> None:
    """Which clause is which: how fast, and how near to the best assignment."""
    rng = random.Random(1)
    for count in (60, 2000):
        old = [sentence(rng, 60) for _ in range(count)]
        new = next_draft(rng, old)
        made = [[" ".join(words) for words in side] for side in (old, new)]
        both = best(lambda m=made: tokenize([*m[0], *m[1]]))  # type: ignore[misc]
        ours = best(lambda m=made: align(*m))  # type: ignore[misc]
        figure(f"{count} clauses: aligning / tokenizing both drafts", ours / both, 1)
    start = time.process_time()
    every_pair(*made)
    pairs = 1000 * (time.process_time() - start)
    figure("2000 clauses: times faster than every pair", pairs / ours, 40, at_least=True)
    texts = [[clause.text for clause in draft.clauses] for draft in drafts]
    both = best(lambda: tokenize([*texts[0], *texts[1]]))
    ours = best(lambda: align(*texts[:2]))
    figure("drafts of the corpus: aligning two / tokenizing both", ours / both, 1)
    shares = [share_of_best_links(*pair) for pair in pairwise([*texts, texts[0]])]
    found = sum(ours for _, ours in shares) / sum(links for links, _ in shares)
    figure("drafts of the corpus: the best assignment's links found", found, 0.998, at_least=True)


# --- times beside yardsticks ----------------------------------------------------------


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
    base, sides = draft(old), [draft(next_draft(rng, old)) for _ in "AB"]
    found = [compare(base, side) for side in sides]
    both = measure("2000 clauses: two drafts compared", lambda: [compare(base, s) for s in sides])
    measure("2000 clauses: two drafts laid on it", lambda: lay_on_base(base, sides, found), both)


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
    figures()
    everyday()
    worst()
    long_texts()
