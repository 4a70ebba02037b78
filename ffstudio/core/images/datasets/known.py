"""What there is to say about a data set that ffstudio knows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from ffstudio.core.images.dataset import Dataset, DataShape
from ffstudio.core.words import speaks


class Chosen(Protocol):
    """Which data set: the part of :class:`ffstudio.core.images.data_spec.DataSpec` that says so."""

    @property
    def name(self) -> str: ...

    @property
    def path(self) -> str: ...

    @property
    def range(self) -> str: ...

    @property
    def colours(self) -> str: ...


@dataclass(frozen=True)
class PublishedFile:
    """One file of a data set that can be downloaded.

    Attributes:
        file: Its place below the data folder.
        algorithm: ``sha256`` or ``md5``, as its publisher gives it.
        mirrors: Tried in turn when ``url`` cannot be reached.
    """

    url: str
    file: str
    algorithm: str
    digest: str
    mirrors: tuple[str, ...] = ()


@speaks("label", "help")
@dataclass(frozen=True)
class KnownDataset:
    """A data set to choose from.

    Attributes:
        name: In experiment files and on the command line.
        label, help: For a reader.
        load: Reads it from this computer; is given the file of an experiment that names
            one. Raises :class:`ffstudio.core.errors.DatasetError`.
        load_as: The same for those that an experiment says how to read; instead of ``load``.
        shape: Of images and classes, where they are known before the images are there.
        credit: Who made it, and its licence; empty where nobody need be named.
        endings: Of files of the user's whose images these are; none where it needs no file.
        downloads: The files to fetch; none when there is nothing to download.
    """

    name: str
    label: str
    help: str
    load: Callable[[str], Dataset]
    shape: DataShape | None = None
    credit: str = ""
    endings: tuple[str, ...] = ()
    downloads: tuple[PublishedFile, ...] = ()
    load_as: Callable[[Chosen], Dataset] | None = None

    @property
    def places(self) -> tuple[str, ...]:
        """Files below a data folder by which it is known there."""
        return (f"{self.name}.npz", f"{self.name}_900.npz", *(one.file for one in self.downloads))

    @property
    def needs_file(self) -> bool:
        """True when an experiment has to name a file of the user's."""
        return bool(self.endings)
