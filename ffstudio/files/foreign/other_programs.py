"""What a file is that is neither HDF5 nor an archive of Keras': by its first bytes, else its name."""

from __future__ import annotations

import re

from ffstudio.core.text_files import decode_text
from ffstudio.core.words import tr

# How many bytes of a file are looked at.
START = 4096


def name_content(name: str, start: bytes) -> tuple[str, str]:
    """What a file is, for a sentence that begins with "it is", and what to do about it; both empty
    where that is not known.

    Args:
        name: Of the file.
        start: Its first bytes, up to ``START``.
    """
    # What begins with fixed bytes comes first: one of them may be a space or an angle bracket.
    return (
        _name_damage(start)
        or _name_packed(start)
        or _name_by_bytes(start)
        or _name_text(start)
        or _name_by_ending(name.lower(), start)
        or ("", "")
    )


_Said = tuple[str, str] | None


def _name_damage(start: bytes) -> _Said:
    """An HDF5 file whose first bytes are no longer its own."""
    # The first four have been written over; of a PNG the next are the same.
    rest = start[4:8] == b"\r\n\x1a\n" and b"IHDR" not in start[8:16] and start[:4] != b"\x89PNG"
    if not rest and b"HDF" not in start[:8] and not start.startswith(b"\x89HD"):
        return None
    return (
        tr(
            "an HDF5 file that was damaged in transfer: its first bytes have changed, as where "
            "it is sent as text"
        ),
        tr("Get a fresh copy in binary mode."),
    )


_PACKED = {
    b"\x1f\x8b": "gzip",
    b"7z\xbc\xaf\x27\x1c": "7-Zip",
    b"Rar!\x1a\x07": "RAR",
    b"BZh": "bzip2",
    b"\xfd7zXZ\0": "xz",
    b"\x28\xb5\x2f\xfd": "Zstandard",
    b"\x1f\x9d": "compress",
    b"MSCF": "Cabinet",
}


def _name_packed(start: bytes) -> _Said:
    program = next((p for mark, p in _PACKED.items() if start.startswith(mark)), "")
    if start[257:262] == b"ustar":
        program = "tar"
    if not program:
        return None
    said = tr("packed by {program}; unpack it first", program=program)
    return said, tr("Unpack it and open the model in it.")


def _name_by_bytes(start: bytes) -> _Said:
    again = tr("Save the model that it was made of with model.save('model.keras') in Keras.")
    if start[:1] == b"\x80" and start[1:2] in (b"\x02", b"\x03", b"\x04", b"\x05"):
        return tr("a Python pickle, which could run code"), again
    if start[4:8] == b"TFL3":
        return tr(
            "a model of TensorFlow Lite; only the Keras model it was made of can be read"
        ), again
    # The length of its header, which is short, in eight bytes.
    if start[4:10] == bytes(4) + b'{"':
        return tr("a safetensors file, weights without a network"), again
    if start.startswith((b"GGUF", b"ggml", b"lmgg", b"tjgg")):
        return tr("a language model's weights (GGUF), which no image goes into"), ""
    if start.startswith((b"MATLAB 5.0 MAT-file", b"MATLAB 7.3 MAT-file")):
        return tr("a file of MATLAB's"), again
    if start.startswith(b"\x93NUMPY"):
        return tr("an array of NumPy's"), again
    pictures = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\0", b"MM\0*")
    if start.startswith(pictures) and (start[:2] != b"BM" or start[6:10] == bytes(4)):
        return tr("a picture"), ""
    if start.startswith(b"RIFF") and start[8:12] == b"WEBP":
        return tr("a picture"), ""
    if start.startswith(b"%PDF"):
        return tr("a PDF document"), ""
    return None


def _name_text(start: bytes) -> _Said:
    """A web page, a notebook or a pointer, in whatever encoding."""
    try:
        # The start may end within a letter.
        words = decode_text(start[: len(start) // 4 * 4] if len(start) >= START else start)
    except UnicodeDecodeError:
        words = start.decode("latin-1")
    words = words.lstrip()
    if words.startswith("{"):
        what = tr("a notebook") if '"nbformat"' in words else tr("a JSON text")
        return what, ""
    if words.startswith("<"):
        return tr("a web page"), tr("Download the file itself: on GitHub by Download raw file.")
    if words.startswith("version https://git-lfs"):
        return (
            tr("a pointer of Git LFS, not the file itself"),
            tr("Run git lfs pull where it lies, or download the file itself."),
        )
    return None


def _name_by_ending(name: str, start: bytes) -> _Said:
    again = tr("Save the model that it was made of with model.save('model.keras') in Keras.")
    checkpoint = tr("a part of a TensorFlow checkpoint; save the model as .keras in Keras")
    known = {
        r"\.onnx": tr("an ONNX model; only the Keras model it was made of can be read"),
        r"\.pb": tr("a part of a SavedModel; save it with model.save('model.keras') in Keras"),
        r"\.index|\.data-\d+-of-\d+|\.ckpt(-\d+)?(\.meta)?|\.meta": checkpoint,
        r"\.mlmodel": tr("a Core ML model; only the Keras model it was made of can be read"),
        r"\.caffemodel": tr("weights of Caffe"),
        r"\.(pt|pth)": tr("a file of PyTorch"),
        r"\.(joblib|pickle|pkl)": tr("a Python pickle, which could run code"),
        r"\.(gz|tgz|7z|rar|bz2|xz)": tr("packed; unpack it first"),
    }
    for ending, what in known.items():
        if re.search(f"({ending})$", name):
            return what, again
    # Darknet's weights begin with a version: three numbers of four bytes.
    numbers = [int.from_bytes(start[i : i + 4], "little") for i in (0, 4, 8)]
    if name.endswith(".weights") and all(n < 100 for n in numbers):
        return tr("weights of YOLO (Darknet)"), again
    return None
