"""Reading strangers' files in a process of its own, with little time, memory and no rights.

A crash of the HDF5 library, a hang or a greedy file ends the child; the parent turns that
into a card that says so. The answer comes back as JSON and NumPy arrays, never as pickles:
a child that was taken over could at most lie about a network.
"""

from __future__ import annotations

import io
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from ffstudio.core import children
from ffstudio.core.children import (
    TOO_LONG,
    TOO_MUCH,
    module_command,
    reader_environment,
    start_child,
    watch,
)
from ffstudio.core.describe import cards
from ffstudio.core.describe.architecture import Architecture, flow
from ffstudio.core.describe.cards import Card
from ffstudio.core.describe.preprocessing import Preprocessing
from ffstudio.core.errand import Errand
from ffstudio.core.errors import ModelFileError
from ffstudio.core.experiment.loose_weights import LooseWeights
from ffstudio.core.language_file import speak_as_told
from ffstudio.core.numbers import number_text, write_number
from ffstudio.core.words import tr
from ffstudio.files.container import check_size
from ffstudio.files.foreign.contents import Candidate, Foreign
from ffstudio.files.foreign.examine import examine_here
from ffstudio.files.foreign.stored_weights import Weights
from ffstudio.files.optimizer_state import OptimizerState

# The packaged program has no interpreter to start with -m; it knows this argument instead.
ARGUMENT = "--read-model"

SECONDS, MEMORY = children.SECONDS, children.MEMORY
# What the child writes before its answer.
MARK = b"ffstudio-model-1\n"


def examine(
    path: str | Path,
    seconds: float = SECONDS,
    memory: int | None = None,
    errand: Errand | None = None,
    side: int = 0,
) -> Foreign:
    """As :func:`ffstudio.files.foreign.examine.examine_here`, in a child process.

    Args:
        seconds: How long the child may take.
        memory: How many bytes it may hold; none: enough for any healthy file of this size.
        errand: Told what goes on; when it is called off, the child is ended.
        side: Of the images of bare weights in pixels, where somebody says it; else 0.

    Raises:
        ModelFileError: There is no such file, or no process can be started.
        CalledOff: Somebody no longer wants to know.
    """
    path = Path(path)
    size = check_size(path)  # says what is wrong with a file that cannot be read at all
    if memory is None:
        memory = _memory_for(size)
    if errand is not None:
        errand.tell("reading it in a process of its own")
    try:
        child = start_child(_command(path, side), reader_environment())
    except OSError as error:
        raise ModelFileError(
            tr("{path_name} cannot be read: no process can be started.", path_name=path.name),
            tr("Close other programs."),
        ) from error
    with child:
        answer, fault = watch(child, time.monotonic() + seconds, memory, errand)
    if fault == TOO_LONG:
        said = tr(
            "Reading the file took longer than {seconds} seconds.", seconds=number_text(seconds)
        )
        return _refuse(path, said, size)
    if fault == TOO_MUCH:
        said = tr(
            "Reading the file took more than {memory} MiB of memory.",
            memory=write_number(memory / 2**20, ",.0f"),
        )
        return _refuse(path, said, size)
    if child.returncode < 0:
        return _refuse(
            path, tr("Reading the file crashed the HDF5 library or took too much."), size
        )
    if child.returncode != 0 or not answer.startswith(MARK):
        return _refuse(path, tr("The file could not be read within the memory allowed."), size)
    return unpack_contents(answer[len(MARK) :])


def _memory_for(size: int) -> int:
    # Weights are held as read, as converted and as packed.
    return MEMORY + 4 * size


def _command(path: Path, side: int) -> list[str]:
    arguments = [str(path.absolute()), *([str(side)] if side else [])]
    if getattr(sys, "frozen", False):
        return [sys.executable, ARGUMENT, *arguments]
    return [*module_command("ffstudio.files.foreign.sandbox"), *arguments]


def _refuse(path: Path, message: str, size: int) -> Foreign:
    card = Card(
        path.name,
        size,
        cards.OTHER,
        cards.REFUSED,
        refused=(message,),
        advice=tr("It is damaged or made to do harm; get a fresh copy."),
    )
    return Foreign(card)


# --- the answer -------------------------------------------------------------------------


