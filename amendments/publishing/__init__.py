"""What leaves the house: the compilation table as Word, Excel and CSV."""

from amendments.publishing.compilation import Compilation, compilation
from amendments.publishing.oral import as_note
from amendments.publishing.table_csv import as_csv, marked
from amendments.publishing.table_docx import as_docx
from amendments.publishing.table_xlsx import as_xlsx

__all__ = ["Compilation", "as_csv", "as_docx", "as_note", "as_xlsx", "compilation", "marked"]
