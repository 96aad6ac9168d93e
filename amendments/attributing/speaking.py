"""Who speaks in a file: the officer's word, its cover, its name, and its authors."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from amendments.attributing.pointing import Pointer, point
from amendments.drafting.claims import read_names
from amendments.drafting.states import find_states, register, state
from amendments.model import Evidence, Reading, WordDocument
from amendments.notices import Notice

TOLD = 0.9
ON_COVER = 0.8
ON_COVER_BY_UNKNOWN_AUTHOR = 0.6
"""The cover names a State, the tracked changes' author nobody."""
IN_FILE_NAME = 0.5
COVER_PARAGRAPHS = 30
"""A cover ends on the first page."""
SOURCE = re.compile(
    r"(?:^|\n|\t|\s{2,})\s*(?:(?:source|origine?|fuente|origen|источник|来源|المصدر)\s*[:：\t]|"
    r"(?:co-?)?sponsors?\s*[:：\t]|"
    r"(?:draft (?:resolution|decision|proposal) |text |document |working paper )?"
    r"(?:submitted|presented|proposed|(?:co-?)?sponsored|contribution|proposals?|amendments?) "
    r"(?:by|from)\s*(?:[:：]|\s))"
    r"\s*(?P<who>\S[^\n\t]*)",
    re.IGNORECASE,
)
DRAFT_BY = re.compile(
    r"(?P<who>[^:：]{2,2000}?)\s*[:：]\s*(?:(?:revised |proposed |oral )?(?:draft (?:resolution|"
    r"decision)|amendments?|proposals?|working paper)|projet de résolution|proyecto de resolución|"
    r"проект резолюции|决议草案|مشروع قرار)\b.{0,200}",
    re.IGNORECASE,
)
PARTS = re.compile(r"[\W_]+")
SHORTEST_CODE = 3


@dataclass(frozen=True, slots=True)
class Voice:
    """Some States, how surely they speak, and why."""

    states: tuple[str, ...] = ()
    confidence: float = 0.0
    evidence: tuple[Evidence, ...] = ()


NOBODY = Voice()


@dataclass(frozen=True, slots=True)
class Speakers:
    """Everybody who may speak in one file."""

    told: tuple[str, ...] = ()
    cover: Voice = NOBODY
    file_name: Voice = NOBODY
    authors: Mapping[str, Pointer] = field(default_factory=dict)

    @property
    def of_the_file(self) -> Voice:
        """Who the whole file is from; nobody where cover and file name contradict each other."""
        if self.told:
            said = Evidence("told", ", ".join(self.told), "the officer")
            return Voice(self.told, TOLD, (said,))
        if self.is_contradictory:
            return NOBODY
        return self.cover if self.cover.states else self.file_name

    @property
    def is_contradictory(self) -> bool:
        """Whether the cover and the file name speak of others, with nobody told."""
        cover, name = set(self.cover.states), set(self.file_name.states)
        return not self.told and bool(cover and name) and not cover & name

    def of(self, author: str) -> Voice:
        """Who speaks through an author; the officer's word stands in for an unknown one."""
        pointer = self.authors.get(author, Pointer())
        if pointer.code or pointer.jointly:
            return Voice(pointer.states, pointer.confidence)
        if self.told:
            return self.of_the_file
        if pointer.states or self.is_contradictory or not self.cover.states:
            return NOBODY
        return Voice(self.cover.states, ON_COVER_BY_UNKNOWN_AUTHOR, self.cover.evidence)

    def of_commenter(self, author: str) -> tuple[str, ...]:
        """Whose State a comment's author points to; the file's States do not speak in margins."""
        pointer = self.authors.get(author) or point(author)
        return (pointer.code,) if pointer.code else ()

    def doubts(self) -> tuple[Notice, ...]:
        """Where the evidence contradicts itself."""
        return (*self._author_doubts(), *self._file_doubts())

    def _author_doubts(self) -> tuple[Notice, ...]:
        doubts: list[Notice] = []
        for author, pointer in self.authors.items():
            where = f"author “{author}”"
            if len(pointer.states) > 1 and not pointer.jointly:
                several = ", ".join(pointer.states)
                detail = (
                    f"This author’s name points to several States ({several}): say whose it is."
                )
                doubts.append(Notice("author-points-to-several", where, detail))
            elif pointer.code and self.told and pointer.code not in self.told:
                detail = (
                    f"This author points to {pointer.code}, the file was said to be from "
                    f"{', '.join(self.told)}. The author’s changes are held to be {pointer.code}’s."
                )
                doubts.append(Notice("author-is-another", where, detail))
        return tuple(doubts)

    def _file_doubts(self) -> tuple[Notice, ...]:
        cover, name = ", ".join(self.cover.states), ", ".join(self.file_name.states)
        if self.is_contradictory:
            detail = f"The cover names {cover}, the file name {name}: say whose it is."
            return (Notice("sources-contradict", "cover", detail),)
        if self.told and self.cover.states and not set(self.told) & set(self.cover.states):
            detail = (
                f"The cover names {cover}; the file was said to be from {', '.join(self.told)}."
            )
            return (Notice("cover-says-otherwise", "cover", detail),)
        return ()


