"""What leaves the house: the compilation table, and a base with everybody's proposals."""

from amendments.publishing.all_proposals import all_proposals
from amendments.publishing.compilation import Compilation, compilation
from amendments.publishing.oral import as_note
from amendments.publishing.table_csv import as_csv, marked
from amendments.publishing.table_docx import as_docx
from amendments.publishing.table_xlsx import as_xlsx

__all__ = [
    "Compilation",
    "all_proposals",
    "as_csv",
    "as_docx",
    "as_note",
    "as_xlsx",
    "compilation",
    "marked",
]
