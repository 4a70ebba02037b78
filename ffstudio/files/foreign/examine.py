"""Models from outside: read with h5py, zipfile and json alone, described in our own words.

:func:`examine` is the one way in. It never raises for what a file contains: a file that is
damaged, hostile or unknown gives a card that says so. Call it through
:mod:`ffstudio.files.foreign.sandbox`, so that a crash of the HDF5 library ends another process.
"""

from __future__ import annotations

import importlib
import json
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import ModuleType
from typing import Any

import h5py

from ffstudio.core.describe import cards
from ffstudio.core.describe.architecture import Architecture, Layer, flow
from ffstudio.core.describe.cards import Card, LayerRow
from ffstudio.core.describe.layer_kinds import Shape
from ffstudio.core.describe.preprocessing import Preprocessing
from ffstudio.core.errors import FfstudioError, ModelFileError
from ffstudio.core.experiment.loose_weights import LooseWeights
from ffstudio.core.model_formats import MODEL_FORMATS
from ffstudio.files.container import checked_size, container, damage, open_hdf5, read_member
from ffstudio.files.foreign import weights_only
from ffstudio.files.foreign.stored_weights import (
    PERHAPS_MIRRORED,
    Stored,
    Weights,
    converted,
    native_group,
    read_legacy,
    read_native,
    stored_layers,
    stored_native,
    weights_group,
)
from ffstudio.files.formats.model import Contents
from ffstudio.files.formats.preprocessing import MEMBER as PREPROCESSING_MEMBER
from ffstudio.files.formats.preprocessing import kept
from ffstudio.files.hdf5 import (
    MOST_BYTES,
    MOST_JSON,
    Budget,
    as_weights,
    read_array,
    read_attribute,
    read_json,
    text,
)
from ffstudio.files.migration import Era, Notes, migrate, refusals
from ffstudio.files.migration.channels import channels_last, is_channels_first
from ffstudio.files.migration.graph import entries
from ffstudio.files.migration.spelling import kind_of, label
from ffstudio.files.optimizer_state import OptimizerState, optimizer_state
from ffstudio.files.ours.archive import GROUP, MEMBER, read_archive

_BESIDE = (
    "Put what model.to_json() gives beside it, in a .json file of the same name, or save the "
    "whole model."
)
_GETS = "Choose a file that Keras or ffstudio has saved."


@dataclass(frozen=True)
class Candidate:
    """A network with its weights, ready to be built.

    Attributes:
        weights: Per path of a layer (inner layers after a slash) its arrays in Keras 3's order.
        text: What sets this candidate apart, for a reader.
    """

    network: Architecture
    weights: Weights
    text: str = ""


@dataclass(frozen=True)
class Foreign:
    """A file's card and what can be built from it.

    Attributes:
        candidates: None for a refused file; several where the file leaves things open.
        optimizer: What the optimizer remembered, where it can go on with it.
        kept: How the model wants its images, where the file says so.
        loose: Of bare weights for which no network was found, the layers one by one.
    """

    card: Card
    candidates: tuple[Candidate, ...] = ()
    optimizer: OptimizerState | None = None
    kept: Preprocessing | None = None
    loose: tuple[LooseWeights, ...] = ()


@dataclass
class _Facts:
    """What is known of a file so far, whatever happens next."""

    kind: str = cards.OTHER
    era: Era = field(default_factory=Era)
    config: Any = None
    training: dict[str, Any] = field(default_factory=dict)
    notes: Notes = field(default_factory=Notes)
    pieces: Sequence[weights_only.Piece] = ()
    assumed: tuple[str, ...] = ()
    why: str = ""
    companion: str = ""
    answers: int = 0
    optimizer: OptimizerState | None = None
    kept: Preprocessing | None = None
    loose: tuple[LooseWeights, ...] = ()


