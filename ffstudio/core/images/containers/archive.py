"""Archives read as if they were folders: nothing in them is unpacked to disk."""

from __future__ import annotations

import bz2
import fnmatch
import gzip
import io
import lzma
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath, PurePosixPath
from typing import IO, Any, NamedTuple, cast

from ffstudio.core.errors import DatasetError, error_words
from ffstudio.core.images.containers.archive_links import Link, TooManyLinkedError, follow_links
from ffstudio.core.images.containers.tar_members import walk_tar
from ffstudio.core.numbers import write_number
from ffstudio.core.words import tr

TAR_ENDINGS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz")
# All that an archive may unpack to, and so much more only where it is not packed so tightly.
_MOST_UNPACKED = 32 * 2**30
SUSPECT_FROM, _MOST_RATIO = 2**30, 400
# A packed tar has no list of its files: they are kept in memory.
MOST_IN_MEMORY = 2 * 2**30
_MOST_FILES = 400_000
_MOST_LINK = 4096
_PACKERS: tuple[tuple[bytes, Callable[[Any], Any]], ...] = (
    (b"\x1f\x8b", gzip.open),
    (b"BZh", bz2.open),
    (b"\xfd7zXZ\0", lzma.open),
)
# Of LZMA a few bytes may ask for any amount of memory.
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2)


class Member(NamedTuple):
    """One file of an archive.

    Attributes:
        start: Where its bytes lie in the archive's own file, where they are not packed.
    """

    size: int
    open: Callable[[], IO[bytes]]
    start: int | None = None


class _Stat(NamedTuple):
    st_size: int


@dataclass(frozen=True)
class _Archive:
    file: Path
    members: dict[PurePosixPath, Member]
    # Links that lead nowhere in it.
    lost: frozenset[PurePosixPath] = frozenset()
    folders: dict[PurePosixPath, list[PurePosixPath]] = field(default_factory=dict)


class Inside:
    """A file or folder in an archive, which answers what readers of data ask of a path.

    It may stand where readers take a ``Path``; whoever hands a path to somebody
    else (NumPy, gzip, the system) must look for it (:func:`as_file`, :func:`find_bytes`).
    """

    def __init__(self, archive: _Archive, at: PurePosixPath) -> None:
        self._archive = archive
        self._at = at

    @property
    def name(self) -> str:
        """The archive's name at its root."""
        return self._at.name or self._archive.file.name

    @property
    def stem(self) -> str:
        return PurePosixPath(self.name).stem

    @property
    def suffix(self) -> str:
        return PurePosixPath(self.name).suffix

    @property
    def parent(self) -> Inside:
        """Above the root is the root."""
        return Inside(self._archive, self._at.parent)

    def open(self, mode: str = "rb") -> IO[bytes]:
        """Its bytes.

        Raises:
            FileNotFoundError: It is no file of the archive.
        """
        return self._member().open()

    def read_bytes(self) -> bytes:
        with self.open() as stream:
            return stream.read()

    def exists(self) -> bool:
        return self.is_file() or self.is_dir()

    def is_file(self) -> bool:
        return self._at in self._archive.members

    def is_dir(self) -> bool:
        return self._at in self._archive.folders

    def is_symlink(self) -> bool:
        """True for links that lead nowhere; the others are what they lead to."""
        return self._at in self._archive.lost

    def iterdir(self) -> Iterator[Inside]:
        for at in self._archive.folders.get(self._at, ()):
            yield Inside(self._archive, at)

    def glob(self, pattern: str) -> Iterator[Inside]:
        """What lies in the folder itself."""
        return (one for one in self.iterdir() if fnmatch.fnmatch(one.name, pattern))

    def rglob(self, pattern: str) -> Iterator[Inside]:
        for one in self.iterdir():
            if fnmatch.fnmatch(one.name, pattern):
                yield one
            if one.is_dir():
                yield from one.rglob(pattern)

    def stat(self) -> _Stat:
        return _Stat(self._member().size if self.is_file() else 0)

    def with_name(self, name: str) -> Inside:
        return Inside(self._archive, self._at.with_name(name))

    def relative_to(self, other: Inside) -> PurePosixPath:
        return self._at.relative_to(other._at)

    def place_of_bytes(self) -> tuple[Path, int] | None:
        """The file on disk and the place in it where its bytes lie as they are; None if packed."""
        start = self._member().start
        return None if start is None else (self._archive.file, start)

    def _member(self) -> Member:
        try:
            return self._archive.members[self._at]
        except KeyError:
            raise FileNotFoundError(2, "No such file in the archive", str(self)) from None

    def __truediv__(self, name: str) -> Inside:
        return Inside(self._archive, self._at / name)

    def __str__(self) -> str:
        return f"{self._archive.file}/{self._at}"

    def __lt__(self, other: Inside) -> bool:
        return self._at < other._at

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Inside) and (self._at, self._archive.file) == (
            other._at,
            other._archive.file,
        )

    def __hash__(self) -> int:
        return hash(self._at)


