"""Lesson files: JSON of this version, read with care and written."""

from __future__ import annotations

import json
import reprlib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from ffstudio.core.disk import write_text_atomically
from ffstudio.core.errors import LessonError, SpecError, error_words, explain_reading
from ffstudio.core.experiment import reading as experiments
from ffstudio.core.experiment.presets import ORDER
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.folders import expand_home
from ffstudio.core.lessons.checks import CHECKS, CheckKind
from ffstudio.core.lessons.lesson import Check, Lesson, Step, Value
from ffstudio.core.lessons.settings import ALL, PARTS, SETTINGS, gather, spread
from ffstudio.core.numbers import write_number
from ffstudio.core.text_files import RepeatedKey, decode_text, parse_json, read_text
from ffstudio.core.words import tr

LESSON_FORMAT = "ffstudio-lesson"
LESSON_VERSION = 1
LESSON_SUFFIX = ".ffstudio-lesson.json"

# A text of a few pages is some thousand characters; a file beyond this is no lesson.
MOST_BYTES = 1_000_000
MOST_STEPS = 100
MOST_CHECKS = 20
MOST_CHOICES = 20
MOST_TEXT = 20_000
MOST_TITLE = 200

_KEYS = ("format", "version", "title", "about", "experiment", "hide", "steps")
_STEP_KEYS = ("title", "text", "panel", "checks")
_SHORT = reprlib.Repr()
_SHORT.maxstring = _SHORT.maxother = 40
_SHORT.maxlevel = 2


# --- writing -------------------------------------------------------------------------------


def to_dict(lesson: Lesson) -> dict[str, Any]:
    """For JSON."""
    experiment: Any = lesson.preset
    if lesson.written is not None:
        experiment = experiments.to_dict(lesson.written)
    settings, excepted = gather(lesson.hidden_settings)
    return {
        "format": LESSON_FORMAT,
        "version": LESSON_VERSION,
        "title": lesson.title,
        "about": lesson.about,
        "experiment": experiment,
        "hide": {
            "panels": list(lesson.hidden_panels),
            "settings": settings,
            **({"except": excepted} if excepted else {}),
        },
        "steps": [_step_to_dict(step) for step in lesson.steps],
    }


def _step_to_dict(step: Step) -> dict[str, Any]:
    written: dict[str, Any] = {"title": step.title, "text": step.text}
    if step.panel:
        written["panel"] = step.panel
    written["checks"] = [
        {
            "check": check.kind,
            **{n: list(v) if isinstance(v, tuple) else v for n, v in check.arguments},
        }
        for check in step.checks
    ]
    return written


def to_json(lesson: Lesson) -> str:
    """The text of a lesson file."""
    return json.dumps(to_dict(lesson), indent=2, ensure_ascii=False) + "\n"


def write_lesson(path: str | Path, lesson: Lesson) -> None:
    """Writes a lesson file, whole or not at all.

    Raises:
        LessonError: It cannot be written.
    """
    try:
        write_text_atomically(Path(path), to_json(lesson))
    except OSError as error:
        raise LessonError(
            tr(
                "{path} cannot be written ({error_words}).",
                path=path,
                error_words=error_words(error),
            ),
            tr("Choose another place."),
        ) from error


# --- reading -------------------------------------------------------------------------------


