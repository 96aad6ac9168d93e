"""An index in a folder, kept by Whoosh; many processes may read while one writes."""

import os
import pickle
import shutil
import struct
import time
import uuid
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields as fields_of
from operator import attrgetter
from pathlib import Path
from typing import Any

from amendments.errors import RequestRefused
from amendments.notices import Notice
from amendments.search.analyser import analyse
from amendments.search.criteria import Criteria
from amendments.search.highlight import snippet
from amendments.search.query import facet_token, leaves, wanted
from amendments.search.ranking import (
    Row,
    Scored,
    count_facets,
    facet_tokens,
    first_page,
    row_of,
)
from amendments.search.records import FIELDS, Found, FoundHit, SearchRecord
from amendments.search.whoosh_segment import SegmentSearch

with warnings.catch_warnings():
    # Whoosh 2.7.4 was written before Python warned of "\u" in plain strings.
    warnings.simplefilter("ignore")
    from whoosh import fields, index, reading, writing
    from whoosh.analysis import SpaceSeparatedTokenizer
    from whoosh.codec import whoosh3 as _codec  # noqa: F401 - else imported later, with warnings
    from whoosh.filedb.filestore import FileStorage
    from whoosh.util.filelock import FileLock

LAYOUT = "6"
"""Raised whenever words are cut or kept otherwise: an index of another layout is made anew."""
POINTER = "current"
"""The file that names the sub-folder readers are to use."""
PATIENCE = 60.0
"""Seconds a writer waits for another one: the rebuild of a large installation takes longer."""
TRIES = 5
"""A commit may take a file away between a reader's two looks; it finds the next one then."""
MEMORY_MB = 128

ROW_VALUES = attrgetter(*(field.name for field in fields_of(Row)))
RECORD_VALUES = attrgetter(*(field.name for field in fields_of(SearchRecord)))

UNREADABLE = (
    OSError,
    EOFError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    ImportError,
    MemoryError,
    struct.error,
    pickle.PickleError,
    index.IndexError,
    reading.ReaderClosed,
)
"""What Whoosh raises over files that are missing, cut short or filled with something else."""


def _schema() -> Any:
    words = SpaceSeparatedTokenizer()
    # Lengths are never asked for, but Whoosh looks for a file per posting where they are not kept.
    texts = {field: fields.KEYWORD(scorable=True) for field in FIELDS}
    places = {f"{field}_words": fields.TEXT(analyzer=words, phrase=True) for field in FIELDS}
    return fields.Schema(
        id=fields.ID(),
        about=fields.ID(),
        draft_of=fields.ID(),
        facets=fields.KEYWORD(scorable=True),
        kept=fields.STORED(),
        **texts,
        **places,
    )


