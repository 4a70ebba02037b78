"""``ffstudio evaluate``: how well a saved model does on a test set."""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np

from ffstudio.cli.codes import OK
from ffstudio.cli.data_report import data_facts, tell_of_data
from ffstudio.cli.subcommand import Subcommand, add_data_folder, look_in
from ffstudio.core.errors import ModelFileError, SpecError
from ffstudio.core.images import datasets
from ffstudio.core.images.data import Samples, prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.dataset import Dataset
from ffstudio.core.images.datasets import own_path
from ffstudio.core.images.matching import Matching, match_classes
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.metrics import confusion_counts
from ffstudio.core.look.network_snapshot import NetworkSnapshot

# Images on which ways to read labels are compared.
_TRIED = 2000


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A model, and images if not its own."""
    parser.add_argument("model", metavar="MODEL", type=Path)
    parser.add_argument(
        "--dataset", metavar="NAME", help="data set's name, or a file or folder of data"
    )
    add_data_folder(parser)
    parser.add_argument("--json", action="store_true")


def run(options: argparse.Namespace) -> int:
    """Judges it and prints what it recognises."""
    look_in(options.data)
    model = _to_judge(options.model)
    data_spec = model.spec.data if model.spec is not None else DataSpec()
    chosen = options.dataset or (
        str(options.data) if options.data and own_path(options.data) else None
    )
    if chosen:
        names = [name for name, known in datasets.DATASETS.items() if not known.needs_file]
        if chosen in names:
            data_spec = DataSpec(chosen)
        elif (own := datasets.data_set_of_file(chosen)) is not None:
            data_spec = DataSpec(own.name, chosen)
        else:
            raise SpecError(
                f"There is no data set {chosen!r}.",
                f"Known are {', '.join(names)}, or give a file or folder of data.",
            )
    dataset = datasets.load(data_spec)
    if dataset.held_out and model.spec is not None and data_spec.path != model.spec.data.path:
        dataset = _put_together(dataset)  # the model has learnt from none of it
    spec = DataSpec(data_spec.name, data_spec.path, range=data_spec.range)
    data = prepare(dataset, spec, 0, to_train=False)
    tell_of_data(data)
    nets = model.snapshot
    if nets.role != "classifier":
        raise ModelFileError(
            f"{options.model.name} is no classifier but: {nets.role}.",
            "See ffstudio inspect.",
        )
    if data.num_classes != nets.num_classes and not chosen:
        raise SpecError(
            f"No data set here has the {nets.num_classes} classes of {options.model.name}, so what "
            "it recognises cannot be tried.",
            "Give images of its own classes with --dataset.",
        )
    matchings = match_classes(data.class_names, nets.class_names)
    if data.num_inputs != nets.num_inputs or not matchings:
        raise SpecError(
            f"{data.title} has {data.num_inputs} pixels and the classes {_few(data.class_names)}; "
            f"the model takes {nets.num_inputs} and knows {_few(nets.class_names)}.",
            "Choose another data set with --dataset.",
        )
    matching = _choose(matchings, nets, data.test)
    test = _match(data.test, matching)
    if not len(test):
        raise SpecError(f"{data.title} has no test image of a class of the model.", "")
    if matching.text:
        print(f"{data.title}: {matching.text}", file=sys.stderr)
    result: dict[str, Any] = {
        "model": str(options.model),
        "data": data.title,
        "images": len(test),
        "class_names": list(nets.class_names),
        "classes_left_out": list(matching.missing),
        **data_facts(data),
    }
    ff = _judge(nets.ff, test, nets.num_classes) if nets.ff is not None else None
    bp = _judge(nets.bp, test, nets.num_classes) if nets.bp is not None else None
    way = model.spec.network.preprocessing if model.spec and model.spec.network else None
    if way is not None:
        result["preprocessing"] = way.text()
    result.update(ff or bp or {})
    if ff and bp:
        result["bp"] = bp
    if options.json:
        print(json.dumps(result))
        return OK
    for label, judged in (("Forward-Forward", ff), ("Backprop", bp)):
        if judged:
            print(f"{label}: {judged['accuracy']:.2%} on {data.title} ({len(test):,} images)")
            for i, value in enumerate(judged["layer_accuracy"] or []):
                print(f"    layer {i + 1} alone: {value:.2%}")
            if judged.get("read_out_accuracy") is not None:
                print(f"    linear read-out: {judged['read_out_accuracy']:.2%}")
    if way is not None:
        print(f"    images as {way.text()}")
    for note in getattr(model, "notes", ()):
        print(f"    {note}")
    return OK


def _put_together(dataset: Dataset) -> Dataset:
    """All images of a set that came without test images, as test images."""
    return dataclasses.replace(
        dataset,
        x_test=np.concatenate([dataset.x_train, dataset.x_test]),
        y_test=np.concatenate([dataset.y_train, dataset.y_test]),
        notes=tuple(note for note in dataset.notes if "were held back as one" not in note),
    )


def _choose(matchings: list[Matching], nets: Any, samples: Samples) -> Matching:
    """Of several ways to read the labels the one by which the net is right more often."""
    if len(matchings) == 1:
        return matchings[0]
    net = nets.ff or nets.bp
    some = Samples(samples.x[:_TRIED], samples.y[:_TRIED])
    right = [net.judge(_match(some, one)).accuracy for one in matchings]
    best = int(np.argmax(right))
    for i, one in enumerate(matchings):
        chosen = " and chosen" if i == best else ""
        print(f"Tried{chosen}: {one.how}: {right[i]:.1%} right", file=sys.stderr)
    return matchings[best]


def _match(samples: Samples, matching: Matching) -> Samples:
    """Test images of the classes that the model knows, labelled as it labels them."""
    labels = matching.to_net[samples.y]
    known = labels >= 0
    x = samples.x if known.all() else samples.x[known]
    return Samples(x, labels[known].astype(np.int32))


def _few(names: tuple[str, ...]) -> str:
    return ", ".join(names) if len(names) <= 12 else f"{', '.join(names[:10])} … {names[-1]}"


def _to_judge(path: Path) -> Any:
    """A model of ours, or a stranger's with the preprocessing that suits it: spec, snapshot."""
    from ffstudio.core.describe.cards import OURS
    from ffstudio.files.foreign import sandbox
    from ffstudio.files.ours.archive import read_archive

    contents = sandbox.examine(path)
    if contents.card.kind == OURS:
        archive = read_archive(path, contents.digest)
        for note in archive.notes:
            print(f"{path.name}: {note}", file=sys.stderr)
        return archive
    from ffstudio.engine.strangers.opened import take_up

    return take_up(contents)


def _judge(net: FFSnapshot | NetworkSnapshot, samples: Samples, num_classes: int) -> dict[str, Any]:
    judged = net.judge(samples)
    confusion = confusion_counts(samples.y, judged.predictions, num_classes).tolist()
    result: dict[str, Any] = {"accuracy": judged.accuracy}
    if not judged.layer_accuracy:
        return {**result, "confusion": confusion, "layer_accuracy": None}
    return {
        **result,
        "read_out_accuracy": judged.read_out_accuracy,
        "confusion": confusion,
        "layer_accuracy": list(judged.layer_accuracy),
        "cumulative_accuracy": list(judged.cumulative_accuracy),
    }


COMMAND = Subcommand("judge a saved model on a test set", add_arguments, run)
