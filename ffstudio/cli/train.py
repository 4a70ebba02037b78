"""``ffstudio train``: an experiment without a window."""

from __future__ import annotations

import argparse
import difflib
import json
import math
import re
import sys
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from ffstudio.cli.codes import FAILED, OK
from ffstudio.cli.data_report import data_facts, tell_of_data
from ffstudio.cli.experiments import choose_experiment
from ffstudio.cli.kept_run import KeptRun, begin, resume
from ffstudio.cli.run_report import RunReport
from ffstudio.cli.signals import StopSignals
from ffstudio.cli.subcommand import Subcommand, add_data_folder, add_experiment, look_in
from ffstudio.core.errors import SpecError
from ffstudio.core.experiment import reading
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.numbers import number_text, read_number
from ffstudio.core.run.agreement import compare_curves
from ffstudio.core.run.control import Control
from ffstudio.core.run.judging import Judging
from ffstudio.core.run.status import RunEnd
from ffstudio.files.runs.comparing import ComparedRun, read_run
from ffstudio.files.runs.library import find_run


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which experiment, what to change in it, and where to write."""
    add_experiment(parser)
    add_data_folder(parser, help="where data sets are looked for first")
    parser.add_argument("--epochs", type=int, metavar="N")
    parser.add_argument("--seed", type=int, metavar="N")
    parser.add_argument(
        "--out",
        metavar="DIR",
        type=Path,
        help="keep the run there: its record and checkpoints as it goes, model.h5 and history at "
        "the end (default: a folder among your runs, see 'ffstudio runs')",
    )
    parser.add_argument(
        "--resume",
        metavar="RUN",
        help="go on with a run that was stopped or killed, to the end of its experiment: its "
        "folder, or its name in 'ffstudio runs'",
    )
    parser.add_argument(
        "--rerun",
        metavar="RUN",
        help="train a run's experiment again with its seed, as a run of its own, and say whether "
        "the curves agree bit for bit or where they part",
    )
    parser.add_argument("--no-record", action="store_true", help="keep nothing of the run")
    parser.add_argument(
        "--judge",
        choices=[judging.value for judging in Judging],
        help="images that each epoch but the last is judged on: all, or a fixed sample that "
        "takes about one twentieth of the time (default: all)",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object at the end")
    parser.add_argument(
        "--set",
        dest="settings",
        metavar="NAME=VALUE",
        action="append",
        default=[],
        help="change a setting of the experiment, for example ff.negatives=random or "
        "layers.0.units=300; may be given several times",
    )


def run(options: argparse.Namespace) -> int:
    """Trains, keeps what is learnt as it goes, and says how well the nets do."""
    look_in(options.data)
    before = read_run(find_run(options.rerun)) if options.rerun else None
    kept = _resume(options) if options.resume else _begin(options, before)
    control = Control()
    with StopSignals(control) as signals:
        report = RunReport(kept.session.spec, control)
        with report:
            finished = kept.train(report, control)
        written = kept.finish()
    data, spec = kept.data, kept.session.spec
    result = {
        "preset": kept.preset,
        "name": spec.name,
        "seed": spec.seed,
        "data": data.title,
        "evaluated_on": data.evaluated_on,
        **data_facts(data),
        "run": None if kept.folder is None else str(kept.folder),
        "end": finished.end.value,
        "versions": kept.versions,
        "accuracy": _finite(finished.test_accuracy),
        "seconds": {"import": kept.import_s, **finished.seconds},
        "history": [
            {k: v for k, v in _finite(row).items() if k != "evaluated_on"}
            for row in kept.history.epochs
        ],
    }
    for algorithm, value in finished.test_accuracy.items():
        if value is not None:
            label = {"ff": "Forward-Forward", "bp": "Backprop"}[algorithm]
            stream = sys.stderr if options.json else sys.stdout
            print(f"{label}: {value:.2%} right of {finished.tested_on}", file=stream)
    agreement = None
    if before is not None:
        agreement = compare_curves(before.record.history, kept.history)
        result["rerun"] = {
            "of": str(before.folder.path),
            "equal": agreement.is_equal,
            "values": agreement.values,
            "text": agreement.text,
        }
        stream = sys.stderr if options.json else sys.stdout
        print(f"{before.folder.path.name} again: {agreement.text}", file=stream)
    if options.json:
        print(json.dumps(result))
    if agreement is not None and not agreement.is_equal:
        return FAILED
    if report.diverged is not None:
        print(f"ffstudio: {report.diverged}", file=sys.stderr)
    if report.diverged is not None or not written:
        return FAILED
    return signals.code if signals.caught and finished.end is RunEnd.STOPPED else OK


def _begin(options: argparse.Namespace, again: ComparedRun | None) -> KeptRun:
    """A run from the start; of another's experiment where that is to be trained again."""
    preset, judging = options.preset, Judging(options.judge or Judging.WHOLE.value)
    if again is None:
        spec = _with_settings(choose_experiment(options, "train"), options)
    else:
        _refuse_others(options, "--rerun", "the run is trained again as it was begun", ("out",))
        started = again.record.started
        spec = again.folder.read_spec() if started is None else started.spec
        preset, judging = again.card.preset or None, again.card.judging
        if again.record.history.marks:
            print(
                "Settings were changed while that run trained; this one keeps those it began "
                "with, so the curves will part there.",
                file=sys.stderr,
            )
    data = prepare(datasets.load(spec.data), spec.data, spec.seed)
    tell_of_data(data)
    return begin(
        spec, data, options.out, preset=preset, judging=judging, is_kept=not options.no_record
    )


