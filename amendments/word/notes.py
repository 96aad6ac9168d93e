"""The foot- and endnotes of a Word file, in the order of the references to them."""

from collections.abc import Callable

from lxml import etree

from amendments.notices import Notice
from amendments.word.body import TEXTS, Story
from amendments.word.marked import Raw
from amendments.word.names import ID, W

READ_AT_MOST = 2
"""A note is met twice where its reference was moved; more often only in a hostile file."""
KINDS = ("footnote", "endnote")


class Notes:
    """The notes of one file, read as the text refers to them."""

    def __init__(self, part: Callable[[str], etree._Element | None]) -> None:
        """`part` gives the root of a part by its kind ("footnotes")."""
        self._homes = {kind: _notes_in(part(kind + "s"), kind) for kind in KINDS}
        self._met: dict[tuple[str, str], int] = {}

    def read(self, story: Story) -> list[Raw]:
        """The notes that a story refers to, and those that these notes refer to."""
        raws: list[Raw] = []
        for kind, identity, fate in story.notes:  # grows while it is read
            note = self._homes[kind].get(identity)
            met = self._met[kind, identity] = self._met.get((kind, identity), 0) + 1
            if note is not None and met <= READ_AT_MOST:
                raws += story.read(note, kind, fate)
        return raws

    def unread(self) -> list[Notice]:
        """One notice for each note with words that nothing refers to, which Word does not show."""
        notices = []
        for kind, notes in self._homes.items():
            for identity, note in notes.items():
                words = "".join(text.text or "" for text in note.iter(*TEXTS)).strip()
                if words and (kind, identity) not in self._met:
                    detail = f"Nothing refers to this {kind}, so it does not show: {words[:200]}"
                    notices.append(Notice("note-unread", f"{kind} {identity[:20]}", detail))
        return notices


def _notes_in(root: etree._Element | None, kind: str) -> dict[str, etree._Element]:
    notes: dict[str, etree._Element] = {}
    for note in root.iter(W + kind) if root is not None else ():
        # The others are the lines that part the notes from the text.
        if (note.get(W + "type") or "normal") == "normal":
            notes.setdefault(note.get(ID) or "", note)
    return notes
