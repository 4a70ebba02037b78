"""Gathers all texts of the window and keeps the translations of them.

    python packaging/translations.py            # writes resources/languages/*.ts and *.qm
    python packaging/translations.py --check    # says what is missing, and changes nothing

New texts come into the ``.ts`` files as unfinished; translate them there (Qt Linguist opens
them) and run this again. What no source says any more goes out.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
SOURCES = ROOT / "ffstudio"
RESOURCES = ROOT / "resources"
LANGUAGES = ("zh_CN", "pl")
CONTEXT = "ffstudio"
# Functions that hand a text to a class whose texts are translated when read: which arguments.
HANDS_ON: dict[str, tuple[int | str, ...]] = {
    "setting": (2, 3, "unit"),
    "_of_percent": (1, 2),
}
NAMES_A_THING = re.compile(r"[a-z0-9_.:-]*")
LETTERS = re.compile(r"[A-Za-zθσ]{2}")


class Gatherer:
    """All texts of the sources, by the file that says them first."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self._trees = {
            str(path.relative_to(ROOT)): ast.parse(path.read_text(encoding="utf-8"))
            for path in sorted(SOURCES.rglob("*.py"))
        }
        self._constants: dict[str, list[ast.expr]] = {}
        self._classes: dict[str, tuple[list[str], set[str]]] = {}
        bases: dict[str, list[str]] = {}
        for tree in self._trees.values():
            for node in tree.body:
                target = node.targets[0] if isinstance(node, ast.Assign) else None
                if isinstance(target, ast.Name):
                    self._constants.setdefault(target.id, []).append(node.value)
            for node in ast.walk(tree):
                if isinstance(node, ast.ClassDef):
                    self._note_class(node, bases)
        for name, parents in bases.items():  # one generation is all there is
            for parent in parents:
                if parent in self._classes and name != parent:
                    above, below = self._classes[parent], self._classes.get(name, ([], set()))
                    self._classes[name] = ([*above[0], *below[0]], above[1] | below[1])

    def _note_class(self, node: ast.ClassDef, bases: dict[str, list[str]]) -> None:
        fields = [
            part.target.id
            for part in node.body
            if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name)
        ]
        spoken = {
            text.value
            for call in node.decorator_list
            if isinstance(call, ast.Call) and _name(call.func) == "speaks"
            for text in call.args
            if isinstance(text, ast.Constant)
        }
        if spoken:
            self._classes[node.name] = (fields, spoken)
            for part in node.body:
                if (
                    isinstance(part, ast.AnnAssign)
                    and part.value is not None
                    and isinstance(part.target, ast.Name)
                    and part.target.id in spoken
                ):
                    self._defaults.append(part.value)
        if any("dataclass" in ast.unparse(call) for call in node.decorator_list):
            bases[node.name] = [_name(base) for base in node.bases]
            if node.name not in self._classes and bases[node.name]:
                self._classes[node.name] = (fields, set())

    @property
    def _defaults(self) -> list[ast.expr]:
        return self.__dict__.setdefault("_default_values", [])

    def gather(self) -> dict[str, str]:
        """Text → where it is said."""
        for value in self._defaults:
            self._add_all(value, "ffstudio")
        for where, tree in self._trees.items():
            for node in ast.walk(tree):
                if isinstance(node, ast.Call):
                    self._look_at(node, where)
        self._add_inserted()
        self._add_resources()
        return self.texts

    def _add_inserted(self) -> None:
        tree = self._trees["ffstudio/core/words.py"]
        for node in tree.body:
            if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "INSERTED":
                for part in ast.walk(node.value):
                    if isinstance(part, ast.Constant):
                        self.texts.setdefault(str(part.value), "ffstudio/core/words.py")

    def _look_at(self, call: ast.Call, where: str) -> None:
        name = _name(call.func)
        if (name == "tr" and call.args) or (name in ("say_all", "spoken") and call.args):
            self._add_all(call.args[0], where)
        elif name in HANDS_ON:
            for index, value in self._arguments(call):
                if index in HANDS_ON[name]:
                    self._add_all(value, where)
        elif name in self._classes:
            fields, spoken = self._classes[name]
            for index, value in self._arguments(call):
                field = index if isinstance(index, str) else "".join(fields[index : index + 1])
                if field in spoken:
                    self._add_all(value, where)

    @staticmethod
    def _arguments(call: ast.Call) -> Iterator[tuple[int | str, ast.expr]]:
        yield from enumerate(call.args)
        for keyword in call.keywords:
            if keyword.arg is not None:
                yield keyword.arg, keyword.value

    def _add_all(self, value: ast.expr, where: str, inside: bool = False) -> None:
        if isinstance(value, ast.Constant) and isinstance(value.value, str):
            text = value.value
            if LETTERS.search(text) and not (inside and NAMES_A_THING.fullmatch(text)):
                self.texts.setdefault(text, where)
        elif isinstance(value, ast.Name):
            for constant in self._constants.get(value.id, []):
                if isinstance(constant, ast.Constant):
                    self._add_all(constant, where)
        elif isinstance(value, ast.IfExp):
            self._add_all(value.body, where, inside)
            self._add_all(value.orelse, where, inside)
        elif isinstance(value, ast.Dict):
            for one in value.values:
                self._add_all(one, where, inside)
        elif isinstance(value, (ast.Tuple, ast.List)):
            for one in value.elts:
                self._add_all(one, where, True)

    def _add_resources(self) -> None:
        for path in sorted((RESOURCES / "presets").glob("*.json")):
            held = json.loads(path.read_text(encoding="utf-8"))
            for key in ("description",):
                if isinstance(held.get(key), str) and held[key]:
                    self.texts.setdefault(held[key], f"resources/presets/{path.name}")
        for path in sorted((RESOURCES / "lessons").glob("*.json")):
            for text in _lesson_texts(json.loads(path.read_text(encoding="utf-8"))):
                self.texts.setdefault(text, f"resources/lessons/{path.name}")


