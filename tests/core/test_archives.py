"""Data in zips and tars, and pictures beside a list of their labels."""

import bz2
import gzip
import io
import json
import lzma
import struct
import tarfile
import zipfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from ffstudio.core.errors import DatasetError
from ffstudio.core.images.containers import archive as archive_module
from ffstudio.core.images.containers import open_any
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.datasets import data_set_of_file, load, own_path

WORDS = ("cat", "dog", "owl", "cow")
Y, TY = np.arange(40) % 4, np.arange(16) % 4
RNG = np.random.default_rng(5)
X = RNG.integers(0, 256, (40, 9, 9)).astype(np.uint8)
TX = RNG.integers(0, 256, (16, 9, 9)).astype(np.uint8)
KNOWN = {x.tobytes(): int(y) for x, y in zip((*X, *TX), (*Y, *TY), strict=True)}


def open_data(path):
    assert data_set_of_file(path).name == "file"
    return load(DataSpec("file", path=str(path)))


def check_pictures(dataset, count=56, words=False):
    """Every picture has the label it had."""
    pairs = [(dataset.x_train, dataset.y_train), (dataset.x_test, dataset.y_test)]
    for xs, ys in pairs:
        for x, y in zip(np.asarray(xs[:]), ys, strict=True):
            true = KNOWN[x.tobytes()]
            assert dataset.class_names[y] == (WORDS[true] if words else str(true))
    assert sum(len(ys) for _, ys in pairs) == count


def png(x):
    stream = io.BytesIO()
    Image.fromarray(x).save(stream, "PNG")
    return stream.getvalue()


def saved(**arrays):
    stream = io.BytesIO()
    np.savez(stream, **arrays)
    return stream.getvalue()


def npy(array):
    stream = io.BytesIO()
    np.save(stream, array)
    return stream.getvalue()


def idx(array):
    array = np.asarray(array, np.uint8)
    head = struct.pack(f">HBB{array.ndim}I", 0, 8, array.ndim, *array.shape)
    return head + array.tobytes()


def table(x, y=None, head=()):
    rows = [",".join(head)] if head else []
    rows += [
        ",".join([*([] if y is None else [str(y[i])]), *map(str, one.ravel())])
        for i, one in enumerate(x)
    ]
    return "\n".join(rows).encode()


def listed(names, labels, head="filename,label", between=","):
    rows = [head] if head else []
    rows += [f"{name}{between}{label}" for name, label in zip(names, labels, strict=True)]
    return "\n".join(rows).encode()


def pictures(xs, pattern="{i}.png", ys=None):
    return {pattern.format(i=i, y=None if ys is None else ys[i]): png(x) for i, x in enumerate(xs)}


def put(tmp_path, files, how):
    path = tmp_path / f"own{how}"
    if how == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in files.items():
                archive.writestr(name, content)
    elif how:
        with tarfile.open(path, "w:gz" if how == ".tgz" else "w") as archive:
            for name, content in files.items():
                entry = tarfile.TarInfo(name)
                entry.size = len(content)
                archive.addfile(entry, io.BytesIO(content))
    else:
        for name, content in files.items():
            (path / name).parent.mkdir(parents=True, exist_ok=True)
            (path / name).write_bytes(content)
    return path


