"""Starts a built ffstudio and fails on anything it should not say or do.

    python packaging/smoke_test.py [COMMAND…]     default: the ffstudio on the PATH

Checks, each in a process of its own and in an empty home: the version, the self-test
(training, files, window), a tiny training run whose model is judged again with equal
accuracy, and the refusal of bad input.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

# What may stand on standard error beside ffstudio's own progress.
EXPECTED = (
    "FF epoch ",
    "BP epoch ",
    "Forward-Forward: ",
    "Backprop: ",
    "Wrote ",
    "building the nets",
    "compiling ",
)
TIMEOUT_S = 600


class SmokeError(Exception):
    """The program did something it should not."""


def main(command: Sequence[str]) -> int:
    with tempfile.TemporaryDirectory() as home:
        checks = (version, selftest, train_and_evaluate, bad_input)
        for check in checks:
            try:
                told = check(Program(command, Path(home)))
            except SmokeError as failure:
                print(f"FAIL  {check.__name__}: {failure}")
                return 1
            print(f"ok    {check.__name__}: {told}", flush=True)
    return 0


class Program:
    """The command in an environment without anything of the user's."""

    def __init__(self, command: Sequence[str], home: Path) -> None:
        # It runs in a folder of its own, from where a relative path leads nowhere.
        self.command = [
            str(Path(part).resolve()) if Path(part).exists() else part for part in command
        ]
        self.home = home
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "XDG_"))}
        self.environment = {**kept, "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
        self.environment.pop("FFSTUDIO_DATA", None)

    def __call__(self, *arguments: str, code: int = 0) -> tuple[str, str]:
        done = subprocess.run(
            [*self.command, *arguments],
            env=self.environment,
            cwd=self.home,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=TIMEOUT_S,
            check=False,
        )
        if done.returncode != code:
            said = (done.stdout + done.stderr).strip()[-2000:]
            raise SmokeError(
                f"{' '.join(arguments)} ended with {done.returncode}, not {code}:\n{said}"
            )
        if code == 0:
            odd = [
                line for line in done.stderr.splitlines() if line and not line.startswith(EXPECTED)
            ]
            if odd:
                raise SmokeError(f"{' '.join(arguments)} said: {odd[0]}")
        return done.stdout, done.stderr


def version(program: Program) -> str:
    found, _ = program("--version")
    if not found.startswith("ffstudio "):
        raise SmokeError(f"--version says {found!r}")
    return found.strip()


def selftest(program: Program) -> str:
    found, _ = program("--selftest")
    return found.strip().splitlines()[-1]


def train_and_evaluate(program: Program) -> str:
    out = program.home / "out"
    text, _ = program(
        "train", "--preset", "digits-quick", "--epochs", "2", "--out", str(out), "--json"
    )
    trained = json.loads(text.splitlines()[-1])["accuracy"]
    text, _ = program("evaluate", str(out / "model.h5"), "--json")
    judged = json.loads(text.splitlines()[-1])
    if (judged["accuracy"], judged["bp"]["accuracy"]) != (trained["ff"], trained["bp"]):
        raise SmokeError(f"trained to {trained}, judged as {judged['accuracy']}, {judged['bp']}")
    return f"Forward-Forward {trained['ff']:.1%}, backprop {trained['bp']:.1%}"


def bad_input(program: Program) -> str:
    out, error = program("train", "--preset", "nope", code=2)
    if out or "Traceback" in error or "nope" not in error:
        raise SmokeError(f"an unknown preset gets {error!r}")
    return error.strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or ["ffstudio"]))
