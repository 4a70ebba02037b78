"""Another process at work on the same runs: told what to do in lines of Python."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_CODE = """
import os, sys, time
from pathlib import Path
names = {"os": os, "time": time, "Path": Path}
for line in sys.stdin:
    try:
        code = eval(line)
        try:
            found = eval(code, names)
        except SyntaxError:
            found = exec(code, names)
    except Exception as error:
        found = f"{type(error).__name__}: {error}"
    print(repr(found), flush=True)
"""
IMPORTS = """
from ffstudio.files.runs import deleted, folder, library, queue, recorder, resume
from ffstudio.files.runs.folder import RunFolder
"""


class OtherProcess:
    """Keeps what it was told before, as a prompt does."""

    def __init__(self) -> None:
        here = Path(__file__).resolve().parents[1]
        self.process = subprocess.Popen(
            [sys.executable, "-c", _CODE],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(here)},
        )
        self.do(IMPORTS)

    def begin(self, code: str) -> None:
        """Has it do something; :meth:`end` waits for that."""
        self.process.stdin.write(f"{code!r}\n")
        self.process.stdin.flush()

    def end(self) -> object:
        """What came of it; an error as ``Name: message``."""
        return eval(self.process.stdout.readline(), {"PosixPath": Path, "WindowsPath": Path})

    def do(self, code: str) -> object:
        """Both."""
        self.begin(code)
        return self.end()

    def close(self) -> None:
        """Ends it."""
        self.process.stdin.close()
        self.process.wait(20)
        self.process.stdout.close()
