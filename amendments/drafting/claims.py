"""Names with verbs: which States propose, oppose, support or reserve."""

import re
from dataclasses import dataclass, replace

from amendments.drafting.states import code_of, find_states

ENGLISH = {
    "propos": "propose",
    "suggest": "propose",
    "prefer": "propose",
    "oppos": "oppose",
    "object": "oppose",
    "delet": "delete",
    "support": "support",
    "reserv": "reserve",
}
"""The stems of the verbs that stand after the names, and what each comes to."""
OTHERS = {
    **dict.fromkeys(("propon", "propuest", "sugier", "предлаг", "предлож"), "propose"),
    **dict.fromkeys(("تقترح", "يقترح"), "propose"),
    **dict.fromkeys(("opon", "objet", "возраж", "تعارض", "يعارض", "تعترض"), "oppose"),
    **dict.fromkeys(("supprim", "suprim", "elimin", "исключ", "удал", "تحذف", "يحذف"), "delete"),
    **dict.fromkeys(("appui", "appuy", "souti", "apoya", "поддерж", "تؤيد", "يؤيد"), "support"),
    **dict.fromkeys(("réserv", "оговор", "تتحفظ", "يتحفظ"), "reserve"),
}
CHINESE = {
    "提议": "propose",
    "建议": "propose",
    "反对": "oppose",
    "删除": "delete",
    "支持": "support",
    "保留": "reserve",
}
MEANINGS = ENGLISH | OTHERS | CHINESE
VERB = re.compile(
    rf"(?:\b|(?<=(?-i:[A-Z])))(?:(?P<stem>{'|'.join(ENGLISH)})"
    r"(?:e|es|ed|ing|s|t|ts|ion|ations?|als?|ent)?"
    rf"|(?P<other>{'|'.join(OTHERS)})\w*?)(?P<by>\s+(?:by|par|por)\b)?\d*\b"
    rf"|(?P<chinese>{'|'.join(CHINESE)})",
    re.IGNORECASE,
)
"""Footnote numbers and codes may be glued to the verb: "propose20", "CLpropose"."""
LINKS = re.compile(
    r"\b(?:and|et|y|и|with|the|on behalf of|delegations?|delegates?|délégations?|"
    r"delegaci[oó]n(?:es)?|"
    r"делегаци\w+|administrations?|governments?|group of|group|to|by|of|also|"
    r"would|requests?|asks?|"
    r"calls? for|like|wish(?:es)?|wants?|its|their|positions?|others?|rest|"
    r"se|s[’']|new|text|wording|"
    r"paras?|paragraphs?|alternative|(?:OP|PP) ?\d+\w*)(?!\w)|"
    r"['’]s\b|代表团|[和与、，；，؛،|/,;&+.()\[\]\s–—-]+",
    re.IGNORECASE,
)
"""What stands between names and says nothing by itself."""
ALTERNATIVE = re.compile(
    r"(?:\b(?:alt(?:ernative)?|option)\b\.?\s*(?:\d+|[A-Z]\b)?\s*[.:–—-]*)", re.IGNORECASE
)
"""The number of an alternative, "ALT 3.", "Option 2:", which may stand beside the names."""
CODE = re.compile(r"(?P<letters>[A-Z][A-Z0-9]{0,4}?)\d*s?")
"""A code in capitals; footnote numbers ("CA5") or a plural ("LDCs") may be glued to it."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What some States do with some words."""

    states: tuple[str, ...]
    verb: str
    """propose, oppose, support, reserve or delete."""
    unknown: tuple[str, ...] = ()
    """Codes as written that belong to nobody, such as a typing error."""


@dataclass(frozen=True, slots=True)
class Names:
    """What a list of names holds."""

    states: tuple[str, ...]
    unknown: tuple[str, ...] = ()
    """Codes that are nobody's."""
    is_prose: bool = False
    """Whether other words stand there too."""


def read_claims(head: str) -> tuple[Claim, ...]:
    """The claims before a bracket's colon, or () where it does not name States.

    Without a verb all must be names, as in "PE:"; the claim is to propose.
    """
    head = ALTERNATIVE.sub(" ", head)
    verbs = list(VERB.finditer(head))
    claims = _with_verbs(head, verbs) if verbs else _named_only(head)
    if any(claim.states == () and not claim.unknown for claim in claims):
        return ()
    return claims if verbs or any(claim.states for claim in claims) else ()


def _named_only(head: str) -> tuple[Claim, ...]:
    names = read_names(head)
    # "[A: …] [B: …]" are alternatives: single letters are symbols only beside a verb.
    is_label = bool(re.fullmatch(r"\W*[A-Z]\W*", head))
    return () if names.is_prose or is_label else _claim("propose", names)


