"""A format of model files that is not ffstudio's own: written, read, converted, offered."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QFileDialog

from ffstudio import cli
from ffstudio.core import forward
from ffstudio.core.model_formats import MODEL_FORMATS, ModelFormat, format_by_ending
from ffstudio.files.foreign.examine import examine_here
from ffstudio.gui.dialogs import file_filters
from ffstudio.gui.dialogs.questions import OpenDialog
from tests.engine.test_convert import conv_model, images, says

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture
def zipped_text(monkeypatch):
    module = "tests.adding.zipped_text"
    made = ModelFormat("text", "Net as text", (".nettext",), module, reader=module)
    monkeypatch.setitem(MODEL_FORMATS, "text", made)
    return made


@pytest.mark.filterwarnings("ignore")
def test_nets_are_converted_into_it_and_read_from_it(zipped_text, tmp_path, capsys):
    from ffstudio.engine.saving.conversion import write_model

    model = conv_model()
    write_model(model, tmp_path / "net.h5")
    assert cli.main(["convert", str(tmp_path / "net.h5"), str(tmp_path / "a.nettext")]) == cli.OK
    assert "(text, " in capsys.readouterr().out
    arguments = [str(tmp_path / "net.h5"), str(tmp_path / "b.x"), "--to", "text", "--json"]
    assert cli.main(["convert", *arguments]) == cli.OK
    assert "It was written as text." in json.loads(capsys.readouterr().out)["notes"]
    for name in ("a.nettext", "b.x"):
        contents = examine_here(tmp_path / name)
        assert contents.card.status == "opens"
        assert contents.kept == model.preprocessing
        (one,) = contents.candidates
        np.testing.assert_allclose(
            forward.predict(one.network, one.weights, images()), says(model, images()), atol=1e-6
        )


def test_the_dialogs_and_the_command_line_offer_it(zipped_text, monkeypatch, qtbot, capsys):
    asked = []
    monkeypatch.setattr(
        QFileDialog, "getOpenFileName", lambda *args: asked.append(args[-1]) or ("", "")
    )
    OpenDialog.ask(None, Path())
    assert "*.nettext" in asked[0].split(";;")[0]
    assert asked[0].split(";;")[1] == "Models (*.h5 *.hdf5 *.keras *.nettext)"
    assert "Net as text (*.nettext)" in file_filters.net_filter().split(";;")
    assert file_filters.can_be_opened(Path("dropped.NETTEXT"))
    with pytest.raises(SystemExit):
        cli.main(["convert", "--help"])
    assert "tflite or text" in " ".join(capsys.readouterr().out.split())


def test_every_format_is_in_the_readme_and_has_its_modules():
    import importlib

    (sentence,) = re.findall(r"`convert` writes.*?what is written", README, re.DOTALL)
    for known in MODEL_FORMATS.values():
        assert f"`{known.endings[0]}`" in sentence, known.name
        assert format_by_ending(f"net{known.endings[0]}") is known
        assert callable(importlib.import_module(known.writer).write)
        if known.reader:
            reader = importlib.import_module(known.reader)
            assert reader.CONTAINER in ("hdf5", "zip")
            assert callable(reader.recognises) and callable(reader.read)


def test_filters_name_what_there_is():
    assert file_filters.model_filter() == "Model (*.h5);;Keras model (*.keras)"
    assert file_filters.net_filter() == (
        "Keras model (*.keras);;Keras model, old format (*.h5);;"
        "Keras weights alone (*.weights.h5);;NumPy CNN framework (*.numpy.h5);;"
        "NumPy arrays (*.npz);;ONNX (*.onnx);;TensorFlow Lite (*.tflite)"
    )
    data = (
        "*.arff *.csv *.csv.bz2 *.csv.gz *.csv.xz *.idx *.idx.gz *.mat *.npy *.npz *.tar *.tar.bz2 "
        "*.tar.gz *.tar.xz *.tbz2 *.tgz *.tsv *.tsv.bz2 *.tsv.gz *.tsv.xz *.txz *.ubyte *.zip"
    )
    assert file_filters.open_filter() == (
        "All that can be opened (*.h5 *.hdf5 *.keras *.json " + data + ");;"
        "Models (*.h5 *.hdf5 *.keras);;Experiments and lessons (*.json);;"
        "Data sets (" + data + ");;All files (*)"
    )
