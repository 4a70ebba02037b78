"""What a reader is told when the system or the network refuses something."""

from __future__ import annotations

import ast
import errno
import os
import re
import socket
import urllib.error
from pathlib import Path

import pytest

import ffstudio
from ffstudio.core.errors import DatasetError, FfstudioError, SpecError, error_words
from ffstudio.core.experiment import reading
from ffstudio.core.images import datasets
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.datasets.download import download
from tests.core.test_download import one

SYSTEM = re.compile(r"\[Errno|\[WinError|urlopen|Error\b|errno")


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "the disk is full"),
        (PermissionError(errno.EACCES, "Permission denied", "/x"), "permission is missing"),
        (FileNotFoundError(errno.ENOENT, "No such file", "/x"), "no such file or folder"),
        (socket.gaierror(socket.EAI_NONAME, "Name or service not known"), "server was not found"),
        (urllib.error.URLError(socket.gaierror(-3, "Temporary failure")), "server was not found"),
        (urllib.error.URLError(ConnectionRefusedError(errno.ECONNREFUSED, "no")), "refuses"),
        (urllib.error.HTTPError("http://x", 404, "Not Found", {}, None), "answers 404 Not Found"),
        (urllib.error.URLError("unknown url type: x"), "unknown url type"),
        (TimeoutError("timed out"), "does not answer"),
        (OSError("[Errno 77] Something rare"), "Something rare"),
        (ValueError(), "ValueError"),
    ],
)
def test_an_error_in_words(error, words):
    told = error_words(error)
    assert words in told and not told.endswith(".")
    assert "Errno" not in told and "urlopen" not in told


def test_no_message_holds_the_systems_own_words():
    """Where an OSError is caught, its text goes through ``error_words``."""
    package, raw = Path(ffstudio.__file__).parent, []
    for path in package.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.ExceptHandler) or node.type is None or not node.name:
                continue
            if "OSError" not in ast.unparse(node.type):
                continue
            said = [
                (ast.unparse(part.value), part.lineno)
                for part in ast.walk(node)
                if isinstance(part, ast.FormattedValue)
            ]
            raw += [
                f"{path.relative_to(package)}:{line}"
                for text, line in said
                if text in (node.name, f"str({node.name})") or "strerror" in text
            ]
    assert raw == []


def test_our_own_sentences_stay():
    assert error_words(FfstudioError("It is wrong.", "Mend it.")) == "It is wrong. Mend it."


def test_every_number_of_the_system_is_told_without_its_number():
    for number in errno.errorcode:
        assert not SYSTEM.search(error_words(OSError(number, os.strerror(number)))), number


def test_without_a_network_the_download_says_so(tmp_path):
    with pytest.raises(DatasetError) as raised:  # nothing ever has a name ending so
        download(one("http://ffstudio.invalid/mnist.npz"), folder=tmp_path)
    assert "MNIST could not be downloaded (the server" in str(raised.value)
    assert not SYSTEM.search(str(raised.value)), str(raised.value)


@pytest.mark.parametrize("name", ["absent.json", "", "file/below", "n" * 300])
def test_an_experiment_that_cannot_be_reached(tmp_path, name):
    (tmp_path / "file").write_text("")
    with pytest.raises(SpecError) as raised:
        reading.read_experiment(tmp_path / name)
    assert re.search("is not there|is a folder|name is too long", str(raised.value))
    assert not SYSTEM.search(str(raised.value)), str(raised.value)


def test_a_data_set_that_cannot_be_reached(tmp_path):
    for name in ("absent.npz", "n" * 300 + ".npz"):
        with pytest.raises(DatasetError) as raised:
            datasets.load(DataSpec("file", path=str(Path(tmp_path) / name)))
        assert not SYSTEM.search(str(raised.value)), str(raised.value)
