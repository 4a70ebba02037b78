"""Time to the first window in a fresh process, against importing Qt and pyqtgraph alone.

    python tests/benchmarks/bench_start.py [--runs N]

Three times are taken: until the window has painted itself, until the panels in sight are there,
and until all are, which are made one by one after that. The goal is 1.4 times the imports for
the window. Without a display it runs on Qt's offscreen platform.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

# The process tells when the window has painted itself for the first time and when its panels
# are there, those in sight and all of them, then closes it.
STUDIO = """
import sys, time
from ffstudio import app
from ffstudio.gui.window.main_window import MainWindow
from PySide6.QtCore import QTimer
painted = []
def paint(self, event, paint=MainWindow.paintEvent):
    paint(self, event)
    if not painted:
        heavy = sorted({m.split(".")[0] for m in sys.modules} & {"tensorflow", "keras", "h5py"})
        painted.append(time.time())
        self.appeared.connect(lambda: tell(self, ",".join(heavy)))
        watch = QTimer(self)
        watch.timeout.connect(lambda: see(self, watch))
        watch.start(0)
def see(window, watch):
    if all(dock.is_made for dock in window.docks if dock.is_seen):
        painted.append(time.time())
        watch.stop()
def tell(window, heavy):
    print(*painted[:2], time.time(), heavy, flush=True)
    QTimer.singleShot(0, window, window.close_without_asking)
MainWindow.paintEvent = paint
app.run([])
"""

IMPORTS = """
import time
import PySide6.QtWidgets, PySide6.QtSvg
import pyqtgraph
print(time.time(), "", flush=True)
"""


def seconds(code: str, home: Path) -> list[float]:
    """From starting the process until each of the times it prints.

    Raises:
        RuntimeError: It failed, or had imported something heavy by then.
    """
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "XDG_CONFIG_HOME": str(home),
        "XDG_STATE_HOME": str(home),
    }
    if sys.platform.startswith("linux") and not (
        os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    ):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    begun = time.time()
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, timeout=120
    )
    if not done.stdout.strip():
        raise RuntimeError(f"exit code {done.returncode}\n{done.stderr}")
    *times, heavy = done.stdout.splitlines()[0].split(" ")
    if heavy:
        raise RuntimeError(f"imported before the window was shown: {heavy}")
    return [float(when) - begun for when in times]


def measure(runs: int = 5) -> dict[str, float]:
    """Medians of ``runs`` alternating runs, after one of each to warm the disk cache."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        taken: dict[str, list[list[float]]] = {"window": [], "imports": []}
        for i in range(runs + 1):
            for name, code in (("window", STUDIO), ("imports", IMPORTS)):
                spent = seconds(code, home)
                if i:
                    taken[name].append(spent)
    window, seen, every = (statistics.median(t) for t in zip(*taken["window"], strict=True))
    (imports,) = (statistics.median(t) for t in zip(*taken["imports"], strict=True))
    return {
        "window_s": round(window, 3),
        "slowest_s": round(max(first for first, *_ in taken["window"]), 3),
        "seen_panels_s": round(seen, 3),
        "all_panels_s": round(every, 3),
        "imports_s": round(imports, 3),
        "ratio": round(window / imports, 2),
        "seen_ratio": round(seen / imports, 2),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--runs", type=int, default=5)
    print(json.dumps(measure(parser.parse_args().runs)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
