"""The record of a run: one line of JSON per event, appended while it trains.

A record can be read while it grows and after its writer was killed: a last line without its
end is not there yet, or never will be, and counts for nothing. Numbers are written so that
they read back bit for bit; what is not finite, as ``null``, ``"inf"`` or ``"-inf"``.
"""

from __future__ import annotations

import base64
import json
import math
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import FfstudioError, RunFolderError, explain_reading
from ffstudio.core.experiment import reading
from ffstudio.core.numbers import write_json
from ffstudio.core.run.changes import read_change
from ffstudio.core.run.events import (
    Diverged,
    EpochDone,
    Event,
    NetEnded,
    RunFinished,
    RunStarted,
    SettingChanged,
    StatusChanged,
    StepDone,
    TimeSpent,
)
from ffstudio.core.run.history import History
from ffstudio.core.run.quantities import QUANTITIES, Value
from ffstudio.core.run.status import RunEnd, RunStatus
from ffstudio.core.words import tr

RECORD_FORMAT = "ffstudio-record"
RECORD_VERSION = 1
# Of a damaged record: a line of predictions of a million images is far below.
_LONGEST_LINE = 64 * 2**20

Entry = dict[str, Any]

# --- one event --------------------------------------------------------------------------


def _number(value: float) -> float | str | None:
    if math.isfinite(value):
        return float(value)
    return None if math.isnan(value) else ("inf" if value > 0 else "-inf")


def _float(entry: Any) -> float:
    if entry is None:
        return math.nan
    if isinstance(entry, bool) or not isinstance(entry, (int, float, str)):
        raise ValueError("no number")
    return float(entry)


def _values(values: Mapping[str, Value]) -> Entry:
    return {
        name: [_number(v) for v in value] if isinstance(value, tuple) else _number(value)
        for name, value in values.items()
    }


def _read_values(entry: Entry) -> dict[str, Value]:
    # A quantity that a newer ffstudio has declared is left out.
    return {
        name: tuple(_float(v) for v in value) if isinstance(value, list) else _float(value)
        for name, value in entry.items()
        if name in QUANTITIES
    }


def _pack(array: npt.NDArray[np.integer]) -> str:
    """Whole numbers as text: small, and exact."""
    return base64.b64encode(zlib.compress(array.astype("<i4").tobytes(), 6)).decode()


def _unpack(text: str) -> npt.NDArray[np.int32]:
    inflater = zlib.decompressobj()
    content = inflater.decompress(base64.b64decode(text), _LONGEST_LINE)
    if inflater.unconsumed_tail:
        raise ValueError("too long")
    return np.frombuffer(content, "<i4").astype(np.int32)


def _write_step(event: StepDone) -> Entry:
    entry: Entry = {
        "net": event.algorithm,
        "step": event.step,
        "epoch": event.epoch,
        "seconds": event.seconds,
        "losses": [_number(v) for v in event.losses],
        "samples": event.samples,
    }
    if event.multiply_adds:
        entry["work"] = _number(event.multiply_adds)
    if event.layer is not None:
        entry["layer"] = event.layer
    if event.values:
        entry["values"] = _values(event.values)
    if event.frozen:
        entry["frozen"] = list(event.frozen)
    return entry


def _read_step(entry: Entry) -> StepDone:
    return StepDone(
        0,
        _net(entry),
        int(entry["step"]),
        _float(entry["epoch"]),
        _float(entry["seconds"]),
        tuple(_float(v) for v in entry["losses"]),
        entry.get("layer"),
        int(entry.get("samples", 0)),
        _read_values(entry.get("values", {})),
        _float(entry.get("work", 0.0)),
        tuple(int(layer) for layer in entry.get("frozen", ())),
    )


def _write_epoch(event: EpochDone) -> Entry:
    entry: Entry = {
        "net": event.algorithm,
        "epoch": event.epoch,
        "step": event.step,
        "seconds": event.seconds,
        "on": event.evaluated_on,
        "values": _values(event.values),
        "predictions": _pack(event.predictions),
    }
    if event.rows is not None:
        entry["rows"] = _pack(event.rows)
    return entry


