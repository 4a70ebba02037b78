"""A folder of strangers' models tried one by one: opened or refused, and how good they are."""

from __future__ import annotations

import csv
import math
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import keras
import numpy as np
import numpy.typing as npt

from ffstudio.core.describe import cards
from ffstudio.core.describe.architecture import Architecture, flow
from ffstudio.core.describe.network import why_no_pictures
from ffstudio.core.describe.preprocessing import CHANCE
from ffstudio.core.describe.roles import name_outputs
from ffstudio.core.describe.work import SEARCH_WORK, count_affordable, count_multiply_adds
from ffstudio.core.disk import looks_like_model
from ffstudio.core.errand import Errand
from ffstudio.core.errors import DatasetError, FfstudioError
from ffstudio.core.images import datasets
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.dataset import Dataset
from ffstudio.core.images.datasets import npz
from ffstudio.core.images.datasets.digits import load_small as small_digits
from ffstudio.core.images.datasets.fashion_mnist import FASHION_MNIST
from ffstudio.core.images.streaming import Images
from ffstudio.core.model_formats import model_suffixes
from ffstudio.core.numbers import write_percent
from ffstudio.core.run.judging import interval
from ffstudio.core.words import tr
from ffstudio.engine.strangers import plain_keras
from ffstudio.engine.strangers.build import Loaded, choose_candidate, tells_classes
from ffstudio.files.foreign import sandbox
from ffstudio.files.foreign.contents import Foreign

# Enough to tell one preprocessing from another; the accuracy itself is of the whole test set.
NUM_TRIED = 1000

# Endings of HDF5 files that nobody is offered, but some models have.
_OTHER_SUFFIXES = {".hdf", ".he5"}

# Test images that are prepared at once, and what draws them where not all are judged.
_AT_ONCE, _SAMPLE_SEED = 250, 20221213

# Of what trying may cost, the part for digits where there are clothes to try too.
_FIRST_SHARE = 0.7

# Below these shares of digits recognised, a classifier may have learnt something else: other
# digits, of two sets of them, or other things.
_OTHER_DIGITS, _NO_DIGITS = 0.9, 0.5


def digits() -> Dataset:
    """MNIST where it is there, else the bundled digits."""
    try:
        return datasets.load(DataSpec("mnist"))
    except DatasetError:
        return datasets.load(DataSpec("digits"))


def clothes() -> Dataset | None:
    """Fashion-MNIST where it is there, whole or a part of it as an ``.npz``."""
    try:
        return datasets.load(DataSpec("fashion_mnist"))
    except DatasetError:
        pass
    for folder in datasets.search_folders():
        for path in sorted(folder.glob("fashion_mnist*.npz")):
            try:
                return npz.read(str(path), FASHION_MNIST.name, FASHION_MNIST.label)
            except DatasetError:
                continue
    return None


def as_bytes(images: Images) -> npt.NDArray[np.uint8]:
    """Images as 0–255; data sets of fractions have 0–1."""
    images = np.asarray(images)
    if images.dtype == np.uint8:
        return images
    return np.asarray(np.clip(images * 255, 0, 255), np.uint8)


