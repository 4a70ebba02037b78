"""How much memory a large data set of one's own takes until it can be learnt from.

Each container is read and prepared in a process of its own; what NumPy allocates there is
counted, not what stays on disk and is merely mapped. The last column is the peak as a multiple of
the pictures as the nets get them (32-bit floats).

    python tests/benchmarks/bench_big_sets.py [--images 200000]
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

import h5py
import numpy as np

_CHILD = """
import sys, tracemalloc
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.images.data_spec import DataSpec
spec = DataSpec("file", path=sys.argv[1])
tracemalloc.start()
dataset = datasets.load(spec)
read = tracemalloc.get_traced_memory()[1]
tracemalloc.reset_peak()
data = prepare(dataset, spec, 1)
print(read, tracemalloc.get_traced_memory()[1], data.train.x.nbytes + data.test.x.nbytes)
"""


def write_idx(folder: Path, x: np.ndarray, y: np.ndarray, test: int) -> Path:
    """MNIST's four files."""
    for name, part in (("train", slice(test, None)), ("t10k", slice(0, test))):
        for kind, array in (("images-idx3", x[part]), ("labels-idx1", y[part])):
            head = bytes((0, 0, 8, array.ndim)) + b"".join(
                n.to_bytes(4, "big") for n in array.shape
            )
            with (folder / f"{name}-{kind}-ubyte").open("wb") as file:
                file.write(head)
                file.write(memoryview(array).cast("B"))
    return folder / "train-images-idx3-ubyte"


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--images", type=int, default=200_000)
    count = parser.parse_args().images
    rng = np.random.default_rng(0)
    x = rng.integers(0, 256, (count, 28, 28), np.uint8)
    x[:, ::2] = 0
    y = (np.arange(count) % 10).astype(np.uint8)
    test = count // 6
    sets = {"x_train": x[test:], "y_train": y[test:], "x_test": x[:test], "y_test": y[:test]}
    print(f"{count:,} images of 28×28 bytes")
    print(f"{'':14}{'reading':>10}{'preparing':>12}{'of the floats':>15}")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        paths = {"IDX": write_idx(folder, x, y, test)}
        paths["npz"] = folder / "own.npz"
        np.savez(paths["npz"], **sets)
        for name, more in (("HDF5", {}), ("HDF5, gzip", {"compression": "gzip"})):
            paths[name] = folder / f"own{len(paths)}.h5"
            with h5py.File(paths[name], "w") as file:
                for key, array in sets.items():
                    file.create_dataset(key, data=array, **more)
        for name, path in paths.items():
            done = subprocess.run(
                [sys.executable, "-c", _CHILD, str(path)],
                capture_output=True,
                text=True,
                check=True,
            )
            read, prepared, floats = (int(n) for n in done.stdout.split())
            peak = max(read, prepared)
            print(
                f"{name:14}{read / 2**20:>7,.0f} MB{prepared / 2**20:>9,.0f} MB{peak / floats:>15.2f}"
            )


if __name__ == "__main__":
    main()