def _read_epoch(entry: Entry) -> EpochDone:
    if entry["on"] not in ("validation", "test"):
        raise ValueError("no set")
    rows = entry.get("rows")
    return EpochDone(
        0,
        _net(entry),
        int(entry["epoch"]),
        int(entry["step"]),
        _float(entry["seconds"]),
        entry["on"],
        _unpack(entry["predictions"]).astype(np.int16),
        _read_values(entry["values"]),
        None if rows is None else _unpack(rows).astype(np.int64),
    )


def _write_setting(event: SettingChanged) -> Entry:
    return {
        "net": event.algorithm,
        "setting": event.setting,
        "value": event.value if isinstance(event.value, str) else _number(event.value),
        "step": event.step,
        "epoch": event.epoch,
        "seconds": event.seconds,
        "layer": event.layer,
        "name": event.name,
    }


def _read_setting(entry: Entry) -> SettingChanged:
    setting = str(entry["setting"])
    layer, name = entry.get("layer"), entry.get("name")
    if name is None:  # as earlier versions wrote it
        layer, name = read_change(setting)
    return SettingChanged(
        0,
        _net(entry),
        setting,
        entry["value"] if isinstance(entry["value"], str) else _float(entry["value"]),
        int(entry["step"]),
        _float(entry["epoch"]),
        _float(entry["seconds"]),
        None if layer is None else int(layer),
        str(name),
    )


def _write_start(event: RunStarted) -> Entry:
    return {
        "spec": reading.to_dict(event.spec),
        "ff_steps": event.ff_steps_per_epoch,
        "bp_steps": event.bp_steps_per_epoch,
        "resumed": event.resumed,
        "plan": event.plan,
        "done": dict(event.steps),
        "ended": sorted(event.ended),
    }


def _read_start(entry: Entry) -> RunStarted:
    spec = reading.from_dict(entry["spec"])
    plan, done = entry.get("plan"), entry.get("done", {})
    return RunStarted(
        0,
        spec,
        int(entry["ff_steps"]),
        int(entry["bp_steps"]),
        entry["resumed"],
        None if plan is None else (int(plan[0]), int(plan[1])),
        {net: int(done[net]) for net in ("ff", "bp") if net in done},
        frozenset(map(str, entry.get("ended", ()))),
    )


def _write_ended(event: NetEnded) -> Entry:
    known = {} if event.epoch is None else {"best": event.epoch}
    return {"net": event.algorithm, **known}


def _read_ended(entry: Entry) -> NetEnded:
    best = entry.get("best")
    return NetEnded(0, _net(entry), None if best is None else int(best))


def _write_spent(event: TimeSpent) -> Entry:
    return {"apart": {name: _number(value) for name, value in event.apart.items()}}


def _read_spent(entry: Entry) -> TimeSpent:
    return TimeSpent(0, {str(name): _float(value) for name, value in entry["apart"].items()})


def _write_end(event: RunFinished) -> Entry:
    return {
        "end": event.end.value,
        "test_accuracy": {
            net: None if value is None else _number(value)
            for net, value in event.test_accuracy.items()
        },
        "tested_on": event.tested_on,
        "took": {name: _number(value) for name, value in event.seconds.items()},
    }


def _read_end(entry: Entry) -> RunFinished:
    accuracy = {net: _float(entry["test_accuracy"].get(net)) for net in ("ff", "bp")}
    return RunFinished(
        0,
        RunEnd(entry["end"]),
        {net: None if math.isnan(value) else value for net, value in accuracy.items()},
        {str(name): _float(value) for name, value in entry["took"].items()},
        str(entry.get("tested_on") or "the test images"),
    )


def _write_divergence(event: Diverged) -> Entry:
    return {
        "net": event.algorithm,
        "layer": event.layer,
        "step": event.step,
        "message": event.message,
    }


