"""The outline of a file corrected by hand, before and after the file is kept."""

from collections.abc import Callable, Sequence

from amendments import pages
from amendments.deciding import corrections_said, moment, named
from amendments.drafting import read_draft
from amendments.drafting.correcting import Correction, corrected
from amendments.errors import NotFound, RequestRefused
from amendments.intake import read_word, sha256
from amendments.model import Draft
from amendments.records import OutlinePage
from amendments.rereading import read_again, standing_on
from amendments.service.installation import READ_AGAIN
from amendments.service.taking import TakingIn
from amendments.store import Session


class Correcting(TakingIn):
    """What a person says of an outline is kept with who and when, and applied at every reading."""

    def outline(self, slug: str, key: str) -> OutlinePage:
        """The clauses of a draft and what was corrected in them; raises NotFound."""
        with self.store.reading() as session:
            kept = session.draft(slug, key)
            said = session.corrections(kept.record.sha256)
            return pages.outline_page(pages.draft_of(session, kept), kept.record.notices, said)

    def held_outline(self, token: str) -> OutlinePage:
        """The same of a file that waits to be kept; raises NotFound, DraftRefused."""
        draft, said = self._held_draft(token)
        return pages.outline_page(draft, draft.notices, said)

    def correct(
        self,
        slug: str,
        key: str,
        number: int,
        said: Sequence[tuple[str, str]],
        *,
        seen: str = "",
        actor: str = "",
    ) -> None:
        """Say what is wrong with a clause of a kept draft: faults with their values, in turn.

        The file and all that was compared with it are read anew in the same stroke. `seen` is
        the clause as the person saw it, with its label. Raises NotFound, RequestRefused.
        """

        def say(session: Session) -> None:
            kept = session.draft(slug, key)
            draft = pages.draft_of(session, kept)
            found = corrections_said(draft, number, said, seen=seen, actor=actor, at=self._clock())
            self._write(session, kept.record.sha256, found)

        self._anew(slug, {key}, say)

    def correct_held(
        self,
        token: str,
        number: int,
        said: Sequence[tuple[str, str]],
        *,
        seen: str = "",
        actor: str = "",
    ) -> None:
        """The same of a file that waits to be kept."""
        draft, _ = self._held_draft(token)
        found = corrections_said(draft, number, said, seen=seen, actor=actor, at=self._clock())
        with self.store.writing() as session:
            self._write(session, sha256(session.held(token)[0]), found)

    def take_back(self, slug: str, key: str, correction: int, *, actor: str = "") -> None:
        """Let a correction of a kept draft, by its id, count no more; raises NotFound."""

        def say(session: Session) -> None:
            file_hash = session.draft(slug, key).record.sha256
            self._forget(session, file_hash, correction, actor)

        self._anew(slug, {key}, say)

    def take_back_held(self, token: str, correction: int, *, actor: str = "") -> None:
        """The same of a file that waits to be kept."""
        with self.store.writing() as session:
            self._forget(session, sha256(session.held(token)[0]), correction, actor)

    def read_again(self, slug: str, key: str = "") -> tuple[str, ...]:
        """Read a draft, or all of a resolution, anew with what stands on it; returns the keys.

        Identities, rulings and corrections stay. For after a new version of the program.
        """
        with self.store.reading() as session:
            everything = {one.record.key for one in session.drafts(slug)}
            roots = {session.draft(slug, key).record.key} if key else everything
        return self._anew(slug, roots)

    # --- how ---

    def _anew(
        self, slug: str, roots: set[str], say: Callable[[Session], None] = lambda _: None
    ) -> tuple[str, ...]:
        """Read files anew after something was said: all of it is kept, or none."""
        with self.store.reading() as session:
            chosen = standing_on(session.drafts(slug), roots)
            contents = [session.content(kept.id) for kept in chosen]
        # Word files take longest to read, and no correction changes what is read there.
        documents = [read_word(content, self.settings) for content in contents]
        with self.store.writing() as session:
            seen = session.mark()
            say(session)
            if standing_on(session.drafts(slug), roots) != chosen:
                raise RequestRefused("Another file came in meanwhile. Try again.")
            for kept, document in zip(chosen, documents, strict=True):
                read_again(session, kept, document)
            keys = [kept.record.key for kept in chosen]
            session.audit(
                at=self._clock(), actor="program", did=READ_AGAIN, what=slug,
                detail={"drafts": keys},
            )  # fmt: skip
            mark = session.mark()
        for key in keys:
            self.index.remove((slug, key))
        self._index(slug, seen, mark)
        return tuple(keys)

    def _held_draft(self, token: str) -> tuple[Draft, tuple[Correction, ...]]:
        with self.store.reading() as session:
            content, _ = session.held(token)
            said = session.corrections(sha256(content))
        return corrected(read_draft(read_word(content, self.settings)), said), said

    def _write(self, session: Session, file_hash: str, said: Sequence[Correction]) -> None:
        for one in said:
            session.correct(file_hash, one)
            session.audit(
                at=self._clock(),
                actor=one.actor,
                did="outline.corrected",
                what=file_hash,
                detail={"fault": one.fault, "words": one.words, "value": one.value},
            )

    def _forget(self, session: Session, file_hash: str, correction: int, actor: str) -> None:
        if correction not in {one.id for one in session.corrections(file_hash)}:
            raise NotFound("There is no such correction any more. Load the outline anew.")
        who, at = named(actor), self._clock()
        session.take_back(file_hash, correction, actor=who, at=moment(at))
        session.audit(
            at=self._clock(), actor=who, did="outline.taken-back", what=file_hash,
            detail={"correction": correction},
        )  # fmt: skip
