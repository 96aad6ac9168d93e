"""A zip file made from another: some members anew, all others as they are packed there."""

import copy
import io
import struct
import zipfile

from amendments.errors import DraftRefused
from amendments.word.kinds import DAMAGED

MOMENT = (1980, 1, 1, 0, 0, 0)
"""The time of added parts, so that the same redline has the same bytes."""

EFFORT = 3
"""Of 9 in packing what is new: the usual 6 takes twice as long for a tenth less."""
LOCAL = struct.Struct("<26xHH")
"""What stands before a member's name: its last two fields are the lengths of name and extra."""
SIZES_FOLLOW = 0x08
"""Flag of a member whose sizes stand after its data; here they are known before."""


def part_name(info: zipfile.ZipInfo) -> str:
    """The name of a member as parts are named: in lower case, with slashes."""
    return info.filename.replace("\\", "/").lstrip("/").lower()


def repacked(content: bytes, parts: dict[str, bytes]) -> bytes:
    """The zip file with these parts in place of those it has, or after them.

    A member that stays is not even unpacked, so a damaged one stays as it is, byte for byte.

    Raises:
        DraftRefused: if the file ends before one of its members does.

    """
    out = io.BytesIO()
    rest = dict(parts)
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(out, "w") as target,
    ):
        for info in source.infolist():
            name = part_name(info)
            if name in rest:
                target.writestr(copy.copy(info), rest.pop(name), compresslevel=EFFORT)
            else:
                _copy(info, content, target, out)
        for name, added in sorted(rest.items()):
            info = zipfile.ZipInfo(name, MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(info, added, compresslevel=EFFORT)
    return out.getvalue()


def _copy(info: zipfile.ZipInfo, content: bytes, target: zipfile.ZipFile, out: io.BytesIO) -> None:
    """Put a member down as it is packed; `zipfile` has no call for that."""
    at = info.header_offset
    head = content[at : at + LOCAL.size]
    if len(head) == LOCAL.size:
        name, extra = LOCAL.unpack(head)
        at += LOCAL.size + name + extra
    packed = content[at : at + info.compress_size]
    if len(packed) != info.compress_size:
        raise DraftRefused(f"The part {info.filename[:80]} is cut short. {DAMAGED}")
    mine = copy.copy(info)
    mine.flag_bits &= ~SIZES_FOLLOW
    mine.header_offset = target.start_dir
    out.seek(target.start_dir)
    out.write(mine.FileHeader())
    out.write(packed)
    target.filelist.append(mine)
    target.NameToInfo[mine.filename] = mine
    target.start_dir = out.tell()
