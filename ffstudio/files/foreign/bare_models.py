"""Files of weights alone, with or without the configuration beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import h5py

from ffstudio.core.describe.architecture import Architecture, Layer, Port, flow
from ffstudio.core.errors import ModelFileError
from ffstudio.core.experiment.loose_weights import LooseWeights
from ffstudio.core.words import tr
from ffstudio.files.foreign.bare_weights.inner_nets import (
    InnerNet,
    count_pools,
    find_inner,
    why_not_whole,
)
from ffstudio.files.foreign.bare_weights.pieces import CHANNELS_FIRST, Piece, in_order, piece_of
from ffstudio.files.foreign.bare_weights.search import SearchResult, find_networks
from ffstudio.files.foreign.companions import (
    ITS_OWN,
    OTHERS,
    explain_unread,
    find_companions,
    name_unread_yaml,
)
from ffstudio.files.foreign.contents import Candidate, Facts
from ffstudio.files.foreign.stored_weights import (
    Stored,
    Weights,
    convert_arrays,
    list_legacy_layers,
    list_native_layers,
    native_group,
    read_native,
)
from ffstudio.files.foreign.whole_models import (
    read_legacy_model,
    with_channels_last,
    with_input_shape,
)
from ffstudio.files.hdf5 import (
    Budget,
    as_weights,
    read_array,
)
from ffstudio.files.migration import Era, Notes, migrate
from ffstudio.files.migration.channels import channels_last, is_channels_first


def read_bare(path: Path, group: h5py.Group, budget: Budget, facts: Facts) -> list[Candidate]:
    """Networks for the weights of a legacy ``.h5``; none where nothing tells."""
    listed = list_legacy_layers(group)
    expanded = [_expand(one) for one in listed]
    stored = [inner for several in expanded for inner in several]
    has_inner = len(stored) > len(listed)
    old = "nb_layers" in group.attrs or facts.era.major == 1
    facts.pieces = _pieces(stored, old)
    parts, at = [], 0
    for one, several in zip(listed, expanded, strict=True):
        if len(several) > 1:
            parts.append(InnerNet(one.name, tuple(facts.pieces[at : at + len(several)])))
        at += len(several)

    def read_with(config: Any) -> list[Candidate]:
        era = Era.of(facts.era.version, facts.era.backend, config)
        known = replace(facts, era=era, config=config, notes=Notes(), answers=0)
        made = read_legacy_model(config, group, Budget(group.file.id.get_filesize()), known)
        facts.era, facts.answers = known.era, known.answers
        for line in known.notes.lines:
            facts.notes.add(line)
        return made

    _note_unread(path, facts)
    candidates = _with_companion(path, facts, read_with)
    if candidates is not None:
        return candidates
    # A list without a layer that has no weights names those with weights alone, unless it has
    # no need of such a layer.
    whole = any(not s.items for s in stored) or not any(p.kind == "Dense" for p in facts.pieces)
    certain = len(stored) > 1 and whole and not has_inner
    is_known = certain or not _has_convolutions(facts.pieces)
    by_name = dict(zip((p.name for p in facts.pieces), stored, strict=True))
    facts.why = why_not_whole(facts.pieces, parts)
    if not facts.why:
        result = find_networks(facts.pieces, is_known, has_inner=has_inner, side=facts.side)
        candidates = _read_answers(result, by_name, budget, facts)
        if candidates:
            return candidates
    return _read_inner(parts, by_name, budget, facts) or _loose(by_name, budget, facts)


def _note_unread(path: Path, facts: Facts) -> None:
    """Says which architecture files of the weights' own name cannot be read, and why."""
    for name, why in explain_unread(path):
        facts.notes.add(tr("{name} beside it is not read: {why}", name=name, why=why))


def _with_companion(
    path: Path, facts: Facts, read_with: Callable[[Any], list[Candidate]]
) -> list[Candidate] | None:
    """The networks of the architecture files beside the weights that fit them; None for none.

    One that bears the weights' name is theirs. Of others every one that fits may be: weights of
    the same sizes do not tell which, so the images are asked.
    """
    fitting: list[_Fitting] = []
    for name, config, whose in find_companions(path):
        try:
            candidates = read_with(config)
        except ModelFileError as error:
            if whose != OTHERS:
                facts.notes.add(
                    tr(
                        "{name} does not fit: {error_message}",
                        name=name,
                        error_message=error.message,
                    )
                )
            continue
        network = candidates[0].network
        if any(_do_alike(one.candidates[0].network, network) for one in fitting):
            continue
        fitting.append(_Fitting(name, config, whose, candidates))
        if whose == ITS_OWN:
            break  # those come first
    if fitting:
        return _take_companions(fitting, facts)
    missing = name_unread_yaml(path)
    if missing:
        facts.notes.add(
            tr(
                "{missing} beside it is not read: PyYAML is missing (pip install pyyaml)",
                missing=missing,
            )
        )
    return None