PIXELS = [f"pixel{i}" for i in range(81)]
IDX = {
    "train-images-idx3-ubyte": idx(X), "train-labels-idx1-ubyte": idx(Y),
    "t10k-images-idx3-ubyte": idx(TX), "t10k-labels-idx1-ubyte": idx(TY),
}  # fmt: skip
SUBMISSION = listed(range(16), [0] * 16, "ImageId,Label")
CASES = {
    "kaggle": (
        {"train.csv": table(X, Y, ["label", *PIXELS]), "test.csv": table(TX, None, PIXELS),
         "sample_submission.csv": SUBMISSION}, 40,
        ("test.csv beside it has no labels", "left out: sample_submission.csv")),
    "numbered test": (
        {"train.csv": table(X, Y, ["label", *PIXELS]),
         "test.csv": table(TX, range(16), ["id", *PIXELS])}, 40, ("has no labels",)),
    "folders of tables": (
        {"d/sign_train/sign_train.csv": table(X, Y, ["label", *PIXELS]),
         "d/sign_test/sign_test.csv": table(TX, TY, ["label", *PIXELS]), "d/shown.png": png(X[0]),
         "__MACOSX/d/._shown.png": b""}, 56, ()),
    "idx": ({f"gzip/{name}.gz": gzip.compress(content) for name, content in IDX.items()}, 56, ()),
    "npz": ({"a/b/own.npz": saved(x_train=X, y_train=Y, x_test=TX, y_test=TY)}, 56, ()),
    "npy": ({"data/X.npy": npy(X), "data/Y.npy": npy(Y), "data/README.md": b"x"}, 40, ()),
    "named after the class": (pictures(X, "train/{y}.{i}.png", Y), 40, ("named after",)),
    "list": (pictures(X, "images/{i}.png") | {"labels.csv": listed(range(40), Y, "id,class")},
             40, ("labels.csv says what each picture shows",)),
    "list without heads": (
        pictures(X) | {"labels.txt": listed([f"{i}.png" for i in range(40)], Y, "", " ")}, 40, ()),
    "lists of sets": (
        pictures(X, "train/{i}.png") | pictures(TX, "test/{i}.png")
        | {"trainLabels.csv": listed(range(40), Y), "test_labels.csv": listed(range(16), TY),
           "sampleSubmission.csv": SUBMISSION}, 56, ("handed in at a competition",)),
    "a list a folder": (
        pictures(X, "d/train/images/{i}.png") | pictures(TX, "d/test/images/{i}.png")
        | {"d/train/labels.csv": listed(range(40), Y), "d/test/labels.csv": listed(range(16), TY)},
        56, ()),
    "column of sets": (
        pictures(np.concatenate((X, TX)), "i/{i}.png")
        | {"all.csv": listed([f"C:\\i\\{i}.png" for i in range(56)],
                             [f"{y},{'train' if i < 40 else 'test'}"
                              for i, y in enumerate((*Y, *TY))], "path,label,split")}, 56, ()),
    "signs": (
        pictures(X, "Train/{y}/{i}.png", Y) | pictures(TX, "Test/{i}.png")
        | pictures(X[:4], "Meta/{i}.png")
        | {"Train.csv": listed([20] * 40, [f"{y},Train/{y}/{i}.png" for i, y in enumerate(Y)],
                               "Width,ClassId,Path"),
           "Test.csv": listed([20] * 16, [f"{y},Test/{i}.png" for i, y in enumerate(TY)],
                              "Width,ClassId,Path"),
           "Meta.csv": listed([f"Meta/{i}.png" for i in range(4)], range(4), "Path,ClassId")},
        56, ("Meta.csv is of neither",)),
    "lines of JSON": (
        pictures(X, "train/{i}.png") | {"train/metadata.jsonl": "\n".join(
            json.dumps({"file_name": f"{i}.png", "label": int(y)})
            for i, y in enumerate(Y)).encode()}, 40, ()),
    "JSON": (pictures(X, "00/{i}.png") | {"dataset.json": json.dumps(
        {"labels": [[f"00/{i}.png", int(y)] for i, y in enumerate(Y)]}).encode()}, 40, ()),
}  # fmt: skip


@pytest.mark.parametrize("how", ["", ".zip", ".tar", ".tgz"])
@pytest.mark.parametrize("case", CASES)
def test_data_in_folders_and_archives(tmp_path, case, how):
    files, count, notes = CASES[case]
    path = put(tmp_path, files, how)
    dataset = open_data(path)
    check_pictures(dataset, count)
    assert all(note in " ".join(dataset.notes) for note in notes)
    assert how or own_path(path) or case == "idx"
    left = {p.name for p in tmp_path.iterdir()}
    assert left == {path.name}