def examine(path: str | Path) -> Foreign:
    """Everything that can be said of a file, and the networks that can be built from it.

    Raises:
        ModelFileError: There is no such file, or it cannot be opened at all.
    """
    path = Path(path)
    try:
        size = checked_size(path)
    except OSError as error:
        raise ModelFileError(
            f"{path.name} cannot be read ({error.strerror or error}).", "Choose another file."
        ) from error
    facts = _Facts()
    try:
        if _is_ours(path):
            facts.kind = cards.OURS
            return Foreign(_our_card(path, size))
        found = tuple(_candidates(path, size, facts))
        return _described(path, size, facts, found)
    except FfstudioError as error:
        return _refused(path, size, facts, error.message, error.advice)
    except (MemoryError, RecursionError):
        return _refused(path, size, facts, "The file asks for too much memory.", "It is refused.")
    except Exception as error:  # h5py and zipfile raise a dozen kinds on damaged files
        return _refused(path, size, facts, f"The file {damage(error)}", "Get a fresh copy.")


def inspect(path: str | Path) -> Card:
    """The card alone.

    Raises:
        ModelFileError: There is no such file, or it cannot be opened at all.
    """
    return examine(path).card


# --- cards ------------------------------------------------------------------------------


def _is_ours(path: Path) -> bool:
    found = container(path)
    if found == "hdf5":
        with open_hdf5(path) as file:
            return GROUP in file
    if found == "zip":
        with zipfile.ZipFile(path) as archive:
            return MEMBER in archive.namelist()
    return False


def _our_card(path: Path, size: int) -> Card:
    """The card of a model that ffstudio saved; it is opened by its own reader."""
    archive = read_archive(path)
    nets = {"Forward-Forward": archive.snapshot.ff, "backprop": archive.snapshot.bp}
    rows = tuple(
        LayerRow(
            f"{name} {i + 1}",
            "Conv2D" if layer.kernel.ndim == 4 else "Dense",
            (layer.units,),
            int(layer.kernel.size + layer.bias.size),
            layer.activation,
        )
        for name, net in nets.items()
        if net is not None
        for i, layer in enumerate(net.layers)
    )
    return Card(
        path.name,
        size,
        cards.OURS,
        cards.OPENS,
        archive.writer or "ffstudio",
        role="classifier",
        input_shapes=(archive.shape.image_shape,),
        output_shapes=((archive.shape.num_classes,),),
        parameters=sum(row.parameters or 0 for row in rows),
        layers=rows,
        training={"experiment": archive.spec.name, "epochs": archive.spec.epochs},
    )


def _described(path: Path, size: int, facts: _Facts, found: tuple[Candidate, ...]) -> Foreign:
    card = Card(
        path.name,
        size,
        facts.kind,
        cards.OPENS,
        facts.era.writer,
        facts.era.version,
        facts.era.backend,
        training=facts.training,
        migrated=tuple(facts.notes.lines),
        assumed=facts.assumed,
        answers=facts.answers,
        companion=facts.companion,
        images="" if facts.kept is None else facts.kept.text(),
    )
    if not found:
        why = (facts.why,) if facts.why else ()
        advice = _BESIDE if facts.pieces else _GETS
        return Foreign(
            replace(
                card,
                status=cards.PARTLY if facts.pieces else cards.REFUSED,
                layers=_rows_of_pieces(facts.pieces),
                parameters=sum(_count(p) for p in facts.pieces),
                refused=why,
                advice="Complete the network in the builder." if facts.loose else advice,
            ),
            loose=facts.loose,
        )
    network = found[0].network
    sizes = flow(network)
    card = replace(
        card,
        status=cards.PARTLY if facts.answers > 1 else cards.OPENS,
        role=cards.role_of(network, facts.training),
        input_shapes=tuple(sizes.shapes[p] for p in network.inputs),
        output_shapes=tuple(sizes.shapes[p] for p in network.outputs),
        parameters=sum(map(sizes.parameters, sizes.weights)),
        layers=cards.rows_of(network),
    )
    return Foreign(card, found, facts.optimizer, facts.kept)


