"""Which State the author of a tracked change, as recorded by Word, points to."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from amendments.drafting.states import find_states, is_known, register, state

SURE = 0.95
"""A State named in full, as in "J. Silva (Brazil)"."""
BY_CODE = 0.9
"""A code or a document symbol: "BRA", "B/12/3"."""
BY_CODE_AMONG_WORDS = 0.85
"""A code set off from other words: "BRA - Silva"."""
BY_DOMAIN = 0.7
"""A mail address under a country's domain."""

SYMBOL = re.compile(r"(?P<symbols>[A-Z]{1,4}(?:/[A-Z]{1,4})*)/\d+(?:[A-Z]\d+)?(?:/\d+)?")
MAIL = re.compile(r"[\w.+-]+@(?:[\w-]+\.)+(?P<domain>[A-Za-z]{2,})\b")
SET_OFF = re.compile(r"[(\[]([^)\]]+)[)\]]|(?:\s[-–—|/]\s|[,;:|])\s*([^()\[\],;:|]+)$")
SEPARATORS = re.compile(r"\s*[-_/,;:|–—()\[\]]\s*")
OFFICES = re.compile(
    r"\b(?:delegation|delegate|mission|permanent|ministry|administration|government|embassy|"
    r"representative|republic|team|user|admin|group|secretariat|of|the|to|for|from|at|and|"
    r"itu|un|de|du|la|le|del|des|délégation|delegación|misión)\b|[\W\d_]+",
    re.IGNORECASE,
)
SOLD_TO_ALL = {"AI", "CC", "CO", "FM", "IO", "LA", "LY", "ME", "NU", "SC", "TO", "TV", "WS", "ST"}
"""Country domains that anybody may buy and many do: they point nowhere."""
DOMAINS = {"UK": "GBR", "EU": "EU"}
"""Domains that are not the alpha-2 code of a State."""
SHORTEST_CODE = 3


@dataclass(frozen=True, slots=True)
class Pointer:
    """What an author's name says: one State, none, or several that contradict each other."""

    states: tuple[str, ...] = ()
    confidence: float = 0.0

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
    for read in (_symbol, _mail, _set_off, _named, _whole_code, _code_among_words):
        pointer = read(name)
        if pointer.states:
            return pointer
    return Pointer()


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
    codes: list[str] = []
    for groups in SET_OFF.findall(name):
        part = next(group for group in groups if group).strip()
        mentions = find_states(part)
        codes += [mention.code for mention in mentions]
        if not mentions and _is_code(part):
            codes.append(state(part).code)
    return _pointer(codes, SURE)


def _named(name: str) -> Pointer:
    """States named with nothing beside them but offices: else it may be a person's name."""
    mentions = find_states(name)
    rest = list(name)
    for mention in mentions:
        rest[mention.start : mention.end] = " " * (mention.end - mention.start)
    is_person = bool(OFFICES.sub("", "".join(rest)))
    in_full = [mention for mention in mentions if not is_person or " " in mention.words]
    return _pointer([mention.code for mention in in_full], SURE)


def _is_code(word: str) -> bool:
    """ISO alpha-3, a group or a symbol of three letters: "IT" and "BR" are also offices."""
    return word.isupper() and len(word) >= SHORTEST_CODE and word in register().codes


def _whole_code(name: str) -> Pointer:
    is_group = name in register().states and name.isupper()
    return _pointer([state(name).code], BY_CODE) if _is_code(name) or is_group else Pointer()


def _code_among_words(name: str) -> Pointer:
    words = SEPARATORS.split(name)
    return _pointer([state(w).code for w in words if _is_code(w)], BY_CODE_AMONG_WORDS)