def test_a_tar_packed_by_xz(tmp_path):
    path = tmp_path / "a.tar.xz"
    content = saved(x_train=X, y_train=Y, x_test=TX, y_test=TY)
    with tarfile.open(path, "w:xz") as archive:
        member = tarfile.TarInfo("d/a.npz")
        member.size = len(content)
        archive.addfile(member, io.BytesIO(content))
    check_pictures(open_data(path))
    path.write_bytes(path.read_bytes()[:2000])
    with pytest.raises(DatasetError, match="an archive"):
        open_data(path)


@pytest.mark.parametrize("how", ["", ".zip"])
def test_idx_files_of_another_set_beside_those_that_are_read_are_named(tmp_path, how):
    images, labels = "train-images-idx3-ubyte", "train-labels-idx1-ubyte"
    sets = {f"{one}/{images}": idx(x) for one, x in (("fashion", X[::-1]), ("mnist", X))}
    sets |= {f"{one}/{labels}": idx(y) for one, y in (("fashion", Y[::-1]), ("mnist", Y))}
    path = put(tmp_path, sets, how)
    read = load(DataSpec("file", path=str(path)))
    other = f"{path}/fashion/{images}"
    notes = " ".join(read.notes)
    assert "2 data sets: mnist was read. Another one (fashion)" in notes and other in notes
    assert read.choices == (f"{path}/mnist/{images}", other)
    chosen = open_data(Path(other))
    assert own_path(Path(other)) == "file" and "2 data sets" not in str(chosen.notes)
    assert not np.array_equal(chosen.x_train[:], read.x_train[:])
    check_pictures(chosen, 40)


def zipped(files):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


def test_one_of_several_files_in_an_archive_is_named_by_its_path(tmp_path):
    sets = {"a.npz": saved(x=X[:20], y=Y[:20]), "b.npz": saved(x=X, y=Y)}
    path = put(tmp_path, sets, ".zip")
    with pytest.raises(DatasetError, match=r"which one is meant is not clear.*own.zip/a.npz") as no:
        open_data(path)
    assert no.value.choices == (f"{path}/a.npz", f"{path}/b.npz")
    check_pictures(open_data(path / "b.npz"), 40)
    (tmp_path / "more").mkdir()
    beside = put(tmp_path / "more", {"a.npz": sets["a.npz"], "sub/b.npz": sets["b.npz"]}, ".zip")
    read = open_data(beside)
    assert "a.npz was read. Another one (sub/b.npz)" in " ".join(read.notes)
    assert read.choices[1] == f"{beside}/sub/b.npz"
    with pytest.raises(DatasetError, match=r"holds no c.npz; it holds a.npz, b.npz"):
        open_data(path / "c.npz")


def test_an_archive_in_an_archive_is_read_once(tmp_path):
    pictures = {f"{WORDS[y]}/{i}.png": png(x) for i, (x, y) in enumerate(zip(X, Y, strict=True))}
    inside = {"train.zip": zipped(pictures), "test1.zip": zipped({"1.png": png(TX[0])})}
    path = put(tmp_path, inside, ".zip")
    read = open_data(path)
    check_pictures(read, 40, words=True)
    assert "train.zip in it was read. Beside it, left out: test1.zip" in " ".join(read.notes)
    check_pictures(open_data(path / "train.zip"), 40, words=True)
    deep = tmp_path / "deep.zip"
    deep.write_bytes(zipped({"a.zip": path.read_bytes()}))
    with pytest.raises(DatasetError, match="Unpack it"):
        open_data(deep)


@pytest.mark.parametrize(("ending", "pack"), [(".bz2", bz2.compress), (".xz", lzma.compress)])
def test_a_packed_table_is_read(tmp_path, ending, pack):
    path = tmp_path / f"own.csv{ending}"
    path.write_bytes(pack(table(X, Y)))
    check_pictures(open_data(path), 40)
    path.write_bytes(path.read_bytes()[:-200])
    with pytest.raises(DatasetError, match="cannot be read as a table"):
        open_data(path)


