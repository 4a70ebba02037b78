"""A sweep in its folder: the queue of its trials, shared by all processes that train them.

::

    sweep.json       what is tried: settings, seeds, sampler, the experiment
    study.journal    Optuna's: every trial, its values, its accuracy after each epoch
    run-0000, …      a run folder for every trial

All trials are queued when the sweep is begun, so that each is trained once, whoever takes it;
with the samplers *random* and *tpe* the values of a trial are chosen when it is taken. What a
process leaves behind that was killed is queued again, and its run goes on.
"""

from __future__ import annotations

import datetime
import json
import os
import uuid
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from ffstudio.core.disk import write_text_atomically
from ffstudio.core.errors import FfstudioError, SweepError, error_words
from ffstudio.core.experiment.sweep_plan import SEED, Sampler, SweepPlan, Value, Values
from ffstudio.core.experiment.sweep_rows import (
    DONE,
    FAILED,
    INTERRUPTED,
    PRUNED,
    RUNNING,
    WAITING,
    SweepRow,
)
from ffstudio.core.words import tr
from ffstudio.files.runs.folder import RUN, RunFolder
from ffstudio.files.runs.library import look_at
from ffstudio.files.runs.writer import is_alive, is_elsewhere, this_process
from ffstudio.files.sweeps.journal import JOURNAL, hold, import_optuna, open_storage

SWEEP = "sweep.json"
# A trial whose process is killed so often without getting any further is given up.
_MOST_TRIES = 3
# A process on another machine that has begun no run in that time is thought dead.
_SILENT_S = 300.0
# Runs that end before the first is ended early, and epochs that none is ended in.
_UNPRUNED_RUNS, _UNPRUNED_EPOCHS = 3, 1


class TakenTrial:
    """A trial that this process trains.

    Attributes:
        chosen: Its settings and ``seed``.
        folder: Where its run is kept.
        goes_on: Whether that has been begun before, by a process that was ended.
    """

    def __init__(self, sweep: Sweep, trial: Any, chosen: Mapping[str, Value]) -> None:
        self._sweep, self._trial = sweep, trial
        self.number: int = trial.number
        self.chosen = chosen
        before = trial.user_attrs.get("goes_on", "")
        self.goes_on = bool(before) and (sweep.path / before / "run.json").is_file()
        name = before if self.goes_on else f"run-{self.number:04d}"
        self.folder = sweep.path / name
        trial.set_user_attr("run", name)

    def begin_anew(self) -> None:
        """What was begun before cannot go on: this run has a folder of its own."""
        self.goes_on, name = False, f"run-{self.number:04d}-anew"
        self.folder = self._sweep.path / name
        self._trial.set_user_attr("run", name)

    def report(self, accuracy: float, epoch: int) -> None:
        """Notes the accuracy after an epoch."""
        self._trial.report(accuracy, epoch)

    def is_behind(self) -> bool:
        """Whether it should be ended early."""
        return self._sweep.plan.prunes and bool(self._trial.should_prune())

    def finish(self, value: float, result: Mapping[str, Any]) -> None:
        """It has been trained to its end."""
        self._note(result)
        self._sweep.tell(self.number, "COMPLETE", value)

    def prune(self, result: Mapping[str, Any]) -> None:
        """It has been ended early."""
        self._note(result)
        self._sweep.tell(self.number, "PRUNED")

    def fail(self, problem: str) -> None:
        """It cannot be trained."""
        self._trial.set_user_attr("problem", problem)
        self._sweep.tell(self.number, "FAIL")

    def give_back(self) -> None:
        """It waits again, to go on where it stands."""
        self._sweep.queue_again(self.number)

    def _note(self, result: Mapping[str, Any]) -> None:
        for name, value in result.items():
            self._trial.set_user_attr(name, value)


