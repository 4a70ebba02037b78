"""Damages model files at random and reads them.

    python -m tests.files.mutations FILE SEED COUNT

With a fourth argument, ``inspection``, they are looked at as strangers' files are.
It runs in a process of its own with little memory, so that a crash of the HDF5 library, a
hang or a greedy allocation is an outcome that the test can see. The last line it prints is
a JSON object: how often each outcome occurred, and what should never occur.
"""

from __future__ import annotations

import contextlib
import io
import json
import random
import sys
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path

import h5py
import numpy as np

from ffstudio.core.describe.architecture import flow
from ffstudio.core.describe.cards import Card
from ffstudio.core.errors import ModelFileError
from ffstudio.core.experiment import reading
from ffstudio.files.foreign.examine import examine_here
from ffstudio.files.foreign.sandbox import pack_contents, unpack_contents
from ffstudio.files.ours.archive import read_archive

MEMORY_BYTES = 2 * 2**30
MOST_SECONDS = 5.0

# What h5py says when an earlier change has removed or spoilt the place to change.
GONE = (KeyError, ValueError, OSError, RuntimeError, TypeError, MemoryError)

ODD_VALUES = [
    None, True, -1, 0, 1, 2**40, 1e308, float("nan"), "", "x" * 300, [], {}, [[]], "Lambda",
    "../../etc/passwd", "softmax", [0, -3], {"class_name": "Dense", "config": {}},
]  # fmt: skip
ODD_SHAPES = [(), (0,), (1,), (3, 3), (2, 2, 2), (1, 784), (5000,)]
ODD_TYPES = ["f2", "f4", ">f4", "f8", "i1", "i8", "u1", "?", "c8", "S5"]


# --- bytes ------------------------------------------------------------------------------


def mutate_bytes(data: bytes, rng: random.Random) -> bytes:
    changed = bytearray(data)
    signatures = [b"TREE", b"SNOD", b"HEAP", b"OHDR", b"GCOL", b"\x89HDF", b"PK\x01\x02"]
    for _ in range(rng.choice([1, 1, 2, 8, 64])):
        start = changed.find(rng.choice(signatures), rng.randrange(len(changed)))
        if start < 0 or rng.random() < 0.4:
            at = rng.randrange(len(changed))
        else:  # the structure is more brittle than the weights
            at = min(max(start + rng.randrange(-200, 100), 0), len(changed) - 1)
        changed[at] = rng.choice([0, 1, 127, 128, 255, rng.randrange(256)])
    return bytes(changed)


def truncate(data: bytes, rng: random.Random) -> bytes:
    return data[: rng.randrange(len(data))]


# --- JSON -------------------------------------------------------------------------------


def mutate_json(text: str, rng: random.Random) -> str:
    """Changes, removes or adds one thing anywhere in a JSON document."""
    root = [json.loads(text)]
    places = []

    def walk(node):
        for key in range(len(node)) if isinstance(node, list) else list(node):
            places.append((node, key))
            if isinstance(node[key], (list, dict)):
                walk(node[key])

    walk(root)
    for _ in range(rng.choice([1, 1, 3])):
        node, key = rng.choice(places)
        if (isinstance(node, list) and key >= len(node)) or (
            isinstance(node, dict) and key not in node
        ):
            continue
        action = rng.random()
        if action < 0.2 and node is not root:
            del node[key]
        elif action < 0.35 and isinstance(node, list) and node is not root:
            node.append(node[key])
        else:
            node[key] = rng.choice(ODD_VALUES)
    return json.dumps(root[0])


# --- HDF5 -------------------------------------------------------------------------------


