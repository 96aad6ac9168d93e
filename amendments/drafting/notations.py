"""Names in square brackets and ITU's proposal lines: who asks for what, in the text itself."""

import re
from dataclasses import dataclass, replace

from amendments.drafting.states import find_states, state
from amendments.errors import UnknownState
from amendments.model import Action
from amendments.notices import Notice

LONGEST_HEAD = 400
"""Characters before the colon: a list of all States' codes; longer is a sentence."""
VERBS = {
    "propose": "propose",
    "propuest": "propose",
    "suggest": "propose",
    "prefer": "propose",
    "oppose": "oppose",
    "object": "oppose",
    "delete": "delete",
    "support": "support",
    "reserve": "reserve",
}
"""The stems of the verbs that stand after the names, and what each comes to."""
VERB = re.compile(
    r"\b(?P<stem>propos|suggest|prefer|oppos|object|delet|support|reserv)"
    r"(?:e|es|ed|ing|s|t|ts|ion)?(?P<by>\s+by\b)?\d*\b",
    re.IGNORECASE,
)
LINKS = re.compile(
    r"\b(?:and|et|y|with|the|on behalf of|delegations?|delegates?|group of|group|to|by|of|also|"
    r"would|wishes|its|position)\b|[/,;&+.()\s]+",
    re.IGNORECASE,
)
CODE = re.compile(r"(?P<letters>[A-Z][A-Z0-9]{0,4}?)\d*")
"""A code in capitals; footnote numbers may be glued to it ("CA5")."""
ONLY_DELETE = re.compile(
    r"(?:to\s+)?delet(?:e|ion)\b(?:\s+(?:this|the)\s+(?:clause|paragraph))?[\s.;,]*", re.IGNORECASE
)
DELETE_WORDS = re.compile(
    r"(?:to\s+)?delete[:\s]+[“\"'‘«](?P<words>.+?)[”\"'’»][\s.;,]*", re.IGNORECASE | re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Claim:
    """What some States do with the words of a bracket."""

    states: tuple[str, ...]
    verb: str
    """propose, oppose, support, reserve or delete."""
    unknown: tuple[str, ...] = ()
    """Codes as written that belong to nobody, such as a typing error."""


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
    colon = text.find(":", at + 1, min(close, at + LONGEST_HEAD))
    head = text[at + 1 : colon if colon >= 0 else close]
    if "[" in head or (colon < 0 and len(head) > LONGEST_HEAD):
        return None
    claims = read_claims(head)
    if not claims or (colon < 0 and not any(claim.verb == "delete" for claim in claims)):
        return None
    words_start = close if colon < 0 else colon + 1
    while words_start < close and text[words_start].isspace():
        words_start += 1
    words = text[words_start:close]
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


# --- names and verbs --------------------------------------------------------------------


def read_claims(head: str) -> tuple[Claim, ...]:
    """The claims before a bracket's colon, or () where it does not name States.

    Without a verb all must be names, as in "PE:"; the claim is to propose.
    """
    claims: list[Claim] = []
    names_from = 0
    passive = ""
    for verb in VERB.finditer(head):
        names = head[names_from : verb.start()]
        if passive or verb["by"]:
            _add(claims, passive or "propose", names)
            passive = _meaning(verb["stem"]) if verb["by"] else ""
        elif names.strip(" ,;"):
            _add(claims, _meaning(verb["stem"]), names)
        names_from = verb.end()
    rest = head[names_from:]
    has_verb = names_from > 0
    if passive:
        _add(claims, passive, rest)
    elif not has_verb:
        _add(claims, "propose", rest)
    if any(claim.states == () and not claim.unknown for claim in claims):
        return ()
    known = any(claim.states for claim in claims)
    return tuple(claims) if known or (has_verb and claims) else ()


def _meaning(stem: str) -> str:
    return next(meaning for verb, meaning in VERBS.items() if verb.startswith(stem.casefold()[:6]))


def _add(claims: list[Claim], verb: str, names: str) -> None:
    if not names.strip(" ,;.()"):
        return
    states, unknown, is_prose = read_names(names)
    claims.append(Claim((), verb) if is_prose else Claim(states, verb, unknown))


def read_names(names: str) -> tuple[tuple[str, ...], tuple[str, ...], bool]:
    """The States named, the codes that are nobody's, and whether other words stand there too.

    Inside a bracket's head alpha-2 codes count: the notation makes them symbols.
    """
    found: dict[int, str] = {}
    rest = list(names)
    for mention in find_states(names):
        found[mention.start] = mention.code
        rest[mention.start : mention.end] = " " * (mention.end - mention.start)
    unknown: list[str] = []
    is_prose = False
    at = 0
    for token in LINKS.split("".join(rest)):
        if not token:
            continue
        at = names.find(token, at)
        code = _code(token)
        if code:
            found[at] = code
        elif CODE.fullmatch(token):
            unknown.append(token)
        elif not token.isdigit():
            is_prose = True
    ordered = tuple(dict.fromkeys(found[place] for place in sorted(found)))
    return ordered, tuple(unknown), is_prose


def _code(token: str) -> str:
    shape = CODE.fullmatch(token)
    for letters in (token, shape["letters"] if shape else ""):
        if letters and letters.isupper():
            try:
                return state(letters).code
            except UnknownState:
                continue
    return ""


# --- credits in parentheses -------------------------------------------------------------

CREDIT = re.compile(r"\((?P<head>[^()\[\]:]{2,300})\)")
BY = re.compile(r"\b(?:supported|proposed|opposed|suggested|reserved)\s+by\b", re.IGNORECASE)


def _with_credits(text: str, brackets: tuple[Bracket, ...]) -> tuple[Bracket, ...]:
    taken = [(bracket.start, bracket.end) for bracket in brackets]
    found: list[Bracket] = []
    for credit in CREDIT.finditer(text):
        if any(start <= credit.start() < end for start, end in taken):
            continue
        before = text[: credit.start()].rstrip()
        if not (BY.search(credit["head"]) or before.endswith("]")):
            continue
        claims = read_claims(credit["head"])
        if claims and not any(claim.unknown for claim in claims):
            found.append(_credited(text, len(before), credit, claims))
    return tuple(sorted((*brackets, *found), key=lambda bracket: bracket.start))


def _credited(text: str, end: int, credit: re.Match[str], claims: tuple[Claim, ...]) -> Bracket:
    """The credit with the bracket right before it, which may have no names of its own."""
    start = _opening(text, end - 1) if text[:end].endswith("]") else -1
    if start < 0 or read_claims(text[start + 1 : end - 1].split(":", maxsplit=1)[0]):
        return Bracket(credit.start(), credit.end(), credit["head"], claims, "", credit.end())
    words = text[start + 1 : end - 1]
    return Bracket(start, credit.end(), credit["head"], claims, words, start + 1)


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
    r"/(?P<document>\d+(?:\(Rev\.?\s?\d+\))?(?:\(?A(?:dd\.?)?\d+\)?)*)/(?P<serial>\d+[a-z]?)"
)
LINE = re.compile(rf"(?:{SIGN}[\s–—-]*(?:{SYMBOL})?)[\s–—-]*(?P<thing>.*)", re.DOTALL)
LINE_SYMBOL_FIRST = re.compile(rf"{SYMBOL}[\s–—-]*{SIGN}\b[\s–—-]*(?P<thing>.*)", re.DOTALL)
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
    line = text.replace("\xa0", " ").strip()
    found = LINE_SYMBOL_FIRST.fullmatch(line) or LINE.fullmatch(line)
    if found is None or len(found["thing"]) > LONGEST_THING:
        return None
    if not found["symbols"] and found["thing"]:
        return None
    symbols = (found["symbols"] or "").split("/")
    known = [(symbol, _code(symbol.split("-")[0])) for symbol in symbols if symbol]
    symbol = f"{found['symbols']}/{found['document']}/{found['serial']}" if found["symbols"] else ""
    return ProposalLine(
        sign=found["sign"],
        symbol=symbol,
        states=tuple(dict.fromkeys(code for _, code in known if code)),
        unknown=tuple(symbol for symbol, code in known if not code),
        thing=found["thing"].strip(),
    )


LABEL = re.compile(
    r"\s*(?:(?P<marked>\(?(?:\d{1,3}(?:\.\d{1,3})*|[A-Za-zа-яА-Я]{1,2}|[ivx]{1,5})"
    r"\s?(?:bis|ter|quater|quinquies|sexies)?[.)]\)?)|(?P<bare>\d{1,3}(?:\.\d{1,3})*"
    r"\s?(?:bis|ter|quater|quinquies|sexies)?(?=\t))|[·•–—-](?=\s))[\s\u00a0]+",
    re.IGNORECASE,
)
"""The label that a clause is typed with: "a)", "(i)", "1bis." or a number and a tab."""
