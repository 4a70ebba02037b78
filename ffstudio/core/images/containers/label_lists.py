"""Pictures beside a list that says what each shows: a table, or lines of JSON."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from ffstudio.core.errors import DatasetError
from ffstudio.core.images.containers.archive import open_unpacked
from ffstudio.core.images.containers.csv_table import as_labels
from ffstudio.core.images.containers.picture_files import (
    ENDINGS,
    LeftOut,
    Picture,
    check_count,
    is_hidden,
    list_pictures,
    say_left_out,
)
from ffstudio.core.images.containers.pictures import read_sets
from ffstudio.core.images.understanding.roles import set_of
from ffstudio.core.images.understanding.set_names import tell_sets
from ffstudio.core.images.understanding.stored import Found, hold_array
from ffstudio.core.numbers import write_number
from ffstudio.core.words import tr

_TABLES = (".csv", ".tsv", ".txt", ".csv.gz", ".jsonl", ".ndjson", ".json")
_MOST_BYTES = 2**26
_MOST_TABLES, _MOST_COLUMNS, _MOST_CLASSES = 64, 256, 1000
# What names without an ending are tried with: wide tables have many cells.
_USUAL = ENDINGS[:10]
# So deep below the folder lists are looked for, and so many folders a level.
_DEPTH, _WIDTH = 3, 20
_NAME_HEADS = {
    "filename", "file", "filenames", "files", "name", "names", "fname", "image", "images", "img",
    "path", "paths", "filepath", "imagepath", "imgpath", "id", "imageid", "imgid", "imagename",
    "imgname", "picture",
}  # fmt: skip
_LABEL_HEADS = {
    "label", "labels", "class", "classes", "classid", "classname", "labelid", "labelname",
    "target", "y", "digit", "category", "categoryid", "letter", "species", "breed", "diagnosis",
}  # fmt: skip
_SET_HEADS = {"split", "set", "subset", "usage", "partition", "fold", "dataset", "phase"}
# What else such tables say of a picture.
_ASIDE = re.compile(
    r"width|height|roi\w*|[xy](min|max|1|2|0)?|w|h|size|bytes|md5|sha\w*|unnamed.*|"
)
# What people hand in at competitions: no truth.
_SUBMISSION = re.compile(r"submission|submit", re.IGNORECASE)
# Of pictures that lie in a folder per class, lists must know so many to be what counts.
_COVERED = 0.9


class _List(NamedTuple):
    """A table: its cells, all rows as long as the heads, which are empty where there are none."""

    place: Path
    heads: list[str]
    rows: list[list[str]]


class _Entry(NamedTuple):
    """What a list says of one picture, by its number."""

    picture: int
    label: str
    which: str
    place: Path


def holds_label_list(folder: Path) -> bool:
    """True for a folder with pictures and a list of them, told by the first rows."""
    try:
        for place in _find_tables(folder):
            rows = _read_list(place, most=2**12)
            if rows is not None and any(_is_there(folder, place, row) for row in rows.rows[:3]):
                return True
    except OSError:
        return False
    return False


def open_label_list(folder: Path, in_colour: bool = False) -> Found | None:
    """The pictures of a folder by what the lists in it say; None where no list speaks of them.

    Raises:
        DatasetError: Lists contradict each other, or pictures cannot be read.
    """
    pictures: list[Picture] = []
    left_out: list[LeftOut] = []
    for picture in list_pictures(folder, left_out):
        pictures.append(picture)
        check_count(pictures, folder.name)
    finder = _Finder(folder, pictures)
    entries: list[_Entry] = []
    notes = say_left_out(left_out, pictures)
    said: dict[Path, list[str]] = {}
    for place in _find_tables(folder):
        one = _read_list(place)
        if one is None:
            continue
        if _SUBMISSION.search(place.stem):
            notes.append(
                tr("{name} is what is handed in at a competition: left out.", name=place.name)
            )
            continue
        entries += _read_entries(one, finder, said.setdefault(place, []))
    entries = _of_sets(entries, said)
    notes += [note for of in said.values() for note in of]
    if not _counts_more(entries, pictures):
        return None
    labels = _join(entries, pictures)
    left = len(pictures) - len(labels)
    if left:
        notes.append(
            tr(
                "{count} pictures stand in no list and were left out.",
                count=write_number(left, ","),
            )
        )
    sets: dict[str, list[tuple[str, Picture]]] = {}
    for number, (label, which) in sorted(labels.items()):
        sets.setdefault(which, []).append((label, pictures[number]))
    content = read_sets(sets, folder.name, str(folder), notes, in_colour)
    return _number_alike(content)


def _number_alike(content: Found) -> Found:
    """Labels that are numbers as numbers, in all sets or in none."""
    keys = [key for key in content.arrays if key.startswith("y_")]
    read = [content.arrays[key].read() for key in keys]
    whole = as_labels(np.concatenate(read))
    parts = np.split(whole, np.cumsum([len(y) for y in read])[:-1])
    numbered = {key: hold_array(part) for key, part in zip(keys, parts, strict=True)}
    return replace(content, arrays={**content.arrays, **numbered})


def _find_tables(folder: Path) -> Iterator[Path]:
    """Tables in the folder and a few levels below."""
    count, level = 0, [folder]
    for _ in range(_DEPTH):
        below: list[Path] = []
        for one in level:
            for file in sorted(one.iterdir()):
                if is_hidden((file.name,)):
                    continue
                if file.name.lower().endswith(_TABLES) and file.is_file():
                    count += 1
                    if count <= _MOST_TABLES:
                        yield file
                elif not file.suffix and len(below) < _WIDTH and file.is_dir():
                    below.append(file)
        level = below


def _is_there(folder: Path, table: Path, row: list[str]) -> bool:
    """Whether a cell names a picture near the table or the folder."""
    near = {table.parent, folder}
    for place in (table.parent, folder):
        near |= {p for p in list(place.iterdir())[:_WIDTH] if not p.suffix and p.is_dir()}
    for cell in row:
        name = cell.strip().replace("\\", "/").lstrip("/")
        if not 0 < len(name) < 200 or ".." in name or "\0" in name:
            continue
        forms = {unicodedata.normalize(form, name) for form in ("NFC", "NFD")}
        if not name.lower().endswith(ENDINGS):
            forms = {one + ending for one in forms for ending in _USUAL}
        names = sorted(forms)
        for one in names:
            short = one.rpartition("/")[2]
            if any((p / one).is_file() or (p / short).is_file() for p in near):
                return True
    return False


def _read_list(place: Path, most: int = _MOST_BYTES) -> _List | None:
    """The cells of a table or of lines of JSON; None for what is neither, or as wide as pictures."""
    with open_unpacked(place) as stream:
        content = stream.read(most + 1)
    is_cut = len(content) > most
    if is_cut and most == _MOST_BYTES:
        return None
    text = _decode(content, is_cut)
    if text is None:
        return None
    if is_cut and place.suffix.lower() == ".json":  # what may be names, as far as it goes
        return _List(place, [""], [[name] for name in re.findall(r'"([^"]{1,200})"', text)])
    try:
        if place.name.lower().endswith((".jsonl", ".ndjson", ".json")):
            return _as_list(place, _parse_json(text, place.suffix.lower() == ".json"))
        return _parse_table(place, text)
    except (ValueError, RecursionError, csv.Error):
        return None


def _decode(content: bytes, is_cut: bool) -> str | None:
    """A text in one of the usual encodings, without a last line that is cut; None for other bytes."""
    is_wide = content[:2] in (b"\xff\xfe", b"\xfe\xff")
    for encoding in ("utf-16",) if is_wide else ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding, "ignore" if is_cut else "strict")
        except UnicodeDecodeError:
            continue
        return text[: text.rfind("\n") + 1] or text if is_cut else text
    return None


def _parse_json(text: str, whole: bool) -> list[dict[str, Any]]:
    """Objects, one a picture: lines of them, a list, or names with their labels."""
    if not whole:
        return [json.loads(line) for line in text.splitlines() if line.strip()]
    parsed = json.loads(text)
    if isinstance(parsed, dict) and isinstance(parsed.get("labels"), list):
        parsed = parsed["labels"]  # as StyleGAN's dataset.json
    if isinstance(parsed, dict):
        parsed = [{"name": name, "label": label} for name, label in parsed.items()]
    if not isinstance(parsed, list):
        return []
    return [
        dict(zip(("name", "label"), one, strict=True))
        if isinstance(one, list) and len(one) == 2
        else one
        for one in parsed
    ]


def _as_list(place: Path, objects: list[Any]) -> _List | None:
    if not objects or not all(isinstance(one, dict) for one in objects):
        return None
    heads = [
        str(key)
        for key, value in objects[0].items()
        if isinstance(value, (str, int, float)) and not isinstance(value, bool)
    ]
    rows = [["" if one.get(h) is None else str(one[h]) for h in heads] for one in objects]
    return _List(place, heads, rows) if heads else None


def _parse_table(place: Path, text: str) -> _List | None:
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    if not lines:
        return None
    counts = {d: Counter(line.count(d) for line in lines[:50]) for d in (";", "\t", "|", ",")}
    fitting = [d for d, c in counts.items() if len(c) == 1 and 0 not in c] or [
        d for d, c in counts.items() if 0 not in c
    ]
    if fitting:
        rows = list(csv.reader(io.StringIO("\n".join(lines)), delimiter=fitting[0],
                               skipinitialspace=True))  # fmt: skip
    else:  # a name and a word behind it
        rows = [line.rsplit(None, 1) for line in lines]
    width = Counter(map(len, rows)).most_common(1)[0][0]
    if not 1 <= width <= _MOST_COLUMNS or any(len(row) != width for row in rows):
        return None
    return _List(place, [""] * width, rows)


class _Finder:
    """Finds the picture that a cell of a list names."""

    def __init__(self, folder: Path, pictures: list[Picture]) -> None:
        self._folder = folder
        self._by_name: dict[str, list[int]] = defaultdict(list)
        self._by_stem: dict[str, list[int]] = defaultdict(list)
        self._paths: list[str] = []
        self.sets: list[str] = []
        said = tell_sets({name for picture in pictures for name in picture.folders})
        if len(set(said.values())) < 2:  # one alone may be a class: test_positive
            said = {name: which for name in said if (which := set_of(name))}
        for number, picture in enumerate(pictures):
            name = picture.name.lower()
            self._by_name[name].append(number)
            self._by_stem[name.rpartition(".")[0]].append(number)
            self._paths.append("/".join((*picture.folders, picture.name)).lower())
            self.sets.append(next((said[f] for f in picture.folders if f in said), ""))

    def find(self, cell: str, place: Path, which: str) -> list[int]:
        """The pictures that it may name: those of the list's own set, then those near it.

        Args:
            place: The list.
            which: The set that the list is of; empty where nothing says so.
        """
        path = unicodedata.normalize("NFC", cell).strip().replace("\\", "/").lower()
        path = re.sub(r"^[./]+", "", path)
        name = path.rpartition("/")[2]
        hits = self._by_name.get(name) or self._by_stem.get(name) or []
        prefix = self._prefix(place)
        if "/" in path:
            hits = [n for n in hits if f"/{self._paths[n]}".endswith(f"/{path}")] or hits
        if len(hits) > 1 and which:
            hits = [n for n in hits if self.sets[n] == which] or hits
        if len(hits) > 1:
            hits = [n for n in hits if self._paths[n].startswith(prefix)] or hits
        return hits

    def _prefix(self, place: Path) -> str:
        above = "/".join(place.parent.relative_to(self._folder).parts).lower()
        return f"{above}/" if above else ""


def _set_named(place: Path) -> str:
    """The set that a list is of, by its name or its folder's; empty where neither says."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", place.name.partition(".")[0])
    for word in re.findall(r"[a-z0-9]+", spaced.lower()):
        which = set_of(word) or set_of(re.sub("(labels?|images?|list|split)$", "", word))
        if which:
            return which
    return set_of(place.parent.name)