def _lesson_texts(held: object) -> Iterator[str]:
    if isinstance(held, dict):
        for key, value in held.items():
            if key in ("title", "text", "about", "question") and isinstance(value, str) and value:
                yield value
            elif key == "choices" and isinstance(value, list):
                yield from map(str, value)
            else:
                yield from _lesson_texts(value)
    elif isinstance(held, list):
        for value in held:
            yield from _lesson_texts(value)


def _name(node: ast.expr) -> str:
    if isinstance(node, ast.Subscript):
        node = node.value
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


# --- the files -----------------------------------------------------------------------------


def ts_path(language: str) -> Path:
    """The file that people translate in."""
    return RESOURCES / "languages" / f"ffstudio_{language}.ts"


def read_translations(language: str) -> dict[str, str]:
    """Text → its translation, empty where there is none yet."""
    path = ts_path(language)
    if not path.is_file():
        return {}
    return {
        message.findtext("source", ""): message.findtext("translation", "")
        for message in ET.parse(path).getroot().iter("message")
    }


def ts_text(language: str, texts: dict[str, str], translations: dict[str, str]) -> str:
    """The contents of a ``.ts`` file: what the sources say, in order, with its translations."""
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for text, where in sorted(texts.items(), key=lambda pair: (pair[1], pair[0])):
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "location", filename=f"../../{where}")
        ET.SubElement(message, "source").text = text
        translation = ET.SubElement(message, "translation")
        translation.text = translations.get(text, "")
        if not translation.text:
            translation.set("type", "unfinished")
    ET.indent(root, "    ")
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{ET.tostring(root, "unicode")}\n'
    )


def compile_ts(path: Path, to: Path) -> None:
    """Writes the ``.qm`` that the program reads.

    Raises:
        FileNotFoundError: Qt's ``lrelease``, which comes with PySide6, is not there.
    """
    scripts = sysconfig.get_path("scripts")
    tool = shutil.which("pyside6-lrelease", path=scripts) or shutil.which("pyside6-lrelease")
    if tool is None:
        raise FileNotFoundError("pyside6-lrelease is missing; it comes with PySide6-Essentials")
    subprocess.run([tool, "-silent", str(path), "-qm", str(to)], check=True)


MNEMONIC = re.compile(r"&[^\W\d]")
PLACES = re.compile(r"(?<!\{)\{(\w*)\}(?!\})")


def faults(language: str, texts: dict[str, str]) -> list[str]:
    """What is wrong with a language, a sentence each."""
    found = read_translations(language)
    wrong = [f"{language}: no message for {text!r}" for text in texts if text not in found]
    wrong += [f"{language}: no source says {text!r}" for text in found if text not in texts]
    for text, translation in found.items():
        if not translation:
            wrong.append(f"{language}: {text!r} is not translated")
        elif not set(PLACES.findall(translation)) <= set(PLACES.findall(text)):
            wrong.append(f"{language}: other placeholders in {translation!r}")
        elif not {name for name in PLACES.findall(text) if not is_ending(name)} <= set(
            PLACES.findall(translation)
        ):
            wrong.append(f"{language}: {translation!r} leaves out a value of {text!r}")
        elif (MNEMONIC.search(text) is None) != (MNEMONIC.search(translation) is None):
            wrong.append(f"{language}: {translation!r} has no mnemonic, or {text!r} has none")
    return wrong


def is_ending(name: str) -> bool:
    """A placeholder for an English ending or a choice of words that other languages lack."""
    return re.fullmatch(r"(s|either|value|article|plural|exist)(_\d)?", name) is not None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--check", action="store_true", help="change nothing, say what is missing")
    asked = parser.parse_args()
    texts = Gatherer().gather()
    if not asked.check:
        ts_path(LANGUAGES[0]).parent.mkdir(exist_ok=True)
        for language in LANGUAGES:
            path = ts_path(language)
            written = ts_text(language, texts, read_translations(language))
            path.write_text(written, encoding="utf-8")
            with tempfile.TemporaryDirectory() as folder:
                made = Path(folder) / "made.qm"
                compile_ts(path, made)
                path.with_suffix(".qm").write_bytes(made.read_bytes())
    wrong = [fault for language in LANGUAGES for fault in faults(language, texts)]
    print("\n".join(wrong[:50]) or f"{len(texts)} texts in {len(LANGUAGES)} languages.")
    if len(wrong) > 50:
        print(f"… and {len(wrong) - 50} more")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
