"""Model files damaged at random, a few hundred ways each: one clear sentence, or they open.

The reading happens in a process with little memory (see :mod:`tests.files.mutations`), so
that a crash, a hang or a giant allocation fails the test instead of ending it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.engine.test_forward_forward import tiny_data
from tests.engine.test_session import both
from tests.marks import THOROUGH

ROOT = Path(__file__).parents[2]
COUNT = int(os.environ.get("FFSTUDIO_MUTATIONS", "250"))

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="memory limits are POSIX")


@pytest.fixture(scope="module")
def models(tmp_path_factory):
    """Our own file and a plain Keras classifier, in both formats."""
    import keras

    from ffstudio import engine

    folder = tmp_path_factory.mktemp("models")
    session = engine.Session(both(optimizer="adam", epochs=1), tiny_data())
    session.run()
    net = keras.Sequential(
        [
            keras.Input((4, 4)),
            keras.layers.Flatten(),
            keras.layers.Dense(8, "relu"),
            keras.layers.Dropout(0.2),
            keras.layers.Dense(3, "softmax"),
        ]
    )
    for suffix in (".h5", ".keras"):
        engine.save_session(session, folder / f"ours{suffix}")
        net.save(folder / f"plain{suffix}")
    return folder


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    ("name", "reader"),
    [
        ("ours.h5", []),
        pytest.param("ours.keras", [], marks=THOROUGH),
        pytest.param("plain.h5", ["inspection"], marks=THOROUGH),
        ("plain.keras", ["inspection"]),
    ],
)
def test_damaged_files_open_or_are_refused_in_one_sentence(models, name, reader):
    done = subprocess.run(
        [
            sys.executable,
            "-W",
            "error",
            "-m",
            "tests.files.mutations",
            models / name,
            "0",
            str(COUNT),
            *reader,
        ],
        cwd=ROOT,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"},
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert done.returncode == 0, f"the reader died: {done.stderr[-3000:]}"
    outcome = json.loads(done.stdout.splitlines()[-1])
    assert outcome["never"] == []
    assert sum(outcome["found"].values()) == COUNT
    assert outcome["found"]["refused"] > COUNT // 4
    assert outcome["found"]["opened"] > COUNT // 20
