"""The subcommands and the modules that hold them.

Modules are named and not imported: ``ffstudio --version`` and the window need none of them.
"""

from __future__ import annotations

import importlib

from ffstudio.cli.subcommand import Subcommand

COMMANDS: dict[str, str] = {
    "train": "ffstudio.cli.train",
    "sweep": "ffstudio.cli.sweep",
    "evaluate": "ffstudio.cli.evaluate",
    "inspect": "ffstudio.cli.inspect",
    "convert": "ffstudio.cli.convert",
    "summary": "ffstudio.cli.summary",
    "runs": "ffstudio.cli.runs",
    "compare": "ffstudio.cli.compare",
    "code": "ffstudio.cli.code",
    "script": "ffstudio.cli.script",
    "report": "ffstudio.cli.report",
    "figure": "ffstudio.cli.figure",
    "animate": "ffstudio.cli.animate",
    "presets": "ffstudio.cli.presets",
}


def command(name: str) -> Subcommand:
    """The subcommand of that name."""
    made: Subcommand = importlib.import_module(COMMANDS[name]).COMMAND
    return made
