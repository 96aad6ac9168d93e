"""Taking Word files in: held, previewed, kept."""

import secrets
from dataclasses import replace
from datetime import timedelta

from amendments import naming, pages
from amendments.errors import RequestRefused
from amendments.intake import Intake, Told, read_word, sha256, take
from amendments.keeping import base_named, keep, previewed, same_file
from amendments.records import Ingested, Preview
from amendments.service.installation import Installation
from amendments.store import KeptDraft, Session

HELD_FOR = timedelta(hours=24)
"""How long a file waits between the two steps of an upload."""


class TakingIn(Installation):
    """One file, in two steps or in one."""

    def hold(self, content: bytes, filename: str) -> str:
        """Keep a file between the two steps of an upload; returns its token."""
        self._refuse_too_large(content)
        token = secrets.token_urlsafe(18)
        at = self._clock()
        with self.store.writing() as session:
            session.let_go(older_than=at - HELD_FOR)
            session.hold(token, filename, content, at)
        return token

    def held(self, token: str) -> tuple[bytes, str]:
        """A held file and its name; raises NotFound."""
        with self.store.reading() as session:
            return session.held(token)

    def preview(
        self,
        content: bytes,
        filename: str,
        *,
        resolution: str,
        against: str | None = None,
        by: tuple[str, ...] = (),
        role: str = "",
    ) -> Preview:
        """What the file would bring; nothing is kept. Raises as `ingest` does."""
        told = Told(by, role=naming.role(role)).checked()
        with self.store.reading() as session:
            already = same_file(session, resolution, sha256(content))
            base = base_named(session, resolution, against)
            told = _with_what_was_said(session, told, resolution, content)
            intake = self._take(session, content, filename, base, told)
        return previewed(intake, filename, content, base=base, already=already)

    def ingest(
        self,
        content: bytes,
        filename: str,
        *,
        resolution: str,
        against: str | None = None,
        by: tuple[str, ...] = (),
        date: str = "",
        symbol: str = "",
        role: str = "",
        key: str = "",
        actor: str = "officer",
    ) -> Ingested:
        """Take a Word file in; doing it twice changes nothing, and a refusal keeps nothing."""
        slug = naming.slug(resolution)
        told = Told(by, date, symbol, naming.role(role), key).checked()
        with self.store.reading() as session:
            if known := same_file(session, slug, sha256(content)):
                return Ingested(known.record, new=False)
            base = base_named(session, slug, against)
            told = _with_what_was_said(session, told, slug, content)
            intake = self._take(session, content, filename, base, told)
        at = self._clock()
        with self.store.writing() as session:
            if known := same_file(session, slug, sha256(content)):
                return Ingested(known.record, new=False)
            seen = session.mark()
            kept = keep(
                session,
                slug,
                intake,
                filename=filename,
                content=content,
                base=base,
                told=told,
                at=at,
            )
            session.audit(at=at, actor=actor, did="draft.ingested", what=f"{slug}/{kept}")
            session.let_go(older_than=at - HELD_FOR)
            mark = session.mark()
        self._index(slug, seen, mark)
        with self.store.reading() as session:
            return Ingested(session.draft(slug, kept).record, new=True)

    def _take(
        self, session: Session, content: bytes, filename: str, base: KeptDraft | None, told: Told
    ) -> Intake:
        self._refuse_too_large(content)
        document = read_word(content, self.settings)
        text = pages.draft_of(session, base) if base else None
        return take(document, filename, base=text, told=told)

    def _refuse_too_large(self, content: bytes) -> None:
        if len(content) > self.settings.max_file_bytes:
            limit = self.settings.max_file_bytes / (1024 * 1024)
            raise RequestRefused(
                f"The file is larger than {limit:.3g} MB. Remove its pictures, or ask for a "
                "higher AMENDMENTS_MAX_FILE_BYTES."
            )


def _with_what_was_said(session: Session, told: Told, slug: str, content: bytes) -> Told:
    """With what people said by hand of authors, of brackets, and of this very file's outline."""
    rulings = session.rulings()
    return replace(
        told,
        known_authors=rulings.known_authors,
        brackets=rulings.brackets_in(slug),
        corrections=session.corrections(sha256(content)),
    )
