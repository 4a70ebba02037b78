"""Tables and progress on a terminal; pipes and files get plain text from the commands."""

from __future__ import annotations

import contextlib
import re
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence


def is_terminal() -> bool:
    """True when standard output is read by a person."""
    return sys.stdout.isatty()


def print_cells(cells: Iterable[str]) -> None:
    """A row of a table for other programs: cells parted by tabs, one line whatever they hold."""
    print("\t".join(" ".join(re.split(r"[\t\r\n\v\f\x85\u2028\u2029]+", cell)) for cell in cells))


def print_table(
    heads: Sequence[str],
    rows: Iterable[Sequence[str]],
    numbers: Collection[int] = (),
    above: Iterable[str] = (),
    below: Iterable[str] = (),
) -> None:
    """A table on standard output, as wide as the terminal allows.

    Args:
        numbers: Columns that stand at the right.
        above, below: Lines around it.
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table

    console = Console(highlight=False, markup=False)
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for i, head in enumerate(heads):
        table.add_column(head, justify="right" if i in numbers else "left", overflow="fold")
    for row in rows:
        table.add_row(*row)
    for line in above:
        console.print(line)
    console.print(table)
    for line in below:
        console.print(line)


@contextlib.contextmanager
def tell_what_is_done(quiet: bool = False) -> Iterator[Callable[[str], None]]:
    """On a terminal a line on standard error that says what is being done.

    Yields:
        A function that is given the words.
    """
    if quiet or not sys.stderr.isatty():
        yield lambda words: None
        return
    from rich.console import Console

    with Console(stderr=True, highlight=False, markup=False).status("") as status:
        yield lambda words: status.update(words)
