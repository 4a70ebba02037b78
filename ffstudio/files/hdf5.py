"""Reading strangers' HDF5 without trusting it: no links outward, no declared giants."""

from __future__ import annotations

import json
import math
import mmap
from typing import Any

import h5py
import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import ModelFileError
from ffstudio.core.words import tr

MOST_BYTES = 2 * 2**30
MOST_JSON = 64 * 2**20
MOST_OBJECTS = 100_000
# Real weights, compressed, shrink tenfold at best; a bomb shrinks a thousandfold.
MOST_PACKED = 200

_SLACK = 64 * 2**10

# HDF5 has a dozen more kinds of types, and damaged ones can crash the library when they are
# converted; these are all that Keras and ffstudio write.
_NUMBERS = (h5py.h5t.TypeFloatID, h5py.h5t.TypeIntegerID)
_TEXTS = h5py.h5t.TypeStringID


def check_heaps(data: bytes | mmap.mmap) -> None:
    """Checks where the file keeps its texts, before the HDF5 library sees it.

    In a damaged heap the library (1.14) follows object sizes out of the heap and can run
    in circles for ever, and no other thread gets a turn meanwhile.

    Raises:
        ModelFileError: An object is larger than its heap, or the file is of an unusual kind.
        OSError: It is cut short.
    """
    # Widths of addresses and lengths; h5py never writes others.
    widths = data[13:15] if data[8:9] < b"\x02" else data[9:11]
    if widths != b"\x08\x08":
        raise ModelFileError(
            tr("The HDF5 file is damaged or of an unusual kind."), tr("Get a fresh copy.")
        )
    _check_length(data)
    start = data.find(b"GCOL\x01")
    while start >= 0:
        end = start + int.from_bytes(data[start + 8 : start + 16], "little")
        place = start + 16
        broken = not place <= end <= len(data)
        while not broken and place + 16 <= end:
            index = int.from_bytes(data[place : place + 2], "little")
            length = int.from_bytes(data[place + 8 : place + 16], "little")
            # Index 0 is the free space, header included; others are padded to 8 bytes.
            length = length if index == 0 else 16 + (length + 7) // 8 * 8
            broken = length < 16 or place + length > end
            place += length
        if broken:
            raise ModelFileError(
                tr("The file is damaged: its texts overlap."), tr("Get a fresh copy.")
            )
        start = data.find(b"GCOL\x01", start + 5)


def _check_length(data: bytes | mmap.mmap) -> None:
    """Compares the length with what the file itself says: what is cut short is not damaged inside.

    Raises:
        OSError: The end is missing.
    """
    # Where the end's address lies: in the older superblock after three others.
    place = {0: 40, 1: 44}.get(data[8], 28)
    whole = int.from_bytes(data[place : place + 8], "little")
    # (One of which more is missing than was ever written has another number there.)
    if len(data) < whole < _LONGEST:
        # As the library says it, had it been asked: see ffstudio.files.container.damage.
        raise OSError(f"truncated file: eof = {len(data)}, stored_eof = {whole}")


_LONGEST = 2**45


def check_structure(file: h5py.File) -> None:
    """Walks over everything in the file once, before anything in it is read.

    Raises:
        ModelFileError: It has soft or external links, external or virtual data sets,
            groups that contain themselves, or too many objects.
    """
    seen = {_address(file["/"])}
    waiting: list[h5py.Group] = [file["/"]]
    while waiting:
        group = waiting.pop()
        for name in group:
            link = group.get(name, getlink=True)
            if isinstance(link, (h5py.SoftLink, h5py.ExternalLink)):
                kind = "another file" if isinstance(link, h5py.ExternalLink) else "another place"
                raise ModelFileError(
                    tr("The file's entry {name} is a link to {kind}.", name=name, kind=kind),
                    tr("Such files are refused because they can reach other files of yours."),
                )
            if not isinstance(link, h5py.HardLink):
                raise ModelFileError(tr("The file is damaged."), tr("Get a fresh copy."))
            item = group[name]
            if isinstance(item, h5py.Dataset) and (item.external or item.is_virtual):
                raise ModelFileError(
                    tr("The data of the file's entry {name} lie in another file.", name=name),
                    tr("Such files are refused because they can reach other files of yours."),
                )
            if _address(item) in seen:
                # Two names for the same weights are legal; a group must have one place.
                if isinstance(item, h5py.Group):
                    raise ModelFileError(
                        tr("The file's groups run in a circle."), tr("It is no model.")
                    )
                continue
            seen.add(_address(item))
            if len(seen) > MOST_OBJECTS:
                raise ModelFileError(tr("The file holds too many objects."), tr("It is no model."))
            if isinstance(item, h5py.Group):
                waiting.append(item)


def _address(item: Any) -> int:
    return int(h5py.h5o.get_info(item.id).addr)