def _refused(path: Path, size: int, facts: _Facts, message: str, advice: str) -> Foreign:
    reasons = [message]
    rows: tuple[LayerRow, ...] = ()
    try:
        more = refusals(facts.config)
        reasons += [line for line in more if line not in reasons]
        rows = _rows_of_config(facts.config)
    except (FfstudioError, TypeError, ValueError, AttributeError, RecursionError):
        rows = ()  # the configuration is what is damaged
    if not rows:
        rows = _rows_of_pieces(facts.pieces)
    return Foreign(
        Card(
            path.name,
            size,
            facts.kind,
            cards.REFUSED,
            facts.era.writer if facts.kind != cards.OTHER else "",
            facts.era.version,
            facts.era.backend,
            layers=rows,
            training=facts.training,
            migrated=tuple(facts.notes.lines),
            refused=tuple(reasons[:40]),
            advice=advice,
            companion=facts.companion,
        )
    )


def _rows_of_config(config: Any) -> tuple[LayerRow, ...]:
    """Names and classes as the file has them; shapes and parameters stay unknown."""
    rows = []
    for entry in entries(config):
        inner = entry.get("config")
        given = inner.get("activation") if isinstance(inner, dict) else None
        try:
            kind_of(entry)
            bad = False
        except ModelFileError:
            bad = not isinstance(inner, (dict, list)) or "layers" not in inner
        kind = str(entry.get("class_name"))[:60]
        rows.append(
            LayerRow(
                label(entry), kind, activation=given if isinstance(given, str) else "", refused=bad
            )
        )
    return tuple(rows[:2000])


def _rows_of_pieces(pieces: Sequence[weights_only.Piece]) -> tuple[LayerRow, ...]:
    return tuple(
        LayerRow(
            p.name,
            "" if p.kind == "?" else p.kind,
            parameters=_count(p),
            settings=", ".join(cards.shape_text(s) for s in p.shapes),
        )
        for p in pieces
    )


def _count(one: weights_only.Piece) -> int:
    total = 0
    for shape in one.shapes:
        size = 1
        for n in shape:
            size *= n
        total += size
    return total


# --- containers -------------------------------------------------------------------------


def _candidates(path: Path, size: int, facts: _Facts) -> list[Candidate]:
    found = container(path)
    if found == "hdf5":
        with open_hdf5(path) as file:
            return _hdf5(path, file, Budget(size), facts)
    if found == "zip":
        with zipfile.ZipFile(path) as archive:
            return _zip(archive, Budget(size), facts)
    with path.open("rb") as stream:
        start = stream.read(4096).lstrip()
    what = ""
    if start[:1] == b"{":
        what = "a notebook" if b'"nbformat"' in start else "a JSON text"
    elif start[:1] == b"<":
        what = "a web page"
    elif start.startswith(b"version https://git-lfs"):
        what = "a pointer of Git LFS, not the file itself"
    said = f": it is {what}" if what else ""
    raise ModelFileError(
        f"This is not a model file (neither HDF5 nor a .keras archive){said}.", _GETS
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
    reader: ModuleType, opened: h5py.File | zipfile.ZipFile, budget: Budget, facts: _Facts
) -> list[Candidate]:
    contents: Contents = reader.read(opened, budget)
    facts.kind, facts.era, facts.training = contents.kind, contents.era, contents.training
    facts.kept = contents.model.preprocessing
    weights = {path: tuple(arrays) for path, arrays in contents.model.weights.items()}
    return [Candidate(contents.model.network, weights)]