class Sweep:
    """A sweep that has been begun; made by :func:`begin_sweep` and :func:`open_sweep`."""

    def __init__(self, path: Path, plan: SweepPlan, study: Any) -> None:
        self.path, self.plan = path, plan
        self._study = study
        self._optuna = import_optuna()
        self._states = self._optuna.trial.TrialState

    # --- trials ---------------------------------------------------------------------

    def take(self) -> TakenTrial | None:
        """The next trial for this process; None when none waits."""
        with hold(str(self.path / SWEEP)):
            self._queue_abandoned()
            if not self._trials(self._states.WAITING):
                return None
            trial = self._study.ask()
            trial.set_user_attr("worker", this_process())
        self._study.sampler = _sampler(self.plan, trial.number)
        chosen = {name: _suggest(trial, name, v) for name, v in self.plan.settings.items()}
        chosen[SEED] = trial.suggest_categorical(SEED, self.plan.seeds)
        return TakenTrial(self, trial, chosen)

    def queue_abandoned(self) -> int:
        """Queues again what processes have left that were killed; returns how many that are."""
        with hold(str(self.path / SWEEP)):
            return self._queue_abandoned()

    def queue_again(self, number: int) -> None:
        """Queues a trial of this process again."""
        with hold(str(self.path / SWEEP)):
            self._replace(self._study.get_trials(deepcopy=False)[number], 0)

    def tell(self, number: int, state: str, value: float | None = None) -> None:
        """Notes how a trial has ended."""
        self._study.tell(number, value, state=self._states[state])

    def count_waiting(self) -> int:
        """Trials that nobody trains yet."""
        return len(self._trials(self._states.WAITING))

    def _trials(self, *states: Any) -> list[Any]:
        trials: list[Any] = self._study.get_trials(deepcopy=False, states=states or None)
        return trials

    def _queue_abandoned(self) -> int:
        running = self._trials(self._states.RUNNING)
        abandoned = [trial for trial in running if self._is_abandoned(trial)]
        for trial in abandoned:
            self._give_up_or_replace(trial)
        return len(abandoned)

    def _give_up_or_replace(self, trial: Any) -> None:
        tries = int(trial.user_attrs.get("tries", 0)) + 1
        if self._epochs_of(trial) > int(trial.user_attrs.get("epochs_before", 0)):
            tries = 0  # it gets further each time
        if tries >= _MOST_TRIES:
            self.tell(trial.number, "FAIL")
            return
        self._replace(trial, tries)

    def _replace(self, trial: Any, tries: int) -> None:
        # Whatever is killed between two of these lines, the trial is neither lost nor doubled.
        if trial.number not in self._list_replaced():
            fixed = trial.system_attrs.get("fixed_params", {})
            attributes = {
                "replaces": trial.number,
                "goes_on": trial.user_attrs.get("run", ""),
                "tries": tries,
                "epochs_before": self._epochs_of(trial),
            }
            self._study.enqueue_trial({**fixed, **trial.params}, user_attrs=attributes)
        self.tell(trial.number, "FAIL")

    def _list_replaced(self) -> set[int]:
        return {t.user_attrs["replaces"] for t in self._trials() if "replaces" in t.user_attrs}

    def _is_abandoned(self, trial: Any) -> bool:
        worker = trial.user_attrs.get("worker")
        if isinstance(worker, dict) and not is_elsewhere(worker):
            return not is_alive(worker)
        folder = self._folder_of(trial)
        if folder is not None and (folder / "run.json").is_file():
            try:
                return RunFolder(folder).state() != RUNNING and self._is_silent(trial)
            except FfstudioError:
                return self._is_silent(trial)
        return self._is_silent(trial)

    def _is_silent(self, trial: Any) -> bool:
        """Whether it was begun long ago, for one that nobody seems to train."""
        begun = trial.datetime_start
        if begun is None:
            return True
        return (datetime.datetime.now(begun.tzinfo) - begun).total_seconds() > _SILENT_S

    def _folder_of(self, trial: Any) -> Path | None:
        name = trial.user_attrs.get("run") or trial.user_attrs.get("goes_on")
        return self.path / name if name else None

    def _epochs_of(self, trial: Any) -> int:
        folder = self._folder_of(trial)
        return 0 if folder is None else look_at(RunFolder(folder)).epochs

    # --- results --------------------------------------------------------------------

    def rows(self) -> list[SweepRow]:
        """Every run of the sweep, in the order of their queue."""
        trials, replaced = self._trials(), self._list_replaced()
        first = {trial.number: trial.number for trial in trials}
        for trial in trials:  # each comes after the one that it replaces
            first[trial.number] = first.get(trial.user_attrs.get("replaces"), trial.number)
        rows = [self._row(t, first[t.number]) for t in trials if t.number not in replaced]
        return sorted(rows, key=lambda row: row.number)

    def _row(self, trial: Any, first: int) -> SweepRow:
        about, states = trial.user_attrs, self._states
        state = {
            states.WAITING: WAITING,
            states.COMPLETE: DONE,
            states.PRUNED: PRUNED,
            states.FAIL: FAILED,
        }.get(trial.state, RUNNING)
        if (state == RUNNING and self._is_abandoned(trial)) or (
            state == WAITING and about.get("goes_on")
        ):
            state = INTERRUPTED
        epochs = max(trial.intermediate_values, default=0)
        folder = self._folder_of(trial)
        fixed = trial.system_attrs.get("fixed_params", {})
        judged = trial.value if state == DONE else trial.intermediate_values.get(epochs)
        is_begun = folder is not None and folder.is_dir()
        return SweepRow(
            number_of(folder.name, first) if folder is not None and is_begun else first,
            {**fixed, **trial.params},
            state,
            epochs or int(about.get("epochs_before", 0)),
            judged,
            about.get("accuracy", {}),
            about.get("tested_on", ""),
            about.get("seconds"),
            folder if is_begun else None,
            about.get("problem", _say_killed() if state == FAILED else ""),
        )


def number_of(folder: str, otherwise: int) -> int:
    """A run's number, which its folder has from the trial that began it, however often it was
    ended and another trial went on with it.
    """
    number = folder.removeprefix("run-").removesuffix("-anew")
    return int(number) if number.isdigit() else otherwise


