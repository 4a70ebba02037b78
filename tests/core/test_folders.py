"""The program's folders: on every system where they have always been."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from ffstudio.core.images.datasets.data_folders import search_folders

HOME = "/home/me"
LOCAL = r"C:\Users\me\AppData\Local"

ASK = """
import sys
sys.platform = {platform!r}
from ffstudio.core.folders import data_folder, state_folder
print(data_folder())
print(state_folder())
"""


def folders(platform, **environment):
    """Data and state folder as a process on that system has them."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("XDG_")}
    done = subprocess.run(
        [sys.executable, "-c", ASK.format(platform=platform)],
        env={**kept, "HOME": HOME, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


@pytest.mark.skipif(sys.platform == "win32", reason="paths are put together as here")
@pytest.mark.parametrize(
    ("platform", "environment", "data", "state"),
    [
        ("linux", {}, f"{HOME}/.local/share/ffstudio", f"{HOME}/.local/state/ffstudio"),
        (
            "linux",
            {"XDG_DATA_HOME": "/data", "XDG_STATE_HOME": "/state"},
            "/data/ffstudio",
            "/state/ffstudio",
        ),
        (
            "linux",
            {"XDG_DATA_HOME": "", "XDG_STATE_HOME": ""},
            f"{HOME}/.local/share/ffstudio",
            f"{HOME}/.local/state/ffstudio",
        ),
        (
            "darwin",
            {},
            f"{HOME}/Library/Application Support/ffstudio",
            f"{HOME}/Library/Logs/ffstudio",
        ),
        (
            "darwin",
            {"XDG_STATE_HOME": "/state"},
            f"{HOME}/Library/Application Support/ffstudio",
            f"{HOME}/Library/Logs/ffstudio",
        ),
        # Windows itself says where it is; here a variable does.
        (
            "win32",
            {"WIN_PD_OVERRIDE_LOCAL_APPDATA": LOCAL},
            f"{LOCAL}/ffstudio",
            f"{LOCAL}/ffstudio",
        ),
    ],
)
def test_folders_are_where_they_have_always_been(platform, environment, data, state):
    assert folders(platform, **environment) == [data, state]


def test_data_sets_are_looked_for_in_the_same_places(monkeypatch, tmp_path):
    for name in ("FFSTUDIO_DATA", "KERAS_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    assert search_folders()[0] == tmp_path / "FFSTUDIO_DATA"
    assert search_folders()[-1] == tmp_path / "KERAS_HOME" / "datasets"
    if sys.platform.startswith("linux"):
        assert search_folders()[1:-1] == [tmp_path / "XDG_DATA_HOME" / "ffstudio"]
    monkeypatch.delenv("FFSTUDIO_DATA")
    assert tmp_path / "FFSTUDIO_DATA" not in search_folders()
