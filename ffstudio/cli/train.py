"""``ffstudio train``: an experiment without a window."""

from __future__ import annotations

import argparse
import json
import math
import signal
import sys
import time
from pathlib import Path
from typing import Any

from ffstudio.cli.codes import FAILED, INTERRUPTED, OK
from ffstudio.cli.experiments import choose_experiment
from ffstudio.cli.run_report import RunReport
from ffstudio.cli.subcommand import Subcommand, add_data_folder, add_experiment, look_in
from ffstudio.core.disk import write_text_atomically
from ffstudio.core.errors import FfstudioError, SpecError, error_words
from ffstudio.core.experiment import reading
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.numbers import number_text, read_number
from ffstudio.core.run.control import Control
from ffstudio.core.run.events import Event
from ffstudio.core.run.history import History
from ffstudio.core.run.judging import Judging
from ffstudio.core.run.status import RunEnd


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which experiment, what to change in it, and where to write."""
    add_experiment(parser)
    add_data_folder(parser, help="where data sets are looked for first")
    parser.add_argument("--epochs", type=int, metavar="N")
    parser.add_argument("--seed", type=int, metavar="N")
    parser.add_argument(
        "--out", metavar="DIR", type=Path, help="write model.h5, history and experiment there"
    )
    parser.add_argument(
        "--judge",
        choices=[judging.value for judging in Judging],
        default=Judging.WHOLE.value,
        help="images that each epoch but the last is judged on: all, or a fixed sample that "
        "takes about one twentieth of the time (default: %(default)s)",
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
    """Trains, writes what is asked for, and says how well the nets do."""
    spec = _with_settings(choose_experiment(options, "train"), options)
    look_in(options.data)
    if options.out is not None:
        try:
            options.out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SpecError(f"{options.out} cannot be made ({error_words(error)}).", "") from error
    data = prepare(datasets.load(spec.data), spec.data, spec.seed)
    start = time.perf_counter()
    from ffstudio import engine

    imported = time.perf_counter() - start
    session, history = engine.Session(spec, data), History()
    control = Control()
    interrupted = _stop_on_interrupt(control)
    with RunReport(spec, control) as report:

        def follow(event: Event) -> None:
            history.add(event)
            report(event)

        finished = session.run(follow, control, run_id=1, judging=Judging(options.judge))
    written = options.out is None or _write(session, history, spec, options.out)
    result = {
        "preset": options.preset,
        "name": spec.name,
        "seed": spec.seed,
        "data": data.title,
        "evaluated_on": data.evaluated_on,
        "end": finished.end.value,
        "versions": engine.versions(),
        "accuracy": _finite(finished.test_accuracy),
        "seconds": {"import": imported, **finished.seconds},
        "history": [
            {k: v for k, v in _finite(row).items() if k != "evaluated_on"} for row in history.epochs
        ],
    }
    for algorithm, value in finished.test_accuracy.items():
        if value is not None:
            label = {"ff": "Forward-Forward", "bp": "Backprop"}[algorithm]
            stream = sys.stderr if options.json else sys.stdout
            print(f"{label}: {value:.2%} test accuracy on {data.title}", file=stream)
    if options.json:
        print(json.dumps(result))
    if report.diverged is not None:
        print(f"ffstudio: {report.diverged}", file=sys.stderr)
    if report.diverged is not None or not written:
        return FAILED
    return INTERRUPTED if interrupted() and finished.end is RunEnd.STOPPED else OK


def _write(session: Any, history: History, spec: ExperimentSpec, folder: Path) -> bool:
    """Writes what a run made; says so when it cannot."""
    from ffstudio import engine

    try:
        engine.save_session(session, folder / "model.h5", history=history)
        write_text_atomically(folder / "history.csv", history.to_csv())
        write_text_atomically(folder / "history.json", history.to_json())
        write_text_atomically(folder / "experiment.json", reading.to_json(spec))
    except (FfstudioError, OSError) as error:
        print(f"ffstudio: {folder} could not be written: {error_words(error)}", file=sys.stderr)
        return False
    print(f"Wrote {folder}", file=sys.stderr)
    return True


def _finite(row: dict[str, Any]) -> dict[str, Any]:
    """JSON knows no NaN: what was not measured becomes null."""

    def clean(value: Any) -> Any:
        if isinstance(value, list):
            return [clean(v) for v in value]
        if isinstance(value, float) and not math.isfinite(value):
            return None
        return value

    return {k: clean(v) for k, v in row.items()}


def _stop_on_interrupt(control: Control) -> Any:
    """First Ctrl-C ends the run and keeps what was learnt, the second leaves at once."""
    asked: list[int] = []

    def stop(number: int, frame: Any) -> None:
        if asked:
            raise KeyboardInterrupt
        asked.append(number)
        print("\nStopping after this batch; press Ctrl-C again to leave at once.", file=sys.stderr)
        # A handler runs in the thread that may hold the control's lock.
        import threading

        threading.Thread(target=control.stop, daemon=True).start()

    signal.signal(signal.SIGINT, stop)
    return lambda: bool(asked)


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
    *path, last = name.split(".")
    if not equals or not last:
        raise SpecError(f"--set {setting!r} is no setting.", "Write NAME=VALUE, like ff.loss=…")
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
            f"There is no setting {name!r}.",
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


COMMAND = Subcommand("train an experiment without a window", add_arguments, run)