def _say_killed() -> str:
    return tr(
        "Its process was killed {count} times without getting any further.", count=_MOST_TRIES
    )


def _suggest(trial: Any, name: str, values: Values) -> Value:
    chosen: Value
    if values.listed:
        chosen = trial.suggest_categorical(name, values.listed)
    elif values.is_whole:
        chosen = trial.suggest_int(name, round(values.low), round(values.high), log=values.is_log)
    else:
        chosen = trial.suggest_float(name, values.low, values.high, log=values.is_log)
    return chosen


def _sampler(plan: SweepPlan, number: int) -> Any:
    """Chooses the values of one trial: the same for any number of processes, but for TPE,
    which goes by what is known by then."""
    samplers = import_optuna().samplers
    seed = int(np.random.default_rng([plan.seeds[0], number]).integers(2**31))
    if plan.sampler is Sampler.TPE:
        return samplers.TPESampler(seed=seed, constant_liar=True)
    return samplers.RandomSampler(seed=seed)  # a grid leaves it nothing to choose


# --- beginning and joining --------------------------------------------------------------


def begin_sweep(path: Path, plan: SweepPlan, storage: str = "") -> Sweep:
    """Begins a sweep in a folder, or joins the same one that was begun there.

    Args:
        storage: A file or the address of a database; empty for a journal in the folder.

    Raises:
        SweepError: The folder holds another sweep, or it cannot be written.
    """
    optuna = import_optuna()
    path = path.absolute()
    try:
        path.mkdir(parents=True, exist_ok=True)
        with hold(str(path / SWEEP)) as lock:
            if (path / SWEEP).exists():
                _refuse_another(path, plan, storage)
            elif (path / RUN).exists():
                raise SweepError(
                    tr("{path} holds a run already.", path=path), tr("Name another folder.")
                )
            else:
                name = f"ffstudio-{uuid.uuid4().hex}"
                where = storage or JOURNAL
                study = optuna.create_study(
                    storage=open_storage(_place(path, where)), study_name=name, direction="maximize"
                )
                for i, fixed in enumerate(plan.queue()):
                    study.enqueue_trial(fixed)
                    if i % 50 == 0:
                        os.utime(lock)
                config = {**plan.to_dict(), "study": name, "storage": where}
                write_text_atomically(path / SWEEP, json.dumps(config, indent=2) + "\n")
    except OSError as error:
        raise SweepError(
            tr(
                "{path} cannot be written ({error_words}).",
                path=path,
                error_words=error_words(error),
            ),
            tr("Name another --out."),
        ) from error
    return open_sweep(path)


def holds_sweep(path: Path) -> bool:
    """True for the folder of a sweep."""
    return (path / SWEEP).is_file()


def open_sweep(path: Path) -> Sweep:
    """A sweep that was begun.

    Raises:
        SweepError: There is none, or it cannot be read.
    """
    optuna = import_optuna()
    path = path.absolute()
    plan, config = _read(path)
    where = _place(path, str(config["storage"]))
    if "://" not in where and not Path(where).is_file():
        raise SweepError(
            tr("{where} is missing.", where=where), tr("Bring it back, or begin the sweep anew.")
        )
    try:
        study = optuna.load_study(
            study_name=str(config["study"]),
            storage=open_storage(where),
            pruner=optuna.pruners.MedianPruner(_UNPRUNED_RUNS, _UNPRUNED_EPOCHS),
            sampler=optuna.samplers.RandomSampler(),
        )
    except KeyError as error:
        raise SweepError(
            tr("{where} does not hold the sweep.", where=where), tr("Bring back the right one.")
        ) from error
    except ValueError as error:
        raise SweepError(
            tr("{where} is damaged.", where=where), tr("Begin the sweep anew elsewhere.")
        ) from error
    return Sweep(path, plan, study)


def _read(path: Path) -> tuple[SweepPlan, dict[str, Any]]:
    try:
        config = json.loads((path / SWEEP).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise SweepError(
            tr("{path} holds no sweep.", path=path), tr("Say what to train, to begin one.")
        ) from error
    except (OSError, ValueError) as error:
        why = error_words(error) if isinstance(error, OSError) else "it is damaged"
        raise SweepError(
            tr("{path} cannot be read ({why}).", path=path / SWEEP, why=why),
            tr("Get a fresh copy."),
        ) from error
    plan = SweepPlan.from_dict(config)
    if "study" not in config or "storage" not in config:
        raise SweepError(tr("{path} is damaged.", path=path / SWEEP), tr("Get a fresh copy."))
    return plan, config


def _place(path: Path, storage: str) -> str:
    """Where a storage is: beside the runs unless it is elsewhere."""
    return storage if "://" in storage else str(path / storage)


def _refuse_another(path: Path, plan: SweepPlan, storage: str) -> None:
    there, config = _read(path)
    if there != plan or (storage and storage != config["storage"]):
        raise SweepError(
            tr("{path} holds another sweep.", path=path),
            tr(
                "Go on with that by 'ffstudio sweep --out {path}' alone, or name another --out.",
                path=path,
            ),
        )