def as_file(path: Path) -> Any:
    """What opens it for those who take a name or a stream: the path, or a member's bytes."""
    return path if isinstance(path, Path) else cast("Any", path).open()


def find_bytes(path: Path) -> tuple[Path, int] | None:
    """The file on disk in which bytes lie as they are and where they begin there; None if packed."""
    return (path, 0) if isinstance(path, Path) else cast("Inside", path).place_of_bytes()


def open_unpacked(path: Path) -> IO[bytes]:
    """A file's bytes, unpacked where they are packed by gzip, bzip2 or xz."""
    unpack = _find_packer(path)
    return path.open("rb") if unpack is None else cast("IO[bytes]", unpack(as_file(path)))


def _find_packer(path: Path) -> Callable[[Any], Any] | None:
    """What unpacks a file that is packed; None where it is not."""
    with path.open("rb") as raw:
        head = raw.read(6)
    return next((unpack for mark, unpack in _PACKERS if head.startswith(mark)), None)


def find_inside(path: Path) -> Path | None:
    """What ``archive.zip/folder/file`` means: a file or folder in an archive, or in one in it; None
    where no part of the path is an archive.

    Raises:
        DatasetError: The archive cannot be read, or holds no such file.
    """
    outer = _find_archive(path)
    return None if outer is None else _descend(outer, path.relative_to(outer))


def lies_in_archive(path: Path) -> bool:
    """True of ``archive.zip/folder/file``, whether there is such a file in it or not."""
    return _find_archive(path) is not None


def _find_archive(path: Path) -> Path | None:
    for outer in path.parents:
        try:
            if outer.name.lower().endswith((".zip", *TAR_ENDINGS)) and outer.is_file():
                return outer
        except (OSError, ValueError):
            continue
    return None


def _descend(outer: Path, inner: PurePath) -> Path:
    root = enter_archive(outer)
    here: Path = root
    for number, part in enumerate(inner.parts, start=1):
        here = here / part
        if here.is_file() and number < len(inner.parts) and isinstance(outer, Path):
            return _descend(here, PurePath(*inner.parts[number:]))
    if not here.exists():
        names = sorted(str(f.relative_to(root)) for f in root.rglob("*") if f.is_file())
        raise DatasetError(
            tr(
                "{archive} holds no {inner}; it holds {names}.",
                archive=outer.name,
                inner=inner.as_posix(),
                names=", ".join(names[:8]) + (" …" if len(names) > 8 else ""),
            ),
            tr("Correct the path."),
        )
    return here


def enter_archive(path: Path) -> Path:
    """The root of a zip or tar, to be read as a folder.

    Raises:
        DatasetError: It cannot be read, or what it holds is not safe to read.
    """
    with path.open("rb") as stream:
        is_zip = stream.read(4) in (b"PK\x03\x04", b"PK\x05\x06")
    try:
        # Only an archive that is named as one is looked at as a tar, which has no mark.
        list_all = _list_tar if not is_zip and _is_tar(path) else _list_zip
        members, links = list_all(path)
    except DatasetError:
        raise
    except (OSError, ValueError, EOFError, zipfile.BadZipFile, zlib.error, lzma.LZMAError,
            NotImplementedError, RuntimeError) as error:  # fmt: skip
        raise DatasetError(
            tr(
                "{path_name} cannot be read as {kind} ({error_words}).",
                path_name=path.name,
                kind=tr("a zip") if path.suffix.lower() == ".zip" else tr("an archive"),
                error_words=error_words(error),
            ),
            tr("Get a fresh copy."),
        ) from error
    try:
        lost = follow_links(members, links)
    except TooManyLinkedError as error:
        raise _too_many(path.name) from error
    seen = {at: member for at, member in members.items() if not _is_hidden(at)}
    archive = _Archive(path, seen, frozenset(at for at in lost if not _is_hidden(at)))
    _make_folders(archive)
    return cast("Path", Inside(archive, PurePosixPath()))