def _read_divergence(entry: Entry) -> Diverged:
    return Diverged(0, _net(entry), entry["layer"], int(entry["step"]), str(entry["message"]))


def _net(entry: Entry) -> str:
    if entry["net"] not in ("ff", "bp"):
        raise ValueError("no net")
    return str(entry["net"])


@dataclass(frozen=True)
class CurvesBefore(Event):
    """What the nets had learnt, out of a file, before their run was kept."""

    curves: History


def _write_curves(event: CurvesBefore) -> Entry:
    return {"curves": event.curves.to_dict()}


def _read_curves(entry: Entry) -> CurvesBefore:
    return CurvesBefore(0, History.from_dict(entry["curves"]))


@dataclass(frozen=True)
class _Kind:
    """How one kind of event is written and read."""

    event: type[Event]
    write: Callable[[Any], Entry]
    read: Callable[[Entry], Event]


_KINDS: dict[str, _Kind] = {
    "before": _Kind(CurvesBefore, _write_curves, _read_curves),
    "start": _Kind(RunStarted, _write_start, _read_start),
    "step": _Kind(StepDone, _write_step, _read_step),
    "epoch": _Kind(EpochDone, _write_epoch, _read_epoch),
    "ended": _Kind(
        NetEnded,
        _write_ended,
        _read_ended,
    ),
    "time": _Kind(TimeSpent, _write_spent, _read_spent),
    "setting": _Kind(SettingChanged, _write_setting, _read_setting),
    "status": _Kind(
        StatusChanged,
        lambda event: {"status": event.status.value},
        lambda entry: StatusChanged(0, RunStatus(entry["status"])),
    ),
    "diverged": _Kind(Diverged, _write_divergence, _read_divergence),
    "end": _Kind(RunFinished, _write_end, _read_end),
}
_NAMES = {kind.event: name for name, kind in _KINDS.items()}


def write_line(event: Event) -> bytes | None:
    """An event as a line of the record; None for kinds that are not recorded."""
    name = _NAMES.get(type(event))
    if name is None:
        return None
    entry = {"is": name, **_KINDS[name].write(event)}
    return write_json(entry, separators=(",", ":")).encode() + b"\n"


def header_line() -> bytes:
    """The first line of every record."""
    entry = {"format": RECORD_FORMAT, "version": RECORD_VERSION}
    return json.dumps(entry).encode() + b"\n"


# --- the whole of it --------------------------------------------------------------------


class RecordReader:
    """Reads a record from where it was read last: all of it at first, then what is new.

    Args:
        end: How many bytes count; None for as many as there are.
        kinds: Only events of these kinds are given out; others, as lines of steps of which there
            may be hundreds of thousands, are not looked into. None for all.

    Attributes:
        position: Bytes read so far, whole lines only.

    Raises:
        RunFolderError: It is not a record, was written by a newer ffstudio, or is damaged
            within; in the latter case everything before has been given out.
    """

    def __init__(
        self, path: Path, end: int | None = None, kinds: Collection[type[Event]] | None = None
    ) -> None:
        self._path, self._end = path, end
        self.position = 0
        self._number = 0
        left_out = [] if kinds is None else [n for event, n in _NAMES.items() if event not in kinds]
        # As write_line begins them; lines written in another way are read all the same.
        self._left_out = tuple(f'{{"is":"{name}"'.encode() for name in left_out)

    def read_new(self) -> Iterator[Event]:
        """The events that have come since the last time."""
        try:
            stream = self._path.open("rb")
        except OSError as error:
            raise RunFolderError(*explain_reading(self._path, error)) from error
        with stream:
            stream.seek(self.position)
            while self._end is None or self.position < self._end:
                line = stream.readline(_LONGEST_LINE)
                if not line.endswith(b"\n"):
                    if len(line) == _LONGEST_LINE:
                        raise self._damage()
                    return  # torn, or not whole yet
                event = None if line.startswith(self._left_out) else self._read(line)
                self.position += len(line)
                self._number += 1
                if event is not None:
                    yield event

    def _read(self, line: bytes) -> Event | None:
        try:
            entry = json.loads(line)
            if self._number == 0:
                self._check_header(entry)
                return None
            kind = _KINDS.get(entry["is"])
            # Events of a kind that this version does not know change no curve of its own.
            return None if kind is None else kind.read(entry)
        except RunFolderError:
            raise
        except (
            ArithmeticError,
            AttributeError,
            KeyError,
            TypeError,
            ValueError,
            zlib.error,
            RecursionError,
            FfstudioError,
        ) as error:
            raise self._damage() from error

    def _check_header(self, entry: Any) -> None:
        if not isinstance(entry, dict) or entry.get("format") != RECORD_FORMAT:
            raise RunFolderError(
                tr("{path} is no record of a run.", path=self._path),
                tr("Choose a folder that ffstudio has written."),
            )
        version = entry.get("version")
        if not isinstance(version, int) or version > RECORD_VERSION:
            raise RunFolderError(
                tr("{path} was written by a newer ffstudio.", path=self._path),
                tr("Update ffstudio."),
            )

    def _damage(self) -> RunFolderError:
        return RunFolderError(
            tr("{path} is damaged in line {number}.", path=self._path, number=self._number + 1),
            tr("What stands before it can be used; a checkpoint before it can go on."),
        )


