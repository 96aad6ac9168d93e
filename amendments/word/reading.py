"""A Word file's bytes as the paragraphs, labels, comments and properties it holds."""

from lxml import etree

from amendments.errors import DraftRefused
from amendments.model import Comment, Paragraph, Reading, WordDocument
from amendments.notices import Notice
from amendments.word.body import PPR, Raw, Story
from amendments.word.comments import Comments
from amendments.word.kinds import DAMAGED, SAVE_AS
from amendments.word.limits import Limits
from amendments.word.names import ID, VAL, W
from amendments.word.numbering import Counters, Lists, Place, place_of
from amendments.word.package import Package, PartUnreadable, Relation
from amendments.word.revisions import Marks
from amendments.word.styles import Style, Styles, indent_of

PSTYLE = W + "pStyle"
OLD_PROPERTIES = f"{W}pPrChange/{W}pPr"
NEW_NUMBERING = f"{W}numPr/{W}ins"
NOTE_READ_AT_MOST = 2
"""A note is met twice where its reference was moved; more often only in a hostile file."""


def read(content: bytes, limits: Limits = Limits()) -> WordDocument:  # noqa: B008 - frozen
    """All that a Word file says, both of its readings.

    Raises:
        DraftRefused: if it cannot be read; the message is one sentence and its cure.

    """
    package = Package(content, limits)
    try:
        return _Reader(package).document()
    except PartUnreadable as error:
        raise DraftRefused(f"{error} {DAMAGED}") from error
    except RecursionError as error:
        raise DraftRefused(f"The file's tables or controls are nested too deeply. {SAVE_AS}") from (
            error
        )


