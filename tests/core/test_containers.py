"""Files and folders of images in every spelling: the right pictures, or a sentence."""

from __future__ import annotations

import gzip
import io
import struct
import subprocess
import sys
import zipfile
from pathlib import Path

import h5py
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from scipy.io import savemat

from ffstudio.core.errors import DatasetError
from ffstudio.core.images import datasets
from ffstudio.core.images.containers import container_of, hdf5_file
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.datasets.digits import load as load_digits
from tests.marks import choose_cases

DIGITS = load_digits()
X, Y = DIGITS.x_train[:200], DIGITS.y_train[:200]
TX, TY = DIGITS.x_test[:60], DIGITS.y_test[:60]
NAMES = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def load(path):
    return datasets.load(DataSpec("file", path=str(path)))


def check(dataset, test=True, classes=tuple("0123456789")):
    """The pictures are those of the digits, whatever they lay in."""
    np.testing.assert_array_equal(dataset.x_train, X)
    assert [dataset.class_names[i] for i in dataset.y_train] == [classes[i] for i in Y]
    if test:
        np.testing.assert_array_equal(dataset.x_test, TX)
        assert [dataset.class_names[i] for i in dataset.y_test] == [classes[i] for i in TY]


# --- names of arrays ----------------------------------------------------------------------

SPELLINGS = [
    ("x_train", "y_train", "x_test", "y_test"),
    ("X_train", "Y_train", "X_test", "Y_test"),
    ("X_Train", "D_Train", "X_Test", "D_Test"),
    ("train_images", "train_labels", "test_images", "test_labels"),
    ("images_train", "labels_train", "images_test", "labels_test"),
    ("trainX", "trainY", "testX", "testY"),
    ("Xtr", "Ytr", "Xte", "Yte"),
    ("x_tr", "y_tr", "x_te", "y_te"),
    ("training_images", "training_labels", "testing_images", "testing_labels"),
    ("train_x", "train_y", "test_x", "test_y"),
    ("train_set_x", "train_set_y", "test_set_x", "test_set_y"),
    ("train_data", "train_target", "test_data", "test_target"),
    ("arr_0", "arr_1", "arr_2", "arr_3"),
    ("apples", "pears", "plums", "grapes"),
]


@pytest.mark.parametrize("names", SPELLINGS, ids=lambda names: names[0])
def test_arrays_of_any_usual_name(tmp_path, names):
    path = tmp_path / "own.npz"
    np.savez(path, **dict(zip(names, (X, Y, TX, TY), strict=True)))
    check(load(path))


@pytest.mark.parametrize(
    ("x", "y"), [("x", "y"), ("X", "Y"), ("images", "labels"), ("data", "target")]
)
def test_one_set_holds_some_back(tmp_path, x, y):
    np.savez(tmp_path / "own.npz", **{x: X, y: Y})
    dataset = load(tmp_path / "own.npz")
    assert len(dataset.x_train) + len(dataset.x_test) == 200
    assert any("were held back" in note for note in dataset.notes)


def test_a_validation_set_of_its_own_is_kept(tmp_path):
    np.savez(tmp_path / "own.npz", x_train=X, y_train=Y, x_val=TX[:20], y_val=TY[:20],
             x_test=TX, y_test=TY)  # fmt: skip
    dataset = load(tmp_path / "own.npz")
    check(dataset)
    np.testing.assert_array_equal(dataset.x_validation, TX[:20])
    from ffstudio.core.images.data import prepare

    prepared = prepare(dataset, DataSpec("file", validation=0.3), 1)
    assert len(prepared.validation) == 20 and len(prepared.train) == 200


