"""Which State the author of a tracked change, as recorded by Word, points to."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from amendments.drafting.states import find_states, is_known, register, state

SURE = 0.95
"""A State named in full, as in "J. Silva (Brazil)"."""
BY_CODE = 0.9
"""A code or a document symbol: "BRA", "B/12/3"."""
BY_CODE_AMONG_WORDS = 0.85
"""A code set off from other words: "BRA - Silva"."""
BY_SHORT_CODE = 0.8
"""A code of one or two letters in brackets: "Smith (US)"."""
BY_DOMAIN = 0.7
"""A mail address under a country's domain."""

SYMBOL = re.compile(r"(?P<symbols>[A-Z]{1,4}(?:/[A-Z]{1,4})*)/\d+(?:[A-Z]\d+)?(?:/\d+)?")
MAIL = re.compile(r"[\w.+-]+@(?:[\w-]+\.)+(?P<domain>[A-Za-z]{2,})\b")
IN_BRACKETS = re.compile(r"[(\[（](?P<inside>.+)[)\]）]")
APART = re.compile(r"\s[-–—|]\s|[,;:|/]")
"""What may stand between a person's name and a State."""
LINK = re.compile(r"\s*(?:;|,|/|&|、|,?\s(?:and|et|y|и|و)\s|和)\s*")
"""What stands between the names of those who propose together."""
SEPARATORS = re.compile(r"\s*[-_/,;:|–—()\[\]]\s*")
OFFICE = (
    r"\b(?:delegation|delegate|mission|permanent|ministry|administration|government|embassy|"
    r"representative|republic|team|user|admin|group|secretariat|of|the|to|for|from|at|and|et|y|"
    r"itu|un|united|nations|geneva|new york|vienna|nairobi|brussels|de|du|"
    r"la|le|del|des|délégation|delegación|misión)\b"
)
OFFICE_OUTSIDE = re.compile(rf"(?:{OFFICE})$", re.IGNORECASE)
BARE_ACRONYM = re.compile(r"(?:UK|USA|UAE|EU) [A-Z]{2,6}")
"""A State's acronym with that of a ministry: "UK FCDO"."""
LONGEST_OFFICE = 6
"""Letters of the acronym of a ministry beside a State: "Japan MOFA"."""
OFFICES = re.compile(rf"{OFFICE}|[\W\d_]+", re.IGNORECASE)
"""What may stand beside a State in the name of an office, with all that is no word."""
SOLD_TO_ALL = {"AI", "CC", "CO", "FM", "IO", "LA", "LY", "ME", "NU", "SC", "TO", "TV", "WS", "ST"}
"""Country domains that anybody may buy and many do: they point nowhere."""
DOMAINS = {"UK": "GBR", "EU": "EU"}
"""Domains that are not the alpha-2 code of a State."""
ABBREVIATIONS = {"AD", "CA", "HR", "IT", "MD", "TV"}
"""Codes of two letters that stand behind people's names for something else."""
BORNE_BY_PEOPLE = {"GEO", "IND", "ISR", "JOR", "KEN", "TCD"}
"""States whose names are given names too: "Smith, Jordan" is a person."""
SHORTEST_CODE = 3
LONGEST_CODE = 4


@dataclass(frozen=True, slots=True)
class Pointer:
    """What an author's name says: one State, none, or several that contradict each other."""

    states: tuple[str, ...] = ()
    confidence: float = 0.0
    jointly: bool = False
    """Whether the name is a list of States and nothing else: they all speak through it."""

    @property
    def code(self) -> str | None:
        """The State, if it is one."""
        return self.states[0] if len(self.states) == 1 else None


def point(author: str, known_authors: Mapping[str, str] | None = None) -> Pointer:
    """The State an author points to; raises UnknownState for a wrong entry of `known_authors`.

    "Author" and "Microsoft Office User" point to nobody, and so does "Jordan Smith".
    """
    told = (known_authors or {}).get(author)
    if told:
        return Pointer((state(told).code,), 1.0)
    name = author.strip()
    bare = name.rstrip("0123456789 ")
    if len(bare) > LONGEST_CODE and is_known(bare):
        name = bare
    for read in (_symbol, _mail, _set_off, _named, _whole_code, _code_among_words):
        pointer = read(name)
        if pointer.states:
            return replace(pointer, jointly=_is_list(name))
    return Pointer()


