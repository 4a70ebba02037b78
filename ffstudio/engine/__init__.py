"""The engine: Forward-Forward and backprop training in Keras; no Qt.

In ten lines::

    from ffstudio.core import datasets, presets
    from ffstudio.core.data import prepare
    from ffstudio import engine

    spec = presets.presets()["ff-fast"]
    data = prepare(datasets.load(spec.data), spec.data, spec.seed)
    session = engine.Session(spec, data)
    finished = session.run(print)
    print(finished.test_accuracy["ff"])
    engine.save_session(session, "model.h5")

Importing this package imports TensorFlow, which takes seconds: do it in a worker thread.
"""

from ffstudio.engine._start import import_quietly

import_quietly()

from ffstudio.engine.model_files import load_session, save_session, versions
from ffstudio.engine.models import FFDense, ForwardForward, backprop_model
from ffstudio.engine.session import Session, continued

__all__ = [
    "FFDense",
    "ForwardForward",
    "Session",
    "backprop_model",
    "continued",
    "load_session",
    "save_session",
    "versions",
]
