"""A desk without a database: it shows the sample."""

import dataclasses
import enum
import hashlib

from laying import laid
from sample import (
    BRAZIL,
    CLAUSES,
    DRAFT_1,
    DRAFT_2,
    DRAFTS,
    EGYPT,
    FIRST,
    HOSTILE,
    JAPAN,
    PROPOSALS,
    RESOLUTION,
    ROWS,
    SECOND,
    SLUG,
    STATES,
    compared,
)

from amendments.errors import DraftRefused, NotFound, UnknownState
from amendments.model import (
    Comparison,
    Op,
)
from amendments.records import (
    EVERYTHING,
    ClauseMoment,
    ClausePage,
    ComparisonPage,
    DraftPage,
    Hit,
    Ingested,
    Preview,
    ProposalPage,
    ProposalRow,
    ProposalsPage,
    ResolutionPage,
    RulingRecord,
    SearchPage,
    SnippetRun,
    StatePage,
)


@dataclasses.dataclass(frozen=True)
class FakeCriteria:
    q: str = ""
    chosen: tuple[tuple[str, str], ...] = ()
    page: int = 1

    def to_query(self):
        pages = [("page", str(self.page))] if self.page > 1 else []
        return [("q", self.q)] * bool(self.q) + list(self.chosen) + pages

    def without(self, facet, value):
        return FakeCriteria(self.q, tuple(c for c in self.chosen if c != (facet, value)))

    def with_value(self, facet, value):
        return FakeCriteria(self.q, (*self.chosen, (facet, value)))

    def with_page(self, page):
        return dataclasses.replace(self, page=page)


@dataclasses.dataclass(frozen=True)
class FakeSettings:
    max_file_bytes: int = 128 * 1024