def test_a_last_column_that_counts_the_images_is_no_pixel(tmp_path):
    rows = ["label," + ",".join(f"p{i}" for i in range(81)) + ",id"]
    rows += [
        f"{y},{','.join(map(str, x.ravel()))},{i}"
        for i, (x, y) in enumerate(zip(X, Y, strict=True))
    ]
    path = tmp_path / "a.csv"
    path.write_text("\n".join(rows))
    check_pictures(open_data(path), 40)


def test_lists_with_words_marks_of_encodings_and_one_hot(tmp_path):
    words = [WORDS[y] for y in Y]
    rows = listed([f"{i}.png" for i in range(40)], words, between=";", head="filename;label")
    for name, content in {
        "wide": rows.decode().encode("utf-16"),
        "hot": listed(range(40), [",".join("01"[w == v] for v in WORDS) for w in words],
                      ",".join(("image", *WORDS))),
        "both": listed(range(40), [f"{y},{WORDS[y]}" for y in Y], "id,class_id,class_name"),
    }.items():  # fmt: skip
        folder = tmp_path / name
        folder.mkdir()
        files = pictures(X, "images/{i}.png") | {"labels.csv": content}
        check_pictures(open_data(put(folder, files, "")), 40, words=True)


@pytest.mark.parametrize(
    ("files", "says"),
    [
        (pictures(X, "i/{i}.png") | {"labels.csv": listed([*range(40), 3], [*Y, 0])},
         "says of 3.png that it is 3, and that it is 0"),
        (pictures(X, "i/{i}.png") | {"labels.csv": listed(range(40), ["1.5,red,3"] * 40,
                                                          "id,age,colour,legs")},
         r"more than one thing of each picture \(age, colour, legs\)"),
        (pictures(X, "i/{i}.png"), "one folder of pictures only"),
        (pictures(X, "train/{i}.png") | pictures(TX, "test/{i}.png"), "in folders of sets"),
        ({"a.npz": saved(x=X, y=Y), "b.npz": saved(x=X, y=Y)}, "several data sets"),
        ({"../../evil.csv": b"x", "train.csv": table(X, Y)}, "leads out of the archive"),
        ({"/etc/passwd": b"x"}, "leads out of the archive"),
        ({"C:\\evil.csv": b"x"}, "leads out of the archive"),
        ({"model.h5": b"\x89HDF\r\n\x1a\n"}, "found: model.h5"),
        ({}, "found: nothing"),
    ],
)  # fmt: skip
def test_archives_that_are_refused(tmp_path, files, says):
    before = set(tmp_path.iterdir())
    for how in (".zip", ".tgz"):
        if files or how == ".zip":
            path = put(tmp_path, files, how)
            with pytest.raises(DatasetError, match=says):
                open_data(path)
            path.unlink()
    assert set(tmp_path.iterdir()) == before


def test_pictures_that_lists_do_not_have_and_lists_of_pictures_that_are_not_there(tmp_path):
    files = pictures(X[:30], "i/{i}.png") | {"l.csv": listed(range(10, 40), Y[10:])}
    dataset = open_data(put(tmp_path, files, ".zip"))
    check_pictures(dataset, 20)
    notes = " ".join(dataset.notes)
    assert "10 of 30 pictures that l.csv lists are not there" in notes
    assert "10 pictures stand in no list" in notes


def damage(path, begin, content):
    raw = bytearray(path.read_bytes())
    raw[begin : begin + len(content)] = content
    path.write_bytes(raw)