def _hdf5(path: Path, file: h5py.File, budget: Budget, facts: _Facts) -> list[Candidate]:
    facts.kept = kept(file)
    reader = _reader("hdf5", file)
    if reader is not None:
        return _read_by(reader, file, budget, facts)
    group = weights_group(file)
    version = _mark(file, "keras_version") or _mark(group, "keras_version")
    backend = _mark(file, "backend") or _mark(group, "backend")
    if "training_config" in file.attrs:
        facts.training = _training(file)
    if "model_config" in file.attrs:
        facts.kind = cards.WHOLE
        facts.config = read_json(read_attribute(file, "model_config"), "configuration")
        facts.era = Era.of(version, backend, facts.config)
        if group is None:
            raise ModelFileError("The file holds no weights.", "Save the whole model again.")
        found = _whole(facts.config, group, budget, facts)
        if "optimizer_weights" in file and "training_config" in file.attrs:
            saved = read_json(read_attribute(file, "training_config"), "training")
            _keep_optimizer(saved, file["optimizer_weights"], found, budget, facts)
        return found
    if group is not None:
        facts.kind, facts.era = cards.WEIGHTS, Era.of(version, backend)
        return _bare(path, group, budget, facts)
    if native_group(file) is not None:
        facts.kind, facts.era = cards.WEIGHTS, Era(version, backend, 3)
        return _bare_native(path, file, budget, facts)
    raise ModelFileError("This HDF5 file holds no Keras model.", "Choose another file.")


def _mark(item: Any, name: str) -> str:
    if item is None or name not in item.attrs:
        return ""
    found = text(read_attribute(item, name)) or ""
    return found[:60] if re.fullmatch(r"[\w.+-]*", found) else ""


def _training(file: h5py.File) -> dict[str, Any]:
    try:
        return cards.training_of(read_json(read_attribute(file, "training_config"), "training"))
    except ModelFileError:
        return {}  # how it was trained is worth telling, not worth refusing for


def _zip(archive: zipfile.ZipFile, budget: Budget, facts: _Facts) -> list[Candidate]:
    members = {info.filename: info for info in archive.infolist()}
    if any(name.startswith("/") or ".." in name.split("/") or "\\" in name for name in members):
        raise ModelFileError(
            "The archive has members whose names point outside it.", "The archive is refused."
        )
    reader = _reader("zip", archive)
    if reader is not None:
        return _read_by(reader, archive, budget, facts)
    if PREPROCESSING_MEMBER in members:
        content = read_member(archive, members[PREPROCESSING_MEMBER], MOST_JSON)
        facts.kept = Preprocessing.from_dict(read_json(content, "preprocessing"))
    for needed in ("config.json", "model.weights.h5"):
        if needed not in members:
            raise ModelFileError(
                f"This archive holds no {needed}.", "Choose a file that Keras has saved."
            )
    facts.kind = cards.WHOLE
    version = ""
    if "metadata.json" in members:
        about = read_json(read_member(archive, members["metadata.json"], MOST_JSON), "description")
        said = about.get("keras_version") if isinstance(about, dict) else None
        version = str(said)[:60] if said else ""
    facts.config = read_json(
        read_member(archive, members["config.json"], MOST_JSON), "configuration"
    )
    facts.era = Era.of(version, "", facts.config)
    if isinstance(facts.config, dict):
        facts.training = cards.training_of(facts.config.get("compile_config"))
    network = migrate(facts.config, facts.era, facts.notes)
    content = read_member(archive, members["model.weights.h5"], MOST_BYTES)
    with open_hdf5(content) as file:
        inner = Budget(len(content))
        network = _with_shapes(network, _native_shapes(file, network))
        weights = read_native(file, network, flow(network), inner)
        made = [_finished(network, weights, facts)]
        if "optimizer" in file and isinstance(facts.config, dict):
            saved = facts.config.get("compile_config")
            _keep_optimizer(saved, file["optimizer"], made, inner, facts)
    return made


def _keep_optimizer(
    saved: Any, group: Any, found: Sequence[Candidate], budget: Budget, facts: _Facts
) -> None:
    """Reads the optimizer's state; where it does not fit, a note says why it is left out."""
    reason = ""
    changed = any(
        "→ channels last" in x or "turned round" in x or "(Keras 1)" in x for x in facts.notes.lines
    )
    try:
        if changed or len(found) != 1:
            raise ModelFileError("the weights' layout has changed", "")
        sizes = flow(found[0].network)
        weights = [
            w
            for layer in found[0].network.layers
            for w in sizes.weights.get(layer.name, ())
            if w.trainable and layer.trainable
        ]
        facts.optimizer = optimizer_state(saved, group, weights, budget)
    except FfstudioError as error:
        reason = error.message
    if reason:
        facts.notes.add(f"the optimizer's state is left out: {reason}")


