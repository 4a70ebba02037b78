"""What lies in a tar archive; read here, since Python's own reader takes heads of any size."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from typing import IO, NamedTuple

from ffstudio.core.errors import DatasetError
from ffstudio.core.images.containers.archive_links import Link
from ffstudio.core.words import tr

_BLOCK = 512
# Heads that only hold a long name: more is no name.
_MOST_HEAD = 2**20
_MOST_MEMBERS = 400_000
_LONG_NAMES = (
    tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE, tarfile.SOLARIS_XHDTYPE,
)  # fmt: skip


class TarMember(NamedTuple):
    """A file of the archive: its name, none for devices, and where its bytes begin.

    Attributes:
        link: Where it leads; None for what is no link.
    """

    name: str
    start: int
    size: int
    link: Link | None = None


def walk_tar(stream: IO[bytes], title: str) -> Iterator[TarMember]:
    """The files in the order in which they lie.

    The stream stands at a file's bytes while it is handed out, and may be read there.

    Args:
        stream: Of the archive, unpacked; only ever read forwards.

    Raises:
        DatasetError: It is no tar archive, or cut short.
    """
    at, long_name, long_link = 0, "", ""
    for _ in range(_MOST_MEMBERS):
        block = stream.read(_BLOCK)
        if not block.strip(b"\0"):  # two empty blocks end it, so does the end
            if at == 0:
                raise _refuse(title)
            return
        try:
            head = tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
        except tarfile.HeaderError as error:
            raise _refuse(title) from error
        at += _BLOCK
        room = -(-head.size // _BLOCK) * _BLOCK
        if head.size < 0:
            raise _refuse(title)
        if head.type in _LONG_NAMES:
            if head.size > _MOST_HEAD:
                raise _refuse(title)
            content = stream.read(room)[: head.size]
            if head.type != tarfile.GNUTYPE_LONGLINK:
                long_name = _name_in(content, head.type, "path") or long_name
            if head.type != tarfile.GNUTYPE_LONGNAME:
                long_link = _name_in(content, head.type, "linkpath") or long_link
        else:
            link = None
            if head.type in (tarfile.LNKTYPE, tarfile.SYMTYPE):
                link = Link(long_link or head.linkname, head.type == tarfile.LNKTYPE)
            is_plain = head.type in (tarfile.REGTYPE, tarfile.AREGTYPE, tarfile.CONTTYPE)
            is_named = is_plain or link is not None
            yield TarMember((long_name or head.name) if is_named else "", at, head.size, link)
            if head.type != tarfile.XGLTYPE:
                long_name = long_link = ""
            stream.seek(at + room)
        at += room
    raise DatasetError(
        tr("{title} holds too many files.", title=title), tr("Unpack it, and open what is inside.")
    )


def _name_in(content: bytes, kind: bytes, wanted: str) -> str:
    """The name that a head of its own holds: alone, or as one of its records."""
    if kind in (tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK):
        return content.rstrip(b"\0").decode("utf-8", "surrogateescape")
    while content:
        length = content.partition(b" ")[0]
        if not length.isdigit() or int(length) <= len(length) + 1:
            return ""
        record = content[len(length) + 1 : int(length)]
        key, _, value = record.rstrip(b"\n").partition(b"=")
        if key == wanted.encode():
            return value.decode("utf-8", "surrogateescape")
        content = content[int(length) :]
    return ""


def _refuse(title: str) -> DatasetError:
    return DatasetError(
        tr("{title} cannot be read as a tar archive: it is damaged, or cut short.", title=title),
        tr("Get a fresh copy."),
    )