@dataclass(frozen=True)
class _Fitting:
    """An architecture file beside weights that fits them, and whose it is by its name."""

    name: str
    config: Any
    whose: int
    candidates: list[Candidate]


def _take_companions(fitting: Sequence[_Fitting], facts: Facts) -> list[Candidate]:
    """The networks of architecture files that fit, as networks to choose from."""
    first = fitting[0]
    facts.companion, facts.config = first.name, first.config
    if len(fitting) == 1:
        if first.whose == OTHERS:
            facts.notes.add(
                tr(
                    "{name}, the one architecture beside it that fits, is taken for its own",
                    name=facts.companion,
                )
            )
        return first.candidates
    made = [
        replace(one, text=", ".join(filter(None, [each.name, one.text])), companion=each.name)
        for each in fitting
        for one in each.candidates
    ]
    facts.answers = len(made)
    return made


def _do_alike(one: Architecture, other: Architecture) -> bool:
    """Whether two networks differ in nothing but their names."""
    return _without_names(one) == _without_names(other)


def _without_names(network: Architecture) -> Any:
    places = {layer.name: at for at, layer in enumerate(network.layers)}

    def place(port: Port) -> tuple[int, int, int]:
        return places[port.layer], port.call, port.index

    layers = []
    for layer in network.layers:
        inner: Any = layer.inner
        if isinstance(inner, Architecture):
            inner = _without_names(inner)
        elif isinstance(inner, Layer):
            inner = (inner.kind, inner.settings)
        calls = [[place(port) for port in fed] for fed in layer.calls]
        layers.append((layer.kind, layer.settings, inner, calls))
    return layers, [place(port) for port in network.outputs]


def _has_convolutions(pieces: Sequence[Piece]) -> bool:
    return any("Conv" in p.kind for p in pieces)


def _expand(one: Stored) -> list[Stored]:
    """The layers of an inner model, which a file of bare weights lists as one."""
    parts: dict[str, list[Any]] = {}
    for name, item in one.items:
        parts.setdefault(name.rpartition("/")[0], []).append((name, item))
    if len(parts) < 2 or any("forward" in p or "backward" in p for p in parts):
        return [one]
    return [Stored(p.rsplit("/", 1)[-1] or one.name, tuple(items)) for p, items in parts.items()]


def _pieces(stored: Sequence[Stored], old: bool) -> tuple[Piece, ...]:
    taken: set[str] = set()
    pieces = []
    for one in stored:
        base = name = one.name.replace("/", "_")[:80] or "layer"
        n = 1
        while name in taken:
            n += 1
            name = f"{base}_{n}"
        taken.add(name)
        pieces.append(piece_of(name, one.shapes, old))
    return tuple(pieces)


def read_bare_native(path: Path, file: h5py.File, budget: Budget, facts: Facts) -> list[Candidate]:
    """Networks for weights in Keras 3's layout; none where nothing tells."""
    group = native_group(file)
    assert group is not None  # noqa: S101 - the caller has looked
    stored = list_native_layers(group)

    def read_with(config: Any) -> list[Candidate]:
        known = replace(facts, notes=Notes())
        network = migrate(config, Era.of(facts.era.version, "", config), known.notes)
        network = with_input_shape(network, [s.shapes for s in stored if s.items])
        weights = read_native(file, network, flow(network), Budget(file.id.get_filesize()))
        made = [with_channels_last(network, weights, known)]
        for line in known.notes.lines:
            facts.notes.add(line)
        return made

    _note_unread(path, facts)
    candidates = _with_companion(path, facts, read_with)
    if candidates is not None:
        return candidates
    listed = len(stored)
    stored, pieces, blocks = _unnest(stored)
    facts.pieces = tuple(piece for block in blocks for piece in block.pieces)
    parts = [block for block in blocks if block.name]
    by_name = {s.name: s for s in stored}
    facts.why = why_not_whole(pieces, parts)
    if facts.why:
        return _read_inner(parts, by_name, budget, facts)
    pools = count_pools(pieces)
    has_inner = len(blocks) > 1 or len(stored) > listed
    result = find_networks(facts.pieces, False, None if has_inner else pools, has_inner, facts.side)
    return (
        _read_answers(result, by_name, budget, facts)
        or _read_inner(parts, by_name, budget, facts)
        or _loose(by_name, budget, facts)
    )


def _read_inner(
    parts: Sequence[InnerNet], by_name: Mapping[str, Stored], budget: Budget, facts: Facts
) -> list[Candidate]:
    """The networks within one whose whole is not told, each by itself; none where none fits."""
    why, made = facts.why, []
    for result in find_inner(parts, why, facts.side):
        made += _read_answers(result, by_name, budget, facts)
    facts.why = why
    if made:
        facts.answers, facts.assumed = len(made), made[0].assumed or ()
    return made


# Arrays of a layer itself in Keras 3's layout, after the path of a layer in a network in it.
_OWN = re.compile(r"(?:layers/)?(?:(.+?)/)??((?:(?:forward_layer/|backward_layer/)?cell/)?vars/.*)")