def is_lesson_file(path: str | Path) -> bool:
    """True for a file that is named as a lesson, or says inside that it is one."""
    path = Path(path)
    if path.name.lower().endswith(LESSON_SUFFIX):
        return True
    if path.suffix.lower() != ".json":
        return False
    try:
        config = json.loads(read_text(path, MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(config, dict) and config.get("format") == LESSON_FORMAT


def read_lesson(path: str | Path, panels: Collection[str]) -> Lesson:
    """Reads a lesson file.

    Args:
        panels: The names of all panels there are.

    Raises:
        LessonError: The file cannot be read or is not a lesson.
    """
    path = expand_home(path)
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise LessonError(*explain_reading(path, error)) from error
    if len(raw) > MOST_BYTES:
        raise LessonError(
            tr(
                "{path_name} is no lesson: it is larger than {MOST_BYTES} MB.",
                path_name=path.name,
                MOST_BYTES=MOST_BYTES // 1000000,
            ),
            tr("Choose a lesson file."),
        )
    if not raw.strip():
        raise LessonError(
            tr("{path_name} is empty.", path_name=path.name),
            tr("Choose a lesson that ffstudio has written."),
        )
    try:
        text = decode_text(raw)
    except UnicodeDecodeError as error:
        raise LessonError(
            tr("{path_name} is no lesson: it is not a text file.", path_name=path.name),
            tr("Choose a lesson file."),
        ) from error
    return from_json(text, panels, path.absolute().parent)


def from_json(text: str, panels: Collection[str], folder: Path | None = None) -> Lesson:
    """Reads what :func:`to_json` wrote; errors as for :func:`from_dict`.

    Args:
        folder: What a relative path of data is relative to; None: it stays as it is.
    """
    try:
        config = parse_json(text)
    except RepeatedKey as error:
        raise LessonError(
            tr('The lesson names "{key}" twice in one place.', key=error.key),
            tr("Remove one of the two."),
        ) from error
    except (ValueError, RecursionError) as error:  # the latter: brackets nested too deep
        why = str(error) if isinstance(error, json.JSONDecodeError) else tr("nested too deep")
        raise LessonError(
            tr("The lesson is not valid JSON ({why}).", why=why),
            tr("Choose a lesson that ffstudio has written."),
        ) from error
    if folder is not None and isinstance(config, dict):
        config["experiment"] = experiments.with_data_in(config.get("experiment"), folder)
    return from_dict(config, panels)


def from_dict(config: Any, panels: Collection[str]) -> Lesson:
    """Reads what :func:`to_dict` wrote.

    Raises:
        LessonError: It is not a lesson, comes from a newer ffstudio, or holds what does not
            exist or is not legal.
    """
    if not isinstance(config, dict) or config.get("format") != LESSON_FORMAT:
        raise LessonError(
            tr("This is not an ffstudio lesson."),
            tr(
                'A lesson file is JSON and holds "format": "{LESSON_FORMAT}".',
                LESSON_FORMAT=LESSON_FORMAT,
            ),
        )
    version = config.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise LessonError(
            tr("The lesson does not say which format it has."),
            tr('Add "version": {LESSON_VERSION}.', LESSON_VERSION=LESSON_VERSION),
        )
    if version > LESSON_VERSION:
        raise LessonError(
            tr("This lesson was written by a newer ffstudio."), tr("Update ffstudio to open it.")
        )
    _refuse_unknown(config, _KEYS, tr("the lesson"))
    steps = config.get("steps")
    if not isinstance(steps, list) or not steps:
        raise LessonError(tr("The lesson has no steps."), tr('Add "steps": [ … ].'))
    if len(steps) > MOST_STEPS:
        raise LessonError(
            tr(
                "The lesson has {steps} steps; at most {MOST_STEPS} are possible.",
                steps=len(steps),
                MOST_STEPS=MOST_STEPS,
            ),
            tr("Make two lessons of it."),
        )
    preset, written = _read_experiment(config.get("experiment"))
    hidden_panels, hidden_settings = _read_hidden(config.get("hide", {}), panels)
    return Lesson(
        title=_text(config, "title", tr("The lesson"), MOST_TITLE, needed=True),
        about=_text(config, "about", tr("The lesson"), MOST_TEXT),
        steps=tuple(_read_step(s, i, panels, hidden_panels) for i, s in enumerate(steps, start=1)),
        preset=preset,
        written=written,
        hidden_panels=hidden_panels,
        hidden_settings=hidden_settings,
    )


def _read_experiment(value: Any) -> tuple[str, ExperimentSpec | None]:
    if isinstance(value, str):
        if value not in ORDER:
            raise LessonError(
                tr("The lesson's experiment {repr} is no preset.", repr=_SHORT.repr(value)),
                tr("Known are: {ORDER}.", ORDER=", ".join(ORDER)),
            )
        return value, None
    if not isinstance(value, dict):
        raise LessonError(
            tr("The lesson has no experiment."),
            tr('"experiment" is a preset\'s name, or an experiment written out.'),
        )
    try:
        return "", experiments.from_dict(value)
    except SpecError as error:
        text = tr("The lesson's experiment cannot be used: {message}", message=error.message)
        raise LessonError(_one_line(text), error.advice) from error
    except RecursionError as error:
        raise LessonError(
            tr("The lesson's experiment is nested too deep."), tr("Choose another lesson.")
        ) from error


# What settings were called in lessons of an older ffstudio.
_EARLIER = {"ff.first_voting_layer": "ff.votes"}


def _read_hidden(hide: Any, panels: Collection[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if not isinstance(hide, dict):
        raise LessonError(tr('"hide" of the lesson must be an object.'), tr('Write "hide": {}.'))
    _refuse_unknown(hide, ("panels", "settings", "except"), '"hide"')
    hidden = _names(hide.get("panels", []), "panels")
    for name in hidden:
        if name not in panels:
            raise LessonError(
                tr(
                    "The lesson hides a panel {repr}, which does not exist.", repr=_SHORT.repr(name)
                ),
                tr("Known are: {panels}.", panels=", ".join(panels)),
            )
    excepted = _read_settings(hide, "except")
    settings = _read_settings(hide, "settings") - excepted
    # In the order of the tables, whatever the file's.
    return (
        tuple(name for name in panels if name in hidden),
        tuple(name for name in SETTINGS if name in settings),
    )


def _read_settings(hide: Mapping[str, Any], what: str) -> set[str]:
    settings: set[str] = set()
    for name in _names(hide.get(what, []), what):
        meant = spread(_EARLIER.get(name, name))
        if not meant:
            raise LessonError(
                tr(
                    "The lesson hides a setting {repr}, which does not exist.",
                    repr=_SHORT.repr(name),
                ),
                tr(
                    "Known are: {value}.",
                    value=", ".join([*(f"{p}.{ALL}" for p in PARTS), *SETTINGS]),
                ),
            )
        settings.update(meant)
    return settings


def _names(values: Any, what: str) -> list[str]:
    if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
        raise LessonError(tr('"{what}" that the lesson hides must be a list of names.', what=what))
    return values


def _read_step(value: Any, number: int, panels: Collection[str], hidden: Collection[str]) -> Step:
    where = tr("Step {number}", number=number)
    if not isinstance(value, dict):
        raise LessonError(tr("{where} must be an object with a title and a text.", where=where))
    _refuse_unknown(value, _STEP_KEYS, where.lower())
    panel = _text(value, "panel", where, MOST_TITLE)
    if panel and panel not in panels:
        raise LessonError(
            tr(
                "{where} brings up a panel {repr}, which does not exist.",
                where=where,
                repr=_SHORT.repr(panel),
            ),
            tr("Known are: {panels}.", panels=", ".join(panels)),
        )
    if panel in hidden and panel:
        raise LessonError(
            tr(
                "{where} brings up the panel {panel}, which the lesson hides.",
                where=where,
                panel=panel,
            ),
            tr("Do one or the other."),
        )
    checks = value.get("checks", [])
    if not isinstance(checks, list) or len(checks) > MOST_CHECKS:
        raise LessonError(
            tr(
                '"checks" of step {number} must be a list of at most {MOST_CHECKS}.',
                number=number,
                MOST_CHECKS=MOST_CHECKS,
            )
        )
    return Step(
        title=_text(value, "title", where, MOST_TITLE, needed=True),
        text=_text(value, "text", where, MOST_TEXT),
        panel=panel,
        checks=tuple(
            read_check(c, tr("{where}, check {i}", where=where, i=i), panels, hidden)
            for i, c in enumerate(checks, start=1)
        ),
    )


def read_check(
    value: Any, where: str, panels: Collection[str], hidden: Collection[str] = ()
) -> Check:
    """Reads one check.

    Args:
        where: Which it is, for messages.

    Raises:
        LessonError: There is no such check, or its arguments are not legal.
    """
    kind = value.get("check") if isinstance(value, dict) else None
    if not isinstance(kind, str) or kind not in CHECKS:
        named = (
            tr("is {repr}", repr=_SHORT.repr(kind))
            if kind is not None
            else tr("does not say what it checks")
        )
        raise LessonError(f"{where} {named}.", tr("Known are: {CHECKS}.", CHECKS=", ".join(CHECKS)))
    declared, where = CHECKS[kind], f"{where} ({kind})"
    _refuse_unknown(value, ("check", *declared.parameters), where)
    arguments = {name: _argument(value, name, declared, where) for name in declared.parameters}
    _refuse_senseless(kind, arguments, where, panels, hidden)
    return Check(kind, tuple(arguments.items()))


def _argument(value: Mapping[str, Any], name: str, declared: CheckKind, where: str) -> Value:
    """One argument of a check, legal by its declaration."""
    field, given = declared.parameters[name], value.get(name)
    if given is None:
        given = field.default
    if name in declared.lists:
        texts = given if isinstance(given, list) else []
        legal = all(isinstance(t, str) and t.strip() and len(t) <= MOST_TITLE for t in texts)
        if not legal or not 1 <= len(texts) <= MOST_CHOICES or len(set(texts)) < len(texts):
            raise LessonError(
                tr(
                    '{where}: "{name}" must be a list of 1 to {MOST_CHOICES} different texts.',
                    where=where,
                    name=name,
                    MOST_CHOICES=MOST_CHOICES,
                )
            )
        return tuple(texts)
    if name == "value":  # of a setting, whose own declaration decides
        if not isinstance(given, (str, int, float)):
            raise LessonError(
                tr('{where}: "value" must be a number, a text, true or false.', where=where)
            )
        return given
    problem = field.problem(given)
    if problem is not None:
        raise LessonError(f'{where}: "{name}" {problem[0]}.')
    if isinstance(given, str) and len(given) > MOST_TITLE:
        raise LessonError(
            tr(
                '{where}: "{name}" is longer than {MOST_TITLE} characters.',
                where=where,
                name=name,
                MOST_TITLE=MOST_TITLE,
            )
        )
    if field.kind == "int":
        return int(given)
    return float(given) if field.kind == "float" else given


def _refuse_senseless(
    kind: str,
    arguments: dict[str, Value],
    where: str,
    panels: Collection[str],
    hidden: Collection[str],
) -> None:
    """What the declarations cannot tell."""
    if kind in ("setting", "trained_with"):
        _fit_value(arguments, where)
    elif kind == "panel":
        name = arguments["panel"]
        if name not in panels:
            raise LessonError(
                tr("{where}: there is no panel {repr}.", where=where, repr=_SHORT.repr(name)),
                tr("Known are: {panels}.", panels=", ".join(panels)),
            )
        if name in hidden:
            raise LessonError(
                tr(
                    "{where}: the lesson hides the panel {name}, so nobody can open it.",
                    where=where,
                    name=name,
                ),
                tr("Do one or the other."),
            )
    elif kind == "drawing" and "draw" in hidden:
        raise LessonError(
            tr("{where}: the lesson hides the panel draw, so nobody can draw.", where=where),
            tr("Do one or the other."),
        )
    elif kind == "choice":
        choices, right = arguments["choices"], arguments["right"]
        if isinstance(choices, tuple) and isinstance(right, int) and right > len(choices):
            raise LessonError(
                tr(
                    '{where}: "right" is {right}, but there are {choices} choices.',
                    where=where,
                    right=right,
                    choices=len(choices),
                )
            )


def _fit_value(arguments: dict[str, Value], where: str) -> None:
    """Has a setting's value be of the setting's kind and legal."""
    field, value = SETTINGS[str(arguments["setting"])].field, arguments["value"]
    if field.kind == "float" and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    problem = field.problem(value)
    if problem is not None:
        raise LessonError(
            tr(
                '{where}: "value" for {arguments} {problem}.',
                where=where,
                arguments=arguments["setting"],
                problem=problem[0],
            )
        )
    if arguments["how"] != "is" and field.kind not in ("int", "float"):
        raise LessonError(
            tr(
                '{where}: {arguments} is no number, so "how" can only be "is".',
                where=where,
                arguments=arguments["setting"],
            )
        )
    arguments["value"] = value


# --- small things --------------------------------------------------------------------------


def _refuse_unknown(config: Mapping[str, Any], known: Collection[str], where: str) -> None:
    unknown = sorted(set(config) - set(known))
    if unknown:
        named = ", ".join(_SHORT.repr(name) for name in unknown[:3])
        raise LessonError(
            tr("Unknown in {where}: {named}.", where=where, named=named),
            tr("Known are: {known}.", known=", ".join(known)),
        )


def _text(
    config: Mapping[str, Any], name: str, where: str, most: int, *, needed: bool = False
) -> str:
    value = config.get(name, "")
    if not isinstance(value, str):
        raise LessonError(
            tr(
                '{where}: "{name}" must be text; it is {repr}.',
                where=where,
                name=name,
                repr=_SHORT.repr(value),
            )
        )
    if needed and not value.strip():
        raise LessonError(
            tr("{where} has no {name}.", where=where, name=name),
            tr('Add "{name}": "…".', name=name),
        )
    if len(value) > most:
        raise LessonError(
            tr(
                '{where}: "{name}" has {value} characters; at most {most} are possible.',
                where=where,
                name=name,
                value=write_number(len(value), ","),
                most=write_number(most, ","),
            )
        )
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:  # half a character, which JSON can escape
        raise LessonError(
            tr('{where}: "{name}" holds what is no text.', where=where, name=name)
        ) from error
    return value


def _one_line(text: str, most: int = 300) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
