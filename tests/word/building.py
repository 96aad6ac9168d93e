"""Builds small Word files out of snippets of XML, one trap each."""

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMES = (
    f'xmlns:w="{W}" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BY = 'w:id="1" w:author="J. Silva (Brazil)" w:date="2024-05-01T10:00:00Z"'


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(inside: str = "", properties: str = "") -> str:
    """A paragraph; plain words become a run."""
    content = inside if inside.startswith("<") or not inside else r(inside)
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def ins(text: str) -> str:
    return f"<w:ins {BY}>{r(text)}</w:ins>"


def dele(text: str) -> str:
    return f"<w:del {BY}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def mark(name: str) -> str:
    """Properties of a paragraph whose mark is tracked."""
    return f"<w:rPr><w:{name} {BY}/></w:rPr>"


def numbered(num: int = 1, level: int | None = 0) -> str:
    """Properties that put a paragraph in a list."""
    ilvl = "" if level is None else f'<w:ilvl w:val="{level}"/>'
    return f'<w:numPr>{ilvl}<w:numId w:val="{num}"/></w:numPr>'


def lvl(level: int, text: str, fmt: str = "decimal", more: str = "", start: int = 1) -> str:
    """One level of an abstract list."""
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{fmt}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def numbering(*levels: str, nums: str = "", more: str = "") -> str:
    """A numbering part: abstract list 0, shown by num 1, and what else is given."""
    first = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    abstract = f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>'
    return f"<w:numbering {NAMES}>{abstract}{more}{first}{nums}</w:numbering>"


def part(name: str, inside: str) -> str:
    """A part whose root has that name."""
    return f"<w:{name} {NAMES}>{inside}</w:{name}>"


def document(*blocks: str) -> str:
    return part("document", f"<w:body>{''.join(blocks)}</w:body>")


def docx(*blocks: str, main: str = "word/document.xml", **parts: str) -> bytes:
    """A Word file with those blocks and other parts (`numbering=…`, `styles=…`)."""
    target = main.replace("\\", "/")
    files = {
        "_rels/.rels": relations({"officeDocument": target}),
        main: document(*blocks),
        "word/_rels/document.xml.rels": relations({kind: f"{kind}.xml" for kind in parts}),
        **{f"word/{kind}.xml": text for kind, text in parts.items()},
    }
    return zipped(files)


def relations(targets: dict[str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="r{i}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(targets.items())
    )
    names = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{names}">{inside}</Relationships>'


def zipped(files: dict[str, str | bytes]) -> bytes:
    """A zip file of those parts, compressed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()
