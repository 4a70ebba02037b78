"""Pictures in a folder per class; with train and test folders or without."""

from __future__ import annotations

import io
import re
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import DatasetError, error_words
from ffstudio.core.images.understanding.roles import set_of
from ffstudio.core.images.understanding.stored import MOST_BYTES, Found, hold_array
from ffstudio.core.images.understanding.value_range import find_range
from ffstudio.core.numbers import write_number
from ffstudio.core.words import tr

Array = npt.NDArray[Any]
ENDINGS = (".png", ".jpg", ".jpeg", ".bmp", ".gif", ".tif", ".tiff", ".pgm", ".ppm", ".webp")
_FORMATS = ("PNG", "JPEG", "BMP", "GIF", "TIFF", "PPM", "WEBP")
_MOST_PICTURES = 200_000
_MOST_FILE_BYTES = 64 * 2**20
_MOST_SIDE = 1024
# See-through pictures lie on white paper unless ink is so much farther from black.
_HIDDEN = 1.5
# Pixels of pictures with more than 8 bits that are looked at.
_MOST_LOOKED_AT = 2_000_000
# Folders around folders that hold nothing else.
_MOST_WRAPPED = 4
# Pictures without folders whose names say what they show: cat.0.jpg, 7_0012.png.
_NAMED = re.compile(r"([^\W\d_]+|\d{1,2})[._ -]+\d+\.\w+")
_MOST_NAMED, _FEWEST_NAMED = 100, 2


class Picture(NamedTuple):
    """Where a picture lies: the folders above it, and how its bytes are had."""

    folders: tuple[str, ...]
    name: str
    read: Callable[[], bytes]


def holds_pictures(folder: Path) -> bool:
    """True for a folder that has folders with pictures in it."""
    try:
        below = _folders_in(innermost(folder))
        for one in below[:20]:
            for place in (one, *[p for p in one.iterdir() if p.is_dir()][:20]):
                if any(p.suffix.lower() in ENDINGS for p in list(place.iterdir())[:50]):
                    return True
    except OSError:
        return False
    return False


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


def _folders_in(folder: Path) -> list[Path]:
    return [p for p in folder.iterdir() if p.is_dir() and not p.name.startswith((".", "__"))]


def open_folder_of_pictures(folder: Path, in_colour: bool = False) -> Found:
    """The pictures in a folder per class.

    Raises:
        DatasetError: There are none, or they cannot be read.
    """
    pictures: list[Picture] = []
    for picture in list_pictures(folder):
        pictures.append(picture)
        check_count(pictures, folder.name)
    return _read(pictures, folder.name, str(folder), in_colour)


def list_pictures(folder: Path) -> Iterator[Picture]:
    """All pictures below a folder, in the order of their names."""
    for file in sorted(folder.rglob("*")):
        parts = file.relative_to(folder).parts
        if file.suffix.lower() in ENDINGS and file.is_file() and not is_hidden(parts):
            yield Picture(parts[:-1], file.name, partial(_bytes_of, file))


def open_beside(path: Path, in_colour: bool = False) -> Found:
    """The folder of pictures per class to which one of them belongs.

    Raises:
        DatasetError: The picture lies in no such folder.
    """
    folder = path.parent.parent
    if set_of(folder.name):
        folder = folder.parent
    if not holds_pictures(folder) or folder == folder.parent:
        raise DatasetError(
            tr(
                "{path_name} is one picture; a data set has a folder of pictures for each class.",
                path_name=path.name,
            ),
            tr("Put the pictures of each class into a folder that is named after it."),
        )
    return open_folder_of_pictures(folder, in_colour)


def is_hidden(parts: tuple[str, ...]) -> bool:
    """True for what systems leave behind, and paths that lead out of the archive."""
    return any(p.startswith((".", "__MACOSX")) for p in parts) or not parts


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


def _read(pictures: list[Picture], title: str, source: str, in_colour: bool) -> Found:
    notes: list[str] = []
    pictures = _by_their_names(_without_common_folders(pictures), notes)
    begin = _has_sets(pictures)
    labelled = [p for p in pictures if len(p.folders) > begin]
    flat, pictures = len(pictures) - len(labelled), labelled
    if not pictures:
        raise DatasetError(
            tr("{title} has no folders with pictures.", title=title),
            tr("Put the pictures of each class into a folder that is named after it."),
        )
    if flat:
        notes.append(
            tr(
                "{count} pictures that lie in no folder of a class were left out.",
                count=write_number(flat, ","),
            )
        )
    sets: dict[str, list[tuple[str, Picture]]] = {}
    for picture in pictures:
        which = set_of(picture.folders[0]) if begin else "train"
        sets.setdefault(which, []).append((picture.folders[begin], picture))
    classes = {name for entries in sets.values() for name, _ in entries}
    if not begin and all(map(set_of, classes)):
        raise DatasetError(
            tr(
                "The pictures of {title} lie in folders of sets ({names}) and in none of a class.",
                title=title,
                names=", ".join(sorted(classes)),
            ),
            tr("Put the pictures of each class into a folder that is named after it."),
        )
    if len(classes) == 1 and "test" not in sets:
        raise DatasetError(
            tr(
                "{title} has one folder of pictures only, {name}; a data set has one for each class.",
                title=title,
                name=next(iter(classes)),
            ),
            tr("Put the pictures of each class into a folder that is named after it."),
        )
    return read_sets(sets, title, source, notes, in_colour)