_OF_A_NEW_RUN = ("experiment", "preset", "epochs", "seed", "out", "judge", "settings")


def _refuse_others(
    options: argparse.Namespace, verb: str, why: str, allowed: Collection[str] = ()
) -> None:
    """Whatever else is asked for belongs to a new run."""
    for name in (*_OF_A_NEW_RUN, *({"resume", "rerun"} - {verb[2:]})):
        if name not in allowed and getattr(options, name):
            shown = {"experiment": "An experiment", "settings": "--set"}.get(name, f"--{name}")
            raise SpecError(
                f"{shown} cannot be given with {verb}: {why}.", "Train anew for other settings."
            )


def _resume(options: argparse.Namespace) -> KeptRun:
    """Goes on with a run."""
    _refuse_others(options, "--resume", "the run goes on as it was begun")
    if options.no_record:
        raise SpecError("--no-record cannot be given with --resume.", "Leave it out.")
    return resume(options.resume)


def _finite(row: dict[str, Any]) -> dict[str, Any]:
    """JSON knows no NaN: what was not measured becomes null."""

    def clean(value: Any) -> Any:
        if isinstance(value, list):
            return [clean(v) for v in value]
        if isinstance(value, float) and not math.isfinite(value):
            return None
        return value

    return {k: clean(v) for k, v in row.items()}


def _with_settings(spec: ExperimentSpec, options: argparse.Namespace) -> ExperimentSpec:
    """The experiment with what is asked for on the command line."""
    config = json.loads(reading.to_json(spec))
    for setting in options.settings:
        _set(config, setting)
    for key in ("epochs", "seed"):
        if getattr(options, key) is not None:
            config[key] = getattr(options, key)
    return reading.from_dict(config)


def _set(config: dict[str, Any], setting: str) -> None:
    """Changes one setting in an experiment's dictionary; ``from_dict`` judges the value."""
    name, equals, text = setting.partition("=")
    # layers[0].units as Python and JavaScript write it, and with spaces around.
    name = re.sub(r"\[\s*(-?\w+)\s*\]", r".\1", name.strip()).strip(".")
    *path, last = name.split(".")
    if not equals or not last:
        raise SpecError(f"--set {setting!r} is no setting.", "Write NAME=VALUE, like ff.loss=…")
    for step in path:
        if step.startswith("-"):
            raise SpecError(
                f"--set {setting!r}: layers are counted from 0, the first; there is none {step}.",
                f"The last is {len(config['layers']) - 1}.",
            )
    try:
        value = json.loads(text)
    except json.JSONDecodeError:
        value = text
    place: Any = config
    try:
        for step in path:
            place = place[int(step) if isinstance(place, list) else step]
        key = int(last) if isinstance(place, list) else last
        known = place[key]
    except (KeyError, IndexError, ValueError, TypeError):
        raise SpecError(
            f"There is no setting {name!r}.{_suggest(config, name)}",
            "Settings are named as in an experiment file, for example epochs, ff.negatives or "
            "layers.0.units.",
        ) from None
    if isinstance(known, (dict, list)) or last in ("format", "version"):
        raise SpecError(f"{name!r} cannot be set.", "Set one setting at a time.")
    if isinstance(known, str) and not isinstance(value, str):
        value = text
    if isinstance(known, (int, float)) and not isinstance(known, bool) and value == text:
        number = read_number(text, whole=isinstance(known, int))
        if number is not None:  # a decimal comma, or thousands
            value = number
            read_as = number_text(number, grouped=False)
            print(f"{name}: {text} is read as {read_as}.", file=sys.stderr)
    place[key] = value


def _suggest(config: dict[str, Any], name: str) -> str:
    """The name that was probably meant, as the end of a sentence; nothing where none is near."""
    names = list(_walk_names(config))
    folded = {n.replace("_", "").replace("-", "").lower(): n for n in reversed(names)}
    wanted = name.replace("_", "").replace("-", "").lower()
    near = difflib.get_close_matches(wanted, folded, 1, 0.75)
    if not near:  # the last part alone: units for layers.0.units
        near = [known for known in folded if known.split(".")[-1] == wanted.split(".")[-1]][-1:]
    return f" Is {folded[near[0]]} meant?" if near else ""


def _walk_names(value: Any, before: str = "") -> Iterator[str]:
    items = value.items() if isinstance(value, dict) else enumerate(value)
    for key, inner in items:
        if isinstance(inner, (dict, list)):
            yield from _walk_names(inner, f"{before}{key}.")
        elif key not in ("format", "version"):
            yield f"{before}{key}"


COMMAND = Subcommand("train an experiment without a window", add_arguments, run)
