"""What Keras makes of a model file without ffstudio, for comparison.

Keras deserialises what it reads, so it does it in a process of its own, never in the
window's, without compiling and with Keras' own safe mode; files whose card refuses them
are not handed to it at all.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ffstudio.core.children import child_environment, module_command, start_child, watch
from ffstudio.core.errors import error_words

# TensorFlow alone takes several seconds and half a GiB.
SECONDS = 300
MEMORY = 6 * 2**30
_MARK = "plain keras: "


@dataclass(frozen=True)
class Plain:
    """What plain Keras did.

    Attributes:
        opened: Whether Keras could load the file.
        accuracy: On the test images with the best preprocessing; None if none was tried.
        preprocessing: Which one that was.
        error: What Keras said, or why it said nothing.
    """

    opened: bool
    accuracy: float | None = None
    preprocessing: str = ""
    error: str = ""


def try_file(path: Path, classifier: bool, data: Path) -> Plain:
    """Loads a file with ``keras.models.load_model`` in a child process and judges it.

    Args:
        classifier: False: it is only loaded.
        data: What :func:`write_data` wrote.
    """
    told = [str(path.absolute()), str(int(classifier)), str(data.absolute())]
    try:
        child = start_child(
            [*module_command("ffstudio.engine.strangers.plain_keras"), *told],
            child_environment(TF_CPP_MIN_LOG_LEVEL="3"),
        )
    except OSError as error:
        return Plain(False, error=f"no process could be started ({error_words(error)})")
    with child:
        answer, fault = watch(child, time.monotonic() + SECONDS, MEMORY)
    for line in answer.decode(errors="replace").splitlines():
        if line.startswith(_MARK):
            return Plain(**json.loads(line.removeprefix(_MARK)))
    return Plain(False, error=f"took too much {fault}" if fault else "Keras crashed")


def write_data(
    path: Path,
    tried_on: tuple[npt.NDArray[np.uint8], npt.NDArray[np.integer]],
    judged_on: tuple[npt.NDArray[np.uint8], npt.NDArray[np.integer]],
) -> None:
    """Writes the images that preprocessings are tried on, and the test images."""
    np.savez(path, x=tried_on[0], y=tried_on[1], x_test=judged_on[0], y_test=judged_on[1])


def child(arguments: Sequence[str]) -> int:
    """Loads one file and prints what came of it as one line of JSON."""
    path, classifier, data = arguments
    print(_MARK + json.dumps(vars(_load(path, classifier == "1", data))), flush=True)
    return 0


def _load(path: str, classifier: bool, data: str) -> Plain:
    import keras

    from ffstudio.core.describe.preprocessing import search

    try:
        model = keras.models.load_model(path, compile=False, safe_mode=True)
    except Exception as error:
        return Plain(False, error=" ".join(f"{type(error).__name__}: {error}".split())[:300])
    if not classifier:
        return Plain(True)

    def predict(x: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        return np.asarray(model.predict(x, batch_size=256, verbose=0), np.float32)

    with np.load(data, allow_pickle=False) as stored:
        x, y, x_test, y_test = (stored[k] for k in ("x", "y", "x_test", "y_test"))
    try:
        shape = tuple(model.input_shape[1:])
        way = search(predict, shape, x, y)[0].preprocessing
        out = predict(way.apply(x_test)).reshape(len(x_test), -1)
    except Exception as error:
        return Plain(True, error=" ".join(f"{type(error).__name__}: {error}".split())[:300])
    return Plain(True, float(np.mean(out.argmax(axis=1) == y_test)), way.text())


if __name__ == "__main__":
    sys.exit(child(sys.argv[1:]))