def read_sets(
    sets: dict[str, list[tuple[str, Picture]]],
    title: str,
    source: str,
    notes: list[str],
    in_colour: bool = False,
) -> Found:
    """Pictures with the names of their classes, by set, as arrays.

    Args:
        notes: What was assumed so far; more is added.
        in_colour: Whether colours are kept.

    Raises:
        DatasetError: They cannot be read.
    """
    arrays = {}
    images: dict[str, list[Array]] = {}
    # All sets at once: one paper and one scale for all of them.
    everything = (picture for entries in sets.values() for _, picture in entries)
    every, turned_grey = _decode(everything, title, notes, in_colour)
    decoded = iter(every)
    for which, entries in sets.items():
        images[which] = [next(decoded) for _ in entries]
    size = _one_size(images, title, notes)
    for which, entries in sets.items():
        arrays[f"x_{which}"] = hold_array(np.stack([_fit(x, size) for x in images[which]]))
        arrays[f"y_{which}"] = hold_array(np.array([name for name, _ in entries]))
    once = tuple(dict.fromkeys(notes))
    return Found(title, source, arrays, notes=once, turned_grey=turned_grey)


def _by_their_names(pictures: list[Picture], notes: list[str]) -> list[Picture]:
    """Pictures named after their class, as in cat.0.jpg, as if in folders of it; others as they are."""
    folders = {p.folders[:1] for p in pictures}
    if not all(len(p.folders) < 2 and all(map(set_of, p.folders)) for p in pictures) and (
        len(folders) > 1 or any(len(p.folders) > 1 for p in pictures)
    ):
        return pictures
    named = [(p, _NAMED.fullmatch(p.name)) for p in pictures]
    classes = Counter(name[1] for _, name in named if name)
    if not 2 <= len(classes) <= _MOST_NAMED or sum(classes.values()) < len(pictures):
        return pictures
    if min(classes.values()) < _FEWEST_NAMED:
        return pictures
    notes.append(
        tr(
            "Pictures were taken to be named after their class: {names}.",
            names=", ".join(sorted(classes)[:8]) + (" …" if len(classes) > 8 else ""),
        )
    )
    sets = {p.folders[:1] if p.folders and set_of(p.folders[0]) else () for p in pictures}
    keep = len(sets) > 1
    return [
        p._replace(folders=(*(p.folders[:1] if keep else ()), name[1])) for p, name in named if name
    ]


def _has_sets(pictures: list[Picture]) -> bool:
    """Whether the outer folders are sets, in one of which lie folders of classes."""
    return all(set_of(p.folders[0]) for p in pictures if p.folders) and any(
        len(p.folders) > 1 for p in pictures
    )


def _without_common_folders(pictures: list[Picture]) -> list[Picture]:
    """Archives mostly have one folder around everything."""
    while (
        pictures
        and len({p.folders[:1] for p in pictures}) == 1
        and all(len(p.folders) > 1 for p in pictures)
    ):
        pictures = [p._replace(folders=p.folders[1:]) for p in pictures]
    return pictures