def mutate_hdf5(data: bytes, rng: random.Random) -> bytes:
    memory = io.BytesIO(data)
    with h5py.File(memory, "a") as file:
        groups, datasets = [file["/"]], []
        file.visititems(
            lambda n, x: (datasets if isinstance(x, h5py.Dataset) else groups).append(x)
        )
        for _ in range(rng.choice([1, 1, 2, 4])):
            action = rng.choice(
                [odd_array, odd_array, odd_attribute, odd_json, link, outside_data, giant, bomb, tangle, drop]
            )  # fmt: skip
            with contextlib.suppress(*GONE):
                action(file, groups, datasets, rng)
    return memory.getvalue()


def odd_array(file, groups, datasets, rng):
    item = rng.choice(datasets)
    name, shape = item.name, item.shape
    del file[name]
    shape = shape if rng.random() < 0.5 else rng.choice(ODD_SHAPES)
    value = np.ones(shape, rng.choice(ODD_TYPES))
    if value.dtype.kind == "f" and rng.random() < 0.5:
        value[...] = rng.choice([np.nan, np.inf, 6e4])
    file[name] = value


def odd_attribute(file, groups, datasets, rng):
    item = rng.choice(groups + datasets + [file["/"]] * 5)
    known = [*item.attrs, "model_config", "weight_names", "layer_names"]
    value = rng.choice([b"", b"\xff\xfe", 3, np.zeros(5), [b"a", b"b"], np.nan, b"[" * 30_000])
    item.attrs[rng.choice(known)] = value


def odd_json(file, groups, datasets, rng):
    if "ffstudio/about" in file:
        text = mutate_json(file["ffstudio/about"][()].tobytes().decode(), rng)
        del file["ffstudio/about"]
        file["ffstudio/about"] = np.frombuffer(text.encode(), np.uint8)
    elif "model_config" in file.attrs:
        file.attrs["model_config"] = mutate_json(file.attrs["model_config"], rng)


def link(file, groups, datasets, rng):
    group = rng.choice(groups)
    name = rng.choice([*group, "more"])
    if name in group:
        del group[name]
    group[name] = rng.choice([h5py.SoftLink("/"), h5py.ExternalLink("/etc/hostname", "/")])


def outside_data(file, groups, datasets, rng):
    item = rng.choice(datasets)
    name, shape = item.name, item.shape or (1,)
    del file[name]
    if rng.random() < 0.5:
        size = int(np.prod(shape)) * 4
        file.create_dataset(name, shape, "f4", external=[("/etc/hostname", 0, size)])
    else:
        layout = h5py.VirtualLayout(shape, "f4")
        layout[...] = h5py.VirtualSource("/etc/hostname", "x", shape)
        file.create_virtual_dataset(name, layout)


def giant(file, groups, datasets, rng):
    name = rng.choice(datasets).name
    del file[name]
    file.create_dataset(name, rng.choice([(200_000, 200_000), (2**40,)]), "f4", chunks=True)


def bomb(file, groups, datasets, rng):
    name = rng.choice(datasets).name
    del file[name]
    file.create_dataset(name, data=np.zeros((1000, 1000), "f4"), compression="gzip", chunks=True)


def tangle(file, groups, datasets, rng):
    """Hard links that make a circle, or a ladder with 2**30 ways down."""
    group = rng.choice(groups)
    if rng.random() < 0.5:
        group["loop"] = rng.choice(groups)
        return
    for _i in range(30):
        below = group.create_group("a")
        group["b"] = below
        group = below


def drop(file, groups, datasets, rng):
    item = rng.choice(groups[1:] + datasets)
    del file[item.name]


# --- archives ---------------------------------------------------------------------------


