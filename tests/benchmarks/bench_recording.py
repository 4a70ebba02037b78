"""What keeping a run costs training: nothing kept (the baseline) and kept, in one run.

    python tests/benchmarks/bench_recording.py [PRESET [EPOCHS [ROUNDS]]]

Trains the preset (``side-by-side``) for some epochs (3), kept and not, in turn, some times (5),
and prints the medians and their ratio. The goal is at most 2%. Needs the real MNIST; wants a
quiet machine.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

from ffstudio import engine
from ffstudio.core.experiment.presets import preset
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.run.events import EpochDone


def seconds(spec, data, folder: Path | None) -> float:
    """Of all epochs but the first, which compiles; the writing that is left at the end too."""
    session = engine.Session(spec, data)
    recorder = None if folder is None else engine.begin_run(session, folder)
    ends = []

    def emit(event) -> None:
        if recorder is not None:
            recorder.take(event)
        if isinstance(event, EpochDone) and event.epoch == 1:
            ends.append(time.perf_counter())

    session.run(emit, checkpoints=recorder is not None)
    if recorder is not None:
        recorder.close()
    return time.perf_counter() - ends[-1]


def main() -> None:
    """All rounds, then the ratio."""
    name = sys.argv[1] if len(sys.argv) > 1 else "side-by-side"
    epochs = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    spec = preset(name).replace(epochs=epochs)
    data = prepare(datasets.load(spec.data), spec.data, spec.seed)
    took: dict[str, list[float]] = {"not kept": [], "kept": []}
    with tempfile.TemporaryDirectory() as place:
        for number in range(rounds):
            took["not kept"].append(seconds(spec, data, None))
            took["kept"].append(seconds(spec, data, Path(place) / str(number)))
            print(*(f"{label} {values[-1]:.2f} s" for label, values in took.items()), flush=True)
    medians = {label: statistics.median(values) for label, values in took.items()}
    ratio = medians["kept"] / medians["not kept"]
    print(
        f"{name}, {epochs - 1} epochs: not kept {medians['not kept']:.2f} s, "
        f"kept {medians['kept']:.2f} s, {ratio - 1:+.1%}"
    )


if __name__ == "__main__":
    main()