@pytest.mark.parametrize(
    "labels",
    [
        lambda y: np.array(NAMES)[y],
        lambda y: np.array(NAMES, "S")[y],
        lambda y: np.array([str(name.encode()) for name in NAMES])[y],
    ],
    ids=["words", "bytes", "printed bytes"],
)
def test_words_are_class_names(tmp_path, labels):
    np.savez(tmp_path / "own.npz", x_train=X, y_train=labels(Y), x_test=TX, y_test=labels(TY))
    dataset = load(tmp_path / "own.npz")
    check(dataset, classes=NAMES)
    assert dataset.class_names == tuple(sorted(NAMES))


def test_pictures_that_are_there_as_rows_of_pixels_too(tmp_path):
    """As scikit-learn's digits have them."""
    rows = X.reshape(len(X), -1)
    np.savez(tmp_path / "own.npz", data=rows, target=Y, images=X, target_names=np.arange(10))
    assert load(tmp_path / "own.npz").x_train.shape[1:] == (28, 28)
    np.savez(tmp_path / "own.npz", data=rows[:, :-1], target=Y, images=X)
    with pytest.raises(DatasetError, match="which one is meant"):
        load(tmp_path / "own.npz")


@pytest.mark.parametrize("key", ["class_names", "label_names", "target_names", "names"])
def test_names_beside_the_numbers(tmp_path, key):
    np.savez(
        tmp_path / "own.npz", x_train=X, y_train=Y, x_test=TX, y_test=TY, **{key: np.array(NAMES)}
    )
    dataset = load(tmp_path / "own.npz")
    check(dataset, classes=NAMES)
    assert dataset.class_names == NAMES


@pytest.mark.parametrize(
    "labels",
    [
        lambda y: np.eye(10)[y],
        lambda y: np.eye(10, dtype=np.uint8)[y],
        lambda y: np.eye(10, dtype=bool)[y].T,
        lambda y: np.eye(10)[y] * 2 - 1,
        lambda y: y[:, None],
        lambda y: y[None],
        lambda y: y.astype(np.float32),
        lambda y: y.astype(str),
        lambda y: np.array([f"b'{label}'" for label in y]),
    ],
)
def test_labels_however_they_are_written(tmp_path, labels):
    np.savez(tmp_path / "own.npz", x_train=X, y_train=labels(Y), x_test=TX, y_test=labels(TY))
    check(load(tmp_path / "own.npz"))


COLOUR = np.stack([X] * 3, -1)


@pytest.mark.parametrize(
    "turn",
    [
        lambda x: x[..., None],
        lambda x: x[:, None],
        lambda x: x[:, None, :, :, None],
        lambda x: np.moveaxis(x, 0, -1),
        lambda x: x.reshape(len(x), -1),
        lambda x: x.reshape(len(x), -1).T,
        lambda x: np.stack([x] * 3, -1),
        lambda x: np.stack([x] * 3, 1),
        lambda x: np.stack([x] * 3 + [np.full_like(x, 255)], -1),
        lambda x: np.stack([x] * 3, -1).reshape(len(x), -1),
        lambda x: np.stack([x] * 3, 1).reshape(len(x), -1),
    ],
)
def test_pictures_in_any_order_of_axes(tmp_path, turn):
    np.savez(tmp_path / "own.npz", x_train=turn(X), y_train=Y, x_test=turn(TX), y_test=TY)
    check(load(tmp_path / "own.npz"))


def test_colours_are_turned_grey_and_it_is_said(tmp_path):
    red = np.stack([X, X * 0, X * 0], -1)
    np.savez(tmp_path / "own.npz", x_train=red, y_train=Y)
    dataset = load(tmp_path / "own.npz")
    assert any("turned grey" in note for note in dataset.notes)
    assert 0.25 < dataset.x_train.max() < 0.35 or 70 < dataset.x_train.max() < 80


def test_rows_that_are_no_square_name_the_mend(tmp_path):
    np.savez(tmp_path / "own.npz", x=X[:, 4:24].reshape(200, 560), y=Y)
    with pytest.raises(DatasetError, match=r"20×28.*x\.reshape\(len\(x\), 20, 28\)"):
        load(tmp_path / "own.npz")


