"""Models from outside: read with h5py, zipfile and json alone, described in our own words.

:func:`examine_here` is the one way in. It never raises for what a file contains: a file that is
damaged, hostile or unknown gives a card that says so. Call it through
:mod:`ffstudio.files.foreign.sandbox`, so that a crash of the HDF5 library ends another process.
"""

from __future__ import annotations

import importlib
import io
import zipfile
from pathlib import Path
from types import ModuleType

import h5py

from ffstudio.core.describe import cards
from ffstudio.core.describe.cards import Card
from ffstudio.core.errors import FfstudioError, ModelFileError, explain_reading, is_of_the_system
from ffstudio.core.model_formats import MODEL_FORMATS
from ffstudio.core.words import tr
from ffstudio.files.container import (
    check_size,
    container,
    damage,
    open_hdf5,
    read_member,
)
from ffstudio.files.foreign.archives import (
    check_is_of_keras,
    find_models,
    find_root,
    has_architecture,
    refuse_models,
)
from ffstudio.files.foreign.bare_models import read_bare, read_bare_native
from ffstudio.files.foreign.contents import Candidate, Facts, Foreign
from ffstudio.files.foreign.file_cards import GETS, describe_foreign, describe_ours, refuse
from ffstudio.files.foreign.other_programs import START, name_content
from ffstudio.files.foreign.stored_weights import (
    native_group,
    weights_group,
)
from ffstudio.files.foreign.whole_models import (
    keep_optimizer,
    read_keras_archive,
    read_legacy_model,
    read_mark,
    read_training,
)
from ffstudio.files.formats.model import Contents
from ffstudio.files.formats.preprocessing_member import read_preprocessing
from ffstudio.files.hdf5 import (
    MOST_BYTES,
    Budget,
    read_attribute,
    read_json,
)
from ffstudio.files.migration import Era
from ffstudio.files.ours.archive import GROUP, MEMBER
from ffstudio.files.ours.notebook import is_notebook_file


def examine_here(path: str | Path, side: int = 0) -> Foreign:
    """Everything that can be said of a file, and the networks that can be built from it.

    Args:
        side: Of the images in pixels, where somebody says it: of bare weights only networks for
            such are looked for; else 0.

    Raises:
        ModelFileError: There is no such file, or it cannot be opened at all.
    """
    path = Path(path)
    size = check_size(path)
    facts = Facts(side=side)
    try:
        if _is_ours(path):
            facts.kind = cards.OURS
            card, digest = describe_ours(path, size)
            return Foreign(card, digest=digest)
        return describe_foreign(path, size, facts, tuple(_candidates(path, size, facts)))
    except FfstudioError as error:
        return refuse(path, size, facts, error.message, error.advice)
    except (MemoryError, RecursionError):
        return refuse(
            path, size, facts, tr("The file asks for too much memory."), tr("It is refused.")
        )
    except Exception as error:  # h5py and zipfile raise a dozen kinds on damaged files
        if isinstance(error, OSError) and is_of_the_system(error):
            return refuse(path, size, facts, *explain_reading(path.name, error))
        what, advice = damage(error)
        return refuse(path, size, facts, f"The file {what}", advice)


def inspect(path: str | Path) -> Card:
    """The card alone.

    Raises:
        ModelFileError: There is no such file, or it cannot be opened at all.
    """
    return examine_here(path).card


def _is_ours(path: Path) -> bool:
    kind = container(path)
    if kind == "hdf5":
        with open_hdf5(path) as file:
            return GROUP in file or is_notebook_file(file)
    if kind == "zip":
        with zipfile.ZipFile(path) as archive:
            return MEMBER in archive.namelist() or is_notebook_file(archive)
    return False


def _candidates(path: Path, size: int, facts: Facts) -> list[Candidate]:
    kind = container(path)
    if kind == "hdf5":
        with open_hdf5(path) as file:
            return _hdf5(path, file, Budget(size), facts)
    if kind == "zip":
        with zipfile.ZipFile(path) as archive:
            return _zip(path, archive, Budget(size), facts)
    with path.open("rb") as stream:
        start = stream.read(START)
    what, advice = name_content(path.name, start)
    said = f": it is {what}" if what else ""
    raise ModelFileError(
        tr("This is not a model file (neither HDF5 nor a .keras archive){said}.", said=said),
        advice or tr(GETS),
    )