# --- whole models -----------------------------------------------------------------------


def _whole(config: Any, group: h5py.Group, budget: Budget, facts: _Facts) -> list[Candidate]:
    """A model of a legacy ``.h5``; two candidates where mirrored kernels are in doubt."""
    network = migrate(config, facts.era, facts.notes)
    shapes = [s.shapes for s in stored_layers(group) if s.items]
    network = _with_shapes(network, shapes)
    sizes = flow(network)
    weights = read_legacy(group, network, sizes, facts.era, budget, facts.notes)
    found = [_finished(network, weights, facts)]
    if PERHAPS_MIRRORED in facts.notes.lines:
        found[0] = replace(found[0], text="kernels as they are")
        turned = read_legacy(group, network, sizes, facts.era, budget, Notes(), mirrored=True)
        found.append(replace(_finished(network, turned, facts), text="kernels turned round"))
        facts.answers = 2
    return found


def _finished(network: Architecture, weights: Weights, facts: _Facts) -> Candidate:
    if is_channels_first(network):
        facts.notes.add("channels first → channels last, kernels and dense layers converted")
        network, weights = channels_last(network, weights)
    return Candidate(network, dict(weights))


def _native_shapes(file: h5py.File, network: Architecture) -> list[tuple[tuple[int, ...], ...]]:
    group = native_group(file)
    return [s.shapes for s in stored_native(group) if s.items] if group is not None else []


def _with_shapes(
    network: Architecture, stored: Sequence[tuple[tuple[int, ...], ...]]
) -> Architecture:
    """A network whose file does not say what its input looks like: weights may tell.

    Raises:
        ModelFileError: They do not.
    """
    declared = [network.layer(p.layer).settings.get("shape") for p in network.inputs]
    if all(shape is not None for shape in declared):
        return network
    if len(declared) != 1 or not stored:
        flow(network)  # says what is missing
    wanted = sorted(s for layer in stored for s in layer)
    first = stored[0][0]
    tries: list[Shape] = []
    if len(first) == 2:
        tries.append((first[0],))
        side = round(first[0] ** 0.5)
        tries += [(side, side), (side, side, 1)] if side * side == first[0] else []
    for side in weights_only.SIDES:
        for channels in (first[-2] if len(first) > 2 else 1, 1, 3):
            tries += [(side, side, channels), (side, side)]
    for shape in tries:
        tried = network.with_input_shapes([shape])
        try:
            sizes = flow(tried)
        except ModelFileError:
            continue
        if sorted(w.shape for ws in sizes.weights.values() for w in ws) == wanted:
            return tried
    raise ModelFileError(
        "The file does not say what the network's input looks like.",
        "Save the model again after it has seen an image.",
    )


# --- bare weights -----------------------------------------------------------------------


def _bare(path: Path, group: h5py.Group, budget: Budget, facts: _Facts) -> list[Candidate]:
    stored = [inner for one in stored_layers(group) for inner in _expanded(one)]
    old = "nb_layers" in group.attrs or facts.era.major == 1
    facts.pieces = _pieces(stored, old)
    config = _companion(path, facts)
    if config is not None:
        era = Era.of(facts.era.version, facts.era.backend, config)
        try:
            return _whole(config, group, budget, _about(facts, era, config))
        except ModelFileError as error:
            facts.notes.add(f"{facts.companion} does not fit: {error.message}")
            facts.config = None
    # A list without a layer that has no weights names those with weights alone, unless it has
    # no need of such a layer.
    whole = any(not s.items for s in stored) or not any(p.kind == "Dense" for p in facts.pieces)
    certain = len(stored) > 1 and whole
    found = weights_only.find_out(facts.pieces, certain or not _has_convolutions(facts.pieces))
    by_name = dict(zip((p.name for p in facts.pieces), stored, strict=True))
    return _answered(found, by_name, budget, facts) or _loose(by_name, budget, facts)


