"""What kind of file some bytes are, told by their content; what is no Word file is refused."""

import io
import zipfile

from amendments.errors import DraftRefused

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SQLITE = b"SQLite format 3\0"
SAVE_AS = "Open it in Word and save it as a Word document (.docx)."
UNLOCK = (
    "The file is protected by a password. "
    "Remove the password in Word (File, Info, Protect Document) and save it again."
)
DAMAGED = "Open it in Word, let Word repair it, and save it as a Word document (.docx)."


def refuse_other_kinds(content: bytes) -> None:
    """Pass what may be a Word package.

    Raises:
        DraftRefused: for anything else, naming the kind and the cure.

    """
    if not content:
        raise DraftRefused("The file is empty. Send the Word document again.")
    if content.startswith(OLE):
        raise DraftRefused(_why_not_ole(content))
    if content.startswith(SQLITE):  # may hold Word files, and looks like one from its end
        raise DraftRefused(f"This is a database. {SAVE_AS}")
    if content.startswith(b"PK") or zipfile.is_zipfile(io.BytesIO(content)):
        return
    raise DraftRefused(f"{_name_of(content)} {SAVE_AS}")


def _why_not_ole(content: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return UNLOCK
    return f"This is a document of an older Word (.doc). {SAVE_AS}"


def _name_of(content: bytes) -> str:
    start = content[:2048].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for sign, name in (
        (b"{\\rtf", "This is an RTF file."),
        (b"%pdf", "This is a PDF file, which keeps no tracked changes; find its Word original."),
        (b"<!doctype html", "This is a web page (HTML)."),
        (b"<html", "This is a web page (HTML)."),
        (b"<?xml", "This is a single XML file, not a Word document."),
        (b"\xff\xfe", "This is plain text."),
    ):
        if start.startswith(sign):
            return name
    if b"<html" in start:
        return "This is a web page (HTML)."
    if b"\0" not in content[:4096]:
        return "This is plain text."
    return "This is no Word document."


def refuse_other_packages(names: set[str], mimetype: bytes) -> None:
    """Pass a zip file that does not say it is something else than Word.

    `names` are the names of its parts in lower case.

    Raises:
        DraftRefused: for OpenDocument, Excel and PowerPoint files.

    """
    if b"opendocument" in mimetype:
        raise DraftRefused(f"This is an OpenDocument file (.odt). {SAVE_AS}")
    if "xl/workbook.xml" in names or "xl/workbook.bin" in names:
        raise DraftRefused(
            "This is an Excel workbook. Send the text as a Word document (.docx) instead."
        )
    if "ppt/presentation.xml" in names:
        raise DraftRefused(
            "This is a PowerPoint presentation. Send the text as a Word document (.docx) instead."
        )