def _reader(kind: str, opened: h5py.File | zipfile.ZipFile) -> ModuleType | None:
    """The module that reads such a container, where it is not Keras'."""
    for known in MODEL_FORMATS.values():
        if known.reader:
            reader = importlib.import_module(known.reader)
            if kind == reader.CONTAINER and reader.recognises(opened):
                return reader
    return None


def _read_by(
    reader: ModuleType, opened: h5py.File | zipfile.ZipFile, budget: Budget, facts: Facts
) -> list[Candidate]:
    contents: Contents = reader.read(opened, budget)
    facts.kind, facts.era, facts.training = contents.kind, contents.era, contents.training
    facts.kept = contents.model.preprocessing
    weights = {path: tuple(arrays) for path, arrays in contents.model.weights.items()}
    return [Candidate(contents.model.network, weights)]


def _hdf5(path: Path, file: h5py.File, budget: Budget, facts: Facts) -> list[Candidate]:
    facts.kept = read_preprocessing(file)
    reader = _reader("hdf5", file)
    if reader is not None:
        return _read_by(reader, file, budget, facts)
    group = weights_group(file)
    version = read_mark(file, "keras_version") or read_mark(group, "keras_version")
    backend = read_mark(file, "backend") or read_mark(group, "backend")
    if "training_config" in file.attrs:
        facts.training = read_training(file)
    if "model_config" in file.attrs:
        facts.kind = cards.WHOLE
        facts.config = read_json(read_attribute(file, "model_config"), "configuration")
        facts.era = Era.of(version, backend, facts.config)
        if group is None:
            raise ModelFileError(
                tr("The file holds no weights."), tr("Save the whole model again.")
            )
        candidates = read_legacy_model(facts.config, group, budget, facts)
        if "optimizer_weights" in file and "training_config" in file.attrs:
            saved = read_json(read_attribute(file, "training_config"), "training")
            keep_optimizer(saved, file["optimizer_weights"], candidates, budget, facts)
        return candidates
    if group is not None:
        facts.kind, facts.era = cards.WEIGHTS, Era.of(version, backend)
        return read_bare(path, group, budget, facts)
    if native_group(file) is not None:
        facts.kind, facts.era = cards.WEIGHTS, Era(version, backend, 3)
        return read_bare_native(path, file, budget, facts)
    raise ModelFileError(tr("This HDF5 file holds no Keras model."), tr("Choose another file."))


def _zip(
    path: Path, archive: zipfile.ZipFile, budget: Budget, facts: Facts, is_within: bool = False
) -> list[Candidate]:
    members = {info.filename: info for info in archive.infolist()}
    if any(name.startswith("/") or ".." in name.split("/") or "\\" in name for name in members):
        raise ModelFileError(
            tr("The archive has members whose names point outside it."),
            tr("The archive is refused."),
        )
    reader = _reader("zip", archive)
    if reader is not None:
        return _read_by(reader, archive, budget, facts)
    root = find_root(members)
    if root:
        facts.notes.add(tr("the model in the archive's folder {folder} is read", folder=root[:-1]))
        members = {
            name.removeprefix(root): info for name, info in members.items() if name.startswith(root)
        }
    names = find_models(members)
    if names and not is_within:
        return _read_within(path, archive, members, names, facts)
    check_is_of_keras(members)
    return read_keras_archive(archive, members, facts)


def _read_within(
    path: Path,
    archive: zipfile.ZipFile,
    members: dict[str, zipfile.ZipInfo],
    names: list[str],
    facts: Facts,
) -> list[Candidate]:
    """The one whole model that is packed into an archive.

    Raises:
        ModelFileError: There are several, or it is one that has to be unpacked.
    """
    content = b"" if len(names) > 1 else read_member(archive, members[names[0]], MOST_BYTES)
    kind = container(content)
    facts.notes.add(tr("{name} in the archive is read", name=names[0]))
    if kind == "hdf5":
        with open_hdf5(content) as file:
            is_ours = GROUP in file or is_notebook_file(file)
            # Weights by themselves may have their architecture beside them.
            if not is_ours and ("model_config" in file.attrs or not has_architecture(members)):
                return _hdf5(path, file, Budget(len(content)), facts)
    if kind == "zip":
        with zipfile.ZipFile(io.BytesIO(content)) as inner:
            if MEMBER not in inner.namelist() and not is_notebook_file(inner):
                return _zip(path, inner, Budget(len(content)), facts, is_within=True)
    facts.notes.lines.clear()
    raise refuse_models(names)