def _unnest(stored: Sequence[Stored]) -> tuple[list[Stored], list[Piece], list[InnerNet]]:
    """Layers of Keras 3's layout, those of inner networks too; their pieces, and these in order,
    a network each; that of no name has the layers that are in no other.

    Which network comes first the file does not say: what reads pictures does.
    """
    flat: list[Stored] = []
    inner: dict[str, list[Piece]] = {}
    for one in stored:
        parts: dict[str, list[tuple[str, h5py.Dataset]]] = {}
        for path, item in one.items:
            match = _OWN.fullmatch(path)
            within, name = (match[1] or "", match[2]) if match else ("", path)
            parts.setdefault(within, []).append((name, item))
        for within, items in parts.items() or [("", [])]:
            name = f"{one.name}/{within}".replace("/layers/", "/").rstrip("/").replace("/", "_")
            made = Stored(name, tuple(items))
            flat.append(made)
            kind_from = within.rpartition("/")[2] or one.name
            piece = replace(piece_of(kind_from, made.shapes, old=False), name=name)
            inner.setdefault(one.name if within else "", []).append(piece)
    blocks = [InnerNet(name, _decoding_order(in_order(pieces))) for name, pieces in inner.items()]
    every = [piece for pieces in inner.values() for piece in pieces]
    return flat, every, sorted(blocks, key=lambda block: not _reads_pictures(block.pieces))


def _reads_pictures(block: Sequence[Piece]) -> bool:
    first = next((p for p in block if p.shapes), None)
    if first is None:
        return False
    if first.kind == "Conv2D":
        return first.shapes[0][-2] in (1, 3, 4)
    return first.shapes[0][0] in (784, 1024, 3072)


def _decoding_order(block: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The dense layers of a decoder, which end in maps for its convolutions, come first."""
    convs = [p for p in block if "Conv2D" in p.kind]
    dense = [p for p in block if p.kind == "Dense"]
    # What ends in the channels of a picture writes one.
    if not convs or not dense or convs[-1].known.get("filters") not in (1, 3):
        return block
    if dense[0].shapes[0][0] == convs[-1].known.get("filters"):
        return block  # which takes the mean over each of its maps
    if dense[-1].shapes[0][1] < dense[0].shapes[0][0]:
        return block  # a decoder makes more of its numbers, not fewer
    at = block.index(dense[0])
    return (*block[at:], *block[:at])


# Kinds whose arrays lie in every Keras as they do in Keras 3.
_AS_THEY_ARE = ("Dense", "Conv2D", "BatchNormalization", "SimpleRNN", "LSTM")


def _loose(by_name: Mapping[str, Stored], budget: Budget, facts: Facts) -> list[Candidate]:
    """Keeps the layers one by one, for a network that the user completes; no candidates."""
    kept = []
    for one in facts.pieces:
        arrays = []
        for _, item in by_name[one.name].items if one.shapes else ():
            arrays.append(as_weights(read_array(item, budget), one.name))
        if arrays and one.turned:
            arrays[0] = arrays[0].transpose(2, 3, 1, 0)
        if arrays and (one.kind not in _AS_THEY_ARE or len(arrays) != len(one.shapes)):
            return []
        kept.append(LooseWeights(one.name, one.kind, tuple(arrays)))
    facts.loose = tuple(kept)
    return []


def _read_answers(
    result: SearchResult, by_name: Mapping[str, Stored], budget: Budget, facts: Facts
) -> list[Candidate]:
    facts.why = result.why
    if not result.answers:
        return []
    turned = {p.name for p in result.pieces if p.turned}
    arrays = {
        # (Keras 3 keeps the backward direction first, as the alphabet has it.)
        p.name: [
            as_weights(read_array(item, budget), p.name)
            for _, item in sorted(by_name[p.name].items, key=lambda one: "backward" in one[0])
        ]
        for p in result.pieces
        if p.shapes
    }
    facts.answers = len(result.answers)
    facts.assumed = result.answers[0].assumed
    era = replace(facts.era, major=2, backend="tensorflow")
    made: list[Candidate] = []
    for answer in result.answers:
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
                        weights[f"{name}/{way}"] = convert_arrays(
                            layer.inner, part, wanted[:half], era, Notes(), False
                        )
                    continue
                weights[name] = convert_arrays(layer, values, wanted, era, Notes(), mirrored)
            said = ", ".join(answer.assumed)
            if len(ways) > 1:
                said += ", " + (
                    tr("kernels turned round") if mirrored else tr("kernels as they are")
                )
            if is_channels_first(network):
                made.append(Candidate(*channels_last(network, weights), said, answer.assumed))
            elif turned:  # its images had their channels first, which matters after a Flatten
                first = _as_channels_first(network)
                made.append(Candidate(*channels_last(first, weights), said, answer.assumed))
            else:
                made.append(Candidate(network, weights, said, answer.assumed))
    if turned:
        facts.notes.add(tr("{kernels} → channels last", kernels=tr(CHANNELS_FIRST)), turns=True)
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