def _about(facts: _Facts, era: Era, config: Any) -> _Facts:
    """The same facts, from now on about a model with that configuration."""
    facts.era, facts.config = era, config
    return facts


def _has_convolutions(pieces: Sequence[weights_only.Piece]) -> bool:
    return any("Conv" in p.kind for p in pieces)


def _expanded(one: Stored) -> list[Stored]:
    """The layers of an inner model, which a file of bare weights lists as one."""
    parts: dict[str, list[Any]] = {}
    for name, item in one.items:
        parts.setdefault(name.rpartition("/")[0], []).append((name, item))
    if len(parts) < 2 or any("forward" in p or "backward" in p for p in parts):
        return [one]
    return [Stored(p.rsplit("/", 1)[-1] or one.name, tuple(items)) for p, items in parts.items()]


def _pieces(stored: Sequence[Stored], old: bool) -> tuple[weights_only.Piece, ...]:
    taken: set[str] = set()
    found = []
    for one in stored:
        base = name = one.name.replace("/", "_")[:80] or "layer"
        n = 1
        while name in taken:
            n += 1
            name = f"{base}_{n}"
        taken.add(name)
        found.append(weights_only.piece(name, one.shapes, old))
    return tuple(found)


def _bare_native(path: Path, file: h5py.File, budget: Budget, facts: _Facts) -> list[Candidate]:
    group = native_group(file)
    assert group is not None  # noqa: S101 - the caller has looked
    stored = stored_native(group)
    config = _companion(path, facts)
    if config is not None:
        try:
            facts.config = config
            network = migrate(config, Era.of(facts.era.version, "", config), facts.notes)
            network = _with_shapes(network, [s.shapes for s in stored if s.items])
            return [_finished(network, read_native(file, network, flow(network), budget), facts)]
        except ModelFileError as error:
            facts.notes.add(f"{facts.companion} does not fit: {error.message}")
            facts.config = None
    nested = [
        s.name for s in stored if any("/vars/" in f"/{n}" and not _OWN.match(n) for n, _ in s.items)
    ]
    pieces = []
    for one in stored:
        if one.name not in nested:
            pieces.append(weights_only.piece(one.name, one.shapes, old=False))
    facts.pieces = weights_only.in_order(pieces)
    if nested:
        facts.why = (
            f"The file holds the weights of inner networks ({nested[0]}), not how they are wired."
        )
        return []
    branches = [p.name for p in pieces if p.kind in ("Add", "Concatenate", "Multiply", "Average")]
    if branches:
        facts.why = f"The network has branches ({branches[0]}); weights do not tell how they run."
        return []
    pools = sum(p.kind.startswith(("MaxPooling", "AveragePooling")) for p in pieces)
    found = weights_only.find_out(facts.pieces, False, pools)
    by_name = {s.name: s for s in stored}
    return _answered(found, by_name, budget, facts) or _loose(by_name, budget, facts)


# Arrays of a layer itself in Keras 3's layout, not of a network in it.
_OWN = re.compile(r"((forward_layer/|backward_layer/)?cell/)?vars/")
# Kinds whose arrays lie in every Keras as they do in Keras 3.
_AS_THEY_ARE = ("Dense", "Conv2D", "BatchNormalization", "SimpleRNN", "LSTM")


def _loose(by_name: Mapping[str, Stored], budget: Budget, facts: _Facts) -> list[Candidate]:
    """Keeps the layers one by one, for a network that the user completes; no candidates."""
    kept = []
    for one in facts.pieces:
        arrays = []
        for _, item in by_name[one.name].items if one.shapes else ():
            arrays.append(as_weights(read_array(item, budget), one.name))
        if arrays and one.turned:
            arrays[0] = arrays[0].transpose(2, 3, 1, 0)
        if arrays and one.kind not in _AS_THEY_ARE:
            return []
        kept.append(LooseWeights(one.name, one.kind, tuple(arrays)))
    facts.loose = tuple(kept)
    return []


