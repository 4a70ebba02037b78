"""``ffstudio sweep``: many runs of one experiment, with other settings and seeds."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ffstudio.cli.codes import FAILED, OK
from ffstudio.cli.experiments import choose_experiment
from ffstudio.cli.signals import StopSignals
from ffstudio.cli.subcommand import (
    Subcommand,
    add_data_folder,
    add_experiment,
    look_in,
    with_data,
)
from ffstudio.cli.sweep_worker import SweepReins, absolute, train_trials
from ffstudio.cli.sweep_workers import start_on_cluster, train_by_processes
from ffstudio.cli.terminal import is_terminal, print_cells, print_table
from ffstudio.core.errors import SpecError, SweepError
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.experiment.sweep_plan import (
    SEED,
    Sampler,
    SweepPlan,
    read_seeds,
    read_settings,
    summarise,
)
from ffstudio.core.experiment.sweep_rows import DONE, SweepRow
from ffstudio.core.experiment.sweep_rows import FAILED as ROW_FAILED
from ffstudio.core.numbers import number_text, write_json, write_percent
from ffstudio.files.sweeps.journal import import_optuna
from ffstudio.files.sweeps.study import Sweep, begin_sweep, holds_sweep, open_sweep

_NETS = {"ff": "Forward-Forward", "bp": "backprop"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What is tried, by whom, and where it is kept."""
    add_experiment(parser)
    add_data_folder(parser, help="where data sets are looked for first")
    parser.add_argument(
        "--out",
        metavar="DIR",
        type=Path,
        required=True,
        help="a run folder for every run; given again, from here or elsewhere, it joins the sweep "
        "or goes on with it",
    )
    parser.add_argument(
        "--set",
        dest="settings",
        metavar="NAME=VALUES",
        action="append",
        default=[],
        help="what a setting may be: layers.0.threshold=1,2,4, or a range: 0.5..4 (random, tpe), "
        "0.5..4:5 (five values), 1e-4..1e-1:4:log (in equal ratios); several times",
    )
    parser.add_argument("--seeds", metavar="SEEDS", help="like 1-5 or 1,2,7")
    parser.add_argument("--epochs", type=int, metavar="N")
    parser.add_argument(
        "--sampler",
        choices=[s.value for s in Sampler],
        help="how values are chosen (default: grid)",
    )
    parser.add_argument("--trials", type=int, metavar="N", help="runs that random or tpe make")
    parser.add_argument(
        "--prune",
        action="store_true",
        help="end runs early whose accuracy is below the median of the others after as many epochs",
    )
    parser.add_argument(
        "--by", choices=list(_NETS), help="the net whose accuracy counts (default: ff, if trained)"
    )
    parser.add_argument(
        "--storage",
        metavar="FILE_OR_URL",
        help="where the study is kept (default: a journal file in DIR); a database for machines "
        "that share no reliable drive",
    )
    parser.add_argument("--jobs", type=int, metavar="N", default=1, help="processes (default: 1)")
    parser.add_argument(
        "--slurm",
        nargs="?",
        const="slurm",
        metavar="CLUSTER",
        help="have SLURM start the processes and return at once ('local': this machine)",
    )
    parser.add_argument("--table", action="store_true", help="show the results, train nothing")
    parser.add_argument("--json", action="store_true", help="print one JSON object at the end")
    parser.add_argument("--worker", type=int, metavar="PID", help=argparse.SUPPRESS)