@pytest.mark.parametrize(
    ("files", "at"),
    [(IDX, 400), ({"a/own.npz": saved(x=X, y=Y)}, 400), ({"train.csv": table(X, Y)}, 400),
     (pictures(X, "i/{i}.png") | {"labels.csv": listed(range(40), Y)}, 60)],
)  # fmt: skip
def test_a_damaged_member_is_a_sentence(tmp_path, files, at):
    path = put(tmp_path, files, ".zip")
    damage(path, at, bytes(60))
    with pytest.raises(DatasetError):
        open_data(path)


@pytest.mark.parametrize(("method", "flag", "says"), [
    (8, 1, "locked by a password"), (9, 0, "method that is not read"), (14, 0, "method that is not"),
])  # fmt: skip
def test_a_zip_that_cannot_be_unpacked(tmp_path, method, flag, says):
    path = put(tmp_path, {"own.npz": saved(x=X, y=Y)}, ".zip")
    entry = path.read_bytes().rfind(b"PK\x01\x02")
    damage(path, entry + 8, struct.pack("<HH", flag, method))
    with pytest.raises(DatasetError, match=says):
        open_data(path)


def test_bombs_are_refused_before_they_are_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(archive_module, "SUSPECT_FROM", 2**20)
    path = put(tmp_path, {"train.csv": bytes(2**21)}, ".zip")
    with pytest.raises(DatasetError, match="times its own size"):
        open_data(path)
    packed = put(tmp_path, {"train.csv": bytes(2**21)}, ".tgz")
    with pytest.raises(DatasetError, match="times its own size"):
        open_data(packed)
    monkeypatch.setattr(archive_module, "MOST_IN_MEMORY", 2**20)
    with pytest.raises(DatasetError, match="of memory"):
        open_data(packed)


def test_tar_heads_that_ask_for_too_much_and_links(tmp_path):
    entry = tarfile.TarInfo("x")
    entry.type, entry.size = tarfile.XHDTYPE, 2**32
    (tmp_path / "long.tar").write_bytes(entry.tobuf(tarfile.GNU_FORMAT) + bytes(2048))
    with pytest.raises(DatasetError, match="damaged"):
        open_data(tmp_path / "long.tar")
    link = tarfile.TarInfo("train.csv")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    (tmp_path / "link.tar").write_bytes(link.tobuf() + bytes(1024))
    with pytest.raises(DatasetError, match="found: nothing"):
        open_data(tmp_path / "link.tar")
    whole = put(tmp_path, {"train.csv": table(X, Y)}, ".tar")
    whole.write_bytes(whole.read_bytes()[:2000])
    with pytest.raises(DatasetError, match="cut short"):
        open_data(whole)


def test_long_names_in_tars(tmp_path):
    name = "d" * 120 + "/own.npz"
    for kind in (tarfile.GNU_FORMAT, tarfile.PAX_FORMAT):
        with tarfile.open(tmp_path / "own.tar", "w", format=kind) as archive:
            content = saved(x=X, y=Y)
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
        check_pictures(open_data(tmp_path / "own.tar"), 40)


@pytest.mark.parametrize("how", [".zip", ".tar"])
def test_what_lies_unpacked_in_an_archive_stays_on_disk(tmp_path, how, monkeypatch):
    for module in ("npz_file", "npy_files", "idx_format"):
        monkeypatch.setattr(f"ffstudio.core.images.containers.{module}.MAPPED_FROM", 1000)
    for number, files in enumerate((
        {"own.npz": saved(x=X, y=Y)}, {"x.npy": npy(X), "y.npy": npy(Y)}, IDX)):  # fmt: skip
        folder = tmp_path / str(number)
        folder.mkdir()
        path = folder / f"own{how}"
        if how == ".tar":
            put(folder, files, how)
        else:
            with zipfile.ZipFile(path, "w") as archive:
                for name, content in files.items():
                    archive.writestr(name, content)
        images = [a for a in open_any(path).arrays.values() if a.size > 1000]
        assert images
        assert all(a.stays_on_disk and isinstance(a.read(), np.memmap) for a in images)
        check_pictures(open_data(path), 56 if files is IDX else 40)