def _plain(head: str) -> str:
    return re.sub("[^a-z0-9]", "", head.lower())


def _read_entries(one: _List, finder: _Finder, notes: list[str]) -> list[_Entry]:
    """What a list says of pictures that are there; nothing where it speaks of something else."""
    which = _set_named(one.place)
    columns = list(zip(*one.rows, strict=True))
    matches = [[finder.find(cell, one.place, which) for cell in cells] for cells in columns]
    known = [len({hit[0] for hit in column if hit}) for column in matches]
    shares = [sum(map(bool, column)) for column in matches]
    names = max(range(len(columns)), key=lambda i: (known[i], shares[i]), default=0)
    begins = 0 if matches[names][0] or any(one.heads) else 1  # a line of heads
    heads = [_plain(h) for h in (one.rows[0] if begins else one.heads)]
    rows, hits = one.rows[begins:], matches[names][begins:]
    if not rows or sum(map(bool, hits)) * 2 < len(rows):
        return []
    rest = [i for i in range(len(columns)) if i != names]
    split = next((i for i in rest if heads[i] in _SET_HEADS and _are_sets(rows, i)), None)
    rest = [i for i in rest if i != split]
    labels = _read_labels(one.place, heads, rows, rest, notes)
    if labels is None:
        notes.append(tr("{name} has no labels: left out.", name=one.place.name))
        return []
    entries, missing = [], 0
    for row, label, places in zip(rows, labels, hits, strict=True):
        if not places:
            missing += 1
            continue
        if not label:
            continue
        its = set_of(row[split]) if split is not None else which or finder.sets[places[0]]
        entries.append(_Entry(places[0], label, its, one.place))
    if missing:
        notes.append(
            tr(
                "{missing} of {count} pictures that {name} lists are not there.",
                missing=write_number(missing, ","),
                count=write_number(len(rows), ","),
                name=one.place.name,
            )
        )
    if len(entries) + missing < len(rows):
        notes.append(
            tr(
                "{name}: {count} rows without a label were left out.",
                name=one.place.name,
                count=write_number(len(rows) - missing - len(entries), ","),
            )
        )
    return entries


