"""A virtual screen, the installed command, and hands on mouse and keyboard."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

# A guard against hanging, not a measure: loaded machines import TensorFlow for a minute.
WAIT_S = 180.0


def wait_until(condition, what: str, timeout_s: float = WAIT_S):
    """Polls until ``condition()`` is true and returns its value."""
    deadline = time.monotonic() + timeout_s
    while time.monotonic() < deadline:
        outcome = condition()
        if outcome:
            return outcome
        time.sleep(0.1)
    raise AssertionError(f"waited {timeout_s:.0f} s in vain for {what}")


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """A screen of 1280×900 with nothing on it."""
    if shutil.which("Xvfb") is None or shutil.which("xdotool") is None:
        pytest.skip("Xvfb and xdotool are not installed")
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as pipe:
        number = pipe.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(10)


class App:
    """The running studio: what it shows, and a user's mouse and keys."""

    def __init__(self, display: str, home: Path, arguments: Sequence[str]) -> None:
        self._name = f"ffprobe-{uuid.uuid4().hex[:12]}"
        self._display = display
        self.environment = {
            **os.environ,
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "FFSTUDIO_PROBE": self._name,
            "XDG_CONFIG_HOME": str(home / "config"),
            "XDG_DATA_HOME": str(home / "data"),
            "XDG_STATE_HOME": str(home / "state"),
            "HOME": str(home),
        }
        self._log = (home / f"{self._name}.log").open("wb")
        command = Path(sys.executable).with_name("ffstudio")
        start = [str(command)] if command.exists() else [sys.executable, "-m", "ffstudio"]
        self.process = subprocess.Popen(
            [*start, *arguments], env=self.environment, stdout=self._log, stderr=self._log
        )
        self._socket: socket.socket | None = None
        wait_until(self._connect, "the window")

    def _connect(self) -> bool:
        assert self.process.poll() is None, self.log()
        connection = socket.socket(socket.AF_UNIX)
        try:
            connection.connect(os.path.join(tempfile.gettempdir(), self._name))
        except OSError:
            connection.close()
            return False
        self._socket = connection
        self._answers = connection.makefile("r")
        return True

    def log(self) -> str:
        self._log.flush()
        return Path(self._log.name).read_text(errors="replace")

    def look(self, name: str) -> dict:
        """What the widget with this object name shows; empty when there is none."""
        assert self._socket is not None
        self._socket.sendall(name.encode() + b"\n")
        return json.loads(self._answers.readline()) or {}

    def text(self, name: str) -> str:
        return self.look(name).get("text", "")

    def wait_for(self, name: str, **wanted) -> dict:
        """Waits until the widget is visible and has the given properties."""

        def ready():
            assert self.process.poll() is None, self.log()
            answer = self.look(name)
            fits = answer.get("visible", True) and all(
                answer.get(k) == v for k, v in wanted.items()
            )
            return answer if answer and fits else None

        return wait_until(ready, f"{name} {wanted}; it is {self.look(name)}")

    def steady(self, name: str) -> list[int]:
        """Where the widget is once the layout has come to rest."""

        def rest():
            first = self.wait_for(name)["rect"]
            time.sleep(0.3)
            return first if self.look(name).get("rect") == first else None

        return wait_until(rest, f"{name} to stand still")

    # --- hands ----------------------------------------------------------------------------

    def do(self, *words: object) -> None:
        subprocess.run(
            ["xdotool", *map(str, words)], env=self.environment, check=True, capture_output=True
        )

    def point(self, name: str, x: float = 0.5, y: float = 0.5) -> tuple[int, int]:
        left, top, width, height = self.steady(name)
        return round(left + x * width), round(top + y * height)

    def click(self, name: str) -> None:
        self.wait_for(name, enabled=True)
        self.do("mousemove", *self.point(name), "click", 1)

    def focus(self) -> None:
        """Gives the window the keyboard: no window manager does it after a dialog."""
        deadline = time.monotonic() + 30
        while True:  # its title may be changing just now
            try:
                self.do("search", "--onlyvisible", "--name", "— ffstudio$", "windowfocus", "--sync")
                return
            except subprocess.CalledProcessError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.2)

    def key(self, *names: str) -> None:
        self.do("key", *names)

    def type(self, text: str) -> None:
        self.do("type", "--delay", 5, text)

    def drag(self, name: str, points: Sequence[tuple[float, float]]) -> None:
        """Presses, moves through the points (shares of the widget) and releases."""
        left, top, width, height = self.steady(name)
        at = [(round(left + x * width), round(top + y * height)) for x, y in points]
        words: list[object] = ["mousemove", *at[0], "mousedown", 1]
        for position in at[1:]:
            words += ["mousemove", *position, "sleep", 0.01]
        self.do(*words, "mouseup", 1)

    def quit(self) -> None:
        """Ctrl+Q, and whatever is asked then is answered with Discard."""
        self.focus()
        self.key("ctrl+q")

        def ended():
            if self.process.poll() is not None:
                return True
            for button in ("discard_button",):
                if self.look(button).get("visible"):
                    self.click(button)
            return False

        with contextlib.suppress(ConnectionError, ValueError, BrokenPipeError):
            wait_until(ended, "the end of the program", 20)
        self.process.wait(10)

    def end(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(10)
        if self._socket is not None:
            self._answers.close()
            self._socket.close()
        self._log.close()


@pytest.fixture
def start(display, tmp_path) -> Iterator:
    """Starts the studio with arguments; several may run one after the other."""
    running: list[App] = []

    def begin(*arguments: str) -> App:
        app = App(display, tmp_path, arguments)
        running.append(app)
        return app

    yield begin
    for app in running:
        app.end()
