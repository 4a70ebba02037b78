"""Files of pictures: how they lie, which kinds are read, and what is said of others."""

from __future__ import annotations

import io
import os
import tarfile
import unicodedata
import zipfile

import numpy as np
import pytest
from PIL import Image, ImageOps

from ffstudio.core.errors import DatasetError
from tests.core.test_archives import TX, TY, X, Y, check_pictures, open_data, pictures, png, put
from tests.marks import choose_cases


def says(path):
    with pytest.raises(DatasetError) as caught:
        open_data(path)
    return str(caught.value)


def coded(x, kind, **how):
    stream = io.BytesIO()
    Image.fromarray(x).save(stream, kind, **how)
    return stream.getvalue()


# --- how the camera was held ---------------------------------------------------------------


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["PNG", "TIFF", "WEBP"])
def test_pictures_lie_as_their_camera_was_held(tmp_path, kind, orientation):
    exif = Image.Exif()
    exif[0x112] = orientation
    files = {}
    for i, (x, y) in enumerate(zip(X, Y, strict=True)):
        # What the camera saw, on its side: turned back by the words beside it.
        held = {1: x, 2: x[:, ::-1], 3: x[::-1, ::-1], 4: x[::-1], 5: x.T, 6: x.T[::-1],
                7: x[::-1, ::-1].T, 8: x.T[:, ::-1]}[orientation]  # fmt: skip
        how = {"lossless": True} if kind == "WEBP" else {}
        files[f"{y}/{i}.{kind.lower()}"] = coded(np.ascontiguousarray(held), kind, exif=exif, **how)
    dataset = open_data(put(tmp_path, files, ""))
    check_pictures(dataset, 40)
    said = "40 pictures were turned upright, as their camera wrote into them (EXIF)."
    # Pillow itself turns those of TIFF.
    assert (said in dataset.notes) == (orientation > 1 and kind != "TIFF")