def run(options: argparse.Namespace) -> int:
    """Begins, joins or goes on with a sweep, and shows what came of it."""
    if options.jobs < 1:
        raise SweepError("At least one process must train.", "Give --jobs 1 or more.")
    import_optuna()
    if options.data is not None:
        options.data = absolute(options.data)
    look_in(options.data)
    out = absolute(options.out)
    sweep = _choose(options, out)
    reins = SweepReins()
    if options.worker is not None:
        with StopSignals(reins) as signals:
            train_trials(sweep, reins, options.worker or None)
        return signals.code if signals.caught else OK
    if options.table:
        return _show(sweep, options.json)
    if options.slurm:
        for line in start_on_cluster(out, options.slurm, options.jobs):
            print(line, file=sys.stderr)
        print(f"'ffstudio sweep --out {out} --table' shows the results.", file=sys.stderr)
        return OK
    _tell_what_comes(sweep, options.jobs)
    with StopSignals(reins) as signals:
        if options.jobs == 1:
            train_trials(sweep, reins)
        else:
            train_by_processes(sweep, options.jobs, reins)
    code = _show(sweep, options.json)
    if signals.caught:
        print(f"'ffstudio sweep --out {out}' goes on with the sweep.", file=sys.stderr)
        return signals.code
    return code


def _choose(options: argparse.Namespace, out: Path) -> Sweep:
    asked = [
        name
        for name in ("settings", "seeds", "epochs", "sampler", "trials", "prune", "by", "storage")
        if getattr(options, name)
    ]
    if not options.experiment and not options.preset and (holds_sweep(out) or not asked):
        if asked:
            name = "set" if asked[0] == "settings" else asked[0]
            raise SweepError(
                f"--{name} cannot be given here: the sweep in {out} goes on as it was begun.",
                "Name the experiment as well to begin another one elsewhere.",
            )
        sweep = open_sweep(out)
        if with_data(sweep.plan.spec, options.data) != sweep.plan.spec:
            raise SweepError(
                f"The sweep in {out} goes on with the images that it was begun with.",
                "Give --data the folder in which they lie, or leave it out.",
            )
        return sweep
    spec = with_data(choose_experiment(options, "train"), options.data)
    if options.epochs is not None:
        if options.epochs < 1:
            raise SpecError("A run has at least one epoch.", "Give --epochs 1 or more.")
        spec = spec.replace(epochs=options.epochs)
    storage = options.storage or ""
    if storage and "://" not in storage:
        storage = str(absolute(Path(storage)))
    plan = _plan(options, spec)
    plan.check()
    return begin_sweep(out, plan, storage)


def _plan(options: argparse.Namespace, spec: ExperimentSpec) -> SweepPlan:
    sampler = Sampler(options.sampler or Sampler.GRID.value)
    if sampler is Sampler.GRID and options.trials:
        raise SweepError("A grid tries all values.", "Leave --trials out, or name a --sampler.")
    return SweepPlan(
        spec,
        read_settings(spec, options.settings),
        read_seeds(options.seeds) if options.seeds else (spec.seed,),
        sampler,
        options.trials or 0,
        options.prune,
        options.by or ("ff" if spec.trains_ff else "bp"),
    )


def _tell_what_comes(sweep: Sweep, jobs: int) -> None:
    plan, rows = sweep.plan, sweep.rows()
    ended = sum(row.state not in ("waiting", "interrupted", "running") for row in rows)
    words = f"{len(rows)} runs" + (f", {ended} of them ended already" if ended else "")
    by = f", {jobs} at a time" if jobs > 1 else ""
    print(f"{words}{by}; the accuracy of {_NETS[plan.net]} counts.", file=sys.stderr)
    for name, why in plan.list_idle().items():
        print(f"{name} changes nothing here: {why}", file=sys.stderr)
    searches = plan.prunes or plan.sampler is Sampler.TPE
    if searches and not plan.spec.data.validation:
        print(
            "The search looks at test images: accuracies of the best will be too good by a little. "
            "Set data.validation in the experiment to search on images held back.",
            file=sys.stderr,
        )


# --- results ----------------------------------------------------------------------------


def _show(sweep: Sweep, as_json: bool) -> int:
    rows = sweep.rows()
    configurations = _configurations(sweep, rows)
    left = sum(row.state in ("waiting", "interrupted") for row in rows)
    if as_json:
        result = {
            "sweep": str(sweep.path),
            "plan": sweep.plan.to_dict(),
            "judged_on": _name_judged_set(sweep.plan),
            "runs": [_entry(row) for row in rows],
            "configurations": configurations,
        }
        print(write_json(result))
    else:
        _print(sweep, rows, configurations)
    if left:
        print(f"{left} of {len(rows)} runs are still to be made.", file=sys.stderr)
    return FAILED if any(row.state == ROW_FAILED for row in rows) else OK