def test_what_is_found_is_listed(tmp_path):
    np.savez(tmp_path / "own.npz", x_train=X, weights=np.zeros((3, 4)))
    with pytest.raises(
        DatasetError, match=r"holds no y_train; found: x_train \(200, 28, 28\), weights"
    ):
        load(tmp_path / "own.npz")


# --- other files ----------------------------------------------------------------------------


def test_npy_files_side_by_side(tmp_path):
    for name, array in zip(SPELLINGS[0], (X, Y, TX, TY), strict=True):
        np.save(tmp_path / f"{name}.npy", array)
    check(load(tmp_path / "x_train.npy"))
    check(load(tmp_path))


def test_one_array_alone_says_what_is_missing(tmp_path):
    np.save(tmp_path / "images.npy", X)
    with pytest.raises(
        DatasetError, match=r"holds one array \(200, 28, 28\); images and labels are"
    ):
        load(tmp_path / "images.npy")


def test_large_arrays_stay_on_disk(tmp_path):
    big = np.zeros((100_000, 28, 28), np.uint8)
    big[:, 3:20, 5:9] = 255
    np.savez(
        tmp_path / "big.npz", x_train=big, y_train=np.arange(100_000) % 2, x_test=TX, y_test=TY % 2
    )
    found = container_of(tmp_path / "big.npz").open(tmp_path / "big.npz")
    assert isinstance(found.arrays["x_train"].read(), np.memmap)
    np.testing.assert_array_equal(found.arrays["x_train"].read()[77], big[77])


def idx_bytes(array):
    head = b"\0\0\x08" + bytes([array.ndim]) + struct.pack(f">{array.ndim}I", *array.shape)
    return head + array.astype(np.uint8).tobytes()


@pytest.mark.parametrize("zipped", [True, False])
@pytest.mark.parametrize("mark", ["-idx3-ubyte", ".idx3-ubyte", ""])
@pytest.mark.parametrize("place", ["", "MNIST/raw", "raw"])
@pytest.mark.parametrize("prefix", ["", "emnist-digits-"])
def test_idx_in_every_spelling(tmp_path, zipped, mark, place, prefix):
    folder = tmp_path / place
    folder.mkdir(parents=True, exist_ok=True)
    for name, array in zip(("train-images", "train-labels", "t10k-images", "t10k-labels"),
                           (X, Y, TX, TY), strict=True):  # fmt: skip
        mark_of = mark if "images" in name else mark.replace("3", "1")
        content = idx_bytes(array)
        path = folder / f"{prefix}{name}{mark_of}{'.gz' if zipped else ''}"
        path.write_bytes(gzip.compress(content) if zipped else content)
    check(load(tmp_path))
    check(load(next(folder.iterdir())))


def table(x, y, last=False, heads=False, delimiter=","):
    rows = np.concatenate([x.reshape(len(x), -1).astype(object), y[:, None]] if last
                          else [y[:, None], x.reshape(len(x), -1).astype(object)], axis=1)  # fmt: skip
    lines = [delimiter.join(map(str, row)) for row in rows.tolist()]
    if heads:
        names = [f"pixel{i}" for i in range(x[0].size)]
        names = [*names, "label"] if last else ["label", *names]
        lines.insert(0, delimiter.join(names))
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("last", [False, True])
@pytest.mark.parametrize("heads", [False, True])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", " "])
def test_tables(tmp_path, last, heads, delimiter):
    for name, x, y in (("train", X, Y), ("test", TX, TY)):
        (tmp_path / f"mnist_{name}.csv").write_text(table(x, y, last, heads, delimiter))
    check(load(tmp_path / "mnist_train.csv"))


def test_tables_with_words_zipped_and_with_a_mark_of_utf8(tmp_path):
    content = ("\ufeff" + table(X, np.array(NAMES)[Y], heads=True)).encode()
    (tmp_path / "own.csv.gz").write_bytes(gzip.compress(content))
    dataset = load(tmp_path / "own.csv.gz")
    assert dataset.class_names == tuple(sorted(NAMES))
    assert len(dataset.x_train) + len(dataset.x_test) == 200


