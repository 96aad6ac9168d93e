"""One plausible resolution, to look at and to test pages with."""

import dataclasses
import difflib
import re

from amendments.model import (
    Change,
    ChangeKind,
    Clause,
    Evidence,
    Kind,
    Op,
    Part,
    Piece,
    Position,
    Silent,
    State,
)
from amendments.notices import Notice
from amendments.records import (
    ClauseRecord,
    ComparedClause,
    DraftRecord,
    ProposalRecord,
    ResolutionRecord,
)

SLUG = "wsis-2025"
HOSTILE = "<script>alert('x')</script>"
STATES = (
    State("BRA", "Brazil"),
    State("JPN", "Japan"),
    State("KEN", "Kenya"),
    State("EGY", "Egypt"),
    State("GBR", "United Kingdom of Great Britain and Northern Ireland"),
    State("EU", "European Union", is_group=True, members=("FRA", "DEU")),
)


def pieces_between(old, new):
    """The words of both, as a careful typist would mark them."""
    a, b = (re.findall(r"\s+|\w+|[^\w\s]", text) for text in (old, new))
    found = []
    for op, i, j, k, m in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if op == "equal":
            found.append(Piece(Op.KEPT, "".join(a[i:j])))
            continue
        found.append(Piece(Op.DELETED, "".join(a[i:j])))
        found.append(Piece(Op.ADDED, "".join(b[k:m])))
    return tuple(piece for piece in found if piece.text)


def draft_of(*lines):
    """Clauses from (id, kind, label, level, address, text)."""
    return tuple(
        ClauseRecord(
            name,
            Clause(
                number,
                Kind(kind),
                Part.OPERATIVE,
                text,
                label=label,
                level=level,
                address=address,
            ),
        )
        for number, (name, kind, label, level, address, text) in enumerate(lines)
    )


FIRST = draft_of(
    (
        "t1",
        "title",
        "",
        0,
        "title",
        "ITU’s role in implementing the outcomes of the World Summit on the Information Society and the 2030 Agenda for Sustainable Development",
    ),
    ("b1", "body", "", 0, "body", "The Council of the International Telecommunication Union,"),
    ("h1", "heading", "", 0, "considering", "considering"),
    (
        "ca",
        "clause",
        "a)",
        1,
        "considering a)",
        "the outcomes of both phases of the World Summit on the Information Society, and in particular the Geneva Plan of Action and the Tunis Agenda;",
    ),
    (
        "cb",
        "clause",
        "b)",
        1,
        "considering b)",
        "that ITU has a fundamental role in bridging the digital divide and in building confidence and security in the use of information and communication technologies (ICTs);",
    ),
    (
        "cc",
        "clause",
        "c)",
        1,
        "considering c)",
        "the decision of the General Assembly to hold an overall review in 2025,",
    ),
    ("h2", "heading", "", 0, "recognizing", "recognizing"),
    (
        "ra",
        "clause",
        "a)",
        1,
        "recognizing a)",
        "that connectivity remains out of reach for a third of the world’s population, most of them women and people in rural areas;",
    ),
    (
        "rb",
        "clause",
        "b)",
        1,
        "recognizing b)",
        "the growing importance of emerging technologies for sustainable development,",
    ),
    ("h3", "heading", "", 0, "resolves", "resolves"),
    (
        "o1",
        "clause",
        "1",
        1,
        "resolves 1",
        "that ITU should continue to act as lead facilitator for Action Lines C2, C5 and C6;",
    ),
    (
        "o2",
        "clause",
        "2",
        1,
        "resolves 2",
        "that ITU should work in collaboration with all stakeholders and report each year on the progress made;",
    ),
    ("h4", "heading", "", 0, "instructs the Secretary-General", "instructs the Secretary-General"),
    (
        "s1",
        "clause",
        "1",
        1,
        "instructs the Secretary-General 1",
        "to invite Member States to contribute to the review;",
    ),
    (
        "s2",
        "clause",
        "2",
        1,
        "instructs the Secretary-General 2",
        "to submit a report on the matter to the Council at its next session.",
    ),
)
TEXTS = {
    "cb": "that ITU plays a fundamental and leading role in bridging digital divides and in building confidence and security in the use of telecommunications and information and communication technologies (ICTs);",
    "s1": "to request Member States and Sector Members to contribute to the review;",
}
SECOND = draft_of(
    *(
        (c.id, c.clause.kind, c.clause.label, c.clause.level, c.clause.address, c.clause.text)
        for c in FIRST[:4]
    ),
    ("cb", "clause", "b)", 1, "considering b)", TEXTS["cb"]),
    ("cc", "clause", "c)", 1, "considering c)", FIRST[5].clause.text),
    ("h2", "heading", "", 0, "recognizing", "recognizing"),
    ("rb", "clause", "a)", 1, "recognizing a)", FIRST[8].clause.text),
    ("ra", "clause", "b)", 1, "recognizing b)", FIRST[7].clause.text.replace(";", ",")),
    ("h3", "heading", "", 0, "resolves", "resolves"),
    ("o1", "clause", "1", 1, "resolves 1", FIRST[10].clause.text),
    (
        "o2",
        "clause",
        "2",
        1,
        "resolves 2",
        "that ITU should work in collaboration with all stakeholders;",
    ),
    (
        "o3",
        "clause",
        "3",
        1,
        "resolves 3",
        "that ITU should report each year on the progress made;",
    ),
    ("h4", "heading", "", 0, "instructs the Secretary-General", "instructs the Secretary-General"),
    ("s1", "clause", "1", 1, "instructs the Secretary-General 1", TEXTS["s1"]),
    (
        "s3",
        "clause",
        "2",
        1,
        "instructs the Secretary-General 2",
        "to make the results of the review available in all six official languages.",
    ),
)
ARABIC = draft_of(
    ("b1", "body", "", 0, "body", "إن مجلس الاتحاد الدولي للاتصالات،"),
    (
        "ca",
        "clause",
        "أ )",
        1,
        "considering a)",
        "نتائج مرحلتي القمة العالمية لمجتمع المعلومات، ولا سيما خطة عمل جنيف وبرنامج عمل تونس؛",
    ),
)