def test_jpegs_on_their_side_have_the_size_of_what_was_seen(tmp_path):
    exif = Image.Exif()
    exif[0x112] = 6
    x = np.zeros((10, 20), np.uint8)
    x[:, :5] = 255
    for name in ("a/1.jpg", "a/2.jpg", "b/1.jpg", "b/2.jpg"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(coded(x, "JPEG", exif=exif, quality=100))
    dataset = open_data(tmp_path)
    assert dataset.image_shape == (20, 10)
    expected = np.asarray(ImageOps.exif_transpose(Image.open(tmp_path / "a" / "1.jpg")))
    np.testing.assert_array_equal(dataset.x_train[0], expected)
    assert expected[:5].min() > 250 > 5 > expected[5:].max()


def test_damaged_words_of_a_camera_do_not_matter(tmp_path):
    files = {f"{y}/{i}.png": coded(x, "PNG", exif=b"Exif\0\0MM\0*\xff\xff\xff\xff") for i, (x, y)
             in enumerate(zip(X, Y, strict=True))}  # fmt: skip
    check_pictures(open_data(put(tmp_path, files, "")), 40)


# --- kinds of pictures ----------------------------------------------------------------------


@pytest.mark.parametrize("how", ["", ".zip"])
@pytest.mark.parametrize(
    ("ending", "kind"),
    [("jfif", "PNG"), ("JFIF", "PNG"), ("avif", "PNG"), ("pbm", "PNG"), ("jp2", "JPEG2000"),
     ("pnm", "PPM"), ("tga", "TGA"), ("pcx", "PCX"), ("apng", "PNG"), ("dib", "DIB"),
     ("jpe", "PNG"), ("sgi", "SGI"), ("", "PNG"), ("001", "BMP"), ("qoi", "QOI")],
)  # fmt: skip
def test_pictures_of_other_kinds_beside_usual_ones(tmp_path, ending, kind, how):
    other = {}
    for i in range(0, 40, 3):
        x = np.repeat(X[i, :, :, None], 3, axis=-1) if kind == "QOI" else X[i]
        other[f"train/{Y[i]}/x{i}{'.' * bool(ending)}{ending}"] = coded(x, kind)
    rest = [i for i in range(40) if i % 3]
    files = other | {f"train/{Y[i]}/{i}.png": png(X[i]) for i in rest}
    files |= pictures(TX, "test/{y}/{i}.png", TY)
    check_pictures(open_data(put(tmp_path, files, how)), 56)


def test_a_folder_of_pictures_without_endings_and_one_of_avif(tmp_path):
    check_pictures(open_data(put(tmp_path, pictures(X, "{y}/{i}", Y), "")), 40)
    colour = np.repeat(X[:, :, :, None], 3, axis=-1)
    files = {f"{y}/{i}.avif": coded(x, "AVIF", quality=100) for i, (x, y)
             in enumerate(zip(colour, Y, strict=True))}  # fmt: skip
    dataset = open_data(put(tmp_path, files, ".zip"))
    assert dataset.class_names == tuple("0123") and len(dataset.y_train) + len(dataset.y_test) == 40


UNREAD = (
    "{count} files ({kinds}) were left out: pictures of that kind are not read here. Save them as "
    "PNG or JPEG to have them."
)


@pytest.mark.parametrize("how", ["", ".zip", ".tar"])
def test_pictures_that_cannot_be_read_are_counted_and_a_class_of_them_is_named(tmp_path, how):
    files = pictures(X, "train/{y}/{i}.png", Y) | pictures(TX, "test/{y}/{i}.png", TY)
    files = {n.replace(".png", ".heic") if "train/3/" in n or n == "test/0/0.png" else n: content
             for n, content in files.items()} | {"train/7/1.svg": b"<svg/>"}  # fmt: skip
    dataset = open_data(put(tmp_path, files, how))
    check_pictures(dataset, 56 - 11)
    assert UNREAD.format(count=12, kinds=".heic, .svg") in dataset.notes
    assert "No picture of train/3, train/7 could be read." in dataset.notes


def test_folders_without_pictures_beside_classes_and_sets_are_named(tmp_path):
    files = pictures(X, "train/{y}/{i}.png", Y) | pictures(TX, "test/{y}/{i}.png", TY)
    path = put(tmp_path, files | {"train/8/notes.txt": b"x", "docs/a.txt": b"x"}, "")
    (path / "test" / "9" / "inside").mkdir(parents=True)
    (path / "val").mkdir()
    dataset = open_data(path)
    check_pictures(dataset, 56)
    assert "No picture lies in test/9, train/8, val." in dataset.notes


@pytest.mark.parametrize("how", ["", ".zip"])
@pytest.mark.parametrize("inside", ["", "train/"])
def test_a_set_of_pictures_that_cannot_be_read_says_so(tmp_path, how, inside):
    files = {f"{inside}{y}/{i}.heic": b"x" for i, y in enumerate(Y)}
    path = put(tmp_path, files, how)
    said = says(path)
    assert f"The pictures of {path.name} are .heic, which is not read here." in said
    assert "Save them as PNG or JPEG, in the same folders." in said


def test_other_files_among_pictures_need_no_word(tmp_path):
    files = pictures(X, "{y}/{i}.png", Y)
    files |= {"0/Thumbs.db": b"x", "1/notes.txt": b"x", "README": b"x", "2/.hidden.heic": b"x"}
    dataset = open_data(put(tmp_path, files, ""))
    check_pictures(dataset, 40)
    assert dataset.notes == ("It has no test set: 7 images were held back as one.",)


def test_endings_of_read_pictures_are_those_that_pillow_decodes():
    from ffstudio.core.images.containers.picture_files import ENDINGS, can_decode

    assert [ending for ending in ENDINGS if not can_decode(ending)] == []
    assert not can_decode(".eps") and not can_decode(".pdf")


# --- links -----------------------------------------------------------------------------------


def test_links_to_folders_are_followed_and_loops_are_not(tmp_path):
    stored = put(tmp_path, pictures(X, "{y}/{i}.png", Y), "")
    tested = tmp_path / "tested"
    for i, (x, y) in enumerate(zip(TX, TY, strict=True)):
        (tested / str(y)).mkdir(parents=True, exist_ok=True)
        (tested / str(y) / f"{i}.png").write_bytes(png(x))
    whole = tmp_path / "whole"
    whole.mkdir()
    (whole / "train").symlink_to(stored)
    (whole / "test").symlink_to(tested)
    check_pictures(open_data(whole), 56)
    part = tmp_path / "part"
    (part / "train").mkdir(parents=True)
    for y in range(4):
        (part / "train" / str(y)).symlink_to(stored / str(y))
    (part / "test").symlink_to(os.path.relpath(tested, part))
    (part / "train" / "again").symlink_to(part)
    (stored / "0" / "above").symlink_to(stored)
    dataset = open_data(part)
    check_pictures(dataset, 56)
    assert len(dataset.y_test) == 16


def test_links_that_lead_nowhere_are_named(tmp_path):
    path = put(tmp_path, pictures(X, "{y}/{i}.png", Y), "")
    (path / "7").symlink_to(tmp_path / "gone")
    dataset = open_data(path)
    check_pictures(dataset, 40)
    assert "7 cannot be entered, or is a link that leads nowhere: left out." in dataset.notes


def put_links(path, files, links):
    """An archive of files and links, name by name; a hard link begins with =."""
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w") as archive:
            for name, content in files.items():
                archive.writestr(name, content)
            for name, target in links.items():
                entry = zipfile.ZipInfo(name)
                entry.create_system, entry.external_attr = 3, 0o120777 << 16
                archive.writestr(entry, target)
        return path
    kind = tarfile.GNU_FORMAT if path.name.startswith("gnu") else tarfile.PAX_FORMAT
    with tarfile.open(path, "w:gz" if path.suffix == ".tgz" else "w", format=kind) as archive:
        for name, content in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
        for name, target in links.items():
            entry = tarfile.TarInfo(name)
            entry.type = tarfile.LNKTYPE if target[0] == "=" else tarfile.SYMTYPE
            entry.linkname = target.lstrip("=")
            archive.addfile(entry)
    return path


@pytest.mark.parametrize("name", ["gnu.tar", "pax.tgz", "own.zip"])
def test_links_in_archives_are_followed_within_them(tmp_path, name):
    hard = "" if name.endswith(".zip") else "="
    # Names too long for the head of a tar, in a folder that is not looked into.
    far = ".pool/" + "/".join(["a" * 60] * 3)
    files = {f"{far}/{i}.png": png(x) for i, x in enumerate(X)}
    links = {f"train/{y}/{i}.png": f"{hard}{far}/{i}.png" if hard and i % 2 else f"../../{far}/{i}.png"
             for i, y in enumerate(Y)}  # fmt: skip
    files |= {f".pool/store/{y}/{i}.png": png(TX[i]) for i, y in enumerate(TY)}
    # A link to a folder in which another one lies, whichever comes first.
    links |= {"test": ".pool/held/test", ".pool/held": "other", ".pool/other/test": "../store",
              ".pool/store/0/round": ".."}  # fmt: skip
    path = put_links(tmp_path / name, files, links)
    dataset = open_data(path)
    check_pictures(dataset, 56)
    assert len(dataset.y_test) == 16


@pytest.mark.parametrize("name", ["own.tar", "own.zip"])
def test_links_in_archives_that_lead_out_or_nowhere_are_named(tmp_path, name):
    files = pictures(X, "{y}/{i}.png", Y)
    links = {"0/x.png": "/etc/passwd", "1/y.png": "../../up.png", "7": "gone", "8": "8",
             "2/round": ".."}  # fmt: skip
    dataset = open_data(put_links(tmp_path / name, files, links))
    check_pictures(dataset, 40)
    lost = "0/x.png, 1/y.png, 7 cannot be entered, or is a link that leads nowhere: left out."
    assert lost in dataset.notes


@pytest.mark.parametrize("name", choose_cases(["own.tar", "own.zip"], "own.tar"))
def test_links_that_bring_more_files_than_data_have_are_refused(tmp_path, name):
    """Each folder has the one before it twice: some lines for any number of files."""
    files = {f"0/{i}.png": png(x) for i, x in enumerate(X)}
    links = {f"{k + 1}/{which}": f"../{k}" for k in range(40) for which in "ab"}
    said = says(put_links(tmp_path / name, files, links))
    assert f"{name} holds too many files." in said


# --- names ------------------------------------------------------------------------------------

WORDS = ("caf\u00e9", "n\u00e4he", "z\u00e9ro", "\u00fcber")
FORMS = [("NFC", "NFD"), ("NFD", "NFC")]


SAID = "Labels write café, nähe, zéro, über in two forms of Unicode: taken for the same."


def check_words(dataset, count=56):
    assert dataset.class_names == tuple(sorted(WORDS))
    known = {x.tobytes(): WORDS[y] for x, y in zip((*X, *TX), (*Y, *TY), strict=True)}
    pairs = [(dataset.x_train, dataset.y_train), (dataset.x_test, dataset.y_test)]
    for xs, ys in pairs:
        for x, y in zip(np.asarray(xs[:]), ys, strict=True):
            assert known[x.tobytes()] == dataset.class_names[y]
    assert sum(len(ys) for _, ys in pairs) == count


@pytest.mark.parametrize("forms", FORMS)
def test_words_in_two_unicode_forms_are_one_class(tmp_path, forms):
    train, test = ([unicodedata.normalize(form, w) for w in WORDS] for form in forms)
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for which, words, xs, ys in (("train", train, X, Y), ("test", test, TX, TY)):
            for i, (x, y) in enumerate(zip(xs, ys, strict=True)):
                archive.writestr(f"{which}/{words[y]}/{i}.png", png(x))
    check_words(open_data(tmp_path / "a.zip"))
    y_train, y_test = np.array(train)[Y], np.array(test)[TY]
    np.savez(tmp_path / "b.npz", x_train=X, y_train=y_train, x_test=TX, y_test=y_test)
    dataset = open_data(tmp_path / "b.npz")
    check_words(dataset)
    assert dataset.notes == (SAID,)
    mixed = np.where(np.arange(40) < 20, np.array(train)[Y], np.array(test)[Y])
    np.savez(tmp_path / "c.npz", x_train=X, y_train=mixed, x_test=TX, y_test=y_test)
    check_words(open_data(tmp_path / "c.npz"))
    np.savez(tmp_path / "d.npz", x=X, y=Y, class_names=np.array(test))
    np.savez(tmp_path / "e.npz", x=X, y=np.array(train)[Y], class_names=np.array(test))
    assert open_data(tmp_path / "d.npz").class_names == WORDS
    assert open_data(tmp_path / "e.npz").class_names == WORDS


def test_lists_name_pictures_in_another_unicode_form(tmp_path):
    names = [f"{i}{unicodedata.normalize('NFD', WORDS[y])}.png" for i, y in enumerate(Y)]
    for name, x in zip(names, X, strict=True):
        (tmp_path / name).write_bytes(png(x))
    rows = [f"{unicodedata.normalize('NFC', n)},{y}" for n, y in zip(names, Y, strict=True)]
    (tmp_path / "labels.csv").write_text("\n".join(["filename,label", *rows]), encoding="utf-8")
    check_pictures(open_data(tmp_path), 40)