@pytest.mark.parametrize(
    "content",
    [
        "",
        "a\n",
        "1,2,3\n4,5\n",
        table(X[:9], Y[:9])[:-2000] + "\n1,2\n",
        "label,pixel\nx,y\n",
        "\x00\x01,\x02\n1,2",
    ],
)
def test_tables_that_are_none(tmp_path, content):
    (tmp_path / "own.csv").write_text(content)
    with pytest.raises(DatasetError):
        load(tmp_path / "own.csv")


@pytest.mark.parametrize("nested", [False, True])
def test_matlab(tmp_path, nested):
    parts = {"X_Train": np.moveaxis(X, 0, -1), "D_Train": np.eye(10)[Y],
             "X_Test": np.moveaxis(TX, 0, -1), "D_Test": np.eye(10)[TY]}  # fmt: skip
    if nested:
        parts = {"dataset": {"train": {"images": X.reshape(200, -1), "labels": Y[:, None]},
                             "test": {"images": TX.reshape(60, -1), "labels": TY[:, None]}}}  # fmt: skip
    savemat(tmp_path / "own.mat", parts)
    check(load(tmp_path / "own.mat"))


def test_matlab_7_3(tmp_path):
    """Its axes are stored in the opposite order."""
    with h5py.File(tmp_path / "own.mat", "w", userblock_size=512) as file:
        for name, array in (("XTrain", X), ("YTrain", Y), ("XTest", TX), ("YTest", TY)):
            file[name] = array.T
    check(load(tmp_path / "own.mat"))


@pytest.mark.parametrize(
    "names", [SPELLINGS[0], ("train/images", "train/labels", "test/images", "test/labels")]
)
def test_hdf5(tmp_path, names):
    with h5py.File(tmp_path / "own.h5", "w") as file:
        for name, array in zip(names, (X, Y, TX, TY), strict=True):
            file.create_dataset(name, data=array, compression="gzip")
    check(load(tmp_path / "own.h5"))
    assert datasets.data_set_of_file(tmp_path / "own.h5").name == "file"


@pytest.mark.parametrize("version", ["earliest", "latest"])
@pytest.mark.parametrize("others", [0, 12], ids=["few", "many"])
@pytest.mark.parametrize("names", [("x", "y"), ("data/x_train", "data/y_train")], ids=str)
def test_hdf5_is_told_by_its_names(tmp_path, names, others, version):
    with h5py.File(tmp_path / "own.h5", "w", libver=version) as file:
        file[names[0]], file[names[1]] = X, Y
        for i in range(others):
            file[f"other{i}"] = np.arange(10)
    assert datasets.data_set_of_file(tmp_path / "own.h5").name == "file"


@pytest.mark.parametrize("version", ["earliest", "latest"])
def test_weights_that_spell_names_by_chance_are_no_data(tmp_path, version):
    """Millions of random numbers hold every short word somewhere among their bytes."""
    words = np.frombuffer(b"\0x\0\0y\0\0\0images\0\0labels\0\0" * 100, np.uint8)
    noise = np.random.default_rng(0).integers(0, 256, 2**20, np.uint8)
    with h5py.File(tmp_path / "own.h5", "w", libver=version) as file:
        file["dense/w"] = np.concatenate([words, noise])
    assert datasets.data_set_of_file(tmp_path / "own.h5") is None


def test_hdf5_with_words(tmp_path):
    with h5py.File(tmp_path / "own.h5", "w") as file:
        file["images"] = X
        file["labels"] = [NAMES[i] for i in Y]
    assert load(tmp_path / "own.h5").class_names == tuple(sorted(NAMES))