class FakeService:
    """The desk's methods over the sample above; files are kept in memory."""

    settings = FakeSettings()

    def __init__(self):
        self.faults = ()
        self.kept = {}
        self.ingested = []
        self.ruled = []
        self.entered = []

    def resolutions(self):
        return (RESOLUTION,)

    def resolution(self, slug):
        self._known(slug)
        return ResolutionPage(
            RESOLUTION,
            (DRAFT_1, DRAFT_2),
            (BRAZIL, JAPAN, EGYPT),
            {"BRA": 2, "JPN": 1, "EGY": 1},
        )

    def draft(self, slug, key):
        return DraftPage(RESOLUTION, self._draft(slug, key), CLAUSES[key])

    def compare(self, slug, old_key, new_key):
        old, new = self._draft(slug, old_key), self._draft(slug, new_key)
        rows = (
            ROWS
            if new_key == "draft-2"
            else tuple(compared("unchanged", (c,), (c,)) for c in FIRST)
        )
        return ComparisonPage(RESOLUTION, old, new, rows, "words-1")

    def lay_on_base(self, slug, base_key, side_keys):
        drafts = [self._draft(slug, key) for key in (base_key, *side_keys)]
        return laid(RESOLUTION, drafts, [CLAUSES[draft.key] for draft in drafts])

    def proposals(self, slug, wanted=EVERYTHING):
        self._known(slug)
        for code in wanted.states:
            self._state(code)
        asked = set(wanted.states)
        chosen = [p for p in PROPOSALS if not asked or asked & set(p.states)]
        rows = tuple(
            ProposalRow(c, tuple(p for p in chosen if p.clause == c.id))
            for c in FIRST
            if any(p.clause == c.id for p in chosen)
        )
        counts = tuple((s, sum(s.code in p.states for p in PROPOSALS)) for s in STATES[:3])
        return ProposalsPage(RESOLUTION, ((DRAFT_1, rows),), counts, wanted)

    def proposal(self, slug, identity):
        self._known(slug)
        found = next((p for p in PROPOSALS if p.id == identity), None)
        if found is None:
            raise NotFound("There is no such proposal. Choose one from the list.")
        said = RulingRecord("states", ("BRA",), "A. Officer", "2026-05-31T12:00:00Z")
        return ProposalPage(RESOLUTION, found, "en", (said,))

    def enter(self, slug, base, clause, *, action, states, text, reasons, actor):
        self._known(slug)
        if "Atlantis" in states:
            raise UnknownState("“Atlantis” is no State. Choose one from the list of States.")
        self.entered.append((base, clause, action, tuple(states), text, reasons, actor))
        return Ingested(BRAZIL, new=True)

    def rule(self, about, what, value, *, actor=""):
        if "Atlantis" in value:
            raise UnknownState("“Atlantis” is no State. Choose one from the list of States.")
        self.ruled.append((about, what, value, actor))

    def table(self, slug, kind, base="", wanted=EVERYTHING):
        self._known(slug)
        return f"{kind} of {base} {' '.join(wanted.states)}".encode()

    def clause(self, slug, clause_id):
        self._known(slug)
        old = next((c for c in FIRST if c.id == clause_id), None)
        new = next((c for c in SECOND if c.id == clause_id), None)
        if old is None and new is None:
            raise NotFound("There is no such clause. Start from a draft.")
        change = next((r.change for r in ROWS if r.old and r.old[0].id == clause_id), None)
        mine = tuple(p for p in PROPOSALS if p.clause == clause_id)
        moments = (
            ClauseMoment(DRAFT_1, old, None),
            ClauseMoment(DRAFT_2, new, change, tuple(p for p in mine if p.fate == "adopted")),
        )
        return ClausePage(RESOLUTION, clause_id, moments, mine)

    def state(self, code):
        mine = tuple(p for p in PROPOSALS if code in p.states)
        return StatePage(
            self._state(code), mine, tuple(d for d in DRAFTS.values() if code in d.states)
        )

    def states(self):
        return STATES

    def criteria(self, query):
        facets = ("resolution", "draft", "kind", "state", "change", "edit", "status")
        chosen = tuple((f, v) for f in facets for v in query.getlist(f))
        return FakeCriteria(query.get("q", ""), chosen, int(query.get("page", "1")))

    def search(self, criteria):
        snippet = (
            SnippetRun("that ITU plays a fundamental and "),
            SnippetRun("guiding ", op=Op.DELETED),
            SnippetRun("leading", is_found=True, op=Op.ADDED),
            SnippetRun(f" role {HOSTILE}"),
        )
        url = f"/r/{SLUG}/clauses/cb"
        hits = tuple(
            Hit(SLUG, key, "cb", "considering b)", states, change, "2025-05-12", snippet, 1.0, url)
            for key, states, change in (
                ("brazil-1", ("BRA", "KEN"), "MOD"),
                ("draft-2", (), "modified"),
            )
        )
        facets = {
            "resolution": ((SLUG, 12),),
            "kind": (("proposal", 8), ("clause", 4)),
            "state": (("BRA", 7), ("GBR", 5)),
            "change": (("modified", 9), ("added", 3)),
            "edit": (("weaker", 4), ("numbers", 2)),
        }
        if not criteria.q:
            return SearchPage("", (), 0, 1, 1, {})
        return SearchPage(criteria.q, hits, 12, criteria.page, 3, facets)

    def preview(self, content, filename, *, resolution, against=None, by=(), role=""):
        for code in by:
            self._state(code)
        if not content.startswith(b"PK"):
            raise DraftRefused("This is not a Word file (.docx). Save it again from Word.")
        digest = hashlib.sha256(content).hexdigest()
        changes = tuple(r.change for r in ROWS)
        return Preview(
            filename,
            digest,
            "Proposals of Brazil",
            "en",
            role or "contribution",
            tuple(c.clause for c in SECOND),
            against or ("draft-1" if resolution == SLUG else None),
            Comparison(changes, "words-1"),
            dict(DRAFT_2.changes),
            ("BRA",),
            "C25/58",
            "2025-05-12",
            dict(BRAZIL.authors),
            4,
            BRAZIL.silent,
            DRAFT_1.notices,
        )

    def hold(self, content, filename):
        token = hashlib.sha256(content).hexdigest()[:16]
        self.kept[token] = (content, filename)
        return token

    def held(self, token):
        if token not in self.kept:
            raise NotFound("The file is no longer held. Upload it again.")
        return self.kept[token]

    def ingest(self, content, filename, **told):
        for code in told["by"]:
            self._state(code)
        self.ingested.append((content, filename, told))
        draft = BRAZIL if told["against"] else DRAFT_1
        return Ingested(draft, new=True)

    def file(self, slug, key):
        return self._draft(slug, key).filename, b"PK the original"

    def redline(self, slug, old_key, new_key, author):
        self.compare(slug, old_key, new_key)
        return f"PK redline by {author}".encode()

    def as_json(self, page):
        return plain(page)

    def ready(self):
        return self.faults

    def _known(self, slug):
        if slug != SLUG:
            raise NotFound("There is no such resolution. Look in the list of resolutions.")

    def _draft(self, slug, key):
        self._known(slug)
        if key not in DRAFTS:
            raise NotFound("There is no such draft. Look at the resolution's drafts.")
        return DRAFTS[key]

    def _state(self, code):
        found = next((s for s in STATES if s.code == code), None)
        if found is None:
            raise UnknownState(f"No State has the code {code}. Use an ISO code such as BRA.")
        return found


def plain(value):
    """A record as JSON would have it."""
    if dataclasses.is_dataclass(value):
        return {f.name: plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    return value.value if isinstance(value, enum.Enum) else value