def _is_list(name: str) -> bool:
    """Whether a name is "Brazil and India", "Brazil; India": names with links between them."""
    mentions = find_states(name)
    ends = [mention.end for mention in mentions[:-1]]
    starts = [mention.start for mention in mentions[1:]]
    is_whole = bool(mentions) and mentions[0].start == 0 and mentions[-1].end == len(name)
    links = (name[end:start] for end, start in zip(ends, starts, strict=True))
    return len(mentions) > 1 and is_whole and all(LINK.fullmatch(link) for link in links)


def _pointer(codes: list[str], confidence: float) -> Pointer:
    return Pointer(tuple(dict.fromkeys(codes)), confidence)


def _symbol(name: str) -> Pointer:
    found = SYMBOL.match(name)
    symbols = found["symbols"].split("/") if found else []
    return _pointer([state(s).code for s in symbols if is_known(s)], BY_CODE)


def _mail(name: str) -> Pointer:
    found = MAIL.search(name)
    if not found:
        return Pointer()
    domain = found["domain"].upper()
    code = DOMAINS.get(domain, domain)
    is_country = domain in DOMAINS or len(domain) < SHORTEST_CODE
    if not is_country or domain in SOLD_TO_ALL or code not in register().codes:
        return Pointer()
    return _pointer([state(code).code], BY_DOMAIN)


def _set_off(name: str) -> Pointer:
    """A State in brackets, or else alone on one side of a dash, a bar or a comma."""
    if inside := IN_BRACKETS.search(name):
        words = inside["inside"].strip()
        if words in register().codes and words not in ABBREVIATIONS:
            return _pointer([state(words).code], SURE if _is_code(words) else BY_SHORT_CODE)
        return _pointer([mention.code for mention in find_states(words)], SURE)
    parts = APART.split(name)
    if len(parts) == 1:
        return Pointer()
    is_person = "," in name and not re.search(OFFICE, name, re.IGNORECASE)
    # A surname stands before the comma: "Ireland, John".
    ends = [part.strip() for part in (parts[-1:] if is_person else (parts[0], parts[-1]))]
    states = [code for part in ends for code in _alone(part)]
    if is_person and BORNE_BY_PEOPLE.issuperset(states):
        return Pointer()
    return _pointer(states, BY_CODE_AMONG_WORDS if any(map(_is_code, ends)) else SURE)


def _alone(part: str) -> list[str]:
    """The States that a part of a name consists of."""
    if _is_code(part):
        return [state(part).code]
    mentions = find_states(part)
    rest = part
    for mention in mentions:
        rest = rest.replace(mention.words, " ", 1)
    return [] if OFFICES.sub("", rest) else [mention.code for mention in mentions]


def _named(name: str) -> Pointer:
    """States named with nothing beside them but offices: else it may be a person's name."""
    mentions = find_states(name)
    rest = list(name)
    for mention in mentions:
        rest[mention.start : mention.end] = " " * (mention.end - mention.start)
    left = OFFICES.sub("", "".join(rest))
    is_office = left.isupper() and len(left) <= LONGEST_OFFICE and not name.isupper()
    is_person = bool(left) and not (is_office or BARE_ACRONYM.fullmatch(name))
    in_full = [mention for mention in mentions if not is_person or " " in mention.words]
    return _pointer([mention.code for mention in in_full], SURE)


def _is_code(word: str) -> bool:
    """ISO alpha-3, a group or a symbol of three letters: "IT" and "BR" are also offices."""
    return word.isupper() and len(word) >= SHORTEST_CODE and word in register().codes


def _whole_code(name: str) -> Pointer:
    name = OFFICES.sub("", name) if OFFICE_OUTSIDE.search(name) else name
    is_group = name in register().states and name.isupper()
    return _pointer([state(name).code], BY_CODE) if _is_code(name) or is_group else Pointer()


def _code_among_words(name: str) -> Pointer:
    codes = [state(word).code for word in SEPARATORS.split(name) if _is_code(word)]
    joined = re.split("[-_]", name)
    if len(joined) > 1:
        codes += [state(word).code for word in joined if _is_name(word)]
    return _pointer(codes, BY_CODE_AMONG_WORDS)


def _is_name(word: str) -> bool:
    """A State's whole name that no person bears: "GERMANY-BMWK"."""
    mentions = find_states(word)
    if len(mentions) != 1 or mentions[0].code in BORNE_BY_PEOPLE:
        return False
    return mentions[0].words == word
