"""Training on sets that stay on disk: the very curves of memory, and less memory than the set."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from ffstudio import engine
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images import datasets
from ffstudio.core.images.containers import npz_file
from ffstudio.core.images.data import prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.streaming import StreamedImages
from ffstudio.core.run.events import EpochDone, StepDone
from ffstudio.engine.saving.run_folders import checksum

LAYERS = (LayerSpec(units=12), LayerSpec(units=12))


def train(data_spec):
    spec = ExperimentSpec(data=data_spec, layers=LAYERS, batch_size=64, epochs=2, seed=3)
    data = prepare(datasets.load(data_spec), data_spec, spec.seed)
    session = engine.Session(spec, data)
    events = []
    finished = session.run(events.append)
    losses = [(e.algorithm, e.step, e.losses) for e in events if isinstance(e, StepDone)]
    judged = [e.predictions.tolist() for e in events if isinstance(e, EpochDone)]
    return data, losses, judged, finished.test_accuracy


def test_curves_are_those_of_memory_bit_for_bit(tmp_path, monkeypatch, digits_data):
    monkeypatch.setenv("FFSTUDIO_XLA", "0")  # two nets of each are compiled
    x = np.rint(digits_data.train.x * 255).astype(np.uint8).reshape(-1, *digits_data.image_shape)
    path = tmp_path / "own.npz"
    np.savez(path, x_train=x, y_train=digits_data.train.y)
    spec = DataSpec("file", path=str(path), subset=0.9, validation=0.2, shift=1, label_noise=0.1)
    here, *seen = train(spec)
    monkeypatch.setattr(npz_file, "MAPPED_FROM", 1)
    there, *streamed = train(spec)
    assert isinstance(there.train.x, StreamedImages) and not isinstance(
        here.train.x, StreamedImages
    )
    assert len(seen[0]) > 10
    assert repr(streamed) == repr(seen)
    assert checksum(there) == checksum(here)


_CHILD = """
import resource, sys
import numpy as np
from ffstudio import engine
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.images.data_spec import DataSpec

def train(path, batch):
    data_spec = DataSpec("file", path=path)
    spec = ExperimentSpec(
        data=data_spec, layers=(LayerSpec(units=8),), batch_size=batch, epochs=1
    )
    data = prepare(datasets.load(data_spec), data_spec, 1)
    finished = engine.Session(spec, data).run()
    return len(data.train), finished.end.value, data

train(sys.argv[1], 2048)  # what TensorFlow takes for itself
taken = next(
    int(line.split()[1]) * 1024
    for line in open("/proc/self/status") if line.startswith("VmData")
)
limit = taken + int(sys.argv[3])
resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))
try:
    np.ones(3 * int(sys.argv[3]), np.uint8)
except MemoryError:
    pass
else:
    raise SystemExit("the limit does not hold")
count, end, data = train(sys.argv[2], 2048)
print(count, end, data.train.x.nbytes)
"""


def write_sparse(folder, count):
    """Pictures of which the first of each thousand have ink; the rest takes no room on the disk."""
    folder.mkdir()
    x = np.lib.format.open_memmap(folder / "x_train.npy", "w+", np.uint8, (count, 28, 28))
    x[::1000, 5:20, 5:20] = 255
    np.save(folder / "y_train.npy", (np.arange(count) // 1000 % 2).astype(np.uint8))
    return str(folder / "x_train.npy")


@pytest.mark.skipif(sys.platform != "linux", reason="the limit on allocated memory is Linux's")
def test_a_set_larger_than_the_memory_that_is_left_trains_an_epoch(tmp_path, monkeypatch):
    monkeypatch.setenv("FFSTUDIO_XLA", "0")
    few, many = write_sparse(tmp_path / "few", 86_000), write_sparse(tmp_path / "many", 200_000)
    left = 150 * 2**20
    done = subprocess.run(
        [sys.executable, "-P", "-c", _CHILD, few, many, str(left)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    count, end, size = done.stdout.split()[-3:]
    assert end == "completed" and int(count) > 150_000
    assert int(size) > 3 * left