class _Reader:
    """Reads one package; what is damaged beside the main text becomes a notice."""

    def __init__(self, package: Package) -> None:
        self.package = package
        self.notices: list[Notice] = []
        root = package.xml(package.main)
        body = root.find(W + "body") if root is not None else None
        if root is None or body is None:
            raise DraftRefused(f"The file holds no Word text. {SAVE_AS}")
        self.root = root
        self.body = body
        self.relations = package.relations_of(package.main)

    def document(self) -> WordDocument:
        """Everything, in reading order."""
        self.styles = Styles(self._part("styles"))
        self.lists = Lists(self._part("numbering"), self.styles)
        self.comments = Comments(self._part("comments"), self._part("commentsExtended"))
        marks = Marks(self.root)
        self.story = Story(marks)
        raws = self.story.read(self.body, "body")
        raws += self._notes()
        paragraphs = self._paragraphs(raws)
        self._tell_what_was_left_out()
        core, app = self._property_parts()
        return WordDocument(
            paragraphs=paragraphs,
            header=self._header(),
            title=_first(core, "title"),
            author=_first(core, "creator"),
            company=_first(app, "Company"),
            created=_first(core, "created"),
            notices=tuple(self.notices),
        )

    # --- parts ------------------------------------------------------------------------

    def _part(self, kind: str) -> etree._Element | None:
        """A part beside the main one; None where there is none or it is damaged."""
        names = [r.target for r in self.relations if r.kind == kind]
        folder = self.package.main.rpartition("/")[0]
        # Files that lost their relations still have the parts under their usual names.
        names += [f"{folder}/{kind}.xml".lstrip("/").lower()]
        name = next((n for n in names if n in self.package), None)
        return self._optional(name) if name is not None else None

    def _optional(self, name: str) -> etree._Element | None:
        try:
            return self.package.xml(name)
        except PartUnreadable as error:
            self.notices.append(
                Notice("part-unreadable", name, f"{error} The text was read without it.")
            )
            return None

    def _header(self) -> str:
        """The text of the page headers after the tracked changes, repeats left out."""
        texts: dict[str, None] = {}
        for relation in self._headers():
            root = self._optional(relation.target)
            if root is None:
                continue
            for raw in Story(Marks(root)).read(root, "body"):
                text = "".join(r.text for r in raw.runs() if r.exists_in(Reading.AFTER)).strip()
                if text:
                    texts.setdefault(text)
        return "\n".join(texts)

    def _headers(self) -> list[Relation]:
        found = {r.target: r for r in self.relations if r.kind == "header"}
        return [relation for name, relation in found.items() if name in self.package]

    def _property_parts(self) -> tuple[etree._Element | None, etree._Element | None]:
        """Core and extended properties, by their relations or under their usual names."""
        names = {r.kind: r.target for r in self.package.relations_of("")}
        core = names.get("core-properties", "docprops/core.xml")
        app = names.get("extended-properties", "docprops/app.xml")
        return self._optional(core), self._optional(app)

    # --- notes ------------------------------------------------------------------------

    def _notes(self) -> list[Raw]:
        """The foot- and endnotes in the order of their references, which notes may hold too."""
        homes: dict[str, dict[str, etree._Element]] = {}
        raws: list[Raw] = []
        met: dict[tuple[str, str], int] = {}
        references = self.story.notes
        for kind, identity, fate in references:  # grows while it is read
            if kind not in homes:
                homes[kind] = self._notes_of(kind)
            note = homes[kind].get(identity)
            met[kind, identity] = met.get((kind, identity), 0) + 1
            if note is not None and met[kind, identity] <= NOTE_READ_AT_MOST:
                raws += self.story.read(note, kind, fate)
        return raws

    def _notes_of(self, kind: str) -> dict[str, etree._Element]:
        root = self._part(kind + "s")
        notes: dict[str, etree._Element] = {}
        for note in root.iter(W + kind) if root is not None else ():
            if (note.get(W + "type") or "normal") == "normal":
                notes.setdefault(note.get(ID) or "", note)
        return notes

    # --- paragraphs -------------------------------------------------------------------

    def _paragraphs(self, raws: list[Raw]) -> tuple[Paragraph, ...]:
        before, after = Counters(), Counters()
        paragraphs = []
        for number, raw in enumerate(raws):
            properties = raw.element.find(PPR)
            style = self._style_of(properties)
            place = self._place(properties, style, number)
            old = self._old_place(properties, style, place)
            if raw.hidden:
                self._tell_hidden(number)
            paragraphs.append(
                Paragraph(
                    number=number,
                    runs=raw.runs(),
                    style=style.name,
                    label_before=_label(before, old, raw, Reading.BEFORE),
                    label_after=_label(after, place, raw, Reading.AFTER),
                    list_level=place.level if place is not None else None,
                    indent=_indent(properties, style, place),
                    story=raw.story,
                    mark_inserted=raw.inserted,
                    mark_deleted=raw.deleted,
                    comments=self._comments_of(raw) if raw.comments else (),
                )
            )
        return tuple(paragraphs)

    def _style_of(self, properties: etree._Element | None) -> Style:
        named = properties.find(PSTYLE) if properties is not None else None
        return self.styles.get(named.get(VAL) if named is not None else None)

    def _place(self, properties: etree._Element | None, style: Style, number: int) -> Place | None:
        place = place_of(properties, style, self.lists)
        if isinstance(place, str):
            detail = f"The paragraph names the list {place[:20]!r}, which the file does not define."
            self.notices.append(Notice("numbering-dangling", f"paragraph {number + 1}", detail))
            return None
        return place

    def _old_place(
        self, properties: etree._Element | None, style: Style, place: Place | None
    ) -> Place | None:
        """The place before the tracked changes of the paragraph's format."""
        if properties is None:
            return place
        old = properties.find(OLD_PROPERTIES)
        if old is not None:
            found = place_of(old, self._style_of(old), self.lists)
        elif properties.find(NEW_NUMBERING) is not None:
            found = place_of(None, style, self.lists)
        else:
            return place
        return None if isinstance(found, str) else found

    def _comments_of(self, raw: Raw) -> tuple[Comment, ...]:
        comments: list[Comment] = []
        for identity in raw.comments:
            anchor = "".join(self.story.anchors.get(identity, ()))
            if identity not in self.comments:
                detail = "The text refers to a comment that the file does not hold."
                self.notices.append(Notice("comment-missing", anchor[:80], detail))
                continue
            comments.append(self.comments.comment(identity, anchor))
            # Answers often have no place in the text of their own.
            for reply in self.comments.replies_to(identity):
                if reply not in self.story.anchors and reply not in raw.comments:
                    comments.append(self.comments.comment(reply, anchor))
        return tuple(comments)

    def _tell_hidden(self, number: int) -> None:
        detail = "Some words here do not show in Word (hidden, white or tiny type); they were read."
        self.notices.append(Notice("hidden-text", f"paragraph {number + 1}", detail))

    def _tell_what_was_left_out(self) -> None:
        if self.story.elsewhere:
            detail = (
                f"{self.story.elsewhere} embedded documents were not read; "
                "paste their text into the document in Word."
            )
            self.notices.append(Notice("text-elsewhere", "the document", detail))


def _label(counters: Counters, place: Place | None, raw: Raw, reading: Reading) -> str:
    """A paragraph that does not end in a reading shows no number in it and takes none."""
    return counters.label(place) if place is not None and raw.ends_in(reading) else ""


def _indent(properties: etree._Element | None, style: Style, place: Place | None) -> int:
    own = indent_of(properties)
    if own is not None:
        return own
    in_list = place.list.levels[place.level].indent if place is not None else None
    return (in_list if in_list is not None else style.indent) or 0


def _first(root: etree._Element | None, name: str) -> str:
    if root is None:
        return ""
    found = next(root.iter("{*}" + name), None)
    return (found.text or "").strip()[:1000] if found is not None else ""