def test_numbers_of_another_hdf5_file_are_not_followed(tmp_path):
    with h5py.File(tmp_path / "secret.h5", "w") as file:
        file["x"] = X
    with h5py.File(tmp_path / "own.h5", "w") as file:
        file["x_train"] = h5py.ExternalLink("secret.h5", "x")
        file["y_train"] = Y
    with pytest.raises(DatasetError):
        load(tmp_path / "own.h5")


def png(pixels):
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "PNG")
    return stream.getvalue()


def pictures(root="", classes=NAMES):
    for which, xs, ys in (("train", X, Y), ("test", TX, TY)):
        for i, (x, y) in enumerate(zip(xs, ys, strict=True)):
            yield f"{root}{which}/{classes[y]}/{i:04}.png", png(x)


@pytest.mark.parametrize("root", ["", "mydigits/"])
@pytest.mark.parametrize("zipped", [True, False])
def test_a_folder_of_pictures_per_class(tmp_path, zipped, root):
    if zipped:
        with zipfile.ZipFile(tmp_path / "own.zip", "w") as archive:
            for name, content in pictures(root):
                archive.writestr(name, content)
            archive.writestr("__MACOSX/._x.png", b"no picture")
        dataset = load(tmp_path / "own.zip")
    else:
        for name, content in pictures():
            (tmp_path / root / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / root / name).write_bytes(content)
        dataset = load(tmp_path / root)
    assert dataset.class_names == tuple(sorted(NAMES))
    assert {p.tobytes() for p in dataset.x_train} == {p.tobytes() for p in X}
    known = {p.tobytes(): NAMES[y] for p, y in zip(X, Y, strict=True)}
    for picture, label in zip(dataset.x_train, dataset.y_train, strict=True):
        assert known[picture.tobytes()] == dataset.class_names[label]
    assert len(dataset.x_test) == 60


def test_pictures_of_other_sizes_and_kinds(tmp_path):
    for i in range(20):
        folder = tmp_path / "own" / ("cat", "dog")[i % 2]
        folder.mkdir(parents=True, exist_ok=True)
        side = 28 if i else 40
        colours = np.random.default_rng(i).integers(0, 256, (side, side, 3)).astype(np.uint8)
        Image.fromarray(colours).save(folder / f"{i}.{('png', 'jpg', 'bmp')[i % 3]}")
    dataset = load(tmp_path / "own")
    assert dataset.image_shape == (28, 28) and dataset.class_names == ("cat", "dog")
    text = " ".join(dataset.notes)
    assert "1 of 20 pictures had another size" in text and "turned grey" in text
    assert load(tmp_path / "own" / "cat" / "0.png").class_names == ("cat", "dog")


