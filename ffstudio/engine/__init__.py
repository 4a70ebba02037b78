"""The engine: Forward-Forward and backprop training in Keras; no Qt.

As a Keras user::

    import keras
    from ffstudio import engine

    net = engine.ForwardForward(784, 10, [{"units": 500}, {"units": 500}], label_scale=3)
    net.compile(keras.optimizers.Adam(2e-3), loss="symmetric", negatives="hard_first")
    net.fit(x, y, batch_size=256, epochs=5, callbacks=[keras.callbacks.CSVLogger("log.csv")])
    net.evaluate(x_test, y_test)    # accuracy
    net.goodness(x_test)            # of every label in every layer: (n, layers, classes)
    net.predict(x_test).argmax(1)   # labels
    net.save("net.keras")

As the studio does it, both nets in step, with every curve::

    from ffstudio.core.experiment import presets
    from ffstudio.core.images import datasets
    from ffstudio.core.images.data import prepare
    from ffstudio.core.run.history import History

    spec = presets.preset("ff-fast")
    session = engine.Session(spec, prepare(datasets.load(spec.data), spec.data, spec.seed))
    history = History()
    print(session.run(history.add).test_accuracy["ff"])
    engine.save_session(session, "model.h5", history=history)

Kept in a folder while it trains, to be looked at, or gone on with after it was killed::

    recorder = engine.begin_run(session, "my-run")
    session.run(recorder.take, checkpoints=True)
    recorder.close()

Importing this package imports TensorFlow, which takes seconds: do it in a worker thread.
"""

from ffstudio.engine._start import import_quietly, make_way

import_quietly()

from ffstudio.engine.devices import training_device

training_device()

from ffstudio.engine.forward_forward.ff_layers import FFConv2D, FFDense, FFLocal2D
from ffstudio.engine.forward_forward.nets import (
    ClassForwardForward,
    ForwardForward,
    ProjectedForwardForward,
    PrototypeForwardForward,
    RecurrentForwardForward,
    SelfContrastiveForwardForward,
    UnsupervisedForwardForward,
)
from ffstudio.engine.saving.conversion import convert, of_snapshot, write_model
from ffstudio.engine.saving.event_files import EventFiles, read_event_files
from ffstudio.engine.saving.run_folders import begin_run, continue_run, resume_run
from ffstudio.engine.saving.scores_files import write_scores
from ffstudio.engine.saving.session_files import (
    load_session,
    save_session,
    session_of,
    versions,
)
from ffstudio.engine.strangers.opened import (
    complete_weights,
    open_foreign,
    take_up,
    take_up_side,
)
from ffstudio.engine.training.continuing import continue_session
from ffstudio.engine.training.gradients import gradients_of
from ffstudio.engine.training.session import Session

__all__ = [
    "ClassForwardForward",
    "EventFiles",
    "FFConv2D",
    "FFDense",
    "FFLocal2D",
    "ForwardForward",
    "ProjectedForwardForward",
    "PrototypeForwardForward",
    "RecurrentForwardForward",
    "SelfContrastiveForwardForward",
    "Session",
    "UnsupervisedForwardForward",
    "begin_run",
    "complete_weights",
    "continue_run",
    "continue_session",
    "convert",
    "gradients_of",
    "load_session",
    "make_way",
    "of_snapshot",
    "open_foreign",
    "read_event_files",
    "resume_run",
    "save_session",
    "session_of",
    "take_up",
    "take_up_side",
    "training_device",
    "versions",
    "write_model",
    "write_scores",
]
