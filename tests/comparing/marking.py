"""A notation for drafts and for what became of them, so that a case reads in one breath."""

from amendments.comparing import compare, compare_words
from amendments.model import Clause, Draft, Kind, Op, Part

SIGNS = {Op.KEPT: "{}", Op.DELETED: "[-{}-]", Op.ADDED: "{{+{}+}}"}


def marked(before, after):
    """How one text became the other: [-struck-] and {+added+}."""
    return written(compare_words(before, after))


def written(pieces):
    return "".join(SIGNS[piece.op].format(piece.text) for piece in pieces)


def draft(*lines):
    """A draft, one clause a line.

    "considering:" is a heading, "== operative" or "== annex" begins a part, "|" stands
    between a label and a text that has one.
    """
    clauses, part, heading = [], Part.PREAMBLE, None
    for line in lines:
        if line.startswith("== "):
            part, heading = Part(line[3:]), None
            continue
        is_heading = line.endswith(":")
        label, _, text = line.rpartition("|")
        if is_heading:
            text = heading = line[:-1]
        kind = Kind.HEADING if is_heading else Kind.CLAUSE
        over = None if is_heading else heading
        clauses.append(Clause(len(clauses), kind, part, text.strip(), over, label.strip()))
    return Draft(tuple(clauses))


def fates(old, new):
    """What became of each clause, as "kind old>new" in the order of the new draft."""
    return [told(change) for change in compare(old, new).changes]


def told(change):
    return f"{change.kind} {'+'.join(map(str, change.old))}>{'+'.join(map(str, change.new))}"


def changed(old, new):
    """The same, less what is unchanged."""
    return [fate for fate in fates(old, new) if not fate.startswith("unchanged")]


def clause(number):
    """A clause of its own words, of a length that resolutions have."""
    rest = ", ".join(f"matter {name} of item {number}" for name in TOPICS[number % 7 :][:4])
    return f"{VERBS[number % len(VERBS)]} the {TOPICS[number % len(TOPICS)]} {number}, {rest};"


VERBS = ("Requests", "Invites", "Notes", "Welcomes", "Encourages", "Stresses")
TOPICS = (
    "spectrum", "broadband", "education", "accessibility", "security", "statistics", "satellite",
    "emergency", "climate", "gender", "roaming",
)  # fmt: skip
