"""Names in square brackets and ITU's proposal lines: who asks for what, in the text itself."""

import re
from dataclasses import dataclass, replace

from amendments.drafting.claims import (
    ALTERNATIVE,
    STANCE,
    Claim,
    of_symbol,
    position_in,
    read_claims,
    read_position,
)
from amendments.model import Action
from amendments.notices import Notice

LONGEST_HEAD = 400
"""Characters before the colon: a list of all States' codes; longer is a sentence."""
COLON = re.compile("[:：]")
BY_COLON = re.compile(r"\bby\s*[:：]", re.IGNORECASE)
ONLY_DELETE = re.compile(
    r"(?:to\s+)?delet(?:e|ion)\b(?:\s+(?:this|the)\s+(?:clause|paragraph))?[\s.;,]*", re.IGNORECASE
)
DELETE_WORDS = re.compile(
    r"(?:to\s+)?delete[:\s]+[“\"'‘«](?P<words>.+?)[”\"'’»][\s.;,]*", re.IGNORECASE | re.DOTALL
)
REPLACE = re.compile(
    r"(?:to )?(?:replace|substitute|change)[:\s]+[“\"'‘«](?P<old>.+?)[”\"'’»]\s+(?:by|with|to)\s+"
    r"[“\"'‘«](?P<new>.+?)[”\"'’»][\s.;,]*",
    re.IGNORECASE | re.DOTALL,
)
INSERT = re.compile(
    r"(?:to )?(?:add|insert)[:\s]+[“\"'‘«](?P<new>.+?)[”\"'’»]"
    r"(?:\s+(?P<where>after|before)\s+[“\"'‘«](?P<old>.+?)[”\"'’»])?[\s.;,]*",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Bracket:
    """A bracket with names, and its place in the text."""

    start: int
    end: int
    """Past the closing bracket."""
    head: str
    claims: tuple[Claim, ...]
    words: str
    """What is proposed, exactly as it stands between the colon and the end."""
    words_start: int
    inner: tuple["Bracket", ...] = ()
    closed: bool = True
    notices: tuple[Notice, ...] = ()

    @property
    def proposers(self) -> tuple[str, ...]:
        """Who asks for the words, or for their deletion."""
        return self._who("propose", "delete")

    @property
    def deletes(self) -> bool:
        """Whether a deletion is asked for."""
        return any(claim.verb == "delete" for claim in self.claims)

    def standing(self, position: str) -> tuple[str, ...]:
        """Who supports, opposes or reserves."""
        return self._who(position)

    def _who(self, *verbs: str) -> tuple[str, ...]:
        codes = [code for claim in self.claims if claim.verb in verbs for code in claim.states]
        return tuple(dict.fromkeys(codes))


def parse_brackets(text: str) -> tuple[Bracket, ...]:
    """The brackets with names, outermost first, each with those inside it.

    Brackets without names are passed over, those inside them are not. A credit in
    parentheses, "(EU, supported by Canada)", belongs to the bracket before it, or stands
    by itself with no words.
    """
    brackets = _between(text, 0, len(text))
    return _with_credits(text, brackets)


def _between(text: str, start: int, end: int) -> tuple[Bracket, ...]:
    found: list[Bracket] = []
    at = start
    while (at := text.find("[", at, end)) >= 0:
        if text.startswith("[^", at):
            at += 2
            continue
        close = _closing(text, at, end)
        bracket = _read(text, at, close if close >= 0 else end, closed=close >= 0)
        if bracket is None:
            at += 1
            continue
        found.append(bracket)
        at = bracket.end
    return tuple(found)


def _closing(text: str, at: int, end: int) -> int:
    depth = 0
    for place in range(at, end):
        if text[place] == "[":
            depth += 1
        elif text[place] == "]":
            depth -= 1
            if depth == 0:
                return place
    return -1


def _read(text: str, at: int, close: int, *, closed: bool) -> Bracket | None:
    option = ALTERNATIVE.match(text, at + 1, close)
    colon = COLON.search(text, option.end() if option else at + 1, min(close, at + LONGEST_HEAD))
    head = text[at + 1 : colon.start() if colon else close]
    if "[" in head:
        return None
    claims = read_claims(head) if len(head) <= LONGEST_HEAD else ()
    if not claims or (colon is None and _has_no_words(claims)):
        return _note(text, at, close, closed=closed)
    words_start = colon.end() if colon else close
    while words_start < close and text[words_start].isspace():
        words_start += 1
    words = text[words_start:close]
    if STANCE.fullmatch(words) and _has_no_words(claims):
        claims = tuple(replace(claim, verb=position_in(words)) for claim in claims)
        words, words_start = "", close
    bracket = Bracket(
        start=at,
        end=close + closed,
        head=head,
        claims=_deleting(claims, words),
        words=words,
        words_start=words_start,
        inner=_between(text, words_start, close),
        closed=closed,
    )
    return replace(bracket, notices=_doubts(bracket))


def _has_no_words(claims: tuple[Claim, ...]) -> bool:
    """Whether something is proposed and nothing follows that could be it."""
    return all(claim.verb == "propose" for claim in claims)


def _note(text: str, at: int, close: int, *, closed: bool) -> Bracket | None:
    """A bracket that says only where States stand: "[JP reserves its position pending …]"."""
    sentence = text[at + 1 : close]
    if not closed or "[" in sentence:
        return None
    claim = read_position(sentence)
    # "[Supported by: EU; opposed by: US]" has colons and no words.
    claims = (claim,) if claim else read_claims(BY_COLON.sub("by", sentence))
    if not claims or any(one.verb == "propose" for one in claims):
        return None
    return Bracket(at, close + 1, sentence, claims, "", close)


def _deleting(claims: tuple[Claim, ...], words: str) -> tuple[Claim, ...]:
    """“[Brazil: delete]” is a claim to delete, whatever the head says."""
    if not (ONLY_DELETE.fullmatch(words.strip()) or DELETE_WORDS.fullmatch(words.strip())):
        return claims
    return tuple(
        replace(claim, verb="delete") if claim.verb == "propose" else claim for claim in claims
    )


def words_to_delete(bracket: Bracket) -> str:
    """The words quoted after “delete”; "" where the whole clause is meant."""
    quoted = DELETE_WORDS.fullmatch(bracket.words.strip())
    if quoted:
        return quoted["words"]
    if ONLY_DELETE.fullmatch(bracket.words.strip()):
        return ""
    return bracket.words.strip()


@dataclass(frozen=True, slots=True)
class Instruction:
    """A change told in words: replace `old` by `new`, or add `new` after or before `old`."""

    new: str
    old: str = ""
    where: str = ""
    """after, before, or "" where `old` gives way."""


def instruction(words: str) -> Instruction | None:
    """What “replace “x” by “y”” or “add “y” after “x”” tells, or None for plain words."""
    if found := REPLACE.fullmatch(words.strip()):
        return Instruction(found["new"], found["old"])
    if found := INSERT.fullmatch(words.strip()):
        return Instruction(found["new"], found["old"] or "", (found["where"] or "").lower())
    return None


def _doubts(bracket: Bracket) -> tuple[Notice, ...]:
    where = f"“[{bracket.head.strip()}:”"
    doubts = [
        Notice("bracket-unknown-name", where, f"“{name}” in this bracket is no State’s code.")
        for claim in bracket.claims
        for name in claim.unknown
    ]
    if not bracket.closed:
        doubts.append(
            Notice("bracket-unclosed", where, "This bracket is not closed; it was read to the end.")
        )
    return tuple(doubts)


# --- credits in parentheses -------------------------------------------------------------

CREDIT = re.compile(r"\((?P<head>[^()\[\]:]{2,300})\)")
BY = re.compile(r"\b(?:supported|proposed|opposed|suggested|reserved)\s+by\b", re.IGNORECASE)


def _with_credits(text: str, brackets: tuple[Bracket, ...]) -> tuple[Bracket, ...]:
    taken = [(bracket.start, bracket.end) for bracket in brackets]
    found: list[Bracket] = []
    for credit in CREDIT.finditer(text):
        if any(start <= credit.start() < end for start, end in taken):
            continue
        stands_inside = text[credit.end() : credit.end() + 1] == "]"
        stands_after = text[: credit.start()].rstrip().endswith("]")
        if not (BY.search(credit["head"]) or stands_after or stands_inside):
            continue
        claims = read_claims(credit["head"])
        if claims and not any(claim.unknown for claim in claims):
            found.append(_credited(text, credit, claims, inside=stands_inside))
    return tuple(sorted((*brackets, *found), key=lambda bracket: bracket.start))


def _credited(
    text: str, credit: re.Match[str], claims: tuple[Claim, ...], *, inside: bool
) -> Bracket:
    """The credit with the bracket it speaks of: "[shall] (EU)", "[shall (EU)]"; or alone."""
    before = len(text[: credit.start()].rstrip())
    close = credit.end() if inside else before - 1
    start = _opening(text, close) if text[close : close + 1] == "]" else -1
    words_end = before if inside else close
    if start < 0 or read_claims(text[start + 1 : words_end].split(":", maxsplit=1)[0]):
        return Bracket(credit.start(), credit.end(), credit["head"], claims, "", credit.end())
    end = close + 1 if inside else credit.end()
    return Bracket(start, end, credit["head"], claims, text[start + 1 : words_end], start + 1)


def _opening(text: str, close: int) -> int:
    depth = 0
    for place in range(close, -1, -1):
        if text[place] == "]":
            depth += 1
        elif text[place] == "[":
            depth -= 1
            if depth == 0:
                return place
    return -1


# --- ITU's proposal lines ---------------------------------------------------------------

SIGN = r"(?P<sign>\(MOD\)|ADD\*?|MOD|SUP\*?|NOC)"
SYMBOL = (
    r"(?P<symbols>[A-Z]{1,4}(?:-\d+)?(?:/[A-Z]{1,4})*)"
    r"/(?P<document>\d+(?:\(Rev\.?\s?\d+\))?(?:\(?A(?:dd\.?)?\d+\)?)*)/(?P<serial>\d+[a-z]?)(?:#\d+)?"
)
LINE = re.compile(rf"(?:{SIGN}[\s–—-]*(?:{SYMBOL})?)[\s–—-]*(?P<thing>.*)", re.DOTALL)
LINE_SYMBOL_FIRST = re.compile(rf"{SYMBOL}[\s–—-]*{SIGN}(?!\w)[\s–—-]*(?P<thing>.*)", re.DOTALL)
DIRECTION = re.compile(r"[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks of direction around Latin signs in an Arabic text."""
PROVISION = re.compile(r"\d+\w{0,3}\s+[A-Z]{2,4}-\d{2,4}")
"""A provision of a treaty and its edition, "3 PP-98", which needs no symbol beside it."""
LONGEST_THING = 60
"""Characters after the symbol: "considering e)", "3 PP-98"; more is a sentence."""


@dataclass(frozen=True, slots=True)
class ProposalLine:
    """A line that opens a proposal in ITU's form."""

    sign: str
    """As written: ADD, ADD*, MOD, (MOD), SUP, SUP* or NOC."""
    symbol: str
    """ "ARB/79A3/1"; "" where the sign stands alone."""
    states: tuple[str, ...]
    unknown: tuple[str, ...]
    thing: str
    """What is to be amended, where it stands on the same line."""

    @property
    def action(self) -> Action:
        """What is asked for; text moved in from elsewhere (ADD*) is a move."""
        return Action.MOVE if self.sign == "ADD*" else Action(self.sign.strip("()*"))


def proposal_line(text: str) -> ProposalLine | None:
    """The line read as the opening of an ITU proposal, or None where it is none."""
    line = DIRECTION.sub("", text).replace("\xa0", " ").strip()
    found = LINE_SYMBOL_FIRST.fullmatch(line) or LINE.fullmatch(line)
    if found is None or len(found["thing"]) > LONGEST_THING:
        return None
    if not found["symbols"] and found["thing"] and not PROVISION.fullmatch(found["thing"]):
        return None
    written = (found["symbols"] or "").split("/")
    known = [(one, of_symbol(one.split("-")[0])) for one in written if one]
    return ProposalLine(
        sign=found["sign"],
        symbol=f"{found['symbols']}/{found['document']}/{found['serial']}" if known else "",
        states=tuple(dict.fromkeys(code for _, code in known if code)),
        unknown=tuple(one for one, code in known if not code),
        thing=found["thing"].strip(),
    )