def pack_contents(contents: Foreign) -> bytes:
    """A card and its candidates as bytes: the length of a JSON text, the text, an ``.npz``."""
    arrays: dict[str, Any] = {}
    known: dict[int, str] = {}

    def key(array: Any) -> str:
        if id(array) not in known:
            known[id(array)] = f"a{len(arrays)}"
            arrays[known[id(array)]] = array
        return known[id(array)]

    about: dict[str, Any] = {
        "card": contents.card.to_dict(),
        "candidates": [
            {
                "network": one.network.to_dict(),
                "assumed": None if one.assumed is None else list(one.assumed),
                "weights": {path: [key(a) for a in group] for path, group in one.weights.items()},
                "text": one.text,
                "companion": one.companion,
            }
            for one in contents.candidates
        ],
    }
    if contents.optimizer is not None:
        state = contents.optimizer
        about["optimizer"] = {
            "kind": state.kind,
            "settings": dict(state.settings),
            "steps": state.steps,
            "slots": [[key(a) for a in slot] for slot in state.slots],
        }
    about["loose"] = [
        {"name": one.name, "kind": one.kind, "arrays": [key(a) for a in one.arrays]}
        for one in contents.loose
    ]
    if contents.kept is not None:
        about["kept"] = contents.kept.to_dict()
    about["digest"] = contents.digest
    words = json.dumps(about).encode()
    memory = io.BytesIO()
    memory.write(len(words).to_bytes(8, "little") + words)
    stored = io.BytesIO()
    np.savez(stored, **arrays)
    memory.write(stored.getbuffer())
    return memory.getvalue()


def unpack_contents(answer: bytes) -> Foreign:
    """The inverse of :func:`pack_contents`; everything is checked again.

    Raises:
        ModelFileError: It is not what a healthy child sends.
    """
    try:
        end = 8 + int.from_bytes(answer[:8], "little")
        about = json.loads(answer[8:end])
        with np.load(io.BytesIO(answer[end:]), allow_pickle=False) as stored:
            arrays = {name: stored[name] for name in stored.files}
        card = Card.from_dict(about["card"])
        made = tuple(_candidate(one, arrays) for one in about["candidates"])
        state = _optimizer(about["optimizer"], arrays) if "optimizer" in about else None
        kept = Preprocessing.from_dict(about["kept"]) if "kept" in about else None
        loose = tuple(
            LooseWeights(
                str(one["name"]), str(one["kind"]), tuple(arrays[a] for a in one["arrays"])
            )
            for one in about["loose"]
        )
    except ModelFileError:
        raise
    except Exception as error:  # NumPy and zipfile raise a dozen kinds on wrong bytes
        raise ModelFileError(tr("The reader's answer is damaged."), tr("Try again.")) from error
    return Foreign(card, made, state, kept, loose, str(about.get("digest", "")))


def _optimizer(saved: dict[str, Any], arrays: dict[str, Any]) -> OptimizerState:
    settings = {str(k): float(v) for k, v in saved["settings"].items()}
    slots = tuple(tuple(arrays[key] for key in slot) for slot in saved["slots"])
    return OptimizerState(str(saved["kind"]), settings, int(saved["steps"]), slots)


def _candidate(saved: dict[str, Any], arrays: dict[str, Any]) -> Candidate:
    network = Architecture.from_dict(saved["network"])
    weights: Weights = {}
    for path, keys in saved["weights"].items():
        group = tuple(arrays[key] for key in keys)
        if any(array.dtype != np.float32 for array in group):
            raise ModelFileError(tr("The reader's answer is damaged."), tr("Try again."))
        weights[str(path)] = group
    flow(network)
    assumed = saved.get("assumed")
    known = None if assumed is None else tuple(str(words) for words in assumed)
    companion = str(saved.get("companion", ""))
    return Candidate(network, weights, str(saved["text"]), known, companion)


# --- the child --------------------------------------------------------------------------


def give_up_rights(size: int) -> None:
    """Gives up this process's rights to much time, much memory, and to write any file.

    Args:
        size: Bytes of the file it is to read.
    """
    children.give_up_rights(_memory_for(size), SECONDS)


def child(arguments: Sequence[str]) -> int:
    """Reads one file and writes the answer to standard output.

    Args:
        arguments: Its path, and the side of its images where somebody says that.
    """
    name, *sides = arguments
    path = Path(name)
    speak_as_told()
    try:
        give_up_rights(check_size(path))
        answer = pack_contents(examine_here(path, *map(int, sides)))
    except ModelFileError as error:
        answer = pack_contents(
            Foreign(
                Card(
                    path.name,
                    0,
                    cards.OTHER,
                    cards.REFUSED,
                    refused=(error.message,),
                    advice=error.advice,
                )
            )
        )
    sys.stdout.buffer.write(MARK)
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(child(sys.argv[1:]))