@pytest.mark.parametrize(
    ("members", "says"),
    [
        ({"a.txt": b"x"}, r"holds no images with labels .* found: a\.txt"),
        ({"a.png": png(X[0])}, "has no folders"),
        ({"cat/a.png": b"\x89PNG nonsense", "dog/b.png": png(X[0])}, "cannot be read"),
    ],
)
def test_zips_that_are_no_data(tmp_path, members, says):
    with zipfile.ZipFile(tmp_path / "own.zip", "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    with pytest.raises(DatasetError, match=says):
        load(tmp_path / "own.zip")


def test_a_zip_leaves_nothing_anywhere(tmp_path):
    inside = tmp_path / "inside"
    inside.mkdir()
    with zipfile.ZipFile(inside / "own.zip", "w") as archive:
        for i in range(12):
            archive.writestr(f"../../{('cat', 'dog')[i % 2]}/{i}.png", png(X[i]))
    before = sorted(p.name for p in tmp_path.rglob("*"))
    with pytest.raises(DatasetError):
        load(inside / "own.zip")
    assert sorted(p.name for p in tmp_path.rglob("*")) == before


def test_a_bomb_in_a_zip_is_refused_by_its_size(tmp_path):
    with zipfile.ZipFile(tmp_path / "own.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("cat/a.png", bytes(65 * 2**20))
        archive.writestr("dog/b.png", png(X[0]))
    with pytest.raises(DatasetError, match="MiB"):
        load(tmp_path / "own.zip")


def test_a_picture_with_a_huge_head_is_refused(tmp_path):
    huge = Image.new("1", (5000, 5000))
    for name in ("cat", "dog"):
        (tmp_path / "own" / name).mkdir(parents=True)
        huge.save(tmp_path / "own" / name / "a.png")
    with pytest.raises(DatasetError, match="5000×5000"):
        load(tmp_path / "own")


def test_only_test_images_can_be_judged_on(tmp_path):
    from ffstudio.core.images.data import prepare

    np.savez(tmp_path / "own.npz", x_test=TX, y_test=TY)
    dataset = load(tmp_path / "own.npz")
    assert len(prepare(dataset, DataSpec("file"), 0, to_train=False).test) == 60
    with pytest.raises(DatasetError, match="test images only"):
        prepare(dataset, DataSpec("file"), 0)


@pytest.mark.parametrize("name", ["own.pkl", "own.txt", "own.docx", "own.h5"])
def test_what_is_no_data_says_so(tmp_path, name):
    (tmp_path / name).write_bytes(b"\x80\x04nothing")
    assert datasets.data_set_of_file(tmp_path / name) is None
    with pytest.raises(DatasetError, match=r"no kind of data|no images|Python pickle"):
        load(tmp_path / name)


@pytest.mark.parametrize("path", ["a" * 5000, "a\0b", "/" + "b" * 300])
def test_paths_that_cannot_be(path):
    assert datasets.data_set_of_file(path) is None
    assert datasets.own_path(Path(path)) is None
    with pytest.raises(DatasetError):
        load(path)


def test_no_path_is_not_the_folder_one_is_in(tmp_path, monkeypatch):
    np.savez(tmp_path / "own.npz", x=X, y=Y)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(DatasetError, match="No file of images has been chosen"):
        load("")


@pytest.mark.parametrize("block", [0, 512])
@pytest.mark.parametrize("how", ["plain", "chunks", "gzip", "big-endian", "bool"])
def test_large_arrays_of_hdf5_stay_on_disk(tmp_path, how, block, monkeypatch):
    monkeypatch.setattr(hdf5_file, "MAPPED_FROM", 1)
    x = (X > 127) if how == "bool" else X.astype(">u2") if how == "big-endian" else X
    more = {"chunks": {"chunks": (7, 28, 28)}, "gzip": {"compression": "gzip"}}.get(how, {})
    with h5py.File(tmp_path / "own.h5", "w", userblock_size=block) as file:
        file.create_dataset("x_train", data=x, **more)
        file["y_train"] = Y
    found = hdf5_file.open_hdf5(tmp_path / "own.h5")
    read = found.arrays["x_train"].read()
    assert isinstance(read, np.memmap) and not read.flags.writeable
    assert read.dtype == x.dtype and np.array_equal(read, x)


def test_hdf5_data_are_parsed_in_another_process(tmp_path):
    with h5py.File(tmp_path / "own.h5", "w") as file:
        file.create_dataset("x_train", data=X, compression="gzip")
        file["y_train"], file["class_names"] = Y, list(NAMES)
    code = (
        "import sys; from ffstudio.core.images import datasets; "
        "from ffstudio.core.images.data_spec import DataSpec; "
        "data = datasets.load(DataSpec('file', path=sys.argv[1])); "
        "print(len(data.x_train) + len(data.x_test), *data.class_names, 'h5py' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "own.h5")],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert done.stdout.split() == [str(len(X)), *NAMES, "False"]


def test_the_packaged_program_reads_data_in_another_process_of_itself(tmp_path):
    with h5py.File(tmp_path / "own.h5", "w") as file:
        file["x_train"], file["y_train"] = X, Y
    command = [sys.executable, "-m", "ffstudio", hdf5_file.ARGUMENT, str(tmp_path / "own.h5")]
    listed = subprocess.run(command, capture_output=True, check=True).stdout
    assert listed.startswith(hdf5_file.MARK) and b'"x_train"' in listed
    read = subprocess.run([*command, "y_train"], capture_output=True, check=True).stdout
    assert read == hdf5_file.MARK + Y.tobytes()


def test_hdf5_that_takes_too_long_or_too_much_is_given_up(tmp_path, monkeypatch):
    with h5py.File(tmp_path / "own.h5", "w") as file:
        file["x_train"], file["y_train"] = X, Y
    for name, value, says in (
        ("SECONDS", -60, "too long"),
        ("MEMORY", -(2**30), "too much memory"),
    ):
        with monkeypatch.context() as changed:
            changed.setattr(hdf5_file, name, value)
            with pytest.raises(DatasetError, match=says):
                load(tmp_path / "own.h5")


@pytest.mark.parametrize("seed", choose_cases(range(12), *range(6)))
def test_damaged_hdf5_is_a_sentence_or_right(tmp_path, seed):
    path = tmp_path / "own.h5"
    with h5py.File(path, "w") as file:
        file.create_dataset("x_train", data=X[:60], compression="gzip", chunks=(10, 28, 28))
        file["y_train"] = Y[:60]
    raw, rng = bytearray(path.read_bytes()), np.random.default_rng(seed)
    for at in rng.integers(0, len(raw), 40):
        raw[at] = rng.integers(0, 256)
    path.write_bytes(bytes(raw[: len(raw) - 1000 * (seed % 3)]))
    try:
        dataset = load(path)
    except DatasetError as error:
        assert error.message and error.advice and "own.h5" in str(error)
    else:
        assert dataset.x_train.shape[1:] == (28, 28)


# --- any set --------------------------------------------------------------------------------


@settings(max_examples=80, deadline=None)
@given(
    st.sampled_from(["u1", "i2", "f4", "f8", "f2", ">f4"]),
    st.sampled_from([1.0, 16.0, 255.0]),
    st.sampled_from(["nhw", "nhw1", "n1hw", "flat", "hwn", "flat_t", "rgb"]),
    st.sampled_from(["int", "from 1", "one hot", "words", "column", "float"]),
    st.booleans(),
)
def test_any_set_gives_the_right_pictures(tmp_path_factory, dtype, top, layout, labels, inverted):
    true = 1 - X / 255.0 if inverted else X / 255.0
    values = true * top
    whole = dtype in ("u1", "i2")
    x = (np.round(values) if whole else values).astype(dtype)
    turns = {
        "nhw": lambda x: x, "nhw1": lambda x: x[..., None], "n1hw": lambda x: x[:, None],
        "flat": lambda x: x.reshape(len(x), -1), "hwn": lambda x: np.moveaxis(x, 0, -1),
        "flat_t": lambda x: x.reshape(len(x), -1).T, "rgb": lambda x: np.stack([x] * 3, -1),
    }  # fmt: skip
    written = {
        "int": Y, "from 1": Y + 1, "one hot": np.eye(10)[Y], "words": np.array(NAMES)[Y],
        "column": Y[:, None], "float": Y.astype(float),
    }[labels]  # fmt: skip
    path = tmp_path_factory.mktemp("any") / "own.npz"
    np.savez(path, x_train=turns[layout](x), y_train=written, x_test=turns[layout](x[:50]),
             y_test=written[:50])  # fmt: skip
    dataset = load(path)
    read = dataset.x_train / 255.0 if dataset.x_train.dtype == np.uint8 else dataset.x_train
    assert np.abs(read - true).max() <= (0.51 / top if whole else 0.002)
    expected = {"words": np.array(NAMES)[Y], "from 1": (Y + 1).astype(str)}.get(
        labels, Y.astype(str)
    )
    assert [dataset.class_names[i] for i in dataset.y_train] == expected.tolist()