@dataclass
class Record:
    """What a record says.

    Attributes:
        history: Curves, marks and rows of epochs.
        started: The newest start.
        begun: The first one.
        changes: What was changed while it trained, in order.
        last_epochs: The newest judgement per algorithm.
        judged: Every judgement, by algorithm and epoch.
        finished: How the run ended; None while it goes on or when it was killed.
        size: Bytes that count; a torn line behind them does not.
        problem: Why not all of it could be read; empty as a rule.
    """

    history: History = field(default_factory=History)
    started: RunStarted | None = None
    begun: RunStarted | None = None
    changes: list[SettingChanged] = field(default_factory=list)
    last_epochs: dict[str, EpochDone] = field(default_factory=dict)
    judged: dict[tuple[str, int], EpochDone] = field(default_factory=dict)
    finished: RunFinished | None = None
    size: int = 0
    problem: str = ""

    def add(self, event: Event) -> None:
        """Takes up the next event."""
        self.history.add(event)
        if isinstance(event, CurvesBefore):
            self.history = event.curves
        elif isinstance(event, RunStarted):
            self.started, self.finished = event, None
            self.begun = self.begun or event
        elif isinstance(event, SettingChanged):
            self.changes.append(event)
        elif isinstance(event, EpochDone):
            self.last_epochs[event.algorithm] = event
            self.judged[event.algorithm, event.epoch] = event
        elif isinstance(event, RunFinished):
            self.finished = event


def read_record(path: Path, end: int | None = None) -> Record:
    """Reads a record, of any age.

    Args:
        end: How many bytes count, as a checkpoint notes it; None for all.

    Raises:
        RunFolderError: There is none, or it was written by a newer ffstudio. One that is
            damaged within is read up to there: see :attr:`Record.problem`.
    """
    record, reader = Record(), RecordReader(path, end)
    try:
        for event in reader.read_new():
            record.add(event)
    except RunFolderError as error:
        if reader.position == 0:
            raise
        record.problem = str(error)
    record.size = reader.position
    return record


def read_beginning(path: Path) -> tuple[RunStarted | None, tuple[SettingChanged, ...]]:
    """How a run began, and what was changed while it trained; None where no start is recorded.

    Raises:
        RunFolderError: As :func:`read_record`.
    """
    begun, changes = None, []
    reader = RecordReader(path, kinds=(RunStarted, SettingChanged))
    try:
        for event in reader.read_new():
            if isinstance(event, RunStarted):
                begun = begun or event
            elif isinstance(event, SettingChanged):
                changes.append(event)
    except RunFolderError:
        if reader.position == 0:
            raise
    return begun, tuple(changes)