def _is_tar(path: Path) -> bool:
    return path.name.lower().endswith(TAR_ENDINGS)


def _make_folders(archive: _Archive) -> None:
    root = PurePosixPath()
    archive.folders[root] = []
    for at in sorted({*archive.members, *archive.lost}):
        while at != root:
            above = at.parent
            is_known = above in archive.folders
            archive.folders.setdefault(above, []).append(at)
            if is_known:
                break
            at = above


def _place_of(name: str, title: str) -> PurePosixPath | None:
    """Where a member lies; None for nowhere.

    Raises:
        DatasetError: Its name leads out of the archive.
    """
    plain = name.replace("\\", "/")
    at = PurePosixPath(plain)
    if at.is_absolute() or ".." in at.parts or "\0" in plain or plain[1:3] == ":/":
        raise DatasetError(
            tr(
                "{title} holds a file named {name}, which leads out of the archive.",
                title=title,
                name=ascii(name)[1:-1][:60],
            ),
            tr("Use an archive that you trust."),
        )
    return at if at.parts else None


def _is_hidden(at: PurePosixPath) -> bool:
    """True for what systems leave behind; links may lead to it."""
    return any(part.startswith((".", "__MACOSX")) for part in at.parts)


def _list_zip(path: Path) -> tuple[dict[PurePosixPath, Member], dict[PurePosixPath, Link]]:
    archive = zipfile.ZipFile(path if isinstance(path, Path) else _hold(path))
    infos = [info for info in archive.infolist() if not info.is_dir()]
    unpacked = sum(info.file_size for info in infos)
    _refuse_bomb(path.name, len(infos), unpacked, sum(info.compress_size for info in infos))
    members: dict[PurePosixPath, Member] = {}
    links: dict[PurePosixPath, Link] = {}
    for info in infos:
        at = _place_of(info.filename, path.name)
        if at is None:
            continue
        can_be_read = not info.flag_bits & 1 and info.compress_type in _METHODS
        if _is_hidden(at) and (not can_be_read or at in members):
            continue
        if info.flag_bits & 1:
            raise DatasetError(
                tr("{path_name} is locked by a password.", path_name=path.name),
                tr("Unpack it, and open what is inside."),
            )
        if info.compress_type not in _METHODS:
            raise DatasetError(
                tr("{path_name} is packed by a method that is not read here.", path_name=path.name),
                tr("Unpack it, and open what is inside."),
            )
        _refuse_twice(at, members, path.name)
        start = None
        is_plain = info.compress_type == zipfile.ZIP_STORED and info.file_size == info.compress_size
        if is_plain and isinstance(path, Path):
            start = data_offset(path, info)
        if stat.S_ISLNK(info.external_attr >> 16) and info.file_size <= _MOST_LINK:
            links[at] = Link(archive.read(info).decode("utf-8", "surrogateescape"))
            continue
        members[at] = Member(info.file_size, _opener(archive, info), start)
    return members, links


def _hold(path: Path) -> io.BytesIO:
    """An archive in an archive, which is kept in memory.

    Raises:
        DatasetError: It is too large for that.
    """
    if path.stat().st_size > MOST_IN_MEMORY:
        raise DatasetError(
            tr("{path_name} is too large to be read in an archive.", path_name=path.name),
            tr("Unpack it, and open what is inside."),
        )
    return io.BytesIO(path.read_bytes())