DRAFT_1 = DraftRecord(
    SLUG,
    "draft-1",
    "draft",
    "Draft revised Resolution 1332",
    "S25-CL-C-0040!!MSW-E.docx",
    "3f" * 32,
    symbol="C25/40",
    date="2025-03-03",
    clauses=15,
    notices=(
        Notice(
            "numbering-dangling",
            "paragraph 12",
            "Its list number is not defined in the file; the label was read from the text.",
        ),
    ),
)
DRAFT_2 = DraftRecord(
    SLUG,
    "draft-2",
    "draft",
    "Draft revised Resolution 1332 (after the first reading)",
    "DT-7.docx",
    "a0" * 32,
    symbol="C25/DT/7",
    date="2025-06-18",
    base="draft-1",
    clauses=16,
    changes={"modified": 2, "moved": 1, "split": 1, "added": 1, "deleted": 1},
)
BRAZIL = DraftRecord(
    SLUG,
    "brazil-1",
    "contribution",
    "Proposals of Brazil and Kenya",
    "Brazil WSIS (final) v3.docx",
    "b1" * 32,
    symbol="C25/58",
    date="2025-05-12",
    base="draft-1",
    states=("BRA", "KEN"),
    clauses=15,
    proposals=2,
    changes={"modified": 2},
    authors={"J. Silva (Brazil)": "BRA", HOSTILE: None},
    silent=(Silent("considering a)", "Geneva Plan of Action", "Geneva Declaration"),),
)
JAPAN = DraftRecord(
    SLUG,
    "japan-1",
    "contribution",
    "Proposals of Japan",
    "J_WSIS.docx",
    "c2" * 32,
    symbol="C25/61",
    date="2025-05-20",
    base="draft-1",
    states=("JPN",),
    clauses=15,
    proposals=2,
    changes={"modified": 1, "added": 1},
)
EGYPT = DraftRecord(
    SLUG,
    "egypt-1",
    "contribution",
    HOSTILE,
    "مصر.docx",
    "d3" * 32,
    date="2025-05-21",
    base="draft-1",
    states=(),
    clauses=2,
    proposals=1,
    language="ar",
)
DRAFTS = {d.key: d for d in (DRAFT_1, DRAFT_2, BRAZIL, JAPAN, EGYPT)}
OTHERWISE = tuple(
    ClauseRecord(
        record.id,
        dataclasses.replace(
            record.clause,
            text=record.clause.text.replace("has a fundamental", "contributes to the").replace(
                "to invite", f"to encourage {HOSTILE}"
            ),
        ),
    )
    for record in FIRST
)
"""The first draft as Japan would have it."""
CLAUSES = {
    "draft-1": FIRST,
    "draft-2": SECOND,
    "brazil-1": FIRST,
    "japan-1": OTHERWISE,
    "egypt-1": ARABIC,
}
RESOLUTION = ResolutionRecord(
    SLUG,
    "ITU’s role in implementing the outcomes of the WSIS and the 2030 Agenda",
    "ITU Council",
    "2025 session",
    2,
    3,
    "2025-06-18",
)