class WhooshIndex:
    """An index in `folder`; one that is absent, broken or of another layout is empty, mark ""."""

    def __init__(self, folder: Path, *, patience: float = PATIENCE) -> None:
        self._folder = folder
        self._patience = patience
        self._rows: dict[str, dict[int, Row]] = {}
        self._broken = ""

    # --- reading ---

    def search(self, criteria: Criteria) -> Found:
        """One page of what fits, with counts over all of it."""
        asked = wanted(criteria)
        try:
            with self._reading() as reader:
                return self._search(reader, criteria)
        except UNREADABLE:
            self._broken = self._current()
            lost = Notice("index-absent", "search", "The search index is missing or damaged.")
            return Found((), 0, count_facets(()), (*asked.notices, lost))

    def _search(self, reader: Any, criteria: Criteria) -> Found:
        asked = wanted(criteria)
        sought = tuple(dict.fromkeys(leaves(asked.value)))
        found: list[Scored[tuple[Any, int]]] = []
        alive: dict[str, dict[int, Row]] = {}
        for segment, _ in reader.leaf_readers():
            if segment.doc_count_all():
                name = segment.segment().segment_id()
                alive[name] = rows = self._rows.get(name) or _rows_of(segment)
                for one in SegmentSearch(segment, rows).found(asked.value, sought):
                    found.append(Scored(one.score, one.row, (segment, one.place)))
        self._rows = alive
        hits = []
        for best in first_page(found, criteria):
            segment, document = best.place
            record = SearchRecord(*segment.stored_fields(document)["kept"][1])
            hits.append(FoundHit(record, best.score / 1000, snippet(record, sought)))
        facets = count_facets(one.row for one in found)
        return Found(tuple(hits), len(found), facets, asked.notices)

    def mark(self) -> str:
        """The last change of the store this index holds; "" where it must be made anew."""
        try:
            if self._broken and self._broken == self._current():
                return ""
            with self._reading() as reader:
                return _mark_in(reader)
        except UNREADABLE:
            return ""

    def _current(self) -> str:
        try:
            return (self._folder / POINTER).read_text(encoding="utf-8").strip()
        except (OSError, ValueError):
            return ""

    def _open(self) -> Any:
        """The index readers are to use; raises one of UNREADABLE."""
        with self._files() as storage:
            return index.FileIndex(storage)

    @contextmanager
    def _files(self) -> Iterator[Any]:
        """The files of the sub-folder in use; closed where reading them goes wrong."""
        name = self._current()
        if not name.startswith(f"v{LAYOUT}-") or "/" in name:
            raise index.EmptyIndexError(f"{self._folder} holds no index of this layout")
        storage, opened = FileStorage(str(self._folder / name)), []
        open_file = storage.open_file

        def remembered(*args: Any, **kwargs: Any) -> Any:
            opened.append(open_file(*args, **kwargs))
            return opened[-1]

        # Whoosh leaves files open that it cannot make sense of.
        storage.open_file = remembered
        try:
            yield storage
        except UNREADABLE:
            for file in opened:
                if not file.is_closed:
                    file.close()
            raise
        finally:
            storage.open_file = open_file

    @contextmanager
    def _reading(self) -> Iterator[Any]:
        """A reader of the last state committed, closed afterwards; raises one of UNREADABLE."""
        for attempt in range(1, TRIES + 1):
            try:
                with self._files() as storage:
                    reader = index.FileIndex(storage).reader()
                break
            except UNREADABLE:
                if attempt == TRIES or not self._current():
                    raise
                time.sleep(0.01 * attempt)
        try:
            yield reader
        finally:
            reader.close()

    # --- writing ---

    def put(self, records: Iterable[SearchRecord], *, mark: str | None = None) -> None:
        """Keep records; those with the same id give way. Raises RequestRefused when busy.

        What is kept already stays untouched: a new draft brings the records of the whole
        resolution with it, and few of them have changed.
        """
        latest = {record.id: record for record in records}
        with self._alone():
            if self._is_unreadable():
                self._switch_to(self._made({}, ""))
            with _changing(self._open()) as writer:
                reader = writer.reader()
                changed = [one for one in latest.values() if not _has(reader, one)]
                for record in changed:
                    _forget(writer, reader, "id", record.id)
                _add_all(writer, changed)
                if mark is not None:
                    _write_mark(writer, reader, mark)
                reader.close()

    def remove(self, draft_keys: tuple[str, str]) -> None:
        """Forget every record of one draft. Raises RequestRefused when busy."""
        with self._alone():
            if self._is_unreadable():
                return
            with _changing(self._open()) as writer:
                reader = writer.reader()
                _forget(writer, reader, "draft_of", _draft_token(*draft_keys))
                reader.close()

    def rebuild(self, records: Iterable[SearchRecord], mark: str) -> None:
        """Hold these records and no others. Raises RequestRefused when busy.

        It is made in a folder of its own; the one before stays for those who still read it,
        until the rebuild after.
        """
        latest = {record.id: record for record in records}
        with self._alone():
            before = self._current()
            name = self._made(latest, mark)
            self._switch_to(name)
            for old in self._folder.iterdir():
                if old.is_dir() and old.name.startswith("v") and old.name not in {name, before}:
                    shutil.rmtree(old, ignore_errors=True)

    def _is_unreadable(self) -> bool:
        try:
            with self._reading():
                return bool(self._broken) and self._broken == self._current()
        except UNREADABLE:
            return True

    def _made(self, latest: dict[str, SearchRecord], mark: str) -> str:
        """The name of a new sub-folder with an index of these records."""
        name = f"v{LAYOUT}-{uuid.uuid4().hex}"
        place = self._folder / name
        place.mkdir(parents=True)
        with _changing(index.create_in(str(place), _schema())) as writer:
            _add_all(writer, latest.values())
            reader = writer.reader()
            _write_mark(writer, reader, mark)
            reader.close()
        return name

    def _switch_to(self, name: str) -> None:
        new = self._folder / f"{POINTER}.{uuid.uuid4().hex}"
        with new.open("w", encoding="utf-8") as file:
            file.write(name)
            file.flush()
            os.fsync(file.fileno())
        new.replace(self._folder / POINTER)

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """The one writer of all processes; raises RequestRefused after `patience`."""
        self._folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(str(self._folder / "writing.lock"))
        if not writing.try_for(lock.acquire, timeout=self._patience, delay=0.02):
            raise RequestRefused("The search index is being written. Try again in a minute.")
        try:
            yield
        finally:
            lock.release()


