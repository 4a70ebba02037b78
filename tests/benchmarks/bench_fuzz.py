"""Ten thousand damaged model files: every one opens or is refused, and none does harm.

Run it as ``python tests/benchmarks/bench_fuzz.py [--count N] [--seed N] [--models DIR]``.
Models are made by the tests' own writers (this layout and that, old and new Keras, both
containers); with a folder of strangers' models those are damaged too. Bytes, attributes,
JSON, shapes, links and archive members are changed. The last line says how often each
outcome occurred, what should never occur, and the memory of the largest process against
the limit of 1 GiB.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

LIMIT_MIB = 1024


def samples(folder: Path) -> None:
    """Small models in every layout that is read."""
    import keras

    from ffstudio.core.experiment.layers import LayerSpec
    from ffstudio.core.experiment.spec import ExperimentSpec
    from ffstudio.core.images.data import prepare
    from ffstudio.core.images.data_spec import DataSpec
    from ffstudio.core.images.datasets import load
    from ffstudio.engine import Session, save_session
    from tests.files.legacy import write_keras_0, write_numpy_cnn

    rng = np.random.default_rng(0)
    net = keras.Sequential(
        [
            keras.Input((12, 12, 1)),
            keras.layers.Conv2D(4, 3, activation="relu"),
            keras.layers.BatchNormalization(),
            keras.layers.MaxPooling2D(),
            keras.layers.Flatten(),
            keras.layers.Dense(10, activation="softmax"),
        ]
    )
    rows = keras.Sequential(
        [keras.Input((8, 8)), keras.layers.GRU(6), keras.layers.Dense(10, activation="softmax")]
    )
    for name, model in (("conv", net), ("rows", rows)):
        model.save(folder / f"{name}.h5")
        model.save(folder / f"{name}.keras")
        model.save_weights(folder / f"{name}.weights.h5")
    spec = DataSpec("digits", subset=0.05)
    data = prepare(load(spec), spec, 1)
    session = Session(
        ExperimentSpec(data=spec, layers=(LayerSpec(units=12),), epochs=1, batch_size=64), data
    )
    session.run()
    save_session(session, folder / "ours.h5")
    save_session(session, folder / "ours.keras")
    kernel, weights = rng.normal(size=(4, 1, 3, 3)), rng.normal(size=(10, 100))
    write_numpy_cnn(
        folder / "numpy.h5",
        (1, 12, 12),
        [
            (["Conv2D", "valid", "relu"], [4, 3, 1], kernel),
            (["AveragePooling2D"], [2], None),
            (["Flatten"], None, None),
            (["Dense", "softmax"], [10], weights),
        ],
    )
    layers = [[rng.normal(size=(16, 8)), np.zeros(8)], [rng.normal(size=(8, 10)), np.zeros(10)]]
    write_keras_0(folder / "keras0.h5", layers)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--models", type=Path, help="a folder of strangers' models")
    options = parser.parse_args()
    outcomes: Counter[str] = Counter()
    never: list[str] = []
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        samples(folder)
        sources = sorted(folder.iterdir())
        if options.models is not None:
            from ffstudio.core.disk import looks_like_model

            sources += sorted(p for p in options.models.iterdir() if looks_like_model(p))
        before = {path: digest(path) for path in sources}
        each = -(-options.count // len(sources))
        for path in sources:
            command = [sys.executable, "-W", "error", "-m", "tests.files.mutations", str(path)]
            done = subprocess.run(
                [*command, str(options.seed), str(each), "inspection"],
                cwd=ROOT,
                env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
                capture_output=True,
                text=True,
                check=False,
            )
            if done.returncode != 0:
                never.append(f"{path.name}: the reader died ({done.returncode})")
                print(done.stderr[-2000:], file=sys.stderr)
                continue
            outcome = json.loads(done.stdout.splitlines()[-1])
            outcomes.update(outcome["found"])
            never += [f"{path.name}: {line}" for line in outcome["never"]]
            print(f"{path.name:32} {outcome['found']}", flush=True)
        touched = [path.name for path in sources if digest(path) != before[path]]
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        json.dumps(
            {
                "files": sum(outcomes.values()) + len(never),
                "found": outcomes,
                "never": never,
                "touched": touched,
                "peak_mib": round(peak),
                "of_limit": round(peak / LIMIT_MIB, 2),
                "seconds": round(time.monotonic() - started),
            }
        )
    )


if __name__ == "__main__":
    main()
