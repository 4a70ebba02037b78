"""Models of Keras with their configuration: ``.h5`` of all times, ``.keras``."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import h5py

from ffstudio.core.describe import cards
from ffstudio.core.describe.architecture import Architecture, flow
from ffstudio.core.describe.kinds import Shape
from ffstudio.core.describe.preprocessing import Preprocessing
from ffstudio.core.errors import FfstudioError, ModelFileError
from ffstudio.core.words import tr
from ffstudio.files.container import open_hdf5, read_member
from ffstudio.files.foreign.bare_weights.sides import SIDES
from ffstudio.files.foreign.contents import Candidate, Facts
from ffstudio.files.foreign.stored_weights import (
    PERHAPS_MIRRORED,
    Weights,
    list_legacy_layers,
    list_native_layers,
    native_group,
    read_legacy,
    read_native,
)
from ffstudio.files.formats.preprocessing_member import PREPROCESSING_MEMBER
from ffstudio.files.hdf5 import (
    MOST_BYTES,
    MOST_JSON,
    Budget,
    read_attribute,
    read_json,
    text,
)
from ffstudio.files.migration import Era, Notes, migrate
from ffstudio.files.migration.channels import channels_last, is_channels_first
from ffstudio.files.optimizer_state import optimizer_state


def read_mark(item: Any, name: str) -> str:
    """A version or the like, as the file has it; empty where there is none."""
    if item is None or name not in item.attrs:
        return ""
    mark = text(read_attribute(item, name)) or ""
    return mark[:60] if re.fullmatch(r"[\w.+-]*", mark) else ""


def read_training(file: h5py.File) -> dict[str, Any]:
    """How it was trained, as far as the file tells."""
    try:
        return cards.training_of(read_json(read_attribute(file, "training_config"), "training"))
    except ModelFileError:
        return {}  # how it was trained is worth telling, not worth refusing for


def keep_optimizer(
    saved: Any, group: Any, candidates: Sequence[Candidate], budget: Budget, facts: Facts
) -> None:
    """Reads the optimizer's state, where there is any yet; where it does not fit, a note says why
    it is left out."""
    reason = ""
    try:
        if facts.notes.turned or len(candidates) != 1:
            raise ModelFileError(tr("the weights' layout has changed"), "")
        sizes = flow(candidates[0].network)
        weights = [
            w
            for layer in candidates[0].network.layers
            for w in sizes.weights.get(layer.name, ())
            if w.trainable and layer.trainable
        ]
        facts.optimizer = optimizer_state(saved, group, weights, budget)
    except FfstudioError as error:
        reason = error.message
    if reason:
        facts.notes.add(tr("the optimizer's state is left out: {reason}", reason=reason))


def read_legacy_model(
    config: Any, group: h5py.Group, budget: Budget, facts: Facts
) -> list[Candidate]:
    """A model of a legacy ``.h5``; two candidates where mirrored kernels are in doubt."""
    network = migrate(config, facts.era, facts.notes)
    shapes = [s.shapes for s in list_legacy_layers(group) if s.items]
    network = with_input_shape(network, shapes)
    sizes = flow(network)
    weights = read_legacy(group, network, sizes, facts.era, budget, facts.notes)
    candidates = [with_channels_last(network, weights, facts)]
    if tr(PERHAPS_MIRRORED) in facts.notes.lines:
        candidates[0] = replace(candidates[0], text=tr("kernels as they are"))
        turned = read_legacy(group, network, sizes, facts.era, budget, Notes(), mirrored=True)
        candidates.append(
            replace(with_channels_last(network, turned, facts), text=tr("kernels turned round"))
        )
        facts.answers = 2
    return candidates


def with_channels_last(network: Architecture, weights: Weights, facts: Facts) -> Candidate:
    """The net with channels last, as ffstudio has all."""
    if is_channels_first(network):
        facts.notes.add(
            tr("channels first → channels last, kernels and dense layers converted"), turns=True
        )
        network, weights = channels_last(network, weights)
    return Candidate(network, dict(weights))


def native_shapes(file: h5py.File, network: Architecture) -> list[tuple[tuple[int, ...], ...]]:
    """Shapes of the arrays in Keras 3's layout, layer by layer."""
    group = native_group(file)
    return [s.shapes for s in list_native_layers(group) if s.items] if group is not None else []


def with_input_shape(
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
    for side in SIDES:
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
        tr("The file does not say what the network's input looks like."),
        tr("Save the model again after it has seen an image."),
    )


def read_keras_archive(
    archive: zipfile.ZipFile, members: Mapping[str, zipfile.ZipInfo], facts: Facts
) -> list[Candidate]:
    """A model in Keras 3's ``.keras``, or what Keras 2 wrote of that ending."""
    if PREPROCESSING_MEMBER in members:
        content = read_member(archive, members[PREPROCESSING_MEMBER], MOST_JSON)
        facts.kept = Preprocessing.from_dict(read_json(content, "preprocessing"))
    if any(name.endswith("data.pkl") for name in members):
        raise ModelFileError(
            tr("It is a file of PyTorch; reading it could run code."),
            tr("Build the same net in Keras, copy the weights and save it as .keras."),
        )
    for needed in ("config.json", "model.weights.h5"):
        if needed not in members:
            raise ModelFileError(
                tr("This archive holds no {needed}.", needed=needed),
                tr("Choose a file that Keras has saved."),
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
        network = with_input_shape(network, native_shapes(file, network))
        weights = read_native(file, network, flow(network), inner)
        made = [with_channels_last(network, weights, facts)]
        if "optimizer" in file and isinstance(facts.config, dict):
            saved = facts.config.get("compile_config")
            keep_optimizer(saved, file["optimizer"], made, inner, facts)
    return made
