"""Links in archives, followed within the archive: outside of it there is nothing to be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple, TypeVar

M = TypeVar("M")
# Links to links to links.
_MOST_ROUNDS = 16


class Link(NamedTuple):
    """What a link says: a place from where it lies, or from the archive's root (hard links)."""

    target: str
    from_root: bool = False


def follow_links(
    members: dict[PurePosixPath, M], links: Mapping[PurePosixPath, Link], most: int
) -> list[PurePosixPath]:
    """Adds the files that links lead to, under the links' names.

    Args:
        members: The archive's files; changed.
        most: So many files there may be at most; links that would bring more lead nowhere.

    Returns:
        Links that lead nowhere in the archive. Those to a folder around them, which have no end,
        are in neither.
    """
    waiting = {at: _aim(at, link) for at, link in links.items() if at not in members}
    lost = [at for at, target in waiting.items() if target is None]
    ways = {
        at: target
        for at, target in waiting.items()
        if target is not None and target != at and target not in at.parents
    }
    for _ in range(_MOST_ROUNDS):
        # What other links bring into a folder belongs to it; only where they wait for each other
        # one is followed before.
        growing = set(_by_folder(ways))
        if not (_follow(members, ways, most, growing) or _follow(members, ways, most, set())):
            break
    return sorted([*lost, *ways])


def _follow(
    members: dict[PurePosixPath, M],
    ways: dict[PurePosixPath, PurePosixPath],
    most: int,
    growing: set[PurePosixPath],
) -> bool:
    """Follows the links whose targets are there and no folder that still grows; forgets those.

    Returns:
        Whether there were any.
    """
    below, known = _by_folder(members), len(ways)
    for at, target in list(ways.items()):
        if target in members:
            members[at] = members[target]
        elif target in below and target not in growing:
            inside = [one for one in below[target] if at not in one.parents]
            if len(members) + len(inside) > most:
                continue
            members.update({at / one.relative_to(target): members[one] for one in inside})
        else:
            continue
        del ways[at]
    return len(ways) < known


def _aim(at: PurePosixPath, link: Link) -> PurePosixPath | None:
    """Where a link leads; None for what lies outside of the archive."""
    parts: list[str] = [] if link.from_root else list(at.parent.parts)
    if link.target.startswith("/") or "\0" in link.target:
        return None
    for part in PurePosixPath(link.target).parts:
        if part != "..":
            parts.append(part)
        elif parts:
            parts.pop()
        else:
            return None
    return PurePosixPath(*parts)


def _by_folder(places: Iterable[PurePosixPath]) -> dict[PurePosixPath, list[PurePosixPath]]:
    below: dict[PurePosixPath, list[PurePosixPath]] = {}
    for at in places:
        for above in at.parents:
            below.setdefault(above, []).append(at)
    return below
