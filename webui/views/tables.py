"""The compilation table: the base text clause by clause, a column for each State."""

from dataclasses import dataclass
from io import BytesIO

from flask import Blueprint, Response, request, send_file

from amendments.records import DraftRecord, ProposalRecord, ProposalRow, ProposalsPage
from webui.pages import Sheet, desk, publish
from webui.views.proposals import NARROWS, wanted

pages = Blueprint("tables", __name__)
KINDS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


@dataclass(frozen=True, slots=True)
class Line:
    """One clause of the base with each column's proposals."""

    row: ProposalRow
    cells: tuple[tuple[ProposalRecord, ...], ...]


@publish(pages, "/r/<key:slug>/table")
def table(slug: str) -> Sheet:
    """The table on one base: `?base=`, else the newest that has proposals; `?state=` narrows."""
    page = desk().proposals(slug, wanted())
    base, rows = chosen_base(page, request.args.get("base", ""))
    columns = columns_of(rows)
    return Sheet(
        "table.html",
        page,
        {
            "base": base,
            "columns": columns,
            "lines": [line_of(row, columns) for row in rows],
            "query": {name: request.args[name] for name in NARROWS if request.args.get(name)},
        },
    )


def chosen_base(
    page: ProposalsPage, key: str
) -> tuple[DraftRecord | None, tuple[ProposalRow, ...]]:
    """The base asked for, else the newest."""
    found = (pair for pair in page.bases if key in {"", pair[0].key})
    return next(found, (None, ()))


def columns_of(rows: tuple[ProposalRow, ...]) -> tuple[str, ...]:
    """The States that propose, by code; "" last, for what is of nobody known."""
    codes = {code for row in rows for p in row.proposals for code in p.states or ("",)}
    return tuple(sorted(codes, key=lambda code: (code == "", code)))


def line_of(row: ProposalRow, columns: tuple[str, ...]) -> Line:
    """A clause's proposals, each under every State that makes it."""
    cells = [tuple(p for p in row.proposals if code in (p.states or ("",))) for code in columns]
    return Line(row, tuple(cells))


@pages.get("/r/<key:slug>/table.<any(docx, xlsx, csv):kind>")
def download(slug: str, kind: str) -> Response:
    """The table as a file."""
    base, asked = request.args.get("base", ""), wanted()
    content = desk().table(slug, kind, base, asked)
    name = "-".join(part for part in (slug, base, "proposals", *asked.states) if part)
    return send_file(
        BytesIO(content), KINDS[kind], as_attachment=True, download_name=f"{name}.{kind}"
    )
