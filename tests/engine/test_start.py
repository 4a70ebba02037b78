"""How the engine is brought in: silently, and without stopping other threads for long."""

from __future__ import annotations

import subprocess
import sys

import pytest

# As a file: importing the package imports TensorFlow.
START = """
import gc, sys
from importlib.util import find_spec, module_from_spec, spec_from_file_location
folder = find_spec("ffstudio").submodule_search_locations[0]
spec = spec_from_file_location("start", folder + "/engine/_start.py")
start = module_from_spec(spec)
spec.loader.exec_module(start)
assert "tensorflow" not in sys.modules
"""


def run(code):
    command = [sys.executable, "-P", "-c", START + code]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done


def test_nothing_is_said_and_the_collector_passes_over_what_was_loaded():
    done = run(
        """
start.import_quietly()
assert "tensorflow" in sys.modules and "keras" in sys.modules
assert gc.isenabled()
print(gc.get_freeze_count())
# scikit-learn comes with what is made for it, when that is asked for.
import inspect, keras
assert inspect.getmodule(compile("0", "nowhere", "eval")) is None
assert "sklearn" not in sys.modules and "scipy.stats" not in sys.modules
assert not hasattr(keras.wrappers, "nothing")
from keras.wrappers import SKLearnClassifier
from keras._tf_keras.keras.wrappers import SKLearnClassifier as same
assert SKLearnClassifier is same is keras.wrappers.SKLearnClassifier
assert SKLearnClassifier.__module__ == "keras.src.wrappers.sklearn_wrapper"
# Many runs in one process, each with functions of its own; and what somebody should know.
import tensorflow as tf
class Net:
    def answer(self, x):
        return x + 1
for _ in range(12):
    tf.function(Net().answer)(tf.constant(1.0))
tf.get_logger().warning("mind the gap")
"""
    )
    assert done.stderr == "WARNING:tensorflow:mind the gap\n"
    assert int(done.stdout) > 100_000


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
def test_the_libraries_are_loaded_before_the_import():
    """By a call that leaves the interpreter to other threads: the import holds it throughout."""
    run(
        """
start.load_libraries()
loaded = open("/proc/self/maps").read()
assert "libtensorflow_cc" in loaded and "libtensorflow_framework" in loaded
assert "tensorflow" not in sys.modules
"""
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks into /proc")
def test_only_tensorflows_own_threads_step_back():
    done = run(
        """
import os, threading
start.import_quietly()
import tensorflow as tf
x = tf.random.normal((300, 300))
tf.function(lambda a: a @ a, jit_compile=True)(x)
start.make_way()
python = {thread.native_id for thread in threading.enumerate()}
nice = {int(t): os.getpriority(os.PRIO_PROCESS, int(t)) for t in os.listdir("/proc/self/task")}
assert all(nice[t] == 0 for t in python)
print(sum(n == 10 for n in nice.values()))
"""
    )
    assert int(done.stdout) >= 1