def listen(
    document: WordDocument,
    *,
    told: tuple[str, ...],
    filename: str,
    known_authors: Mapping[str, str],
) -> Speakers:
    """Everybody who may speak in a file; raises UnknownState for a wrong code in `told`."""
    commenters = [c.author for p in document.paragraphs for c in p.comments]
    names = dict.fromkeys([*(mark.author for mark in document.marks), *commenters])
    authors = {name: point(name, known_authors) for name in names if name}
    codes = tuple(dict.fromkeys(state(name).code for name in told))
    return Speakers(codes, on_cover(document), in_file_name(filename), authors)


def on_cover(document: WordDocument) -> Voice:
    """The States that the cover or the page header gives as the source."""
    lines = [document.header]
    for paragraph in document.paragraphs[:COVER_PARAGRAPHS]:
        lines.append("".join(r.text for r in paragraph.runs if r.exists_in(Reading.AFTER)))
    for line in lines:
        found = SOURCE.search(line) or DRAFT_BY.fullmatch(line.strip())
        codes = [mention.code for mention in find_states(found["who"])] if found else []
        if not codes and line.strip() and line is not document.header:
            codes = _only_names(line)
        if codes:
            words = " ".join(line.split())
            return Voice(_distinct(codes), ON_COVER, (Evidence("cover", words, "cover"),))
    return NOBODY


def _only_names(line: str) -> list[str]:
    """The States of a line that holds nothing else: the sponsor line of a cover."""
    if not find_states(line):
        return []
    names = read_names(line)
    return [] if names.unknown or names.is_prose else list(names.states)


def in_file_name(filename: str) -> Voice:
    """The States that a file's name holds."""
    stem = filename.rsplit("/", 1)[-1].rsplit("\\", 1)[-1].rsplit(".", 1)[0]
    words = " ".join(word[:1].upper() + word[1:] for word in PARTS.split(stem) if word)
    mentions = find_states(words)
    rest = words
    for mention in mentions:
        rest = rest.replace(mention.words, "", 1)
    codes = [mention.code for mention in mentions]
    codes += [word.upper() for word in rest.split() if _is_code_in_file_name(word)]
    if not codes:
        return NOBODY
    return Voice(_distinct(codes), IN_FILE_NAME, (Evidence("file-name", filename, "file name"),))


def _is_code_in_file_name(word: str) -> bool:
    """A group's acronym in any case, a State's code of three letters in capitals."""
    known = register().states.get(word.upper())
    return known is not None and (known.is_group or (word.isupper() and len(word) >= SHORTEST_CODE))


def _distinct(codes: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(codes))
