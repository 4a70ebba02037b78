"""Kinds of files that hold data elsewhere and are not read here: what to do instead."""

from __future__ import annotations

import re
import zipfile
import zlib
from pathlib import Path

from ffstudio.core.images.containers.archive import as_file, open_unpacked
from ffstudio.core.words import tr

_AS_NPZ = "numpy.savez('data.npz', x_train=…, y_train=…)"
_ARCHIVES = (".tar.zst", ".rar", ".7z", ".bz2", ".xz", ".zst")
_TABLES = (
    ".tfrecord",
    ".tfrecords",
    ".feather",
    ".arrow",
    ".lmdb",
    ".mdb",
    ".xlsx",
    ".xls",
    ".ods",
)
_SPARSE_LINE = re.compile(rb"[-+]?[\d.]+(\s+\d+:[-+.\deE]+){2}")


def holds_other_data(path: Path) -> bool:
    """True for a file of data, no model, of a kind that is not read here but can be explained."""
    if path.name.lower().endswith((*_ARCHIVES, *_TABLES, ".parquet", ".pkl.gz")):
        return True
    head = _head(path)
    return head.startswith((b"PAR1", b"Rar!", b"7z\xbc\xaf")) or bool(_SPARSE_LINE.match(head))


def explain_kind(path: Path) -> tuple[str, str] | None:
    """What a file of a known kind that cannot be read here is, and what to do; None for others."""
    head, name = _head(path), path.name.lower()
    code = tr(
        "Reading it could run code. Where you trust it, load it in Python and save its arrays: "
        "{how}.",
        how=_AS_NPZ,
    )
    if _is_pickled_cifar(path):
        return (
            tr("{name} is the Python version of CIFAR: its files are pickles.", name=path.name),
            tr(
                "Reading it could run code. Get the binary version (cifar-10-binary.tar.gz or "
                "cifar-100-binary.tar.gz), unpack it and open its folder."
            ),
        )
    if _is_pickle(head, name):
        return tr("{name} is a Python pickle.", name=path.name), code
    if name.endswith((".pt", ".pth")) or _is_of_torch(path):
        return tr("{name} is a file of PyTorch.", name=path.name), code
    model = _name_model(path, head, name)
    if model:
        return (
            tr("{name} is {model}, no data.", name=path.name, model=model),
            tr(
                "Open a Keras model with Ctrl+O or ffstudio inspect, and choose a file of images here."
            ),
        )
    if head.startswith(b"PAR1") or name.endswith(".parquet"):
        kind = tr("{name} is a Parquet table.", name=path.name)
    elif name.endswith((".tfrecord", ".tfrecords")):
        kind = tr("{name} is a file of TensorFlow records.", name=path.name)
    elif _SPARSE_LINE.match(head):
        kind = tr("{name} is a sparse table of LIBSVM.", name=path.name)
    elif name.endswith((".feather", ".arrow", ".zarr", ".lmdb", ".mdb")):
        kind = tr("{name} is of a kind that is not read here.", name=path.name)
    elif name.endswith((".xlsx", ".xls", ".ods")):
        return (
            tr("{name} is a spreadsheet.", name=path.name),
            tr("Save it as CSV there."),
        )
    elif name.endswith(_ARCHIVES) or head.startswith((b"Rar!", b"7z\xbc\xaf")):
        return (
            tr("{name} is a packed archive.", name=path.name),
            tr("Unpack it, and open what is inside."),
        )
    else:
        return None
    return kind, tr("Read it in Python and save its arrays: {how}.", how=_AS_NPZ)


def _name_model(path: Path, head: bytes, name: str) -> str:
    """What model of another program a file or folder is, for a reader; empty for none."""
    if head[4:8] == b"TFL3":
        return tr("a model of TensorFlow Lite")
    if name.endswith(".onnx"):
        return tr("an ONNX model")
    if name.endswith(".safetensors"):
        return tr("a file of weights (safetensors)")
    if name.endswith(".pb") or (path / "saved_model.pb").is_file():
        return tr("a TensorFlow SavedModel")
    return ""


def _head(path: Path) -> bytes:
    """The first bytes, unpacked where they are gzipped."""
    try:
        with open_unpacked(path) as stream:
            return stream.read(256)
    except (OSError, EOFError, zlib.error):
        return b""


def _is_pickle(head: bytes, name: str) -> bool:
    named = name.removesuffix(".gz").endswith((".pkl", ".pickle", ".p", ".joblib"))
    return named or (head[:1] == b"\x80" and head[1:2] in (b"\x02", b"\x03", b"\x04", b"\x05"))


def _is_pickled_cifar(path: Path) -> bool:
    """True for a folder of CIFAR's pickled batches, and for one of them."""
    try:
        folder = path if path.is_dir() else path.parent
        named = path.is_dir() or path.name.startswith(("data_batch", "test_batch", "batches.meta"))
        return named and any(
            (folder / file).is_file() and _is_pickle(_head(folder / file), "")
            for file in ("data_batch_1", "test_batch")
        )
    except OSError:
        return False


def _is_of_torch(path: Path) -> bool:
    try:
        with zipfile.ZipFile(as_file(path)) as archive:
            return any(name.endswith("data.pkl") for name in archive.namelist()[:20])
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError):
        return False