def _answered(
    found: weights_only.Finding, by_name: Mapping[str, Stored], budget: Budget, facts: _Facts
) -> list[Candidate]:
    facts.why = found.why
    if not found.answers:
        return []
    turned = {p.name for p in found.pieces if p.turned}
    arrays = {
        # (Keras 3 keeps the backward direction first, as the alphabet has it.)
        p.name: [
            as_weights(read_array(item, budget), p.name)
            for _, item in sorted(by_name[p.name].items, key=lambda one: "backward" in one[0])
        ]
        for p in found.pieces
        if p.shapes
    }
    facts.answers = len(found.answers)
    facts.assumed = found.answers[0].assumed
    era = replace(facts.era, major=2, backend="tensorflow")
    made: list[Candidate] = []
    for answer in found.answers:
        network = answer.network
        sizes = flow(network)
        ways = [False, True] if turned and not facts.era.backend else [facts.era.convolves]
        for mirrored in ways:
            weights: Weights = {}
            for name, given in arrays.items():
                values = list(given)
                if name in turned:
                    values[0] = values[0].transpose(2, 3, 1, 0)
                layer, wanted = network.layer(name), sizes.weights[name]
                if isinstance(layer.inner, Layer):  # Bidirectional
                    half = len(values) // 2
                    for way, part in (("forward", values[:half]), ("backward", values[half:])):
                        weights[f"{name}/{way}"] = converted(
                            layer.inner, part, wanted[:half], era, Notes(), False
                        )
                    continue
                weights[name] = converted(layer, values, wanted, era, Notes(), mirrored)
            said = ", ".join(answer.assumed)
            if len(ways) > 1:
                said += ", kernels turned round" if mirrored else ", kernels as they are"
            if turned:  # its images had their channels first, which matters after a Flatten
                first = _as_channels_first(network)
                made.append(Candidate(*channels_last(first, weights), said))
            else:
                made.append(Candidate(network, weights, said))
    if turned:
        facts.notes.add(f"{weights_only.CHANNELS_FIRST} → channels last")
        facts.answers = len(made)
    return made


def _as_channels_first(network: Architecture) -> Architecture:
    """The same network said with channels first; ``channels_last`` puts the dense rows right."""
    layers = []
    for layer in network.layers:
        settings = dict(layer.settings)
        if layer.kind == "InputLayer" and len(settings["shape"] or ()) == 3:
            height, width, channels = settings["shape"]
            settings["shape"] = [channels, height, width]
        elif "data_format" in settings and layer.kind != "Flatten":
            settings["data_format"] = "channels_first"
        elif layer.kind == "BatchNormalization":
            settings["axis"] = 1
        layers.append(replace(layer, settings=settings))
    return replace(network, layers=tuple(layers))


def _companion(path: Path, facts: _Facts) -> Any:
    """The architecture in a ``.json`` of the same name beside bare weights, or None."""
    stem = path.name.split(".")[0]
    plain = re.sub(r"[_-]?weights?$", "", stem, flags=re.IGNORECASE)
    for name in dict.fromkeys((stem, plain, f"{plain}_model", f"{plain}_architecture", "model")):
        beside = path.with_name(f"{name}.json")
        try:
            if not name or not beside.is_file() or not 2 < beside.stat().st_size <= MOST_JSON:
                continue
            found = json.loads(beside.read_text("utf-8"))
            if isinstance(found, str):  # to_json() put through json.dump
                found = json.loads(found)
        except (OSError, ValueError, RecursionError):
            continue
        if isinstance(found, dict) and ("class_name" in found or "layers" in found):
            facts.companion = beside.name
            return found
    return None
