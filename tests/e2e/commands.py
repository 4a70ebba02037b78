"""The command line: in a process of its own, or in this one, which has TensorFlow already."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from subprocess import CompletedProcess

from ffstudio.cli import main


def command(*arguments: object, **options) -> CompletedProcess[str]:
    """A process as a terminal starts it."""
    return subprocess.run(
        [sys.executable, "-m", "ffstudio", *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
        **options,
    )


def call(*arguments: object) -> CompletedProcess[str]:
    """What the process would do and say, without the seconds that TensorFlow's import takes.

    An exception that no command catches, which a process would print, is raised.
    """
    streams = [io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2)]
    environment = dict(os.environ)
    try:
        with contextlib.redirect_stdout(streams[0]), contextlib.redirect_stderr(streams[1]):
            try:
                code = main([str(one) for one in arguments])
            except SystemExit as end:  # argparse
                code = end.code
    finally:
        os.environ.clear()
        os.environ.update(environment)
    out, err = (stream.buffer.getvalue().decode() for stream in streams)
    return CompletedProcess(arguments, code or 0, out, err)
