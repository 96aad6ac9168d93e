"""What people say by hand: whose an author or a proposal is, its status, what the room asked."""

from collections.abc import Sequence

from amendments.deciding import checked
from amendments.drafting.states import state as state_named
from amendments.errors import NotFound, RequestRefused
from amendments.publishing import as_note
from amendments.records import Ingested
from amendments.service.correcting import Correcting
from amendments.store import About


class Saying(Correcting):
    """It stands above every guess, and is never lost."""

    def rule(self, about: str, what: str, value: Sequence[str], *, actor: str = "") -> None:
        """Say by hand whose an author ("author") or a proposal ("states") is, or its "status".

        And what "brackets" mean in a resolution: its contributions are read anew then.

        It stands above every guess, in later files too; an empty value takes it back. Raises
        NotFound, RequestRefused, UnknownState.
        """
        self._rule(about, (what,), value, actor)
        if about == About.BRACKETS:
            self.read_again(what)

    def _rule(self, about: str, whats: Sequence[str], value: Sequence[str], actor: str) -> None:
        at = self._clock()
        with self.store.writing() as session:
            seen = session.mark()
            for what in whats:
                ruling = checked(session, about, what, value, actor=actor, at=at)
                session.rule(ruling)
                said = {"value": list(ruling.value)}
                did = f"{ruling.about}.ruled"
                session.audit(at=at, actor=ruling.actor, did=did, what=what, detail=said)
            slugs = {session.resolution_of(what) for what in whats}
            mark = session.mark()
        if about == About.AUTHOR:  # an author may have written on any resolution
            self.rebuild_index()
            return
        for slug in filter(None, slugs):
            self._index(slug, seen, mark)

    def enter(
        self,
        slug: str,
        base: str,
        clause: str,
        *,
        action: str,
        states: Sequence[str],
        text: str = "",
        reasons: str = "",
        actor: str = "",
    ) -> Ingested:
        """Keep a proposal made in the room on a clause (by its id) of a base.

        It is written down as a Word file in ITU's form and taken in like any other; whose it
        is was said by hand. Raises NotFound, RequestRefused, UnknownState.
        """
        codes = tuple(dict.fromkeys(state_named(name).code for name in states))
        if not codes:
            raise RequestRefused("Nobody is named. Enter the State or group that asks for this.")
        with self.store.reading() as session:
            clauses = session.clauses(session.draft(slug, base).id)
        at = next((c for c in clauses if c.id == clause), None)
        if at is None:
            raise NotFound(f"“{base}” has no such clause. Choose one from its page.")
        who = actor.strip() or "officer"
        note = as_note(action, at.clause.address, text, states=codes, reasons=reasons, actor=who)
        taken = self.ingest(
            note, "in-the-room.docx", resolution=slug, against=base, by=codes,
            role="contribution", actor=who,
        )  # fmt: skip
        self._rule("states", self._proposals_of(slug, taken.draft.key), codes, who)
        return taken

    def _proposals_of(self, slug: str, key: str) -> tuple[str, ...]:
        with self.store.reading() as session:
            return tuple(k.id for k in session.proposals_of(session.draft(slug, key)))