def _opener(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Callable[[], IO[bytes]]:
    return lambda: cast("IO[bytes]", io.BufferedReader(_Unpacked(archive.open(info))))


def data_offset(path: Path, info: zipfile.ZipInfo) -> int:
    """Where a member's bytes begin: after its own header, which may be longer than the list's."""
    with path.open("rb") as stream:
        stream.seek(info.header_offset + 26)
        sizes = stream.read(4)
    return (
        info.header_offset
        + 30
        + int.from_bytes(sizes[:2], "little")
        + int.from_bytes(sizes[2:], "little")
    )


def _list_tar(path: Path) -> tuple[dict[PurePosixPath, Member], dict[PurePosixPath, Link]]:
    packer = _find_packer(path)
    members: dict[PurePosixPath, Member] = {}
    links: dict[PurePosixPath, Link] = {}
    total = count = 0
    with path.open("rb") if packer is None else packer(as_file(path)) as stream:
        for name, start, size, link in walk_tar(stream, path.name):
            count, total = count + 1, total + size
            if packer is not None and total > MOST_IN_MEMORY:
                raise DatasetError(
                    tr(
                        "{path_name} would take more than {size} GiB of memory: in a packed tar no "
                        "file can be had without those before it.",
                        path_name=path.name,
                        size=write_number(MOST_IN_MEMORY / 2**30, ",.0f"),
                    ),
                    tr("Unpack it, and open what is inside."),
                )
            _refuse_bomb(path.name, count, total, path.stat().st_size)
            at = _place_of(name, path.name)
            if at is None:
                continue
            if not _is_hidden(at):
                _refuse_twice(at, members, path.name)
            if link is not None:
                links[at] = link
                continue
            if packer is None:
                if start + size > path.stat().st_size:
                    raise EOFError(tr("it is cut short"))
                place = start if isinstance(path, Path) else None
                members[at] = Member(size, _slicer(path, start, size), place)
                continue
            content = stream.read(size)
            if len(content) < size:
                raise EOFError(tr("it is cut short"))
            members[at] = Member(size, _holder(content))
    return members, links


def _slicer(path: Path, start: int, size: int) -> Callable[[], IO[bytes]]:
    def open_slice() -> IO[bytes]:
        return cast("IO[bytes]", io.BufferedReader(_Slice(path, start, size)))

    return open_slice


def _holder(content: bytes) -> Callable[[], IO[bytes]]:
    return lambda: io.BytesIO(content)


class _Unpacked(io.RawIOBase):
    """A packed member; what is wrong with it is an error of reading, as with any other file."""

    def __init__(self, stream: IO[bytes]) -> None:
        super().__init__()
        self._stream = stream

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._guard(lambda: self._stream.seek(offset, whence))

    def readinto(self, buffer: Any) -> int:
        content = self._guard(lambda: self._stream.read(len(buffer)))
        buffer[: len(content)] = content
        return len(content)

    def close(self) -> None:
        self._stream.close()
        super().close()

    def _guard(self, action: Callable[[], Any]) -> Any:
        try:
            return action()
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError) as error:
            raise OSError(error_words(error)) from error


class _Slice(io.RawIOBase):
    """A part of a file, as a stream of its own."""

    def __init__(self, path: Path, start: int, size: int) -> None:
        super().__init__()
        self._file = path.open("rb")
        self._start, self._size, self._at = start, size, 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = max(0, base + offset)
        return self._at

    def readinto(self, buffer: Any) -> int:
        self._file.seek(self._start + self._at)
        content = self._file.read(max(0, min(len(buffer), self._size - self._at)))
        buffer[: len(content)] = content
        self._at += len(content)
        return len(content)

    def close(self) -> None:
        self._file.close()
        super().close()


def _refuse_twice(at: PurePosixPath, members: dict[PurePosixPath, Member], title: str) -> None:
    if at in members:
        raise DatasetError(
            tr("{title} holds {name} twice.", title=title, name=at), tr("Pack it again.")
        )


def _refuse_bomb(title: str, count: int, unpacked: int, packed: int) -> None:
    """Refuses what unpacks to far more than any data set does.

    Raises:
        DatasetError: It does.
    """
    if count > _MOST_FILES:
        raise _too_many(title)
    if unpacked > _MOST_UNPACKED or (
        unpacked > SUSPECT_FROM and unpacked > _MOST_RATIO * max(packed, 1)
    ):
        raise DatasetError(
            tr(
                "{title} would unpack to {size} GiB, {times} times its own size.",
                title=title,
                size=write_number(unpacked / 2**30, ",.1f"),
                times=write_number(unpacked / max(packed, 1), ",.0f"),
            ),
            tr("Use an archive that you trust, or unpack it and open what is inside."),
        )


def _too_many(title: str) -> DatasetError:
    return DatasetError(
        tr("{title} holds too many files.", title=title), tr("Unpack it, and open what is inside.")
    )