def sample(data: Dataset, count: int = NUM_TRIED) -> tuple[npt.NDArray[Any], npt.NDArray[Any]]:
    """Training images and labels, as many of every class: what variants are tried on."""
    each = -(-count // len(data.class_names))
    rows = [np.flatnonzero(data.y_train == n)[:each] for n in range(len(data.class_names))]
    chosen_rows = np.concatenate(rows)
    return as_bytes(data.x_train[chosen_rows]), data.y_train[chosen_rows]


def rows_judged(network: Architecture, data: Dataset) -> npt.NDArray[np.int64]:
    """Which test images a model is judged on: all, or always the same ones where one costs much."""
    total = len(data.x_test)
    count = count_affordable(count_multiply_adds(network), total)
    rng = np.random.default_rng(_SAMPLE_SEED)
    return np.sort(rng.choice(total, count, replace=False)) if count < total else np.arange(total)


def score_on_test(loaded: Loaded, data: Dataset) -> float | None:
    """Share of test images recognised, or of variance given back; None when not tried.

    It is of the images of :func:`rows_judged`.
    """
    if not loaded.trials:
        return None
    way, rows = loaded.trials[0].preprocessing, rows_judged(loaded.network, data)
    right, total, wrong, spread = 0, 0, 0.0, 0.0
    for i in range(0, len(rows), _AT_ONCE):
        some = rows[i : i + _AT_ONCE]
        x = way.apply(as_bytes(data.x_test[some]))
        out = loaded.predict(x)
        total += len(x)
        if loaded.card.role == "classifier":
            right += int((out.reshape(len(x), -1).argmax(axis=1) == data.y_test[some]).sum())
        else:
            wrong += float(((out.reshape(x.shape) - x) ** 2).sum())
            spread += float(((x - x.mean(axis=0)) ** 2).sum())
    if loaded.card.role == "classifier":
        return right / total
    explained = 1 - wrong / max(spread, 1e-9)
    return explained if math.isfinite(explained) else None


def table_of(
    folder: Path,
    tell: Callable[[str], None] = lambda name: None,
    try_plain_keras: bool = False,
) -> dict[str, Any]:
    """One row per model file of a folder.

    A ``table.csv`` there with the columns ``file`` and ``keras3_load`` says what plain Keras
    made of them.

    Args:
        try_plain_keras: Find out here what plain Keras makes of every file that is not
            refused: see :mod:`ffstudio.engine.strangers.plain_keras`.
        tell: Called with each file's name before it is read.
    """
    data, other = digits(), clothes()
    plain = _plain_keras(folder)
    rows = []
    for path in sorted(folder.iterdir()):
        if not path.is_file() or not (_is_model(path) or path.name in plain):
            continue
        tell(path.name)
        row = _row(path, data, other, plain)
        if try_plain_keras:
            row |= _against_plain_keras(path, row, [one for one in (data, other) if one])
        row.pop("judged_rows", None)
        rows.append(row)
        keras.backend.clear_session()
    return {
        "folder": str(folder),
        "data": data.title,
        "images": len(data.x_test),
        "rows": rows,
        "summary": _summary(rows),
    }


def _is_model(path: Path) -> bool:
    """By its name or by its first bytes."""
    known = {*model_suffixes(), *_OTHER_SUFFIXES}
    return bool({s.lower() for s in path.suffixes} & known) or looks_like_model(path)


def _plain_keras(folder: Path) -> dict[str, str]:
    try:
        with (folder / "table.csv").open(encoding="utf-8", newline="") as stream:
            return {
                str(row.get("file")): str(row.get("keras3_load") or "")
                for row in csv.DictReader(stream)
            }
    except (OSError, UnicodeDecodeError, csv.Error):
        return {}


def _against_plain_keras(path: Path, row: dict[str, Any], sets: list[Dataset]) -> dict[str, Any]:
    if row["status"] == cards.REFUSED:
        return {"plain_keras": "not tried", "plain_keras_error": "the file is refused"}
    sets = [*sets, small_digits()]
    on = next((one for one in sets if one.title == row.get("data")), sets[0])
    rows = row.get("judged_rows", slice(None))
    judged_on = as_bytes(on.x_test[rows]), on.y_test[rows]
    with tempfile.TemporaryDirectory(prefix="ffstudio-") as folder:
        data = Path(folder) / "data.npz"
        plain_keras.write_data(data, sample(on), judged_on)
        outcome = plain_keras.try_file(path, row.get("role") == "classifier", data)
    return {
        "plain_keras": "ok" if outcome.opened else "fail",
        "plain_keras_accuracy": outcome.accuracy,
        "plain_keras_preprocessing": outcome.preprocessing,
        "plain_keras_error": outcome.error,
    }


def _row(path: Path, data: Dataset, other: Dataset | None, plain: dict[str, str]) -> dict[str, Any]:
    row: dict[str, Any] = {"file": path.name, "plain_keras": plain.get(path.name, "")}
    try:
        contents = sandbox.examine(path)
    except FfstudioError as error:
        return {**row, "status": cards.REFUSED, "reason": str(error)}
    card = contents.card
    row |= {
        "status": card.status,
        "kind": card.kind,
        "writer": card.writer,
        "role": card.role,
        "reason": " ".join(card.refused),
        "networks": len(contents.candidates),
        "migrated": list(card.migrated),
    }
    if not contents.candidates:
        return row
    return {**row, **_try_contents(contents, data, other)}


def best_of(
    contents: Foreign,
    data: Dataset,
    other: Dataset | None,
    count: int = NUM_TRIED,
    errand: Errand | None = None,
) -> tuple[Loaded, Dataset]:
    """The network of a file that does best, and the images that suit it best.

    Args:
        data: Digits.
        other: What it may have learnt when it recognises no digits.
        count: Images that are tried.
        errand: Told what is being tried.

    Raises:
        ModelFileError: No network can be built.
        CalledOff: Somebody no longer wants it.
    """
    errand = errand or Errand()
    sets = [data]
    if (
        contents.card.input_shapes
        and math.prod(n or 28 for n in contents.card.input_shapes[0]) == 64
    ):
        sets = [small_digits(), data]
    others = [*sets[1:], *([other] if other is not None else [])]
    first = errand.within(_FIRST_SHARE) if others else errand
    best, on = choose_candidate(contents, *sample(sets[0], count), first), sets[0]
    for one in others if contents.card.role == "classifier" else []:
        enough = _OTHER_DIGITS if one is data else _NO_DIGITS
        if best.trials and best.trials[0].score >= enough:
            continue
        images, labels = sample(one, count)
        if not tells_classes(best.network, labels):
            continue
        needed = max(best.trials[0].score if best.trials else -1.0, CHANCE)
        if not errand.has_work_left:
            errand.leave_out(one.title)
            continue
        here = errand.inside(one.title)
        loaded = choose_candidate(contents, images, labels, here, needed)
        if loaded.trials and loaded.trials[0].score > needed:
            best, on = loaded, one
    return best, on


def _try_contents(contents: Foreign, data: Dataset, other: Dataset | None) -> dict[str, Any]:
    """Accuracy or reconstruction on the set of images that suits the model best."""
    errand = Errand()
    errand.allow(SEARCH_WORK)
    try:
        best, on = best_of(contents, data, other, errand=errand)
    except FfstudioError as error:
        return {"status": cards.REFUSED, "reason": str(error)}
    row: dict[str, Any] = {"network": best.text, "left_out": list(errand.left_out)}
    if best.trials:
        name = "accuracy" if best.card.role == "classifier" else "reconstruction"
        row[name] = score_on_test(best, on)
        rows = row["judged_rows"] = rows_judged(best.network, on)
        row["images"], row["is_sample"] = len(rows), len(rows) < len(on.x_test)
        row["data"] = on.title
        row["preprocessing"] = best.trials[0].preprocessing.text()
        row["ways_tried"] = len(best.trials)
    elif best.card.role == "classifier":
        row["untried"] = why_untried(best.network)
    return row


def why_untried(network: Architecture) -> str:
    """Why nothing can be said of how much a classifier recognises, one sentence."""
    why = why_no_pictures(network, "classifier")
    if why:
        return why
    shape = flow(network).shapes[network.outputs[0]]
    count = math.prod(n or 0 for n in shape)
    what = name_outputs(count)[1]
    return tr(
        "No data set here has its {count} classes{what}, so what it recognises cannot be tried.",
        count=count,
        what=f" ({what})" if what else "",
    )


def _summary(rows: list[dict[str, Any]]) -> dict[str, int]:
    whole = [r for r in rows if r.get("kind") in (cards.WHOLE, cards.NUMPY_CNN, cards.OURS)]
    bare = [r for r in rows if r.get("kind") == cards.WEIGHTS]
    return {
        "files": len(rows),
        "whole_models": len(whole),
        "whole_models_opened": sum(r["status"] != cards.REFUSED for r in whole),
        "weights_only": len(bare),
        "weights_only_opened": sum(r["status"] == cards.OPENS for r in bare),
        "weights_only_partly": sum(r["status"] == cards.PARTLY for r in bare),
        "plain_keras_opened": sum(r["plain_keras"] == "ok" for r in rows),
    }


def table_cells(table: dict[str, Any]) -> list[tuple[str, ...]]:
    """The table as text: the heads, then a row for every file."""
    cells: list[tuple[str, ...]] = [
        (
            "file",
            "result",
            "kind",
            "role",
            "plain Keras",
            f"on {table['images']:,} test images of {table['data']}",
        )
    ]
    for row in table["rows"]:
        said = row.get("reason", "") or row.get("untried", "")
        if row.get("accuracy") is not None:
            said = f"{write_percent(row['accuracy'], 2)} with {row['preprocessing']}"
            if row["accuracy"] < CHANCE:
                said = f"recognises nothing here: {said}, the best of {row['ways_tried']} ways"
            if row["is_sample"]:
                low, high = interval(row["accuracy"], row["images"])
                said += f", of a sample of {row['images']:,} ({write_percent(low)} to {write_percent(high)} of all, 95%)"
            if row["data"] != table["data"]:
                said += f" ({row['data']})"
        elif row.get("reconstruction") is not None:
            said = f"{write_percent(row['reconstruction'])} of variance given back, {row['preprocessing']}"
        if row.get("left_out"):
            said += f"; not tried: {'; '.join(row['left_out'])}"
        plain = row["plain_keras"]
        if row.get("plain_keras_accuracy") is not None:
            plain = write_percent(row["plain_keras_accuracy"], 2)
        kind, role = row.get("kind", ""), row.get("role", "")
        cells.append((row["file"], row["status"], kind, role, plain, said))
    return cells


def closing_lines(table: dict[str, Any]) -> list[str]:
    """What the table comes to."""
    s = table["summary"]
    lines = [
        f"{s['whole_models_opened']} of {s['whole_models']} whole models open; of "
        f"{s['weights_only']} files with bare weights {s['weights_only_opened']} open and "
        f"{s['weights_only_partly']} partly; plain Keras opens {s['plain_keras_opened']} of "
        f"{s['files']} files."
    ]
    both = [
        row["accuracy"] - row["plain_keras_accuracy"]
        for row in table["rows"]
        if row.get("accuracy") is not None and row.get("plain_keras_accuracy") is not None
    ]
    if both:
        lines.append(
            f"Classifiers that both open: {len(both)}; ffstudio's accuracy less plain Keras' is "
            f"{100 * min(both):+.2f} to {100 * max(both):+.2f} points."
        )
    return lines


def text_of(table: dict[str, Any]) -> str:
    """The table as plain lines."""
    heads, *rows = table_cells(table)
    wide = max([len(row[0]) for row in rows], default=4)
    lines: list[str] = []
    for file, result, kind, role, plain, said in (heads, *rows):
        line = f"{file:{wide}}  {result:12}  {kind:12}  {role:11}  {plain:11}  {said}"
        lines.append(line.rstrip() if lines else line)
    return "\n".join([*lines, *closing_lines(table)])
