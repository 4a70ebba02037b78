"""``ffstudio evaluate``: how well a saved model does on a test set."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from ffstudio.cli.codes import OK
from ffstudio.cli.data_report import data_facts, tell_of_data
from ffstudio.cli.subcommand import Subcommand, add_data_folder, look_in
from ffstudio.core.errors import ModelFileError, SpecError
from ffstudio.core.images import datasets
from ffstudio.core.images.data import Samples, prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.metrics import confusion_counts
from ffstudio.core.look.network_snapshot import NetworkSnapshot


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A model, and images if not its own."""
    parser.add_argument("model", metavar="MODEL", type=Path)
    parser.add_argument("--dataset", metavar="NAME", help="data set's name, or an .npz file")
    add_data_folder(parser)
    parser.add_argument("--json", action="store_true")


def run(options: argparse.Namespace) -> int:
    """Judges it and prints what it recognises."""
    look_in(options.data)
    model = _to_judge(options.model)
    data_spec = model.spec.data if model.spec is not None else DataSpec()
    if options.dataset:
        names = [name for name, known in datasets.DATASETS.items() if not known.needs_file]
        if options.dataset in names:
            data_spec = DataSpec(options.dataset)
        elif (own := datasets.data_set_of_file(options.dataset)) is not None:
            data_spec = DataSpec(own.name, options.dataset)
        else:
            raise SpecError(
                f"There is no data set {options.dataset!r}.",
                f"Known are {', '.join(names)}, or give an .npz file.",
            )
    dataset = datasets.load(data_spec)
    data = prepare(dataset, DataSpec(data_spec.name, data_spec.path, range=data_spec.range), 0)
    tell_of_data(data)
    nets = model.snapshot
    if nets.role != "classifier":
        raise ModelFileError(
            f"{options.model.name} is no classifier but: {nets.role}.",
            "See ffstudio inspect.",
        )
    if data.num_classes != nets.num_classes and not options.dataset:
        raise SpecError(
            f"No data set here has the {nets.num_classes} classes of {options.model.name}, so what "
            "it recognises cannot be tried.",
            "Give images of its own classes with --dataset.",
        )
    if (data.num_inputs, data.num_classes) != (nets.num_inputs, nets.num_classes):
        raise SpecError(
            f"{data.title} has {data.num_inputs} pixels and {data.num_classes} classes; the model "
            f"takes {nets.num_inputs} and {nets.num_classes}.",
            "Choose another data set with --dataset.",
        )
    result: dict[str, Any] = {
        "model": str(options.model),
        "data": data.title,
        "images": len(data.test),
        **data_facts(data),
    }
    ff = _judge(nets.ff, data.test, nets.num_classes) if nets.ff is not None else None
    bp = _judge(nets.bp, data.test, nets.num_classes) if nets.bp is not None else None
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
            print(f"{label}: {judged['accuracy']:.2%} on {data.title} ({len(data.test):,} images)")
            for i, value in enumerate(judged["layer_accuracy"] or []):
                print(f"    layer {i + 1} alone: {value:.2%}")
            if judged.get("read_out_accuracy") is not None:
                print(f"    linear read-out: {judged['read_out_accuracy']:.2%}")
    if way is not None:
        print(f"    images as {way.text()}")
    for note in getattr(model, "notes", ()):
        print(f"    {note}")
    return OK


def _to_judge(path: Path) -> Any:
    """A model of ours, or a stranger's with the preprocessing that suits it: spec, snapshot."""
    from ffstudio.core.describe.cards import OURS
    from ffstudio.files.foreign import sandbox
    from ffstudio.files.ours.archive import read_archive

    contents = sandbox.examine(path)
    if contents.card.kind == OURS:
        return read_archive(path, contents.digest)
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
