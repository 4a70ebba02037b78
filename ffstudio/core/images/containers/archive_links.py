"""Links in archives, followed within the archive: outside of it there is nothing to be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath
from typing import NamedTuple, TypeVar

M = TypeVar("M")
# Links to links to links.
_MOST_ROUNDS = 16
# Files that links to folders bring: a few lines of an archive could bring any number.
_MOST_BROUGHT = 100_000


class Link(NamedTuple):
    """What a link says: a place from where it lies, or from the archive's root (hard links)."""

    target: str
    from_root: bool = False


class TooManyLinkedError(ValueError):
    """Links to folders bring more files than any data set's."""


def follow_links(
    members: dict[PurePosixPath, M], links: Mapping[PurePosixPath, Link]
) -> list[PurePosixPath]:
    """Adds the files that links lead to, under the links' names.

    Args:
        members: The archive's files; changed.

    Returns:
        Links that lead nowhere in the archive. Those to a folder around them, which have no end,
        are in neither.

    Raises:
        TooManyLinkedError: Links to folders bring too many files.
    """
    waiting = {at: _aim(at, link) for at, link in links.items() if at not in members}
    lost = [at for at, target in waiting.items() if target is None]
    ways = {
        at: target
        for at, target in waiting.items()
        if target is not None and target != at and target not in at.parents
    }
    brought = 0
    for _ in range(_MOST_ROUNDS):
        known = len(ways)
        _follow_to_files(members, ways)
        if not ways:
            break
        # What other links bring into a folder belongs to it; only where they wait for each other
        # one is followed before.
        below, growing = _by_folder(members), set(_by_folder(ways))
        ready = [at for at, to in ways.items() if to in below]
        for at in [at for at in ready if ways[at] not in growing] or ready:
            target = ways.pop(at)
            brought += len(below[target])
            if brought > _MOST_BROUGHT:
                raise TooManyLinkedError
            inside = [one for one in below[target] if at not in one.parents]
            members.update({at / one.relative_to(target): members[one] for one in inside})
        if len(ways) == known:
            break
    return sorted([*lost, *ways])


def _follow_to_files(
    members: dict[PurePosixPath, M], ways: dict[PurePosixPath, PurePosixPath]
) -> None:
    """Follows the links whose targets are files of the archive by now; forgets them."""
    for at, target in list(ways.items()):
        if target in members:
            members[at] = members[target]
            del ways[at]


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
