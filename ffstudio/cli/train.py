"""``ffstudio train``: an experiment without a window."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection
from pathlib import Path

from ffstudio.cli.codes import FAILED, OK
from ffstudio.cli.data_report import data_facts, tell_of_data
from ffstudio.cli.experiments import choose_experiment
from ffstudio.cli.kept_run import KeptRun, begin, open_nets, resume
from ffstudio.cli.run_data import load_found, with_found_data
from ffstudio.cli.run_report import RunReport
from ffstudio.cli.settings import add_settings, with_settings
from ffstudio.cli.signals import StopSignals
from ffstudio.cli.subcommand import Subcommand, add_data_folder, add_experiment, look_in, with_data
from ffstudio.core.errors import SpecError
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.numbers import write_json, write_percent
from ffstudio.core.run.agreement import compare_curves
from ffstudio.core.run.changes import change_text
from ffstudio.core.run.control import Control
from ffstudio.core.run.events import SettingChanged
from ffstudio.core.run.judging import Judging
from ffstudio.core.run.status import RunEnd
from ffstudio.files.runs.comparing import ComparedRun, read_run
from ffstudio.files.runs.library import find_run


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which experiment, what to change in it, and where to write."""
    add_experiment(parser)
    add_data_folder(
        parser,
        help="where data sets are looked for first; or a file or folder of images to learn from",
    )
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
    parser.add_argument(
        "--from",
        dest="nets",
        metavar="MODEL",
        type=Path,
        help="go on from the nets in a model file, anybody's .h5 or .keras, for the experiment's "
        "epochs; without an experiment by the one that made them",
    )
    parser.add_argument(
        "--tensorboard",
        metavar="DIR",
        type=Path,
        help="also write the curves there as event files, for 'tensorboard --logdir DIR'",
    )
    parser.add_argument("--no-record", action="store_true", help="keep nothing of the run")
    parser.add_argument(
        "--judge",
        choices=[judging.value for judging in Judging],
        help="images that each epoch but the last is judged on: all, or a fixed sample that "
        "takes about one twentieth of the time (default: all)",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object at the end")
    add_settings(parser)


def run(options: argparse.Namespace) -> int:
    """Trains, keeps what is learnt as it goes, and says how well the nets do."""
    look_in(options.data)
    before = read_run(find_run(options.rerun)) if options.rerun else None
    kept = _resume(options) if options.resume else _begin(options, before)
    control = Control()
    with StopSignals(control) as signals:
        report = RunReport(kept.session.spec, control)
        with report:
            finished = kept.train(report, control, options.tensorboard)
        written = kept.finish()
    data, spec = kept.data, kept.session.spec
    result = {
        "preset": kept.preset,
        "name": spec.name,
        "seed": spec.seed,
        "data": data.title,
        "evaluated_on": data.evaluated_on,
        **data_facts(data),
        "pictures": data.appearance.to_dict(),
        "run": None if kept.folder is None else str(kept.folder),
        "end": finished.end.value,
        "versions": kept.versions,
        "device": kept.device,
        "accuracy": finished.test_accuracy,
        # Of other images than the history, where some were held back.
        "tested_on": finished.tested_on,
        "seconds": {"import": kept.import_s, **finished.seconds},
        "history": [
            {k: v for k, v in row.items() if k != "evaluated_on"} for row in kept.history.epochs
        ],
    }
    for algorithm, value in finished.test_accuracy.items():
        if value is not None:
            label = {"ff": "Forward-Forward", "bp": "Backprop"}[algorithm]
            stream = sys.stderr if options.json else sys.stdout
            print(f"{label}: {write_percent(value, 2)} right of {finished.tested_on}", file=stream)
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
        print(write_json(result))
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
    changes: tuple[SettingChanged, ...] = ()
    nets = None if options.nets is None else open_nets(options.nets)
    if again is None:
        if nets is None or options.preset or options.experiment:
            spec = choose_experiment(options, "train")
        else:
            spec = nets.session.spec
        spec = with_data(spec, options.data)
        spec = with_settings(spec, options)
    else:
        _refuse_others(options, "--rerun", "the run is trained again as it was begun", ("out",))
        changes = tuple(again.record.changes)
        # What was changed while it trained is changed at the same steps: it begins as it began.
        begun = again.record.begun
        spec = again.folder.read_spec() if begun is None else begun.spec
        spec = with_found_data(spec, options.data)
        _tell_of_nets_before(again, spec)
        preset, judging = again.card.preset or None, again.card.judging
        if changes:
            told = ", ".join(f"{change_text(c)} in step {c.step}" for c in changes[:_TOLD_CHANGES])
            more = len(changes) - _TOLD_CHANGES
            rest = f" and {more} more" if more > 0 else ""
            print(f"Repeats what was changed while it trained: {told}{rest}.", file=sys.stderr)
    data = load_found(spec)
    tell_of_data(data)
    return begin(
        spec,
        data,
        options.out,
        preset=preset,
        judging=judging,
        is_kept=not options.no_record,
        changes=changes,
        nets=nets,
    )


def _tell_of_nets_before(again: ComparedRun, spec: ExperimentSpec) -> None:
    """Only what began with new nets can be repeated from its seed."""
    begun, name = again.record.begun, again.folder.path.name
    if begun is not None and begun.resumed:
        print(
            f"{name} went on from nets that had learnt before. It begins with new ones here: the "
            "curves agree only where those began with the same experiment and seed.",
            file=sys.stderr,
        )
    elif spec.network is not None:
        print(
            f"{name} has a net out of a model file. It begins with new weights here: the curves "
            "agree only if it did so then.",
            file=sys.stderr,
        )


# So many changes are named one by one.
_TOLD_CHANGES = 5
_OF_A_NEW_RUN = ("experiment", "preset", "epochs", "seed", "out", "judge", "settings", "nets")


def _refuse_others(
    options: argparse.Namespace, verb: str, why: str, allowed: Collection[str] = ()
) -> None:
    """Whatever else is asked for belongs to a new run."""
    for name in (*_OF_A_NEW_RUN, *({"resume", "rerun"} - {verb[2:]})):
        if name not in allowed and getattr(options, name):
            said = {"experiment": "An experiment", "settings": "--set", "nets": "--from"}
            shown = said.get(name, f"--{name}")
            raise SpecError(
                f"{shown} cannot be given with {verb}: {why}.", "Train anew for other settings."
            )


def _resume(options: argparse.Namespace) -> KeptRun:
    """Goes on with a run."""
    _refuse_others(options, "--resume", "the run goes on as it was begun")
    if options.no_record:
        raise SpecError("--no-record cannot be given with --resume.", "Leave it out.")
    return resume(options.resume, options.data)


COMMAND = Subcommand("train an experiment without a window", add_arguments, run)