def proposal(name, states, action, clause, after, **more):
    before = clause.clause.text if action != "ADD" else ""
    return ProposalRecord(
        name,
        SLUG,
        "draft-1",
        more.pop("contribution", "brazil-1"),
        states,
        action,
        clause.id,
        clause.clause.address,
        before,
        after,
        pieces_between(before, after),
        (Evidence("tracked-change", more.pop("author", "J. Silva (Brazil)"), "paragraph 9"),),
        **{"confidence": 0.95, **more},
    )


PROPOSALS = (
    proposal(
        "p1",
        ("BRA", "KEN"),
        "MOD",
        FIRST[4],
        FIRST[4].clause.text.replace("has a fundamental", "plays a fundamental and leading"),
        conflicts=("p3",),
        fate="adopted",
        fate_draft="draft-2",
        positions=(Position(("GBR", "JPN"), "oppose"),),
        reasons="To reflect decision 5.",
    ),
    proposal(
        "p2",
        ("BRA", "KEN"),
        "MOD",
        FIRST[13],
        FIRST[13].clause.text.replace("invite", "request"),
        identical=("p5",),
        fate="adopted in part",
        fate_draft="draft-2",
    ),
    proposal(
        "p3",
        ("JPN",),
        "MOD",
        FIRST[4],
        FIRST[4].clause.text.replace("has a fundamental", "contributes to the"),
        contribution="japan-1",
        author="Taro Yamada",
        confidence=0.7,
        conflicts=("p1",),
        fate="not adopted",
        fate_draft="draft-2",
    ),
    proposal(
        "p4",
        ("JPN",),
        "ADD",
        FIRST[14],
        "to make the results of the review available in all six official languages.",
        contribution="japan-1",
    ),
    proposal(
        "p5",
        (),
        "MOD",
        FIRST[13],
        FIRST[13].clause.text.replace("invite", "request"),
        contribution="egypt-1",
        author=HOSTILE,
        confidence=0.3,
        identical=("p2",),
    ),
)


def compared(kind, old, new):
    before, after = (" ".join(c.clause.text for c in side) for side in (old, new))
    numbers = (tuple(c.clause.number for c in side) for side in (old, new))
    return ComparedClause(
        Change(ChangeKind(kind), *numbers, pieces_between(before, after)), tuple(old), tuple(new)
    )


ROWS = (
    *(compared("unchanged", FIRST[n : n + 1], SECOND[n : n + 1]) for n in range(4)),
    compared("modified", FIRST[4:5], SECOND[4:5]),
    *(compared("unchanged", FIRST[n : n + 1], SECOND[n : n + 1]) for n in (5, 6)),
    compared("unchanged", FIRST[8:9], SECOND[7:8]),
    compared("moved", FIRST[7:8], SECOND[8:9]),
    *(compared("unchanged", FIRST[n : n + 1], SECOND[n : n + 1]) for n in (9, 10)),
    compared("split", FIRST[11:12], SECOND[11:13]),
    compared("unchanged", FIRST[12:13], SECOND[13:14]),
    compared("modified", FIRST[13:14], SECOND[14:15]),
    compared("deleted", FIRST[14:15], ()),
    compared("added", (), SECOND[15:16]),
)
