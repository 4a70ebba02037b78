"""The program ``ffstudio``: which command it is, and what becomes of errors."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence

from ffstudio import __version__
from ffstudio.cli.codes import BAD_INPUT, FAILED, INTERRUPTED
from ffstudio.cli.console import be_readable_everywhere, open_closed_streams
from ffstudio.cli.table import COMMANDS, command
from ffstudio.core.errors import FfstudioError, error_words

# How the packaged program starts itself to read one model file: see
# :mod:`ffstudio.files.foreign.sandbox`.
READ_MODEL = "--read-model"
# The same for one file of images: see :mod:`ffstudio.core.images.containers.hdf5_file`.
READ_DATA = "--read-data"


def main(argv: Sequence[str] | None = None) -> int:
    """The ``ffstudio`` command; without a subcommand it opens the window."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if arguments[:1] == [READ_MODEL]:
        from ffstudio.files.foreign.sandbox import child

        return child(arguments[1:])
    if arguments[:1] == [READ_DATA]:
        from ffstudio.core.images.containers.hdf5_child import child as read_data

        return read_data(arguments[1:])
    be_readable_everywhere()
    if arguments[:1] == ["--"]:
        return _open_window(arguments[1:])
    files = not any(a.startswith("-") for a in arguments)
    asked = [name for name in arguments[:1] if name in COMMANDS]
    if files and not asked:
        return _open_window(arguments)
    open_closed_streams()
    parser = _parser(asked or COMMANDS)
    options = parser.parse_args(arguments)
    try:
        if options.selftest:
            from ffstudio.selftest import selftest

            return selftest()
        if not hasattr(options, "run"):
            parser.error("say which COMMAND")
        code: int = options.run(options)
        return code
    except FfstudioError as error:
        print(f"ffstudio: {error}", file=sys.stderr)
        return BAD_INPUT
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FAILED
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        print(f"ffstudio: {where}{error_words(error)}.", file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED


def _open_window(files: Sequence[str]) -> int:
    from ffstudio.app import run

    return run(files)


def _parser(names: Iterable[str]) -> argparse.ArgumentParser:
    """The parser of the program and of some of its commands: only these are imported."""
    parser = argparse.ArgumentParser(
        prog="ffstudio",
        description="Watch a neural network learn without backpropagation. Without a command the "
        "studio's window opens, with FILE if one is given.",
        epilog="A file given alone (a model, an experiment or a lesson) is opened in the window.",
    )
    parser.add_argument("--version", action="version", version=f"ffstudio {__version__}")
    parser.add_argument("--selftest", action="store_true", help="check this installation")
    parsers = parser.add_subparsers(metavar="COMMAND")
    for name in names:
        made = command(name)
        one = parsers.add_parser(name, help=made.help)
        made.add_arguments(one)
        one.set_defaults(run=made.run)
    return parser
