"""What the names of arrays, files and folders say: images or labels, and of which set."""

from __future__ import annotations

import re
import unicodedata

# What the six arrays of a data set are called here.
ROLES = ("x_train", "y_train", "x_val", "y_val", "x_test", "y_test")
ADVICE = "Name them x_train, y_train, x_test, y_test, as numpy.savez(…, x_train=…, y_train=…) does."

# Longer words first: "evaluation" holds "val".
_SETS = (
    ("test", ("testing", "evaluation", "holdout", "test", "t10k", "eval")),
    ("train", ("training", "train")),
    ("val", ("validation", "valid", "val", "dev")),
)
_SHORT_SETS = {
    "tr": "train", "trn": "train", "te": "test", "ts": "test", "tst": "test", "va": "val",
}  # fmt: skip
_NOISE = {"set", "orig", "array", "all", "ubyte", "1", "3", "uint", "8"}
_LABELS = {"y", "ys", "label", "labels", "lbl", "lab", "target", "targets", "truth", "gt"}
# These may also say what the images are of.
_PERHAPS_LABELS = {
    "class", "classes", "cls", "t", "d", "output", "outputs", "digit", "digits", "answer", "answers",
    "category", "categories",
}  # fmt: skip
_IMAGES = {
    "x", "xs", "image", "images", "img", "imgs", "picture", "pictures", "pixel", "pixels",
    "feature", "features", "data", "input", "inputs", "sample", "samples", "patterns",
}  # fmt: skip
# As other languages call sets.
_FOREIGN_SETS = {
    "train": (
        "entrenamiento", "entrainement", "apprentissage", "treino", "treinamento", "addestramento",
        "lernen", "uczenie",
    ),
    "val": ("validacion", "validierung", "validacao", "convalida", "validazione"),
    "test": ("prueba", "pruebas", "teste", "testen", "testes", "tests"),
}  # fmt: skip
_WORD_SETS = {
    **{word: which for which, words in _SETS for word in words},
    **{word: which for which, words in _FOREIGN_SETS.items() for word in words},
    **_SHORT_SETS,
}
_LONG_SETS = sorted((word for _, words in _SETS for word in words), key=len, reverse=True)
# These are told from the words around them without a mark, but in words of the language.
_TELLING_SETS = ("training", "train", "testing", "test")
_NO_SETS = {
    "attest", "brightest", "contest", "contests", "detest", "fastest", "fittest", "flattest",
    "greatest", "hottest", "latest", "lightest", "neatest", "protest", "protests", "shortest",
    "smartest", "softest", "strictest", "sweetest", "tightest", "wettest", "testable", "testament",
    "tested", "tester", "testers", "testimony", "constrain", "constraint", "constraints",
    "distraint", "restrain", "restraint", "strain", "strains", "trainable", "trained", "trainee",
    "trainer", "trainers", "trains", "untrained", "pretrain", "pretrained", "retrain",
}  # fmt: skip
_INDEX = {"idx", "idxs", "index", "indexes", "indices", "ind", "inds", "ix", "ids", "rows"}
_SPLITS = {
    "split", "splits", "set", "sets", "subset", "subsets", "partition", "partitions", "usage",
    "datasplit", "whichset", "splitname", "setname",
}  # fmt: skip
# Longer ones are no names that people write.
_LONGEST = 64
# Words that stand right before or behind that of a set.
_KNOWN = _NOISE | _LABELS | _PERHAPS_LABELS | _IMAGES | {"mnist", "idx", "y", "x"}


def set_of(name: str) -> str:
    """``train``, ``val`` or ``test`` for the name of a folder that says so, else nothing."""
    plain = re.sub("[^a-z0-9]", "", name.lower()).removesuffix("set").removesuffix("data")
    if plain in _SHORT_SETS:
        return _SHORT_SETS[plain]
    return next((which for which, words in _SETS if plain in words), "")


def find_set_word(name: str) -> str:
    """``train``, ``val`` or ``test`` where one of the words of a name says so, else nothing."""
    return next((which for word in words_of(name) if (which := _WORD_SETS.get(word))), "")


def role_of(key: str) -> str | None:
    """One of :data:`ROLES` for the name of an array or file, or None where it says nothing."""
    which, left = "", []
    for word in words_of(key):
        if word in _WORD_SETS and not which:
            which = _WORD_SETS[word]
        elif word not in _NOISE:
            left.append(word)
    if any(word in _LABELS for word in left):
        kind = "y"
    elif any(word in _IMAGES for word in left) or (which and not left):
        kind = "x"
    elif any(word in _PERHAPS_LABELS for word in left):
        kind = "y"
    else:
        return None
    return f"{kind}_{which or 'train'}"


def says_kind(name: str) -> bool:
    """Whether a name says that something is images or labels, and nothing of a class."""
    return bool(set(words_of(name)) & (_LABELS | _IMAGES))


def without_set(name: str) -> str:
    """A name without the first word for a set, as it is spelt: ``0`` of ``train0``."""
    word = next((word for word in words_of(name) if word in _WORD_SETS), "")
    start = name.lower().find(word)
    rest = name if start < 0 else name[:start] + name[start + len(word) :]
    return rest.strip("-_/. ")


def says_rows(key: str) -> str:
    """How an array says which images are of which set, by its name; empty for one that does not.

    Returns:
        ``index`` for numbers of images of the set that it names, ``mask`` for whether an image is
        of it, ``set`` for the set of each image, ``fold`` for a number of its part.
    """
    words = words_of(key.rpartition("/")[2])
    kept = [word for word in words if word not in _WORD_SETS]
    if len(kept) < len(words):
        if kept and set(kept) <= _INDEX:
            return "index"
        return "mask" if kept and set(kept) <= {"is", "mask", "in", "flag"} else ""
    plain = "".join(words)
    if plain in ("istrain", "istest", "isval"):
        return "mask"
    return "fold" if plain in ("fold", "folds") else "set" if plain in _SPLITS else ""


def words_of(name: str) -> list[str]:
    """The words of a name in small letters: parted by marks, digits, capital letters.

    Words without anything between them are told where one is that of a set: ``xtrain``,
    ``testlabels``. Only whole words count: there is no "val" in ``values`` and no "test" in
    ``latest``.
    """
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", plain)
    pieces = re.findall(r"[a-z]+|[0-9]+", re.sub(r"t10k", "test", spaced.lower()))
    # As the names of IDX files end; elsewhere it stands for an index.
    parts = [
        "ubyte" if part == "idx" and pieces[i + 1 : i + 2] in (["1"], ["3"], ["ubyte"]) else part
        for i, part in enumerate(pieces)
    ]
    return [word for part in parts for word in _part_glued(part)]


def _part_glued(glued: str) -> list[str]:
    """The words of ``testlabels``; others as they are."""
    if len(glued) > _LONGEST or glued in _WORD_SETS or glued in _KNOWN or glued in _NO_SETS:
        return [glued]
    short = re.fullmatch(r"([xy])(tr|trn|te|ts|tst|va)", glued)
    if short:
        return [short[1], short[2]]
    for word in _LONG_SETS:
        before, inside, after = glued.partition(word)
        parts = [part for part in (before, after) if part]
        if inside and all(part in _KNOWN for part in parts):
            return [*([before] if before else []), word, *([after] if after else [])]
    for word in _TELLING_SETS:  # behind or before a word of another kind: shapestest
        if glued.endswith(word) and len(glued) > len(word) + 2:
            return [*_part_glued(glued.removesuffix(word)), word]
        if glued.startswith(word) and len(glued) > len(word) + 2:
            return [word, *_part_glued(glued.removeprefix(word))]
    return [glued]
