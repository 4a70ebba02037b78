"""The command line: the studio's engine without a window.

Exit codes: 0 done; 1 training or a check failed; 2 wrong usage or bad input;
130 interrupted (what was learnt so far is kept and written).
"""

from __future__ import annotations

# First of all: it must come before NumPy.
import ffstudio._threads  # noqa: F401 # isort: skip

import argparse
import json
import math
import os
import signal
import sys
import time
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ffstudio import __version__
from ffstudio.core.disk import write_text_atomically
from ffstudio.core.errors import DatasetError, FfstudioError, ModelFileError, SpecError
from ffstudio.core.experiment import reading
from ffstudio.core.experiment.presets import preset, presets
from ffstudio.core.experiment.problems import spec_problems
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images import datasets
from ffstudio.core.images.data import PreparedData, Samples, prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.metrics import confusion_counts
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.core.model_formats import MODEL_FORMATS
from ffstudio.core.run.control import Control
from ffstudio.core.run.events import Diverged, EpochDone, Event, RunFinished, RunStarted, StepDone
from ffstudio.core.run.status import RunEnd

OK, FAILED, BAD_INPUT, INTERRUPTED = 0, 1, 2, 130

# How the packaged program starts itself to read one model file: see ffstudio.files.foreign.sandbox.
READ_MODEL = "--read-model"


