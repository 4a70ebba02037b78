"""Importing TensorFlow without its chatter and without stopping the window: the one place.

Python's import holds the interpreter while the system loads a library, half a second for
TensorFlow's, and the garbage collector walks its 300,000 objects several times meanwhile.
"""

from __future__ import annotations

import contextlib
import ctypes
import functools
import gc
import importlib
import importlib.util
import logging
import os
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from pathlib import Path
from types import ModuleType
from typing import Any

# TensorFlow's C++ side writes these before it can be told not to.
_CHATTER = (
    b"absl::InitializeLog",
    b"oneDNN custom operations",
    b"cudart_stub",
    b"cpu_feature_guard",
    b"To enable the following",
)
# Every run's nets are functions of their own: many runs in one process are no mistake.
_RETRACING = "triggered tf.function retracing"
# In the order in which they need each other; parts of file names in TensorFlow's folder.
_LIBRARIES = ("libtensorflow_framework", "libtensorflow_cc", "_pywrap_tensorflow_internal")


# How much later than the window TensorFlow's threads get a core, on the scale of nice(1).
_NICENESS = 10
# Threads that were there before TensorFlow; Linux only.
_others: set[str] = set()


def import_quietly() -> None:
    """Imports TensorFlow and Keras; whatever else they write still reaches stderr."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ["KERAS_BACKEND"] = "tensorflow"
    if "tensorflow" not in sys.modules:  # a notebook may have imported it before
        _others.update(_tasks())
        with _no_collections(), _mute(), _wrappers_when_asked():
            load_libraries()
            importlib.import_module("tensorflow")
            importlib.import_module("keras")
    logging.getLogger("tensorflow").addFilter(_is_meant_for_users)
    _keep_order_of_sums()


def _is_meant_for_users(record: logging.LogRecord) -> bool:
    return _RETRACING not in record.getMessage()


@functools.cache
def _keep_order_of_sums() -> None:
    """Has sums of several tensors added up in one order, so that runs repeat bit for bit.

    TensorFlow's AddN puts its sum into the first of its inputs that nobody else needs any more,
    and begins with that one: which it is depends on which thread was faster. Gradients of what is
    used several times are added up by it, and its optimizer of graphs makes it out of additions
    one after the other. Nets that XLA compiles have neither.
    """
    import tensorflow as tf
    from tensorflow.python import pywrap_tfe
    from tensorflow.python.eager import backprop

    def add_up(gradients: list[Any]) -> Any:
        if all(isinstance(gradient, tf.Tensor) for gradient in gradients):
            return functools.reduce(tf.add, gradients)
        return add_others(gradients)

    add_others = backprop._aggregate_grads
    pywrap_tfe.TFE_Py_RegisterVSpace(backprop._default_vspace._replace(aggregate_fn=add_up))
    tf.config.optimizer.set_experimental_options({"arithmetic_optimization": False})


class _WhenAsked(MetaPathFinder, Loader):
    """Runs a module's code only when somebody asks for a name in it.

    Python's own ``LazyLoader`` runs it when anything looks at it, as :mod:`inspect` does at all
    modules.
    """

    def __init__(self, names: Sequence[str]) -> None:
        self._names = names
        self._loaders: dict[str, Loader] = {}

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name not in self._names:
            return None
        others = [finder for finder in sys.meta_path if finder is not self]
        specs = (finder.find_spec(name, path, target) for finder in others)
        spec = next((spec for spec in specs if spec is not None), None)
        if spec is not None and spec.loader is not None:
            self._loaders[name] = spec.loader
            spec.loader = self
        return spec

    def exec_module(self, module: ModuleType) -> None:
        loader = self._loaders[module.__name__]

        def look_up(name: str) -> Any:
            if not name.startswith("__") and vars(module).pop("__getattr__", None):
                loader.exec_module(module)
            try:
                return vars(module)[name]
            except KeyError:
                message = f"module {module.__name__!r} has no attribute {name!r}"
                raise AttributeError(message) from None

        vars(module)["__getattr__"] = look_up


@contextlib.contextmanager
def _wrappers_when_asked() -> Iterator[None]:
    """Keeps Keras' wrappers for scikit-learn for whoever asks for them.

    Where scikit-learn is installed they bring in all of it and of SciPy's statistics: a fifth of
    the processor's time that the whole import takes.
    """
    finder = _WhenAsked(("keras.wrappers", "keras._tf_keras.keras.wrappers"))
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)


@contextlib.contextmanager
def _no_collections() -> Iterator[None]:
    """Keeps the garbage collector from walking what is being loaded, then and later."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def load_libraries() -> None:
    """Has the system load TensorFlow's libraries while other threads run.

    A function that ctypes calls leaves the interpreter to other threads, which the import of
    an extension does not. Where this fails the import loads them, as it always does.
    """
    if os.name == "nt":
        return  # Windows finds their dependencies only from inside the import
    package = importlib.util.find_spec("tensorflow")
    if package is None or package.origin is None:
        return
    folder = Path(package.origin).parent
    load = ctypes.CDLL(None).dlopen
    load.restype, load.argtypes = ctypes.c_void_p, (ctypes.c_char_p, ctypes.c_int)
    for name in _LIBRARIES:
        for path in sorted([*folder.glob(f"{name}*"), *folder.glob(f"python/{name}*")]):
            if ".so" in path.suffixes or ".dylib" in path.suffixes:
                load(os.fsencode(path), os.RTLD_NOW)


@contextlib.contextmanager
def _mute() -> Iterator[None]:
    """Leaves out of stderr what is known to mean nothing."""
    try:
        kept = os.dup(2)
    except OSError:  # no stderr at all, as in a windowed program
        yield
        return
    with tempfile.TemporaryFile() as caught:
        os.dup2(caught.fileno(), 2)
        try:
            yield
        finally:
            os.dup2(kept, 2)
            os.close(kept)
            caught.seek(0)
            for line in caught:
                if not any(known in line for known in _CHATTER):
                    os.write(2, line)


def make_way() -> None:
    """Has the threads that TensorFlow computes in wait for those that answer a user.

    With as many of them as there are cores, a window waits 20 ms and more for its turn. Only
    they step back: a Python thread that did would keep the interpreter from the window
    meanwhile. Call it once they exist, after a first step. Elsewhere than on Linux a thread's
    priority cannot be set from outside, and nothing is done.
    """
    python = {str(thread.native_id) for thread in threading.enumerate()}
    own = _name_of(str(os.getpid()))
    for task in _tasks() - _others - python:
        # Qt's threads have names of their own.
        if _name_of(task).startswith("tf_") or _name_of(task) == own:
            with contextlib.suppress(OSError):  # it has just ended
                os.setpriority(os.PRIO_PROCESS, int(task), _NICENESS)


def _tasks() -> set[str]:
    """Numbers of this process's threads; none where the system does not list them."""
    try:
        return set(os.listdir("/proc/self/task"))
    except OSError:
        return set()


def _name_of(task: str) -> str:
    try:
        return Path(f"/proc/self/task/{task}/comm").read_text(encoding="utf-8").strip()
    except OSError:
        return ""
