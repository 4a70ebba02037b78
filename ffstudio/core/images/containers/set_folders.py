"""Folders side by side that are called as sets are: train and test, train_images and test_images."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path

from ffstudio.core.images.understanding.roles import set_of
from ffstudio.core.images.understanding.set_names import rest_of, set_in, tell_sets

# Where more lie beside one another they are no sets.
_MOST_BESIDE = 64


def find_set_folders(folder: Path) -> dict[str, Path]:
    """The folders in one that are sets, by set; none where two may be the same one, or none are.

    Raises:
        OSError: The folder cannot be entered.
    """
    inside = [p for p in islice(folder.iterdir(), _MOST_BESIDE) if p.is_dir()]
    said = tell_sets(p.name for p in inside if not p.name.startswith((".", "__")))
    sets: dict[str, Path] = {}
    for place in sorted(inside):
        which = said.get(place.name)
        if which is None:
            continue
        if which in sets and bool(set_of(place.name)) == bool(set_of(sets[which].name)):
            return {}
        if which not in sets or set_of(place.name):
            sets[which] = place
    return sets


def is_set_beside_another(folder: Path) -> bool:
    """True for a folder that is called as a set is and lies beside one of another set, which is
    called alike otherwise: test_scripts beside training_notes is none.
    """
    try:
        sets = find_set_folders(folder.parent)
    except OSError:
        return False
    own = {place.name: _rest(place.name) for place in sets.values()}.get(folder.name)
    return sum(_rest(place.name) == own for place in sets.values()) > 1


def _rest(name: str) -> str:
    """What a name says besides its set; nothing of names that say it without a gap."""
    return re.sub(r"[\W\d_]", "", rest_of(name).lower()) if set_in(name) else ""