def main(argv: Sequence[str] | None = None) -> int:
    """The ``ffstudio`` command; without a subcommand it opens the window."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments[:1] == [READ_MODEL]:
        from ffstudio.files.foreign.sandbox import child

        return child(arguments[1:])
    if arguments[:1] == ["--"]:
        return _open_window(arguments[1:])
    parser, commands = _parser()
    files = not any(a.startswith("-") for a in arguments)
    if files and not set(arguments[:1]) & commands:
        return _open_window(arguments)
    options = parser.parse_args(arguments)
    try:
        if options.selftest:
            from ffstudio.selftest import selftest

            return selftest()
        if not hasattr(options, "run"):
            parser.error("say which COMMAND")
        found: int = options.run(options)
        return found
    except FfstudioError as error:
        print(f"ffstudio: {error}", file=sys.stderr)
        return BAD_INPUT
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED


def _open_window(files: Sequence[str]) -> int:
    from ffstudio.app import run

    return run(files)


def _parser() -> tuple[argparse.ArgumentParser, set[str]]:
    """The parser, and the names of its commands: any other first word is a file to open."""
    parser = argparse.ArgumentParser(
        prog="ffstudio",
        description="Watch a neural network learn without backpropagation. Without a command the "
        "studio's window opens, with FILE if one is given.",
        epilog="A file given alone (a model or an experiment) is opened in the window.",
    )
    parser.add_argument("--version", action="version", version=f"ffstudio {__version__}")
    parser.add_argument("--selftest", action="store_true", help="check this installation")
    commands = parser.add_subparsers(metavar="COMMAND")

    train = commands.add_parser("train", help="train an experiment without a window")
    train.add_argument("experiment", nargs="?", metavar="EXPERIMENT.json")
    train.add_argument("--preset", metavar="NAME", help="one of 'ffstudio presets'")
    train.add_argument(
        "--data", metavar="DIR", type=Path, help="where data sets are looked for first"
    )
    train.add_argument("--epochs", type=int, metavar="N")
    train.add_argument("--seed", type=int, metavar="N")
    train.add_argument(
        "--out", metavar="DIR", type=Path, help="write model.h5, history and experiment there"
    )
    train.add_argument("--json", action="store_true", help="print one JSON object at the end")
    train.add_argument(
        "--set",
        dest="settings",
        metavar="NAME=VALUE",
        action="append",
        default=[],
        help="change a setting of the experiment, for example ff.negatives=random or "
        "layers.0.units=300; may be given several times",
    )
    train.set_defaults(run=_train)

    evaluate = commands.add_parser("evaluate", help="judge a saved model on a test set")
    evaluate.add_argument("model", metavar="MODEL", type=Path)
    evaluate.add_argument("--dataset", metavar="NAME", help="data set's name, or an .npz file")
    evaluate.add_argument("--data", metavar="DIR", type=Path)
    evaluate.add_argument("--json", action="store_true")
    evaluate.set_defaults(run=_evaluate)

    inspect = commands.add_parser(
        "inspect", help="say what is in a model file, without running anything in it"
    )
    inspect.add_argument("path", metavar="FILE", type=Path, help="a folder with --table")
    inspect.add_argument(
        "--table",
        action="store_true",
        help="try every model in the folder FILE: opened or refused, and how many test digits "
        "it recognises when it gets its images as it wants them",
    )
    inspect.add_argument(
        "--plain-keras",
        action="store_true",
        help="with --table: say beside it how many Keras recognises by itself, with the best "
        "preprocessing, in a process of its own; files that are refused are not handed to it",
    )
    inspect.add_argument("--data", metavar="DIR", type=Path)
    inspect.add_argument("--json", action="store_true")
    inspect.set_defaults(run=_inspect)

    converter = commands.add_parser(
        "convert", help="write a model in another format: Keras, weights, NumPy, ONNX, TFLite"
    )
    *others, last = MODEL_FORMATS
    endings = ", ".join(known.endings[0] for known in MODEL_FORMATS.values())
    converter.add_argument("source", metavar="IN", type=Path)
    converter.add_argument("target", metavar="OUT", type=Path)
    converter.add_argument(
        "--to",
        metavar="FORMAT",
        help=f"{', '.join(others)} or {last}; by default what OUT's ending says ({endings})",
    )
    converter.add_argument("--data", metavar="DIR", type=Path)
    converter.add_argument("--json", action="store_true")
    converter.set_defaults(run=_convert)

    table = commands.add_parser(
        "summary", help="list an experiment's layers with output shapes and parameters"
    )
    table.add_argument("experiment", nargs="?", metavar="EXPERIMENT.json")
    table.add_argument("--preset", metavar="NAME", help="one of 'ffstudio presets'")
    table.add_argument("--data", metavar="DIR", type=Path)
    table.add_argument("--json", action="store_true")
    table.set_defaults(run=_summary)

    listing = commands.add_parser("presets", help="list the experiments that come with ffstudio")
    listing.add_argument("--json", action="store_true")
    listing.set_defaults(run=_presets)
    return parser, set(commands.choices)


# --- presets ----------------------------------------------------------------------------


def _presets(options: argparse.Namespace) -> int:
    if options.json:
        print(json.dumps({name: reading.to_dict(spec) for name, spec in presets().items()}))
        return OK
    import textwrap

    for name, spec in presets().items():
        print(name)
        print(textwrap.fill(spec.description, 92, initial_indent="    ", subsequent_indent="    "))
    return OK


# --- convert ----------------------------------------------------------------------------


def _convert(options: argparse.Namespace) -> int:
    _look_in(options.data)
    if not options.source.is_file():
        raise ModelFileError(f"There is no file {options.source}.", "Give the path of a model.")
    from ffstudio.engine.saving.convert import convert

    done = convert(options.source, options.target, options.to)
    if options.json:
        print(json.dumps({**asdict(done), "path": str(done.path)}))
        return OK
    print(f"Wrote {done.path} ({done.format}, {done.size:,} bytes)")
    for note in done.notes:
        print(f"    {note}")
    return OK


# --- summary ----------------------------------------------------------------------------


def _summary(options: argparse.Namespace) -> int:
    from ffstudio.core.experiment.summary import summary, summary_text

    _look_in(options.data)
    if bool(options.preset) == bool(options.experiment):
        raise SpecError("Say what to list.", "Give either --preset NAME or EXPERIMENT.json.")
    spec = preset(options.preset) if options.preset else reading.read_experiment(options.experiment)
    try:
        images = datasets.load(spec.data)
        shape = DataShape(images.image_shape, images.class_names, images.title)
    except DatasetError:
        known = datasets.DATASETS[spec.data.name].shape
        if known is None:
            raise
        shape = known
    problems = spec_problems(spec, shape.num_inputs, shape.num_classes, shape.image_shape)
    if problems:
        raise SpecError(f"{problems[0].path_text}: {problems[0].reason}.", problems[0].fix)
    rows = summary(spec, shape)
    print(json.dumps([asdict(row) for row in rows]) if options.json else summary_text(rows))
    return OK


# --- inspect ----------------------------------------------------------------------------


def _inspect(options: argparse.Namespace) -> int:
    from ffstudio.core.describe import cards
    from ffstudio.files.foreign import sandbox

    if options.table:
        return _inspect_folder(options)
    if options.plain_keras:
        raise SpecError("--plain-keras belongs to --table.", "Give --table and a folder.")
    card = sandbox.examine(options.path).card
    print(json.dumps(card.to_dict()) if options.json else card.text())
    return FAILED if card.status == cards.REFUSED else OK


def _inspect_folder(options: argparse.Namespace) -> int:
    _look_in(options.data)
    if not options.path.is_dir():
        raise SpecError(f"There is no folder {options.path}.", "Give --table an existing folder.")
    from ffstudio.engine.strangers.trials import table_of, text_of

    def tell(name: str) -> None:
        if not options.json and sys.stderr.isatty():
            print(f"\r{name[:70]}\x1b[K", end="", file=sys.stderr, flush=True)

    table = table_of(options.path, tell, options.plain_keras)
    tell("")
    print(json.dumps(table) if options.json else text_of(table))
    return OK


# --- train ------------------------------------------------------------------------------


def _experiment(options: argparse.Namespace) -> tuple[str | None, ExperimentSpec]:
    if bool(options.preset) == bool(options.experiment):
        raise SpecError("Say what to train.", "Give either --preset NAME or EXPERIMENT.json.")
    spec = preset(options.preset) if options.preset else reading.read_experiment(options.experiment)
    config = json.loads(reading.to_json(spec))
    for setting in options.settings:
        _set(config, setting)
    for key in ("epochs", "seed"):
        if getattr(options, key) is not None:
            config[key] = getattr(options, key)
    return options.preset, reading.from_dict(config)


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
    place[key] = value


def _look_in(folder: Path | None) -> None:
    if folder is None:
        return
    if not folder.is_dir():
        raise SpecError(f"There is no folder {folder}.", "Give --data an existing folder.")
    os.environ["FFSTUDIO_DATA"] = str(folder)


def _data(spec: ExperimentSpec) -> PreparedData:
    return prepare(datasets.load(spec.data), spec.data, spec.seed)


def _train(options: argparse.Namespace) -> int:
    name, spec = _experiment(options)
    _look_in(options.data)
    if options.out is not None:
        try:
            options.out.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SpecError(f"{options.out} cannot be made ({error.strerror}).", "") from error
    data = _data(spec)
    start = time.perf_counter()
    from ffstudio import engine

    imported = time.perf_counter() - start
    session = engine.Session(spec, data)
    control = Control()
    report = _Report(spec, control)
    interrupted = _stop_on_interrupt(control)
    finished = session.run(report, control, run_id=1)
    report.close()
    written = options.out is None or _write(session, spec, options.out)
    result = {
        "preset": name,
        "name": spec.name,
        "seed": spec.seed,
        "data": data.title,
        "evaluated_on": data.evaluated_on,
        "end": finished.end.value,
        "versions": engine.versions(),
        "accuracy": _finite(finished.test_accuracy),
        "seconds": {"import": imported, **finished.seconds},
        "history": [
            {k: v for k, v in _finite(row).items() if k != "evaluated_on"}
            for row in session.history.epochs
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


def _write(session: Any, spec: ExperimentSpec, folder: Path) -> bool:
    """Writes what a run made; says so when it cannot."""
    from ffstudio import engine

    try:
        engine.save_session(session, folder / "model.h5")
        write_text_atomically(folder / "history.csv", session.history.to_csv())
        write_text_atomically(folder / "history.json", session.history.to_json())
        write_text_atomically(folder / "experiment.json", reading.to_json(spec))
    except (FfstudioError, OSError) as error:
        print(f"ffstudio: {folder} could not be written: {error}", file=sys.stderr)
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


class _Report:
    """Tells how a run goes: a bar on a terminal, a line per epoch elsewhere."""

    def __init__(self, spec: ExperimentSpec, control: Control) -> None:
        from ffstudio.core.run.progress import ProgressMeter

        self._make_meter = ProgressMeter
        self._meter: ProgressMeter | None = None
        self._control = control
        self._bar = sys.stderr.isatty()
        self._drawn = 0.0
        self._epochs = spec.epochs
        self.diverged: str | None = None

    def __call__(self, event: Event) -> None:
        if isinstance(event, RunStarted):
            self._meter = self._make_meter(event)
        elif isinstance(event, StepDone) and self._meter is not None:
            self._meter.add(event)
            if self._bar and time.monotonic() - self._drawn > 0.1:
                self._draw()
        elif isinstance(event, EpochDone):
            self._line(event)
        elif isinstance(event, Diverged):
            self.diverged = event.message
            self._control.stop()
        elif isinstance(event, RunFinished):
            self.close()

    def _line(self, event: EpochDone) -> None:
        self.close()
        name = "FF" if event.algorithm == "ff" else "BP"
        also = event.number("read_out_accuracy")
        read_out = "" if math.isnan(also) else f" (read-out {also:.2%})"
        print(
            f"{name} epoch {event.epoch}/{self._epochs}  loss {event.number('epoch_loss'):.4f}  "
            f"{event.evaluated_on} accuracy {event.number('accuracy'):.2%}{read_out}  "
            f"{event.seconds:.1f} s",
            file=sys.stderr,
            flush=True,
        )

    def _draw(self) -> None:
        assert self._meter is not None  # noqa: S101 - the caller has checked
        self._drawn = time.monotonic()
        now = self._meter.progress
        filled = int(30 * now.fraction)
        left = f"{now.eta_s:.0f} s left" if now.eta_s is not None else ""
        layer = f" layer {now.layer + 1}" if now.layer is not None else ""
        print(
            f"\r[{'█' * filled}{'·' * (30 - filled)}] {now.fraction:4.0%}  "
            f"{now.samples_per_second:,.0f} images/s{layer}  {left}\x1b[K",
            end="",
            file=sys.stderr,
            flush=True,
        )

    def close(self) -> None:
        """Clears the bar."""
        if self._bar:
            print("\r\x1b[K", end="", file=sys.stderr, flush=True)


# --- evaluate ---------------------------------------------------------------------------


def _evaluate(options: argparse.Namespace) -> int:
    _look_in(options.data)
    found = _to_judge(options.model)
    data_spec = found.spec.data if found.spec is not None else DataSpec()
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
    data = prepare(dataset, DataSpec(data_spec.name, data_spec.path), 0)
    nets = found.snapshot
    if nets.role != "classifier":
        raise ModelFileError(
            f"{options.model.name} is no classifier but: {nets.role}.",
            "See ffstudio inspect.",
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
    }
    ff = _judged(nets.ff, data.test, nets.num_classes) if nets.ff is not None else None
    bp = _judged(nets.bp, data.test, nets.num_classes) if nets.bp is not None else None
    way = found.spec.network.preprocessing if found.spec and found.spec.network else None
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
    return OK


def _to_judge(path: Path) -> Any:
    """A model of ours, or a stranger's with the preprocessing that suits it: spec, snapshot."""
    from ffstudio.core.describe.cards import OURS
    from ffstudio.files.foreign import sandbox
    from ffstudio.files.ours.archive import read_archive

    found = sandbox.examine(path)
    if found.card.kind == OURS:
        return read_archive(path)
    from ffstudio.engine.strangers.opened import taken_up

    return taken_up(found)


def _judged(
    net: FFSnapshot | NetworkSnapshot, samples: Samples, num_classes: int
) -> dict[str, Any]:
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


if __name__ == "__main__":
    sys.exit(main())
