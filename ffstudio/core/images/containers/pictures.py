"""Pictures in a folder per class; with train and test folders or without."""

from __future__ import annotations

import io
import warnings
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import DatasetError, error_words
from ffstudio.core.images.containers.picture_files import (
    LeftOut,
    Picture,
    check_count,
    formats_for,
    holds_pictures,
    holds_pictures_below,
    list_pictures,
    refuse_unread,
    say_left_out,
)
from ffstudio.core.images.containers.picture_folders import Sets, sort_pictures
from ffstudio.core.images.containers.set_folders import is_set_beside_another
from ffstudio.core.images.understanding.roles import set_of
from ffstudio.core.images.understanding.stored import MOST_BYTES, Found, hold_array
from ffstudio.core.images.understanding.value_range import find_range
from ffstudio.core.numbers import write_number
from ffstudio.core.words import tr

if TYPE_CHECKING:
    from PIL import Image

Array = npt.NDArray[Any]
_MOST_SIDE = 1024
# See-through pictures lie on white paper unless ink is so much farther from black.
_HIDDEN = 1.5
# Pixels of pictures with more than 8 bits that are looked at.
_MOST_LOOKED_AT = 2_000_000
# What a camera writes of how it was held (EXIF), and what it writes where that was not upright.
_ORIENTATION, _TURNED = 0x112, range(2, 9)


def open_folder_of_pictures(folder: Path, in_colour: bool = False) -> Found:
    """The pictures in a folder per class.

    Raises:
        DatasetError: There are none, or they cannot be read.
    """
    pictures: list[Picture] = []
    left: list[LeftOut] = []
    for picture in list_pictures(folder, left):
        pictures.append(picture)
        check_count(pictures, folder.name)
    if not pictures:
        refuse_unread(left, folder.name)
    notes = say_left_out(left, pictures)
    sets = sort_pictures(pictures, folder.name, str(folder), notes)
    return read_sets(sets, folder.name, str(folder), notes, in_colour)


def open_beside(path: Path, in_colour: bool = False) -> Found:
    """The folder of pictures per class to which one of them belongs.

    Raises:
        DatasetError: The picture lies in no such folder.
    """
    folder = _find_whole(path.parent)
    is_one = holds_pictures(folder) or holds_pictures_below(folder)
    if not is_one or folder == folder.parent:
        raise DatasetError(
            tr(
                "{path_name} is one picture; a data set has a folder of pictures for each class.",
                path_name=path.name,
            ),
            tr("Put the pictures of each class into a folder that is named after it."),
        )
    return open_folder_of_pictures(folder, in_colour)


def _find_whole(own: Path) -> Path:
    """The folder of the data set, of that in which one of its pictures lies."""
    if is_set_beside_another(own) and own.parent.parent != own.parent:
        # A set in a class, as 0/train beside 1/train, or with pictures that say their class.
        around = own.parent.parent
        is_below = any((p / own.name).is_dir() for p in around.iterdir() if p != own.parent)
        return around if is_below else own.parent
    folder = own.parent
    # A class in a set, which other folders may be wrapped around: train/images/0.
    for place in (folder, folder.parent, folder.parent.parent):
        if is_set_beside_another(place):
            return place.parent
    return folder.parent if set_of(folder.name) else folder


def read_sets(
    sets: Sets,
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


def _decode(
    pictures: Iterable[Picture], title: str, notes: list[str], in_colour: bool
) -> tuple[list[Array], bool]:
    """The pictures as bytes, and whether their colours were turned grey.

    Each is (height, width); where colours are kept and there are any, (height, width, 3).
    """
    from PIL import Image, UnidentifiedImageError

    decoded: list[Array]
    decoded, total, turned, coloured = [], 0, 0, False
    mode = "RGB" if in_colour else "L"
    on_black: dict[int, Array] = {}
    for picture in pictures:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("error", Image.DecompressionBombWarning)
                content = picture.read()
                with Image.open(io.BytesIO(content), formats=formats_for(picture.name)) as opened:
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
                    image.load()
                    image, is_turned = _turn_upright(image)
                    turned += is_turned
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
            raise DatasetError(
                tr(
                    "{title}: {where} cannot be read ({error_words}).",
                    title=title,
                    where=picture.where,
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
    if turned:
        notes.append(
            tr(
                "{count} pictures were turned upright, as their camera wrote into them (EXIF).",
                count=write_number(turned, ","),
            )
        )
    if on_black:
        _choose_paper(decoded, on_black, notes)
    decoded = _as_bytes(decoded, notes)
    if in_colour and not coloured:
        decoded = [x[..., 0] if x.ndim == 3 else x for x in decoded]
    elif in_colour:  # grey ones among them
        decoded = [x if x.ndim == 3 else np.repeat(x[..., None], 3, axis=-1) for x in decoded]
    return decoded, turned_grey


def _turn_upright(image: Image.Image) -> tuple[Image.Image, bool]:
    """A picture as its camera was held, and whether it had to be turned for that."""
    from PIL import ImageOps

    try:
        if image.getexif().get(_ORIENTATION) not in _TURNED:
            return image, False
        return ImageOps.exif_transpose(image), True
    except Exception:  # damaged words beside pixels that are whole: those decide
        return image, False


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