@contextmanager
def _changing(opened: Any) -> Iterator[Any]:
    """A writer whose changes are all kept, or none."""
    writer = opened.writer(limitmb=MEMORY_MB, timeout=PATIENCE)
    try:
        yield writer
    except BaseException:
        writer.cancel()
        raise
    writer.commit()


def _add_all(writer: Any, records: Iterable[SearchRecord]) -> None:
    for record in records:
        texts = analyse(record)
        row = row_of(record, texts)
        document: dict[str, Any] = {
            "id": record.id,
            "draft_of": _draft_token(record.resolution, record.draft),
            "facets": sorted(facet_tokens(row)),
            "kept": (ROW_VALUES(row), RECORD_VALUES(record)),
        }
        for field, text in texts.items():
            if text.words:
                document[field] = list(text.stems.elements())
                document[f"{field}_words"] = list(text.words)
        writer.add_document(**document)


def _draft_token(resolution: str, draft: str) -> str:
    return f"{facet_token('resolution', resolution)} {facet_token('draft', draft)}"


def _has(reader: Any, record: SearchRecord) -> bool:
    """Whether the index holds that record just as it is."""
    if ("id", record.id) not in reader:
        return False
    values = RECORD_VALUES(record)
    found = reader.postings("id", record.id).all_ids()
    return any(
        not reader.is_deleted(document) and reader.stored_fields(document)["kept"][1] == values
        for document in found
    )


def _forget(writer: Any, reader: Any, field: str, term: str) -> None:
    # Whoosh's own delete_by_term opens a new searcher for each term.
    if (field, term) in reader:
        for document in reader.postings(field, term).all_ids():
            writer.delete_document(document)


def _write_mark(writer: Any, reader: Any, mark: str) -> None:
    """Keep the mark as a document, so that it is committed with the records or not at all."""
    _forget(writer, reader, "about", "mark")
    writer.add_document(about="mark", kept=mark)


def _mark_in(reader: Any) -> str:
    if ("about", "mark") not in reader:
        return ""
    for document in reader.postings("about", "mark").all_ids():
        return str(reader.stored_fields(document)["kept"])
    return ""


def _rows_of(segment: Any) -> dict[int, Row]:
    """What is known of each document of a segment without its texts; segments never change."""
    stored = ((d, segment.stored_fields(d)["kept"]) for d in range(segment.doc_count_all()))
    return {document: Row(*kept[0]) for document, kept in stored if not isinstance(kept, str)}
