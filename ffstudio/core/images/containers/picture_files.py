"""Files of pictures below a folder: which there are, which can be read, and what is left out."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from ffstudio.core.errors import DatasetError
from ffstudio.core.images.understanding.roles import set_of
from ffstudio.core.numbers import write_number
from ffstudio.core.words import tr

# Pillow opens files of more kinds: those that are no pictures (PDF, video), that need another
# program (EPS), or that hold numbers of a science of its own (FITS) are none here.
FORMATS = (
    "PNG", "JPEG", "MPO", "BMP", "DIB", "GIF", "TIFF", "PPM", "WEBP", "AVIF", "JPEG2000", "TGA",
    "PCX", "QOI", "SGI", "SUN", "XBM", "XPM",
)  # fmt: skip
# Of files whose endings do not say what they are: those with a mark of their own.
COMMON_FORMATS = ("PNG", "JPEG", "BMP", "GIF", "TIFF", "PPM", "WEBP", "AVIF", "JPEG2000")
ENDINGS = (
    ".png", ".jpg", ".jpeg", ".bmp", ".gif", ".tif", ".tiff", ".pgm", ".ppm", ".webp",
    ".apng", ".jpe", ".jfif", ".mpo", ".dib", ".pbm", ".pnm", ".pfm", ".avif", ".avifs",
    ".jp2", ".j2k", ".jpf", ".jpx", ".j2c", ".jpc", ".tga", ".pcx", ".qoi", ".sgi", ".ras",
    ".xbm", ".xpm",
)  # fmt: skip
# Pictures of kinds that are not read here.
_UNREAD = (
    ".heic", ".heif", ".hif", ".jxl", ".jxr", ".wdp", ".bpg", ".flif", ".jls", ".svg", ".svgz",
    ".eps", ".wmf", ".emf", ".psd", ".xcf", ".kra", ".exr", ".hdr", ".dds", ".dcm", ".dicom",
    ".cr2", ".cr3", ".nef", ".arw", ".dng", ".raf", ".rw2", ".orf", ".pef",
)  # fmt: skip
_MOST_PICTURES = 200_000
_MOST_FILE_BYTES = 64 * 2**20
# Folders around folders that hold nothing else.
_MOST_WRAPPED = 4
# How deep below a folder, and into how many, is looked to tell whether there are pictures.
_DEPTH, _MOST_FOLDERS, _MOST_FILES, _MOST_SNIFFED = 8, 400, 50, 3
_NAMED = 4


class Picture(NamedTuple):
    """Where a picture lies: the folders above it, and how its bytes are had.

    Attributes:
        where: Its path below the folder that was opened, for a reader.
    """

    folders: tuple[str, ...]
    name: str
    read: Callable[[], bytes]
    where: str = ""


class LeftOut(NamedTuple):
    """What lies among pictures and cannot be read, or a folder that has none.

    Attributes:
        name: Empty for a folder without pictures: ``folders`` lead to it.
        ending: Of a picture of a kind that is not read here; empty for what cannot be reached.
    """

    folders: tuple[str, ...]
    name: str
    ending: str


def innermost(folder: Path) -> Path:
    """The folder in which something lies beside another, below folders with one inside each."""
    for _ in range(_MOST_WRAPPED):
        inside = [p for p in folder.iterdir() if not p.name.startswith((".", "__"))][:2]
        if len(inside) != 1 or not inside[0].is_dir():
            break
        if all(p.is_file() for p in inside[0].iterdir()):
            break  # the folder of the only class
        folder = inside[0]
    return folder


def holds_pictures(folder: Path) -> bool:
    """True for a folder that has folders with pictures in it."""
    try:
        below = _folders_in(innermost(folder))
        for one in below[:20]:
            for place in (one, *_folders_in(one)[:20]):
                if _has_pictures(place):
                    return True
    except OSError:
        return False
    return False


def holds_pictures_below(folder: Path) -> bool:
    """True where somewhere below lie folders with pictures side by side, be they readable or not.

    For folders that hold nothing else: few are looked into.
    """
    level, seen = [folder], 0
    try:
        for _ in range(_DEPTH):
            below: list[Path] = []
            for one in level:
                inside = _folders_in(one)
                if sum(_has_pictures(p, (*ENDINGS, *_UNREAD)) for p in inside[:20]) > 1:
                    return True
                below += inside
                seen += 1
                if seen > _MOST_FOLDERS:
                    return False
            level = below
    except OSError:
        return False
    return False


def _folders_in(folder: Path) -> list[Path]:
    return [p for p in folder.iterdir() if p.is_dir() and not p.name.startswith((".", "__"))]


def _has_pictures(place: Path, endings: tuple[str, ...] = ENDINGS) -> bool:
    sniffed = 0
    for file in islice(place.iterdir(), _MOST_FILES):
        if file.suffix.lower() in endings:
            return True
        if sniffed < _MOST_SNIFFED and _has_no_ending(file.name) and file.is_file():
            sniffed += 1
            if _is_picture_inside(file):
                return True
    return False


def list_pictures(folder: Path, left: list[LeftOut] | None = None) -> Iterator[Picture]:
    """All pictures below a folder, in the order of their names; links are followed.

    Args:
        left: What lies among them and cannot be read is added to it.
    """
    yield from _walk(folder, (), _marks(folder), [] if left is None else left)


def _walk(
    folder: Path,
    parts: tuple[str, ...],
    above: frozenset[tuple[int, int]],
    left: list[LeftOut],
) -> Iterator[Picture]:
    for one in sorted(folder.iterdir()):
        if is_hidden((one.name,)):
            continue
        # macOS writes é as two signs, others as one: to a reader it is the same name.
        name, ending = unicodedata.normalize("NFC", one.name), one.suffix.lower()
        where = "/".join((*parts, name))
        if ending in ENDINGS and one.is_file():
            if can_decode(ending):
                yield Picture(parts, name, partial(_bytes_of, one), where)
            else:
                left.append(LeftOut(parts, name, ending))
        elif one.is_dir():
            try:
                if not _leads_back(one, above):
                    yield from _walk_below(one, (*parts, name), above | _marks(one), left)
            except PermissionError:
                left.append(LeftOut(parts, name, ""))
        elif ending in _UNREAD:
            left.append(LeftOut(parts, name, ending))
        elif one.is_symlink() and not one.exists():
            left.append(LeftOut(parts, name, ""))
        elif _has_no_ending(one.name) and _is_picture_inside(one):
            yield Picture(parts, name, partial(_bytes_of, one), where)


def _walk_below(
    folder: Path,
    parts: tuple[str, ...],
    above: frozenset[tuple[int, int]],
    left: list[LeftOut],
) -> Iterator[Picture]:
    """As :func:`_walk`; where nothing comes of it, that is noted once, not of folders in it too."""
    count, known = 0, len(left)
    for picture in _walk(folder, parts, above, left):
        count += 1
        yield picture
    if not count and not any(one.name for one in left[known:]):
        left[known:] = [LeftOut(parts, "", "")]


def _marks(folder: Path) -> frozenset[tuple[int, int]]:
    """What tells a folder on disk from all others, and of a link those around what it leads to:
    to enter one of them again has no end. Nothing of a folder in an archive.
    """
    if not isinstance(folder, Path):
        return frozenset()
    around = folder.resolve().parents if folder.is_symlink() else ()
    stats = [place.stat() for place in (folder, *around)]
    return frozenset((stat.st_dev, stat.st_ino) for stat in stats)


def _leads_back(folder: Path, above: frozenset[tuple[int, int]]) -> bool:
    """True for a link to a folder around it."""
    if not isinstance(folder, Path) or not folder.is_symlink():
        return False
    stat = folder.stat()
    return (stat.st_dev, stat.st_ino) in above


def is_hidden(parts: tuple[str, ...]) -> bool:
    """True for what systems leave behind, and paths that lead out of the archive."""
    return any(p.startswith((".", "__MACOSX")) for p in parts) or not parts


@cache
def can_decode(ending: str) -> bool:
    """Whether the Pillow at hand reads pictures whose names end so: it can be built without some."""
    from PIL import Image, features

    kind = Image.registered_extensions().get(ending)
    return kind in FORMATS and (kind != "JPEG2000" or bool(features.check("jpg_2000")))


def formats_for(name: str) -> tuple[str, ...]:
    """What a file may be: its ending may be wrong, but only some kinds are told without."""
    from PIL import Image

    own = Image.registered_extensions().get(Path(name).suffix.lower(), "")
    return (*COMMON_FORMATS, *((own,) if own in FORMATS and own not in COMMON_FORMATS else ()))


def _has_no_ending(name: str) -> bool:
    """True of names as 0001 and cat.17."""
    ending = name.rpartition(".")[2] if "." in name else ""
    return not ending or ending.isdigit()


def _is_picture_inside(file: Path) -> bool:
    """Whether the first bytes of a file are those of a picture."""
    from PIL import Image

    try:
        with file.open("rb") as stream, Image.open(stream, formats=COMMON_FORMATS):
            return True
    except Exception:  # whatever other files provoke
        return False


def check_count(pictures: list[Picture], title: str) -> None:
    """Refuses more pictures than can be read.

    Raises:
        DatasetError: There are.
    """
    if len(pictures) > _MOST_PICTURES:
        raise DatasetError(
            tr(
                "{title} holds more than {MOST_PICTURES} pictures.",
                title=title,
                MOST_PICTURES=write_number(_MOST_PICTURES, ","),
            ),
            tr("Use a part of them, or save them as one .npz."),
        )


def _bytes_of(file: Path) -> bytes:
    if file.stat().st_size > _MOST_FILE_BYTES:
        raise DatasetError(
            tr(
                "{file_name} takes {size} MiB, which is too large for a picture here.",
                file_name=file.name,
                size=write_number(file.stat().st_size / 2**20, ",.0f"),
            ),
            tr("Use smaller pictures."),
        )
    return file.read_bytes()


def refuse_unread(left: list[LeftOut], title: str) -> None:
    """Refuses a folder that holds nothing but pictures of kinds that are not read here.

    Raises:
        DatasetError: There are such.
    """
    kinds = _name_kinds(left)
    if kinds:
        raise DatasetError(
            tr("The pictures of {title} are {kinds}, which is not read here.",
               title=title, kinds=kinds),
            tr("Save them as PNG or JPEG, in the same folders."),
        )  # fmt: skip


def say_left_out(left: list[LeftOut], pictures: list[Picture]) -> list[str]:
    """What was left out among pictures, and which folders have none but such, for a reader."""
    notes = []
    unread = [one for one in left if one.ending]
    if unread:
        notes.append(
            tr(
                "{count} files ({kinds}) were left out: pictures of that kind are not read here. "
                "Save them as PNG or JPEG to have them.",
                count=write_number(len(unread), ","),
                kinds=_name_kinds(unread),
            )
        )
    lost = [one for one in left if one.name and not one.ending]
    if lost:
        notes.append(
            tr(
                "{names} cannot be entered, or is a link that leads nowhere: left out.",
                names=_name_some(["/".join((*one.folders, one.name)) for one in lost]),
            )
        )
    read = {p.folders[:n] for p in pictures for n in range(len(p.folders) + 1)}
    empty = dict.fromkeys("/".join(one.folders) for one in unread if one.folders not in read)
    if empty:
        notes.append(tr("No picture of {names} could be read.", names=_name_some(list(empty))))
    # Beside folders with pictures it would be a class, or it is called as a set is.
    around = {p.folders[:-1] for p in pictures if p.folders}
    without = [
        "/".join(one.folders)
        for one in left
        if not one.name and (one.folders[:-1] in around or set_of(one.folders[-1]))
    ]
    if without:
        notes.append(tr("No picture lies in {names}.", names=_name_some(without)))
    return notes


def _name_kinds(left: list[LeftOut]) -> str:
    return _name_some(
        [kind for kind, _ in Counter(o.ending for o in left if o.ending).most_common()]
    )


def _name_some(names: list[str]) -> str:
    return ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
