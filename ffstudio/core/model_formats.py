"""The formats of model files: their names, endings, and which modules read and write them.

A new one is a module and an entry in :data:`MODEL_FORMATS`; ``ffstudio convert``, the
dialogs, what may be dropped on the window and the reader of strangers' files take it from
there. Modules are named and not imported: the window must not bring along Keras or HDF5.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ffstudio.core.disk import holds_member
from ffstudio.core.errors import ModelFileError


@dataclass(frozen=True)
class ModelFormat:
    """One format.

    Attributes:
        name: For ``ffstudio convert --to``.
        label: For a reader.
        endings: Of a file's name; the first is what is suggested.
        writer: A module with ``write(model, notes)``, and with ``output_of(path, model,
            given, notes)`` where the file is not read by ffstudio itself: see
            :mod:`ffstudio.engine.saving.formats`.
        opens: ffstudio can read it.
        reader: A module with ``CONTAINER``, ``recognises(opened)`` and ``read(opened,
            budget)``: see :mod:`ffstudio.files.formats`. Keras' own layouts have none: they
            are read by :mod:`ffstudio.files.foreign`.
        keeps_preprocessing: It has room for how the net wants its images; else that is
            written into a file beside it.
        session_label: Where it can hold both nets and all that training needs to go on: its
            name for a reader.
        holds_scores: Its writer has ``write_scores(net, notes)`` too: a Forward-Forward net fits.
        member: Where files of other kinds end alike: the member of the archive that tells
            a model from them.
    """

    name: str
    label: str
    endings: tuple[str, ...]
    writer: str
    opens: bool = True
    reader: str = ""
    keeps_preprocessing: bool = True
    session_label: str = ""
    holds_scores: bool = False
    member: str = ""


_ENGINE = "ffstudio.engine.saving.formats"
_FILES = "ffstudio.files.formats"

MODEL_FORMATS: dict[str, ModelFormat] = {
    known.name: known
    for known in (
        ModelFormat(
            "keras",
            "Keras model",
            (".keras",),
            f"{_ENGINE}.keras_archive",
            session_label="Keras model",
        ),
        ModelFormat(
            "h5",
            "Keras model, old format",
            (".h5", ".hdf5"),
            f"{_ENGINE}.keras_hdf5",
            session_label="Model",
        ),
        ModelFormat(
            "weights",
            "Keras weights alone",
            (".weights.h5",),
            f"{_ENGINE}.keras_weights",
            keeps_preprocessing=False,
        ),
        ModelFormat(
            "numpy-cnn",
            "NumPy CNN framework",
            (".numpy.h5",),
            f"{_FILES}.numpy_cnn",
            reader=f"{_FILES}.numpy_cnn",
        ),
        ModelFormat(
            "npz",
            "NumPy arrays",
            (".npz",),
            f"{_FILES}.npz_model",
            reader=f"{_FILES}.npz_model",
            member="architecture.npy",
        ),
        ModelFormat(
            "onnx",
            "ONNX",
            (".onnx",),
            f"{_ENGINE}.onnx_file",
            opens=False,
            holds_scores=True,
            keeps_preprocessing=False,
        ),
        ModelFormat(
            "tflite",
            "TensorFlow Lite",
            (".tflite",),
            f"{_ENGINE}.tflite_file",
            opens=False,
            holds_scores=True,
            keeps_preprocessing=False,
        ),
    )
}


def format_by_ending(path: str | Path) -> ModelFormat | None:
    """The format that a name stands for: the longest ending that fits."""
    name = Path(path).name.lower()
    fits = [(len(e), f) for f in MODEL_FORMATS.values() for e in f.endings if name.endswith(e)]
    return max(fits, key=lambda fit: fit[0])[1] if fits else None


def format_of(path: str | Path, asked: str | None = None) -> ModelFormat:
    """The format that a name, or ``asked``, stands for.

    Raises:
        ModelFileError: There is no such format.
    """
    if asked is not None:
        if asked not in MODEL_FORMATS:
            raise ModelFileError(
                f"There is no format {asked!r}.", f"Known are {', '.join(MODEL_FORMATS)}."
            )
        return MODEL_FORMATS[asked]
    by_ending = format_by_ending(path)
    if by_ending is None:
        endings = ", ".join(e for known in MODEL_FORMATS.values() for e in known.endings)
        raise ModelFileError(
            f"{Path(path).name} ends in nothing that says which format it is.",
            f"Let the name end in one of {endings}.",
        )
    return by_ending


def model_suffixes() -> tuple[str, ...]:
    """The last endings of files that can be opened and are models whatever is in them."""
    known = [f for f in MODEL_FORMATS.values() if f.opens and not f.member]
    return tuple(sorted({Path(f"x{ending}").suffix for f in known for ending in f.endings}))


def session_suffixes() -> tuple[str, ...]:
    """Endings of files that can hold both nets and how their training goes on."""
    return tuple(sorted(f.endings[0] for f in MODEL_FORMATS.values() if f.session_label))


def holds_session(path: str | Path) -> bool:
    """True when a file of that name can hold both nets and how their training goes on."""
    known = format_by_ending(path)
    return (
        known is not None
        and bool(known.session_label)
        and Path(path).suffix.lower() == known.endings[0]
    )


def is_model_name(path: str | Path) -> bool:
    """True for the name of a file that is a model and nothing else."""
    return Path(path).suffix.lower() in model_suffixes()


def holds_model(path: Path) -> bool:
    """True for a file that is a model, though files of other kinds end alike."""
    known = format_by_ending(path)
    return known is not None and bool(known.member) and holds_member(path, known.member)
