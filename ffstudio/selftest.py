"""Checks an installation: engine, training, files, canvas and window; no network, no display."""

from __future__ import annotations

import os
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any


def selftest() -> int:
    """Runs every check, prints a line for each, and returns 0 when all passed, else 1."""
    state: dict[str, Any] = {}
    checks: tuple[tuple[str, Callable[[dict[str, Any]], str]], ...] = (
        ("files that come along", _assets),
        ("bundled digits", _digits),
        ("shipped model", _read_shipped_model),
        ("engine", _engine),
        ("training", _train),
        ("saving and opening", _save),
        ("window", _window),
    )
    failed = 0
    for name, check in checks:
        start = time.perf_counter()
        try:
            told = check(state)
        except Exception as error:
            failed += 1
            print(f"FAIL  {name}: {error}")
            traceback.print_exc(file=sys.stderr)
        else:
            print(f"ok    {name}: {told} ({time.perf_counter() - start:.1f} s)", flush=True)
    print("All checks passed." if not failed else f"{failed} of {len(checks)} checks failed.")
    return 1 if failed else 0


def _assets(state: dict[str, Any]) -> str:
    from ffstudio.core.assets import resource
    from ffstudio.core.experiment.presets import presets

    return f"{len(presets())} presets in {resource()}"


def _digits(state: dict[str, Any]) -> str:
    from ffstudio.core.experiment.presets import preset
    from ffstudio.core.images import datasets
    from ffstudio.core.images.data import prepare

    spec = preset("digits-quick").replace(epochs=2)
    state["spec"] = spec
    state["data"] = prepare(datasets.load(spec.data), spec.data, spec.seed)
    return f"{len(state['data'].train):,} images to learn from"


def _read_shipped_model(state: dict[str, Any]) -> str:
    from ffstudio.core.shipped_nets import SHIPPED_NETS, find_shipped_net
    from ffstudio.files.ours.archive import read_archive

    shipped = [read_archive(find_shipped_net(name)).snapshot for name in SHIPPED_NETS]
    if any(one.ff is None for one in shipped):
        raise ValueError("one lacks its Forward-Forward net")
    return ", ".join(one.title for one in shipped)


def _engine(state: dict[str, Any]) -> str:
    from ffstudio import engine

    versions = engine.versions()
    return (
        f"Keras {versions['keras']}, TensorFlow {versions['tensorflow']}, NumPy {versions['numpy']}. "
        f"{engine.training_device().text}"
    )


def _train(state: dict[str, Any]) -> str:
    from ffstudio import engine

    session = engine.Session(state["spec"], state["data"])
    finished = session.run()
    state["session"] = session
    reached = finished.test_accuracy
    if min(v for v in reached.values() if v is not None) < 0.5:
        raise ValueError(f"the nets did not learn: {reached}")
    return (
        f"Forward-Forward {reached['ff']:.1%}, backprop {reached['bp']:.1%} of "
        f"{finished.tested_on} after 2 epochs"
    )


def _save(state: dict[str, Any]) -> str:
    from ffstudio import engine
    from ffstudio.files.ours.archive import read_archive, same_nets

    with tempfile.TemporaryDirectory() as folder:
        for name in ("net.h5", "net.keras"):
            path = Path(folder) / name
            engine.save_session(state["session"], path)
            if not same_nets(read_archive(path).snapshot, state["session"].snapshot()):
                raise ValueError(f"{name} does not come back as it was saved")
    return ".h5 and .keras come back bit for bit"


def _window(state: dict[str, Any]) -> str:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from ffstudio.gui.style.theme import ThemeManager
    from ffstudio.gui.system.settings import Settings
    from ffstudio.gui.window.main_window import MainWindow
    from ffstudio.jobs.studio import Studio

    application = QApplication.instance() or QApplication(["ffstudio"])
    with tempfile.TemporaryDirectory() as folder:
        kept = QSettings(str(Path(folder) / "selftest.ini"), QSettings.Format.IniFormat)
        window = MainWindow(Studio(state["spec"]), ThemeManager("light"), Settings(kept))
        window.show()
        # They are made after the first picture, by name: none must have been left behind.
        panels = [dock.make_panel() for dock in window.docks]
        application.processEvents()
        picture = window.grab().toImage()
        window.close_without_asking()
    colors = {picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, 600, 7)}
    if len(colors) < 10:
        raise ValueError("nothing was painted")
    size = f"{picture.width()}×{picture.height()} pixels"
    return f"{len(panels)} panels, {size}, {len(colors)} colours"
