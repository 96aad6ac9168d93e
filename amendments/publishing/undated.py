"""Office packages without the time of their writing: the same contents give the same file."""

import io
import zipfile
from datetime import datetime

EPOCH = datetime(2000, 1, 1)  # noqa: DTZ001 - Office's core properties have no time zone
"""Written for the time of making."""


def undated(package: io.BytesIO) -> bytes:
    """The package with EPOCH for the time that python-docx leaves in every part."""
    out = io.BytesIO()
    with zipfile.ZipFile(package) as dated, zipfile.ZipFile(out, "w") as plain:
        for part in dated.infolist():
            entry = zipfile.ZipInfo(part.filename, EPOCH.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            plain.writestr(entry, dated.read(part))
    return out.getvalue()
