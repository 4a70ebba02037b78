"""Importing TensorFlow without its start-up chatter: the one place that sees to it."""

from __future__ import annotations

import importlib
import os
import sys
import tempfile

# TensorFlow's C++ side writes these before it can be told not to.
_CHATTER = (
    b"absl::InitializeLog",
    b"oneDNN custom operations",
    b"cudart_stub",
    b"cpu_feature_guard",
    b"To enable the following",
)


def import_quietly() -> None:
    """Imports TensorFlow and Keras; whatever else they write still reaches stderr."""
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")
    os.environ["KERAS_BACKEND"] = "tensorflow"
    if "tensorflow" in sys.modules:
        return
    try:
        kept = os.dup(2)
    except OSError:  # no stderr at all, as in a windowed program
        importlib.import_module("keras")
        return
    with tempfile.TemporaryFile() as caught:
        os.dup2(caught.fileno(), 2)
        try:
            importlib.import_module("tensorflow")
            importlib.import_module("keras")
        finally:
            os.dup2(kept, 2)
            os.close(kept)
            caught.seek(0)
            for line in caught:
                if not any(known in line for known in _CHATTER):
                    os.write(2, line)