def _are_sets(rows: list[list[str]], at: int) -> bool:
    return all(set_of(row[at]) for row in rows)


def _read_labels(
    place: Path, heads: list[str], rows: list[list[str]], rest: list[int], notes: list[str]
) -> list[str] | None:
    """The labels of all rows; None for a list without.

    Raises:
        DatasetError: Which column holds them is not clear.
    """
    named = [i for i in rest if heads[i] in _LABEL_HEADS]
    others = [i for i in rest if not _ASIDE.fullmatch(heads[i]) and not _counts_rows(rows, i)]
    if not any(heads):
        others = [i for i in rest if not _counts_rows(rows, i)]
    chosen = named if len(named) == 1 else others
    if len(named) > 1:  # a number and its name say the same
        words = [i for i in named if not all(row[i].strip().isdigit() for row in rows)]
        numbers = [i for i in named if i not in words]
        chosen = words if _say_the_same(rows, words[:1] + numbers) and len(words) == 1 else named
    if not chosen:
        return None
    if len(chosen) > 1 and any(heads) and _are_one_hot(rows, chosen):
        notes.append(
            tr("{name}: the columns beside the pictures' names are the labels, one hot.",
               name=place.name)
        )  # fmt: skip
        return [next(heads[i] for i in chosen if float(row[i]) == 1) for row in rows]
    if len(chosen) > 1:
        raise DatasetError(
            tr(
                "{name} says more than one thing of each picture ({heads}): which is its label is "
                "not clear.",
                name=place.name,
                heads=", ".join(
                    heads[i] or tr("column {number}", number=i + 1) for i in chosen[:6]
                ),
            ),
            tr("Keep one column of labels, and call it label."),
        )
    labels = [row[chosen[0]].strip() for row in rows]
    head = heads[chosen[0]] or tr("column {number}", number=chosen[0] + 1)
    notes.append(tr("{name} says what each picture shows ({head}).", name=place.name, head=head))
    return labels