def _name_judged_set(plan: SweepPlan) -> str:
    return "validation" if plan.spec.data.validation else "test"


def _entry(row: SweepRow) -> dict[str, Any]:
    return {
        "number": row.number,
        "settings": {k: v for k, v in row.chosen.items() if k != SEED},
        "seed": row.chosen.get(SEED),
        "state": row.state,
        "epochs": row.epochs,
        "judged": row.judged,
        "accuracy": dict(row.accuracy),
        "tested_on": row.tested_on,
        "seconds": row.seconds,
        "run": None if row.folder is None else str(row.folder),
        "problem": row.problem or None,
    }


def _configurations(sweep: Sweep, rows: list[SweepRow]) -> list[dict[str, Any]]:
    """Settings with the mean over their seeds, the best first; runs that were not ended early."""
    groups: dict[str, tuple[dict[str, Any], list[float]]] = {}
    for row in rows:
        if row.state == DONE and row.judged is not None:
            settings = {name: row.chosen.get(name) for name in sweep.plan.settings}
            groups.setdefault(json.dumps(settings), (dict(settings), []))[1].append(row.judged)
    entries = []
    for settings, judged in groups.values():
        mean, deviation = summarise(judged)
        spread = deviation if len(judged) > 1 else None
        entries.append({"settings": settings, "mean": mean, "sd": spread, "runs": len(judged)})
    return sorted(entries, key=lambda entry: -entry["mean"])


def _print(sweep: Sweep, rows: list[SweepRow], configurations: list[dict[str, Any]]) -> None:
    names = list(sweep.plan.settings)
    heads = ("run", *names, SEED, "state", "epochs", "judged", "FF", "BP", "s")
    lines = [
        (
            str(row.number) if row.folder is None else row.folder.name,
            *(_text(row.chosen.get(name)) for name in (*names, SEED)),
            row.state,
            str(row.epochs),
            _share(row.judged),
            _share(row.accuracy.get("ff")),
            _share(row.accuracy.get("bp")),
            "" if row.seconds is None else f"{row.seconds:.1f}",
        )
        for row in rows
    ]
    tested_on = next((row.tested_on for row in rows if row.tested_on), "the test images")
    judged_on = _name_judged_set(sweep.plan)
    about = f"judged: {_NETS[sweep.plan.net]} after its last epoch, on {judged_on} images. "
    about += f"FF, BP: right of {tested_on}."
    # Of seeds alone there is one mean; of one run alone there is none.
    has_means = bool(names) or any(e["runs"] > 1 for e in configurations)
    best = [
        (*(_text(e["settings"][n]) for n in names), _mean(e)) for e in configurations if has_means
    ]
    if is_terminal():
        numbers = range(1 + len(names), len(heads))
        print_table(heads, lines, numbers, below=[about])
        if best:
            print_table((*names, "judged, mean ± sd"), best)
    else:
        for line in (heads, *lines):
            print_cells(line)
        print(about)
        if best:
            best.insert(0, (*names, "judged, mean ± sd"))
        for line in best:
            print_cells(line)
    for row in rows:
        if row.problem:
            print(f"ffstudio: run {row.number}: {row.problem}", file=sys.stderr)


def _mean(entry: Mapping[str, Any]) -> str:
    if entry["sd"] is None:
        return f"{write_percent(entry['mean'], 2)} (one run)"
    return f"{write_percent(entry['mean'], 2)} ± {write_percent(entry['sd'], 2)} ({entry['runs']} runs)"


def _text(value: Any) -> str:
    return "" if value is None else number_text(value, grouped=False)


def _share(value: float | None) -> str:
    return "" if value is None else write_percent(value, 2)


COMMAND = Subcommand("train one experiment with many settings and seeds", add_arguments, run)