def mutate_zip(data: bytes, rng: random.Random) -> bytes:
    """Changes one member and packs all again, so that every checksum holds."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = rng.choice(list(members))
    action = rng.random()
    if action < 0.1:
        del members[name]
    elif name.endswith(".h5"):
        members[name] = rng.choice([mutate_hdf5, mutate_hdf5, mutate_bytes, truncate])(
            members[name], rng
        )
    else:
        members[name] = mutate_json(members[name].decode(), rng).encode()
    memory = io.BytesIO()
    packing = rng.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
    with zipfile.ZipFile(memory, "w", packing) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return memory.getvalue()


# --- judging ----------------------------------------------------------------------------


def use(archive) -> None:
    """What the studio does with a model it has opened."""
    snapshot = archive.snapshot
    x = np.linspace(0, 1, 2 * snapshot.num_inputs, dtype=np.float32).reshape(2, -1)
    for net in (snapshot.ff, snapshot.bp):
        if net is None:
            continue
        for layer in net.layers:
            assert layer.kernel.dtype == layer.bias.dtype == np.float32
            assert np.isfinite(layer.kernel).all() and np.isfinite(layer.bias).all()
            assert np.isfinite(layer.threshold)
        with np.errstate(all="ignore"):
            assert net.predict(x).shape == (2,)
    assert len(snapshot.class_names) > 0
    archive.history.to_csv()
    archive.history.to_json()
    for key, series in archive.history.series.items():
        assert key.label
        series.thin("step")
        series.thin("seconds")
    for mark in archive.history.marks:
        mark.at("epoch")
    reading.to_json(archive.spec)


def inspected(path: Path) -> str:
    """What inspection makes of a file: always a card, and candidates that can be built."""
    try:
        contents = examine_here(path)
        card = contents.card
        assert Card.from_dict(json.loads(json.dumps(card.to_dict()))) == card
        assert card.text()
        for one in contents.candidates:
            sizes = flow(one.network)
            expected = {w.layer for ws in sizes.weights.values() for w in ws}
            assert expected == set(one.weights)
            shapes = {path: [w.shape for w in ws] for path, ws in by_path(sizes).items()}
            assert shapes == {k: [a.shape for a in v] for k, v in one.weights.items()}
            assert all(np.isfinite(a).all() for v in one.weights.values() for a in v)
        if contents.candidates:
            again = unpack_contents(pack_contents(contents))
            assert again.card == card and len(again.candidates) == len(contents.candidates)
    except BaseException as error:
        return f"ESCAPED {error!r:.300}"
    messages = " ".join(card.refused)
    if "Error" in messages or len(messages) > 6000:
        return f"BAD MESSAGE {messages[:300]}"
    return "opened" if contents.candidates else "refused"


def by_path(sizes):
    groups = {}
    for weights in sizes.weights.values():
        for weight in weights:
            groups.setdefault(weight.layer, []).append(weight)
    return groups


def outcome(path: Path) -> str:
    try:
        archive = read_archive(path)
    except ModelFileError as error:
        message = str(error)
        if not message.startswith(path.name) or len(message) > 600 or "Error" in message:
            return f"BAD MESSAGE {message[:200]}"
        return "refused"
    except BaseException as error:
        return f"ESCAPED {error!r:.200}"
    try:
        use(archive)
    except Exception as error:
        return f"UNUSABLE {error!r:.200}"
    return "opened"


def main(source: Path, seed: int, count: int, reader=outcome) -> dict[str, object]:
    original = source.read_bytes()
    structural = mutate_hdf5 if original[:4] == b"\x89HDF" else mutate_zip
    outcomes: Counter[str] = Counter()
    never: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"mutant{source.suffix}"
        for number in range(seed, seed + count):
            rng = random.Random(number)
            change = rng.choice([mutate_bytes, structural, structural, structural, truncate])
            path.write_bytes(change(original, rng))
            start = time.monotonic()
            result = reader(path)
            seconds = time.monotonic() - start
            if result in ("opened", "refused"):
                outcomes[result] += 1
            else:
                never.append(f"{change.__name__} seed {number}: {result}")
            if seconds > MOST_SECONDS:
                never.append(f"{change.__name__} seed {number}: took {seconds:.1f} s")
    return {"found": outcomes, "never": never}


if __name__ == "__main__":
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    chosen = inspected if sys.argv[4:] == ["inspection"] else outcome
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), chosen)))