def _with_verbs(head: str, verbs: list[re.Match[str]]) -> tuple[Claim, ...]:
    """Names stand before an active verb ("US propose") and after a passive one ("proposed by US").

    Names before a passive verb with no verb of their own propose: "US, supported by AU".
    """
    claims: list[Claim] = []
    ends = [verb.start() for verb in verbs[1:]] + [len(head)]
    before: tuple[Claim, ...] = _claim("propose", read_names(head[: verbs[0].start()]))
    for verb, end in zip(verbs, ends, strict=True):
        meaning = MEANINGS[(verb["stem"] or verb["other"] or verb["chinese"]).casefold()]
        after = read_names(head[verb.end() : end])
        if verb["by"]:
            claims += [*before, *_claim(meaning, after)]
            before = ()
        elif before:
            claims += [replace(claim, verb=meaning) for claim in before]
            before = _claim("propose", after)
        elif meaning == "delete" and claims:
            claims[-1] = replace(claims[-1], verb=meaning)
            before = _claim("propose", after)
        else:
            claims += _claim(meaning, after)
    return tuple(claims)


def _claim(verb: str, names: Names) -> tuple[Claim, ...]:
    if names.is_prose:
        return (Claim((), verb),)
    return (Claim(names.states, verb, names.unknown),) if names.states or names.unknown else ()


def read_names(names: str) -> Names:
    """The States in a list of names.

    Alpha-2 codes count here: the notation makes them symbols.
    """
    found: dict[int, str] = {}
    rest = list(names)
    # Names may end before a noun that was read as the verb: "Swiss proposal".
    for mention in find_states(f"{names.rstrip()} proposal"):
        found[mention.start] = mention.code
        rest[mention.start : mention.end] = " " * (mention.end - mention.start)
    unknown: list[str] = []
    is_prose = False
    at = 0
    for token in filter(None, LINKS.split("".join(rest))):
        at = names.find(token, at)
        if code := of_symbol(token):
            found[at] = code
        elif CODE.fullmatch(token):
            unknown.append(token)
        elif not token.isdigit():
            is_prose = True
        at += len(token)
    ordered = dict.fromkeys(found[place] for place in sorted(found))
    return Names(tuple(ordered), tuple(unknown), is_prose)


def of_symbol(token: str) -> str:
    """The State of a code in capitals, a footnote number at its end forgiven; "" for none."""
    shape = CODE.fullmatch(token)
    for letters in (token, shape["letters"] if shape else ""):
        if letters.isupper() and (code := code_of(letters)):
            return code
    return ""


# --- sentences --------------------------------------------------------------------------

NOTE = re.compile(r"\s*(?:negotiators?[’']?s?\s+)?note(?:\s+by[^:：]*)?\s*[:：]\s*", re.IGNORECASE)
SPEAKER = re.compile(r"\s*(?P<who>[^:：]{2,200}?)\s*(?:[:：]|\s[–—-]\s)\s*(?P<what>.+)", re.DOTALL)
LEADING = re.compile(
    r"\s*(?P<who>.{2,200}?)\s+(?P<what>(?:reserv|dis(?:as)?sociat|oppos|support|object|reject|endors|welcom|"
    r"co-?sponsor|agree|accept|can(?:not|\s+not)?\b|is\s|are\s|does\s|do\s|has\s|have\s|wish|"
    r"would\s|will\s|enter|considering).*)",
    re.DOTALL | re.IGNORECASE,
)
OPPOSING = (
    r"\boppos|(?<!not )(?<!no )\bobject(?:s|ed)?\b|\breject|\bnot acceptable|\bdis(?:as)?sociat|"
    r"\bcan ?not (?:accept|support|agree|join)|\b(?:does|do) not (?:support|agree|accept)|"
    r"\bnot in (?:a position|favou?r)|\bagainst\b"
)
RESERVING = (
    r"\breserv|\b(?:do|does) not object\b.*\bsubject to\b|\bad referendum|\bpending|\bscrutiny|"
    r"\bconsidering\b"
)
SUPPORTING = (
    r"\bsupport|\b(?:do|does) not object|\bno (?:substantive )?objection|\bco-?sponsor|"
    r"\bcan accept|\bin favou?r|\bagree|\bendors|\bwelcom"
)
POSITIONS = (("reserve", RESERVING), ("oppose", OPPOSING), ("support", SUPPORTING))
"""The first that fits holds: "supports, pending instructions" is a reservation."""


def read_position(sentence: str) -> Claim | None:
    """Where the States that a sentence begins with stand, or None.

    "Brazil: reserves its position", "AU supports this article ad referendum".
    """
    words = NOTE.sub("", sentence, count=1)
    for shape in (SPEAKER, LEADING):
        found = shape.fullmatch(words)
        if not found:
            continue
        names = read_names(found["who"])
        position = position_in(found["what"])
        if names.states and position and not names.unknown and not names.is_prose:
            return Claim(names.states, position)
    return None


STANCE = re.compile(
    r"(?:(?:strong|general|scrutiny|placing|enters?|an?|its?|their|is|are)\s+)*"
    r"(?:reserv(?:e|es|ation|ations)|oppos(?:e|es|ed)|supports?|objects?|objection|agrees?|"
    r"can(?: ?not)? accept|not acceptable|ad referendum|co-?sponsors?)"
    r"(?:\s+(?:its|their|this|the|position|paragraph|text|proposal|wording))*[\s.;]*",
    re.IGNORECASE,
)
"""Words that are a position and no text: "reserves its position"."""


def position_in(words: str) -> str:
    """support, oppose or reserve; "" where the words take no position."""
    for position, pattern in POSITIONS:
        if re.search(pattern, words, re.IGNORECASE):
            return position
    return ""
