"""How the proposals page bears many contributions, as ratios to an empty page, in one run.

    python benchmarks/many.py [contributions] [clauses]

The contributions are made up: each asks for a change of every fifth clause of the base.
"""

import statistics
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from amendments.comparing import compare_words
from amendments.drafting.states import all_states
from amendments.model import Action, Clause, Evidence, Kind, Part, Proposal
from amendments.records import ClauseRecord, DraftRecord
from amendments.service import Service
from amendments.settings import Settings
from amendments.store import KeptProposal
from webui.app import create_app

TEXT = "the Council notes with interest that further work on networks and access is needed"
AT = datetime(2026, 1, 1, tzinfo=UTC)


def clause(number: int) -> Clause:
    """One of the base's clauses, unlike the others."""
    text = " ".join(
        f"{word}{number}" if n % 4 == 0 else word for n, word in enumerate(TEXT.split())
    )
    return Clause(number, Kind.CLAUSE, Part.OPERATIVE, text, address=f"OP{number + 1}")


def fill(service: Service, contributions: int, clauses: int) -> None:
    """Keep a base and the contributions on it."""
    states = [state.code for state in all_states() if not state.is_group]
    plain = DraftRecord(
        resolution="many", key="draft-1", role="draft", title="Many", filename="a.docx",
        sha256="a", symbol="", date="2026-01-01", states=(), language="en", changes={}, authors={},
        silent=(), notices=(), received="2026-01-01T00:00:00Z",
    )  # fmt: skip
    texts = [clause(number) for number in range(clauses)]
    with service.store.writing() as session:
        session.open_resolution("many", title="Many", body="")
        base = session.keep_draft(plain, b"a", None)
        session.keep_clauses(base, [ClauseRecord(f"c{c.number}", c) for c in texts])
        for number in range(contributions):
            key = f"contribution-{number}"
            record = replace(plain, key=key, role="contribution", sha256=key)
            kept = session.keep_draft(record, key.encode(), base)
            code = states[number % len(states)]
            asked = [proposal(c, code, number) for c in texts[number % 5 :: 5]]
            session.keep_proposals(
                kept,
                [
                    KeptProposal(
                        f"{key}-{p.base_clauses[0]}", kept, f"c{p.base_clauses[0]}", p, "proposed"
                    )
                    for p in asked
                ],
            )
        session.audit(at=AT, actor="benchmark", did="filled", what="many")


def proposal(c: Clause, code: str, number: int) -> Proposal:
    """A State's wish to change a word of a clause."""
    words = c.text.split()
    words[number % len(words)] = f"change{number % 7}"
    after = " ".join(words)
    said = (Evidence("redraft", code, c.address),)
    pieces = compare_words(c.text, after)
    return Proposal((code,), Action.MOD, (c.number,), c.address, c.text, after, pieces, said, 0.9)


def seconds(client: object, path: str, times: int = 7) -> float:
    """The median time of a page."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        assert client.get(path).status_code == 200
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def main() -> None:
    """Print the ratios."""
    contributions, clauses = (int(word) for word in [*sys.argv[1:], "200", "100"][:2])
    with tempfile.TemporaryDirectory() as folder:
        service = Service(Settings(home=Path(folder)))
        client = create_app(service).test_client()
        empty = seconds(client, "/states/")
        nothing = seconds(client, "/")
        fill(service, contributions, clauses)
        start = time.perf_counter()
        client.get("/r/many/proposals")
        first = time.perf_counter() - start
        again = seconds(client, "/r/many/proposals")
        start = time.perf_counter()
        size = len(client.get("/r/many/table.docx?base=draft-1").data)
        table = time.perf_counter() - start
        print(f"{contributions} contributions x {clauses} clauses")
        print(f"an empty page {nothing * 1000:.1f} ms, the list of States {empty * 1000:.1f} ms")
        print(
            f"proposals: first {first / nothing:.0f} x an empty page, later {again / nothing:.1f} x"
        )
        print(f"the Word table: {table:.1f} s for {size / 1e6:.1f} MB")
        service.close()


if __name__ == "__main__":
    main()