def _counts_rows(rows: list[list[str]], at: int) -> bool:
    cells = [row[at].strip() for row in rows]
    return len(cells) > 2 and any(
        cells == [str(i + start) for i in range(len(cells))] for start in (0, 1)
    )


def _say_the_same(rows: list[list[str]], columns: list[int]) -> bool:
    """Whether each value of one column goes with one value of every other."""
    pairs = {tuple(row[i].strip() for i in columns) for row in rows}
    return all(len({pair[i] for pair in pairs}) == len(pairs) for i in range(len(columns)))


def _are_one_hot(rows: list[list[str]], columns: list[int]) -> bool:
    cells = [[row[i].strip() for i in columns] for row in rows]
    return all(
        all(c in ("0", "1", "0.0", "1.0") for c in row) and sum(map(float, row)) == 1
        for row in cells
    )


def _of_sets(entries: list[_Entry], said: dict[Path, list[str]]) -> list[_Entry]:
    """Those of lists that are of a set, where some are: others speak of other pictures."""
    named = {entry.place for entry in entries if entry.which}
    others = {entry.place for entry in entries if not entry.which} - named
    if not named or not others:
        return entries
    for place in others:
        said[place] = [
            tr("{name} is of neither training nor test pictures: left out.", name=place.name)
        ]
    return [entry for entry in entries if entry.which]


def _counts_more(entries: list[_Entry], pictures: list[Picture]) -> bool:
    """Whether lists know more of the pictures than their folders do."""
    listed = {entry.picture for entry in entries}
    if not listed:
        return False
    in_classes = [i for i, p in enumerate(pictures) if p.folders and not set_of(p.folders[-1])]
    folders = {pictures[i].folders[-1] for i in in_classes}
    if len(folders) < 2 or len(in_classes) < len(listed):
        return True
    return sum(i in listed for i in in_classes) >= _COVERED * len(in_classes)


def _join(entries: list[_Entry], pictures: list[Picture]) -> dict[int, tuple[str, str]]:
    """Label and set by the picture's number.

    Raises:
        DatasetError: A picture has two labels, or there are too many classes.
    """
    joined: dict[int, tuple[str, str]] = {}
    for entry in entries:
        said = (entry.label, entry.which or "train")
        before = joined.setdefault(entry.picture, said)
        if before[0] != said[0]:
            raise DatasetError(
                tr(
                    "{place} says of {name} that it is {one}, and that it is {other}.",
                    place=entry.place.name,
                    name=pictures[entry.picture].name,
                    one=before[0],
                    other=said[0],
                ),
                tr("Give every image one label."),
            )
    return joined
