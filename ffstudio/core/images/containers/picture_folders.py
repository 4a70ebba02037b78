"""What the folders above pictures say: which are sets, which are classes, which are neither."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from ffstudio.core.errors import DatasetError
from ffstudio.core.images.containers.picture_files import Picture
from ffstudio.core.images.understanding.roles import set_of
from ffstudio.core.images.understanding.set_names import lies_aside, rest_of, set_in, tell_sets
from ffstudio.core.numbers import write_number
from ffstudio.core.words import tr

# By set, each picture with the name of its class.
Sets = dict[str, list[tuple[str, Picture]]]
# Pictures by the outermost of their folders, which they no longer carry; "" for those in none.
Groups = dict[str, list[Picture]]

# Pictures without folders whose names say what they show: cat.0.jpg, 7_0012.png.
_NAMED = re.compile(r"([^\W\d_]+|\d{1,2})[._ -]+\d+\.\w+")
_MOST_NAMED, _FEWEST_NAMED = 100, 2
_SHOWN = 8
_WORDS = {"train": "training", "val": "validation", "test": "test"}


def sort_pictures(pictures: list[Picture], title: str, source: str, notes: list[str]) -> Sets:
    """Pictures by set and class, as the folders above them say.

    Args:
        source: Path of the folder in which all of them lie.
        notes: What was assumed so far; more is added.

    Raises:
        DatasetError: The folders say nothing of classes, or can be meant in several ways.
    """
    pictures, flat, prefix = _without_common_folders(pictures)
    source = "/".join((source.removesuffix("/."), *prefix))
    groups = _group(pictures)
    flat += len(groups.get("", []))
    direct = groups.pop("", [])
    if not groups:
        sets = _by_their_names({"train": direct}, notes)
        flat = 0 if sets else flat
    else:
        sets, unlabelled = _sort(groups, title, source, notes)
        flat += unlabelled
    if not any(sets.values()):
        raise DatasetError(
            tr("{title} has no folders with pictures.", title=title),
            tr("Put the pictures of each class into a folder that is named after it."),
        )
    if flat:
        notes.append(
            tr(
                "{count} pictures that lie in no folder of a class were left out.",
                count=write_number(flat, ","),
            )
        )
    classes = {name for entries in sets.values() for name, _ in entries}
    if len(classes) == 1 and set(sets) != {"test"}:
        named = _by_their_names({w: [p for _, p in of] for w, of in sets.items()}, notes)
        if named:
            return named
        raise DatasetError(
            tr(
                "{title} has one folder of pictures only, {name}; a data set has one for each class.",
                title=title,
                name=next(iter(classes)),
            ),
            tr("Put the pictures of each class into a folder that is named after it."),
        )
    return sets


def _sort(groups: Groups, title: str, source: str, notes: list[str]) -> tuple[Sets, int]:
    """The same of pictures in outer folders, and how many lie in no folder of a class."""
    said = _find_sets(groups, title)
    if said:
        return _sort_sets(groups, said, title, notes)
    holders = [name for name, inside in groups.items() if _find_sets(_group(inside), title)]
    if len(holders) > 1:
        several = DatasetError(
            tr(
                "{title} holds several data sets ({names}), each with folders of sets.",
                title=title,
                names=_name_some(holders),
            ),
            tr("Open one of them: {path}.", path=f"{source}/{holders[0]}"),
        )
        several.choices = tuple(f"{source}/{name}" for name in holders)
        raise several
    if holders:
        others = {name: inside for name, inside in groups.items() if name != holders[0]}
        _say_others(others, notes)
        inner = _group(groups[holders[0]])
        flat = len(inner.pop("", []))
        sets, unlabelled = _sort(inner, title, f"{source}/{holders[0]}", notes)
        return sets, flat + unlabelled
    return _sort_sets_below(groups, notes) or _sort_flat(groups, title, notes)


# --- folders of sets around folders of classes --------------------------------------------


def _find_sets(groups: Groups, title: str) -> dict[str, str]:
    """The outer folders that are sets, in one of which lie folders of classes; else none.

    Raises:
        DatasetError: Whether they are sets or classes is not clear.
    """
    groups = {name: inside for name, inside in groups.items() if name}
    said = tell_sets(groups)
    known = _collect_class_names(groups)
    deep = [name for name in said if _classes_in(name, groups[name], known)]
    if not deep:
        return {}
    others = [name for name in groups if name not in said]
    if len(set(said.values())) > 1:
        return said
    speaking, asked = [n for n in others if not lies_aside(n)], deep[0]
    if not speaking:
        is_clear = _are_exact(said) or len(said) == 1 or _share_classes(deep, groups)
        return said if is_clear else {}
    is_flat = len(speaking) == 1 and not any(p.folders for p in groups[speaking[0]])
    alone = is_flat and len(_classes_in(asked, groups[asked], known)) > 1
    if alone or any(_share_classes([asked, name], groups) for name in speaking):
        raise DatasetError(
            tr(
                "{title}: {name} is called as a set and holds folders, {other} beside it is not: "
                "which folders are sets and which are classes is not clear.",
                title=title,
                name=asked,
                other=_name_some(speaking),
            ),
            tr(
                "Call folders of sets train, val and test, and move away what is none; where all are "
                "classes, call {name} otherwise.",
                name=asked,
            ),
        )
    return {}


def _are_exact(said: dict[str, str]) -> bool:
    return all(map(set_of, said))


def _are_all_sets(groups: Groups, said: dict[str, str]) -> bool:
    """Whether no folder can be a class: of several called test_… alone each may be."""
    return len(said) == len(groups) and (_are_exact(said) or len(set(said.values())) > 1)


def _share_classes(names: Iterable[str], groups: Groups) -> bool:
    """Whether folders hold folders of the same names, two of them at least."""
    inside = [{p.folders[0] for p in groups[name] if p.folders} for name in names]
    return len(inside) > 1 and len(set.intersection(*inside)) > 1


def _collect_class_names(groups: Groups) -> set[str]:
    """Names of folders that lie beside others in an outer one: no wrappers."""
    inside = [{p.folders[0] for p in pictures if p.folders} for pictures in groups.values()]
    return {name.casefold() for names in inside if len(names) > 1 for name in names}


def _enter(name: str, pictures: list[Picture], known: set[str]) -> list[Picture]:
    """Pictures of a set's folder without what is wrapped around its classes.

    As in seg_train/seg_train/buildings, train/images/0, and test/unknown, which is no class.
    """
    while True:
        inside = [p for p in pictures if p.folders]
        firsts = {p.folders[0] for p in inside}
        if len(firsts) != 1:
            return pictures
        (first,) = firsts
        is_around = all(len(p.folders) > 1 for p in inside)
        is_set = first == name or bool(set_in(first))
        is_unknown = bool(known) and set_in(name) != "train"
        if first.casefold() in known or not (is_around or is_set or is_unknown):
            return pictures
        pictures = [p._replace(folders=p.folders[1:]) for p in pictures]


def _classes_in(name: str, pictures: list[Picture], known: set[str]) -> set[str]:
    return {p.folders[0] for p in _enter(name, pictures, known) if p.folders}


def _sort_sets(
    groups: Groups, said: dict[str, str], title: str, notes: list[str]
) -> tuple[Sets, int]:
    known = _collect_class_names(groups)
    _say_others({name: inside for name, inside in groups.items() if name not in said}, notes)
    sets: Sets = {}
    flat = 0
    for which in dict.fromkeys(said.values()):
        of_set = [name for name in groups if said.get(name) == which]
        deep = [name for name in of_set if _classes_in(name, groups[name], known)]
        for name in _choose(deep, which, groups, title, notes) + [
            n for n in of_set if n not in deep
        ]:
            pictures = _enter(name, groups[name], known)
            labelled = [(p.folders[0], p) for p in pictures if p.folders]
            flat += len(pictures) - len(labelled)
            if labelled:
                sets.setdefault(which, []).extend(labelled)
    loose = {name: which for name, which in said.items() if not set_of(name)}
    if loose:
        notes.append(
            tr(
                "Folders were taken for sets: {pairs}.",
                pairs=", ".join(
                    tr("{name} for {which}", name=name, which=_WORDS[which])
                    for name, which in loose.items()
                ),
            )
        )
    return sets, flat


def _choose(
    names: list[str], which: str, groups: Groups, title: str, notes: list[str]
) -> list[str]:
    """Of several folders of one set those that are read, which is said.

    Raises:
        DatasetError: Nothing tells which are meant.
    """
    exact = [name for name in names if set_of(name)]
    chosen = exact or names
    alike = {re.sub(r"[\W\d_]", "", name.lower()) for name in names}
    if len(chosen) > 1 and not exact and len(alike) > 1:
        raise DatasetError(
            tr(
                "{title}: {names} may each be its {which} set, and which one is meant is not clear.",
                title=title,
                names=_name_some(names),
                which=_WORDS[which],
            ),
            # In quotes it is a name to write, in no other language.
            tr(
                "Call the one that is meant {which}, or put their pictures together.",
                which=f'"{which}"',
            ),
        )
    if len(chosen) > 1:
        notes.append(
            tr("{names} were read together, as the {which} set.",
               names=_name_some(chosen), which=_WORDS[which])
        )  # fmt: skip
    left = [name for name in names if name not in chosen]
    if left:
        notes.append(
            tr(
                "{names} ({count} pictures) were left out beside {chosen}: put them there to have "
                "them read too.",
                names=_name_some(left),
                count=write_number(sum(len(groups[name]) for name in left), ","),
                chosen=chosen[0],
            )
        )
    return chosen


def _say_others(others: Groups, notes: list[str]) -> None:
    """That folders beside sets, which by their names are none, were left out."""
    if others:
        notes.append(
            tr(
                "{names} ({count} pictures) were left out: their names say no set. Call a folder of a "
                "set train, val or test to have it read.",
                names=_name_some(list(others)),
                count=write_number(sum(map(len, others.values())), ","),
            )
        )


# --- folders of sets in folders of classes --------------------------------------------------


def _sort_sets_below(groups: Groups, notes: list[str]) -> tuple[Sets, int] | None:
    """Pictures as in 0/train, 0/test; None where the folders in those of classes are no sets.

    Pictures beside a folder of test pictures alone are those to learn from.
    """
    said = tell_sets({p.folders[0] for inside in groups.values() for p in inside if p.folders})
    whichs = set(said.values())
    if len(groups) < 2 or _are_all_sets(groups, tell_sets(groups)):
        return None
    if any(
        p.folders and (p.folders[0] not in said or len(p.folders) > 2)
        for inside in groups.values()
        for p in inside
    ):
        return None
    direct = [(name, p) for name, inside in groups.items() for p in inside if not p.folders]
    if whichs == {"test"} or whichs == {"test", "val"}:
        if not all(any(not p.folders for p in inside) for inside in groups.values()):
            return None  # of some classes there would be nothing to learn from
    elif len(whichs) < 2:
        return None
    sets: Sets = {}
    for name, inside in groups.items():
        for p in inside:
            if p.folders:
                sets.setdefault(said[p.folders[0]], []).append((name, p))
    notes.append(
        tr(
            "The folders in those of the classes were taken for sets: {names}.",
            names=", ".join(sorted(said)),
        )
    )
    if direct and "train" not in sets:
        notes.append(tr("Pictures beside them were taken for the training set."))
        return {"train": direct, **sets}, 0
    return sets, len(direct)


# --- folders of classes alone ---------------------------------------------------------------


def _sort_flat(groups: Groups, title: str, notes: list[str]) -> tuple[Sets, int]:
    """Pictures in folders of classes, or in folders of sets that say what the pictures show."""
    said = tell_sets(groups)
    if len(said) == len(groups):
        groups = {name: _enter(name, inside, set()) for name, inside in groups.items()}
    is_flat = not any(p.folders for inside in groups.values() for p in inside)
    if is_flat and _are_all_sets(groups, said):
        by_rest = _by_rest(groups, said, notes)
        if by_rest:
            return by_rest, 0
        by_set: Groups = {}
        for name, inside in groups.items():
            by_set.setdefault(said[name], []).extend(inside)
        sets = _by_their_names(by_set, notes)
        if sets:
            return sets, sum(len(inside) for w, inside in by_set.items() if w not in sets)
        raise DatasetError(
            tr(
                "The pictures of {title} lie in folders of sets ({names}) and in none of a class.",
                title=title,
                names=", ".join(sorted(groups)),
            ),
            tr("Put the pictures of each class into a folder that is named after it."),
        )
    if is_flat and len(groups) == 1:
        named = _by_their_names({"train": next(iter(groups.values()))}, notes)
        if named:
            return named, 0
    below = Counter(
        name for inside in groups.values() for name in {p.folders[0] for p in inside if p.folders}
    )
    again = sorted(name for name, count in below.items() if count > 1)
    if len(again) > 1:
        notes.append(
            tr(
                "The outer folders were taken for the classes: {names}. The folders in them "
                "({below}) were not told apart.",
                names=_name_some(list(groups)),
                below=_name_some(again),
            )
        )
    return {"train": [(name, p) for name, inside in groups.items() for p in inside]}, 0


def _by_rest(groups: Groups, said: dict[str, str], notes: list[str]) -> Sets:
    """Pictures in a folder for each set and class, as train_cat and test_cat; else none."""
    rests = {name: rest_of(name) for name in groups}
    by_set: dict[str, list[str]] = {}
    for name, which in said.items():
        by_set.setdefault(which, []).append(rests[name])
    first = sorted(next(iter(by_set.values())))
    if len(by_set) < 2 or len(first) < 2 or not all(first):
        return {}
    if len(set(first)) < len(first) or any(sorted(rest) != first for rest in by_set.values()):
        return {}
    notes.append(
        tr(
            "Folders were taken for a set and a class each: {names}.",
            names=_name_some(list(groups)),
        )
    )
    sets: Sets = {}
    for name, inside in groups.items():
        sets.setdefault(said[name], []).extend((rests[name], p) for p in inside)
    return sets


def _by_their_names(by_set: Groups, notes: list[str]) -> Sets:
    """Sets in which all pictures are named after their class, as cat.0.jpg; else none."""
    sets: Sets = {}
    for which, pictures in by_set.items():
        named = [(p, _NAMED.fullmatch(p.name)) for p in pictures]
        entries = [(match[1], p) for p, match in named if match]
        if len(entries) == len(pictures):
            sets[which] = entries
    classes = Counter(name for entries in sets.values() for name, _ in entries)
    if not 2 <= len(classes) <= _MOST_NAMED or min(classes.values()) < _FEWEST_NAMED:
        return {}
    notes.append(
        tr("Pictures were taken to be named after their class: {names}.",
           names=_name_some(sorted(classes)))
    )  # fmt: skip
    return sets


def _without_common_folders(
    pictures: list[Picture],
) -> tuple[list[Picture], int, tuple[str, ...]]:
    """Pictures without what lies around everything, as most archives have it; how many lie beside
    that, and what it was.
    """
    prefix: list[str] = []
    beside = 0
    while True:
        inside = [p for p in pictures if p.folders]
        firsts = {p.folders[0] for p in inside}
        if len(firsts) != 1 or any(len(p.folders) == 1 for p in inside):
            return pictures, beside, tuple(prefix)
        beside += len(pictures) - len(inside)
        prefix.append(firsts.pop())
        pictures = [p._replace(folders=p.folders[1:]) for p in inside]


def _group(pictures: list[Picture]) -> Groups:
    groups: Groups = {}
    for p in pictures:
        inner = p._replace(folders=p.folders[1:])
        groups.setdefault(p.folders[0] if p.folders else "", []).append(inner)
    return groups


def _name_some(names: list[str]) -> str:
    return ", ".join(names[:_SHOWN]) + (" …" if len(names) > _SHOWN else "")