def _decode(
    pictures: Iterable[Picture], title: str, notes: list[str], in_colour: bool
) -> tuple[list[Array], bool]:
    """The pictures as bytes, and whether their colours were turned grey.

    Each is (height, width); where colours are kept and there are any, (height, width, 3).
    """
    from PIL import Image, UnidentifiedImageError

    decoded: list[Array]
    decoded, total, coloured = [], 0, False
    mode = "RGB" if in_colour else "L"
    on_black: dict[int, Array] = {}
    for picture in pictures:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error", Image.DecompressionBombWarning)
                content = picture.read()
                with Image.open(io.BytesIO(content), formats=_FORMATS) as opened:
                    image: Image.Image = opened
                    if max(image.size) > _MOST_SIDE:
                        raise DatasetError(
                            tr(
                                "{title}: {picture_name} has {size}×{size_2} pixels.",
                                title=title,
                                picture_name=picture.name,
                                size=image.size[1],
                                size_2=image.size[0],
                            ),
                            tr("At most {MOST_SIDE} a side can be opened.", MOST_SIDE=_MOST_SIDE),
                        )
                    if "A" in image.mode or "transparency" in image.info:
                        image = image.convert("RGBA")
                        papers = [Image.new("RGBA", image.size, c) for c in ("white", "black")]
                        image, dark = (Image.alpha_composite(paper, image) for paper in papers)
                        on_black[len(decoded)] = np.asarray(dark.convert(mode))
                    read: Array
                    if image.mode.startswith(("I", "F")):  # 16 bits and more
                        read = np.asarray(image).astype(np.float32)
                    else:
                        if image.mode not in ("L", "1", "LA"):
                            rgb = np.asarray(image.convert("RGB"))
                            coloured = coloured or bool((rgb.max(axis=2) != rgb.min(axis=2)).any())
                        read = np.asarray(image.convert(mode))
        except DatasetError:
            raise
        except Exception as error:  # whatever a damaged picture provokes
            where = "/".join((*picture.folders, picture.name))
            raise DatasetError(
                tr(
                    "{title}: {where} cannot be read ({error_words}).",
                    title=title,
                    where=where,
                    error_words=tr("it is damaged, or no picture")
                    if isinstance(error, UnidentifiedImageError)
                    else error_words(error),
                ),
                tr("Take it out, or save it again."),
            ) from error
        total += read.nbytes
        if total > MOST_BYTES:
            raise DatasetError(
                tr("{title} is too large to be opened.", title=title), tr("Use a part of it.")
            )
        decoded.append(read)
    turned_grey = coloured and not in_colour
    if turned_grey:
        notes.append(tr("The colours of the pictures were turned grey by their brightness."))
    if on_black:
        _choose_paper(decoded, on_black, notes)
    decoded = _as_bytes(decoded, notes)
    if in_colour and not coloured:
        decoded = [x[..., 0] if x.ndim == 3 else x for x in decoded]
    elif in_colour:  # grey ones among them
        decoded = [x if x.ndim == 3 else np.repeat(x[..., None], 3, axis=-1) for x in decoded]
    return decoded, turned_grey


def _choose_paper(decoded: list[Array], on_black: dict[int, Array], notes: list[str]) -> None:
    """Puts see-through pictures, which lie on white paper, on black where white hides their ink.

    Args:
        decoded: All pictures; changed.
        on_black: Those that are see-through by their place among all, on black paper.
    """
    # How far ink is from either paper, all of them together: one paper for all.
    from_white = sum(float((255.0 - decoded[i]).sum()) for i in on_black)
    from_black = sum(float(dark.sum(dtype=np.float64)) for dark in on_black.values())
    if from_black <= _HIDDEN * from_white:
        notes.append(tr("What is transparent in the pictures was taken for white."))
        return
    for i, dark in on_black.items():
        decoded[i] = dark
    notes.append(
        tr(
            "What is transparent in the pictures was taken for black: on white they would hardly "
            "be seen."
        )
    )


def _as_bytes(decoded: list[Array], notes: list[str]) -> list[Array]:
    """All as bytes: those of 16 bits and more by one scale, which nearly all their pixels tell."""
    deep = [x for x in decoded if x.dtype != np.uint8]
    if not deep:
        return decoded
    step = max(1, sum(x.size for x in deep) // _MOST_LOOKED_AT)
    some = np.concatenate([x.ravel()[::step] for x in deep])
    values = find_range(some[np.isfinite(some)].reshape(1, 1, -1))
    notes.append(tr("Pictures of more than 8 bits: {values}.", values=values.text))

    def read(x: Array) -> Array:
        shade = np.nan_to_num(x.astype(np.float64) - values.black) / (values.white - values.black)
        return np.round(np.clip(shade, 0.0, 1.0) * 255).astype(np.uint8)

    return [x if x.dtype == np.uint8 else read(x) for x in decoded]


def _one_size(images: dict[str, list[Array]], title: str, notes: list[str]) -> tuple[int, int]:
    sizes = Counter(x.shape[:2] for xs in images.values() for x in xs)
    size = sizes.most_common(1)[0][0]
    others = sum(sizes.values()) - sizes[size]
    if others:
        notes.append(
            tr(
                "{others} of {total} pictures had another size: all were brought to the most "
                "frequent one, {height}×{width} pixels.",
                others=write_number(others, ","),
                total=write_number(sum(sizes.values()), ","),
                height=size[0],
                width=size[1],
            )
        )
    return size


def _fit(x: Array, size: tuple[int, int]) -> Array:
    if x.shape[:2] == size:
        return x
    from PIL import Image

    resized = Image.fromarray(x).resize((size[1], size[0]), Image.Resampling.BILINEAR)
    return np.asarray(resized)
