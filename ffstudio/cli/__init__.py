"""The command line: the studio's engine without a window; a file a subcommand.

A new subcommand is a module with a ``COMMAND`` and a line in
:data:`ffstudio.cli.table.COMMANDS`.

Exit codes: 0 done; 1 training or a check failed; 2 wrong usage or bad input;
130 interrupted (what was learnt so far is kept and written).
"""

# First of all: it must come before NumPy.
import ffstudio._threads  # noqa: F401 # isort: skip

from ffstudio.cli.codes import BAD_INPUT, FAILED, INTERRUPTED, OK
from ffstudio.cli.program import main

__all__ = ["BAD_INPUT", "FAILED", "INTERRUPTED", "OK", "main"]