class Budget:
    """How many bytes may still be read from one file."""

    def __init__(self, file_size: int) -> None:
        self._file_size = file_size
        # An array can have several names: each reading counts.
        self._left_plain = min(4 * file_size, MOST_BYTES)
        self._left_packed = MOST_BYTES

    def take(self, dataset: h5py.Dataset) -> None:
        """Counts a data set before it is read.

        Raises:
            ModelFileError: It declares more than the file can hold.
        """
        declared = math.prod(dataset.shape) * dataset.dtype.itemsize
        stored = dataset.id.get_storage_size()
        packed = dataset.id.get_create_plist().get_nfilters() > 0
        most = stored * MOST_PACKED + _SLACK if packed else stored
        if packed:
            self._left_packed -= declared
        else:
            self._left_plain -= declared
        spent = self._left_packed < 0 or self._left_plain < 0
        if stored > self._file_size or declared > most or spent:
            raise ModelFileError(
                tr(
                    "{dataset_name} declares more data than the file can hold.",
                    dataset_name=dataset.name,
                ),
                tr("The file is damaged or made to fill your memory."),
            )


def read_array(item: Any, budget: Budget) -> npt.NDArray[Any]:
    """A data set of numbers, its declared size checked first.

    Raises:
        ModelFileError: It is no such data set or larger than the file can hold.
    """
    if not isinstance(item, h5py.Dataset):
        raise ModelFileError(tr("The file lacks weights it says it has."), tr("It may be damaged."))
    if not isinstance(item.id.get_type(), _NUMBERS) or item.shape is None:
        raise ModelFileError(
            tr("{item_name} does not hold numbers.", item_name=item.name), tr("It is no model.")
        )
    budget.take(item)
    array: npt.NDArray[Any] = np.asarray(item[()])
    return array.astype(array.dtype.newbyteorder("="), copy=False)


def as_weights(array: npt.NDArray[Any], name: str) -> npt.NDArray[np.float32]:
    """Weights as the nets use them.

    Raises:
        ModelFileError: They are no fractions, or not finite.
    """
    if array.dtype.kind in "iu" and array.dtype.itemsize == 1:
        raise ModelFileError(
            tr("The weights {name} are quantised: whole numbers of 8 bits.", name=name),
            tr("Save the model as it was before model.quantize()."),
        )
    if array.dtype.kind != "f":
        raise ModelFileError(
            tr("The weights {name} are not floating-point.", name=name), tr("It may be damaged.")
        )
    with np.errstate(over="ignore"):
        weights = array.astype(np.float32)
    if not np.isfinite(weights).all():
        raise ModelFileError(
            tr("The weights {name} are not finite.", name=name), tr("Train the net anew.")
        )
    return weights


def read_attribute(item: Any, name: str) -> Any:
    """An attribute of text or a list of texts, its declared size checked first.

    Raises:
        ModelFileError: It is something else or too large.
    """
    attribute = item.attrs.get_id(name)
    if not isinstance(attribute.get_type(), _TEXTS):
        raise ModelFileError(
            tr("The file's {name} is no text.", name=name), tr("It may be damaged.")
        )
    if attribute.get_storage_size() > MOST_JSON:
        raise ModelFileError(
            tr("The file's {name} is too large.", name=name), tr("The file is refused.")
        )
    return item.attrs[name]


def text(value: Any) -> str | None:
    """Text in an attribute or data set, however it was stored; None when it is none."""
    if isinstance(value, np.ndarray):
        if value.dtype == np.uint8:
            value = value.tobytes()
        elif value.size == 1:
            value = value.item()
    if isinstance(value, bytes):
        return value.decode("utf-8")
    return str(value) if isinstance(value, str) else None


def read_json(value: Any, what: str) -> Any:
    """JSON text in an attribute or data set.

    Raises:
        ModelFileError: It is not JSON or too large.
    """
    try:
        words = text(value)
        if words is not None and len(words) <= MOST_JSON:
            return json.loads(words)
    except (ValueError, RecursionError) as error:
        raise ModelFileError(
            tr("The file's {what} is damaged.", what=what), tr("Get a fresh copy.")
        ) from error
    raise ModelFileError(
        tr("The file's {what} cannot be read.", what=what), tr("It may be damaged.")
    )


def names(group: h5py.Group, attribute: str) -> list[str]:
    """Keras' lists of names, which it splits over several attributes when they are long."""
    listed: list[Any] = []
    if attribute in group.attrs:
        # An empty list has no text to take its type from: NumPy makes it one of numbers.
        if group.attrs.get_id(attribute).get_space().get_simple_extent_npoints() == 0:
            return []
        listed = list(np.atleast_1d(read_attribute(group, attribute)))
    else:
        part = 0
        while f"{attribute}{part}" in group.attrs:
            listed.extend(np.atleast_1d(read_attribute(group, f"{attribute}{part}")))
            part += 1
    return [n.decode("utf-8", "replace") if isinstance(n, bytes) else str(n) for n in listed]
