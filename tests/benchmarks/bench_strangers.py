"""How long strangers' models take to be opened, file by file: wall clock and processor time.

    python tests/benchmarks/bench_strangers.py FOLDER [--json]

Reading happens in a child process, whose processor time counts too. Nine in ten files should
take at most 10 s and all at most 30 s on two cores.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from pathlib import Path

import numpy as np

from ffstudio.core.errors import FfstudioError
from ffstudio.engine.strangers.opened import open_foreign

SUFFIXES = (".h5", ".hdf5", ".keras")


def measure(path: Path) -> dict:
    """Opens one file as the window does."""
    wall, cpu = time.perf_counter(), sum(os.times()[:4])
    try:
        opened = open_foreign(path)
        came = f"{opened.card.role}, {len(opened.answers)} networks"
        if opened.trials and opened.trials[0].count:
            came += f", {opened.trials[0].score:.1%} {opened.trials[0].preprocessing.text()}"
    except FfstudioError as error:
        came = f"refused: {error.message[:60]}"
    return {
        "file": path.name,
        "wall_s": round(time.perf_counter() - wall, 2),
        "cpu_s": round(sum(os.times()[:4]) - cpu, 2),
        "result": came,
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    rows = []
    for path in sorted(options.folder.rglob("*")):
        if path.suffix.lower() in SUFFIXES:
            rows.append(measure(path))
            if not options.json:
                row = rows[-1]
                print(f"{row['wall_s']:7.2f} {row['cpu_s']:7.2f}  {row['file']}: {row['result']}")
    for clock in ("wall_s", "cpu_s"):
        times = [row[clock] for row in rows]
        nine, most = np.percentile(times, 90), max(times)
        text = f"{clock}: nine in ten within {nine:.1f} s, all within {most:.1f} s"
        print(text) if not options.json else None
    if options.json:
        print(json.dumps(rows))


if __name__ == "__main__":
    main()
