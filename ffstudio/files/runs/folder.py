"""The folder of one run: what it is, who writes it, and what is in it.

::

    run.json          what was trained, when, on what, by which versions; how it ended
    experiment.json   the settings, as any experiment file
    record.jsonl      every event, appended as it happens
    latest.npz        the newest training state
    checkpoints/      weights after epochs
    writer.json       which process writes it; gone once it has ended
    about.json        name, note, tags, star and colour: the user's
    thumbnail.png     its accuracies after each epoch, at a glance
    folder.lock       there while some process changes what several may change
    model.h5, history.csv, history.json   once it has ended, where they were asked for
"""

from __future__ import annotations

import contextlib
import datetime
import json
import os
import platform
import re
import shutil
import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from ffstudio.core.disk import clear_leftovers, hold_lock, write_text_atomically
from ffstudio.core.errors import FfstudioError, RunFolderError, error_words, explain_reading
from ffstudio.core.experiment import reading
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.run.judging import Judging
from ffstudio.core.run.status import RunEnd
from ffstudio.core.words import tr
from ffstudio.files.runs.checkpoints import BEFORE, KEPT, LATEST
from ffstudio.files.runs.record import header_line
from ffstudio.files.runs.writer import is_alive, is_elsewhere, this_process

RUN_FORMAT = "ffstudio-run"
RUN_VERSION = 1
RUN, EXPERIMENT, RECORD, WRITER, ABOUT, LOCK = (
    "run.json",
    "experiment.json",
    "record.jsonl",
    "writer.json",
    "about.json",
    "folder.lock",
)
MODEL = "model.h5"
THUMBNAIL = "thumbnail.png"
HISTORY_CSV, HISTORY_JSON = "history.csv", "history.json"
# All else that belongs to a run, but for its card.
_OWN = (
    EXPERIMENT,
    RECORD,
    LATEST,
    BEFORE,
    WRITER,
    ABOUT,
    MODEL,
    HISTORY_CSV,
    HISTORY_JSON,
    THUMBNAIL,
)


def belongs_to_run(path: Path) -> bool:
    """Whether a file that is there is one of those that a run or its checkpoints are made of."""
    path = path.absolute()
    if not path.is_file():
        return False
    if (path.parent / RUN).is_file():
        return path.name in (*_OWN, RUN)
    return path.parent.name == KEPT and (path.parent.parent / RUN).is_file()


RUNNING, INTERRUPTED = "running", "interrupted"


@dataclass(frozen=True)
class RunCard:
    """What a run is: ``run.json``.

    Attributes:
        id: Tells it from every other run, wherever its folder is copied to.
        created: When it began, ISO 8601, UTC.
        images: A checksum of the images it learns from.
        judging: What each epoch but the last is judged on.
        end: How it ended; None while it trains, and for ever when it was killed.
        took: Seconds by name, as :class:`~ffstudio.core.run.events.RunFinished` tells them, of all
            the times that it was trained.
        epochs: Whole epochs done when it ended.
        planned: The last epoch of its plan, those before it was begun counted; 0 where it does
            not say.
        thinned: Kept moments that were let go of for want of room.
        by: What trained it: ``window``, or empty.
        tested_on: Which images ``test_accuracy`` is of, and how many; empty where it does not say.
        pictures: What the images look like that it learns from; empty where it does not say.
    """

    id: str
    name: str
    preset: str
    seed: int
    data: str
    created: str
    versions: Mapping[str, str] = field(default_factory=dict)
    machine: Mapping[str, str] = field(default_factory=dict)
    images: int = 0
    judging: Judging = Judging.WHOLE
    end: RunEnd | None = None
    test_accuracy: Mapping[str, float | None] = field(default_factory=dict)
    took: Mapping[str, float] = field(default_factory=dict)
    epochs: int = 0
    thinned: int = 0
    by: str = ""
    tested_on: str = ""
    pictures: str = ""
    planned: int = 0

    def add_time(self, seconds: Mapping[str, float]) -> dict[str, float]:
        """What it took, with so many seconds more: it was ended and has gone on."""
        names = dict.fromkeys([*self.took, *seconds])
        return {name: self.took.get(name, 0.0) + seconds.get(name, 0.0) for name in names}

    @property
    def took_s(self) -> float:
        """Seconds of work; while it was paused, nothing was done."""
        return sum(s for name, s in self.took.items() if name != "pause")


@dataclass(frozen=True)
class About:
    """What the user says of a run.

    Attributes:
        name: Empty for the experiment's.
        colour: ``#rrggbb``, or empty.
    """

    name: str = ""
    note: str = ""
    tags: tuple[str, ...] = ()
    star: bool = False
    colour: str = ""


def new_card(
    spec: ExperimentSpec,
    data: str,
    versions: Mapping[str, str],
    *,
    preset: str = "",
    judging: Judging = Judging.WHOLE,
    images: int = 0,
    by: str = "",
    pictures: str = "",
) -> RunCard:
    """The card of a run that begins now, on this machine."""
    now = datetime.datetime.now(datetime.UTC)
    machine = {
        "host": platform.node(),
        "system": platform.platform(),
        "processor": platform.machine(),
        "cores": str(os.cpu_count() or 1),
    }
    return RunCard(
        uuid.uuid4().hex,
        spec.name,
        preset,
        spec.seed,
        data,
        now.isoformat(timespec="seconds"),
        versions,
        machine,
        images,
        judging,
        by=by,
        pictures=pictures,
    )


def folder_name(card: RunCard) -> str:
    """A name for the folder of a run: when it began, what it is, and a part of its id."""
    stamp = card.created[:19].replace(":", "").replace("T", "-")
    name = re.sub(r"[^\w.-]+", "-", card.name).strip("-.")[:40] or "run"
    return f"{stamp}-{name}-s{card.seed}-{card.id[:6]}"


class RunFolder:
    """One run on disk.

    Args:
        path: The folder; :meth:`create` makes it.
    """

    def __init__(self, path: Path) -> None:
        self.path = Path(path)

    @classmethod
    def create(cls, path: Path, card: RunCard, spec: ExperimentSpec) -> RunFolder:
        """Makes the folder, or fills one that holds no run, and takes it into writing.

        Raises:
            RunFolderError: There is a run in it, or it cannot be written.
        """
        folder = cls(path)
        folder.refuse_if_taken()
        try:
            folder.path.mkdir(parents=True, exist_ok=True)
            folder.take_over()
            write_text_atomically(folder.path / EXPERIMENT, reading.to_json(spec))
            (folder.path / RECORD).write_bytes(header_line())
            folder.write_card(card)
        except OSError as error:
            raise RunFolderError(
                tr(
                    "{path} cannot be written ({error_words}).",
                    path=path,
                    error_words=error_words(error),
                ),
                tr("Name another folder."),
            ) from error
        return folder

    def refuse_if_taken(self) -> None:
        """Sees that a new run can be put here.

        Raises:
            RunFolderError: There is a run already, or no folder can be there.
        """
        if self.path.exists() and not self.path.is_dir():
            raise RunFolderError(tr("{path} is a file.", path=self.path), tr("Name a folder."))
        if (self.path / RUN).exists():
            raise RunFolderError(
                tr("{path} holds a run already.", path=self.path),
                tr("Go on with it by --resume {path}, or name another folder.", path=self.path),
            )
        for name in (MODEL, RECORD, LATEST, EXPERIMENT, HISTORY_CSV, HISTORY_JSON, THUMBNAIL):
            # Of an earlier ffstudio, of a run whose card is gone, or the user's own: nothing
            # that a run writes takes the place of what is there.
            if (self.path / name).exists():
                raise RunFolderError(
                    tr("{path} holds {name} of something else.", path=self.path, name=name),
                    tr("Name another folder."),
                )

    @property
    def record_path(self) -> Path:
        return self.path / RECORD

    @property
    def latest_path(self) -> Path:
        return self.path / LATEST

    # --- what it is -----------------------------------------------------------------

    def read_card(self) -> RunCard:
        """What the run is.

        Raises:
            RunFolderError: The folder holds no run, or one of a newer ffstudio, or a damaged one.
        """
        config = self._read_json(RUN)
        if config is None:
            raise RunFolderError(
                tr("{path} holds no run.", path=self.path), tr("Name a folder of ffstudio's.")
            )
        if not isinstance(config, dict) or config.get("format") != RUN_FORMAT:
            raise RunFolderError(
                tr("{path} holds no run of ffstudio.", path=self.path), tr("Name another folder.")
            )
        version = config.get("version")
        if not isinstance(version, int) or version > RUN_VERSION:
            raise RunFolderError(
                tr("{path} is of a newer ffstudio.", path=self.path), tr("Update ffstudio.")
            )
        try:
            return _card(config)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise RunFolderError(
                tr("{path} is damaged.", path=self.path / RUN), tr("Get a fresh copy of the run.")
            ) from error

    def write_card(self, card: RunCard) -> None:
        """Says what the run is, anew."""
        entries = asdict(card)
        entries["judging"] = card.judging.value
        entries["end"] = None if card.end is None else card.end.value
        config = {"format": RUN_FORMAT, "version": RUN_VERSION, **entries}
        write_text_atomically(self.path / RUN, _to_json(config))

    def write_missing(self, card: RunCard, spec: ExperimentSpec) -> bool:
        """Writes anew what says what the run is, where it is gone; True when nothing was.

        Raises:
            OSError: The folder cannot be written.
        """
        missing = [name for name in (RUN, EXPERIMENT, WRITER) if not (self.path / name).exists()]
        if RUN in missing:
            self.write_card(card)
        if EXPERIMENT in missing:
            write_text_atomically(self.path / EXPERIMENT, reading.to_json(spec))
        if WRITER in missing:
            write_text_atomically(self.path / WRITER, _to_json(this_process()))
        return not missing

    def change_card(self, **changes: Any) -> None:
        """Changes some of what the run is."""
        with self.hold():
            self.write_card(replace(self.read_card(), **changes))

    def hold(self) -> contextlib.AbstractContextManager[None]:
        """Has other processes wait that change the same: who writes it, its card, what is said
        of it, whether it is there. For moments alone, and once at a time.

        Raises:
            OSError: The folder is gone or cannot be written.
        """
        return hold_lock(self.path / LOCK)

    def read_spec(self) -> ExperimentSpec:
        """The experiment as it was begun.

        Raises:
            SpecError: It is missing or damaged.
        """
        return reading.read_experiment(self.path / EXPERIMENT)

    def read_about(self) -> About:
        """What the user says of it; nothing where that cannot be read."""
        try:
            config = self._read_json(ABOUT) or {}
            return About(
                str(config.get("name", "")),
                str(config.get("note", "")),
                tuple(map(str, config.get("tags", ()))),
                config.get("star") is True,
                str(config.get("colour", "")),
            )
        except (FfstudioError, AttributeError, TypeError):
            return About()

    def write_about(self, about: About) -> None:
        """Keeps what the user says of it.

        Raises:
            OSError: The folder cannot be written.
        """
        write_text_atomically(self.path / ABOUT, _to_json(asdict(about)))

    def change_about(self, **changes: Any) -> None:
        """Changes some of what the user says of it; what another window has changed stays.

        Raises:
            RunFolderError: The run is gone.
            OSError: The folder cannot be written.
        """
        try:
            with self.hold():
                self.refuse_if_gone()
                self.write_about(replace(self.read_about(), **changes))
        except FileNotFoundError:
            self.refuse_if_gone()
            raise

    def refuse_if_gone(self) -> None:
        """Sees that it still holds a run.

        Raises:
            RunFolderError: Somebody has deleted or moved it.
        """
        if not (self.path / RUN).is_file():
            raise RunFolderError(
                tr("{path_name} was deleted or moved meanwhile.", path_name=self.path.name),
                tr("Undo that in the other window, or look for it in the panel Runs."),
            )

    def size(self) -> int:
        """Bytes on disk."""
        total = 0
        for place, folders, files in os.walk(self.path):  # passes over what goes meanwhile
            for name in (*folders, *files):
                with contextlib.suppress(OSError):
                    total += os.lstat(os.path.join(place, name)).st_size
        return total

    def delete(self) -> None:
        """Removes the run for good; what somebody else has put into its folder stays there.

        Raises:
            OSError: Something of it cannot be removed.
        """
        if not self.path.is_dir():
            return  # somebody else has deleted it
        with self.hold():
            shutil.rmtree(self.path / KEPT, ignore_errors=True)
            clear_leftovers(self.path, older_than_s=0.0)
            for name in (*_OWN, RUN):  # the card last: until then it is still a run
                (self.path / name).unlink(missing_ok=True)
        with contextlib.suppress(OSError):  # it is not empty
            self.path.rmdir()

    # --- who writes it --------------------------------------------------------------

    def take_over(self) -> None:
        """From now on this process writes it.

        Raises:
            RunFolderError: Another process does.
        """
        with self.hold():  # two that ask at once: one of them gets it
            writer = self.find_writer()
            if writer is not None and writer != this_process():
                raise RunFolderError(
                    tr(
                        "Another process (number {writer}) is training this run.",
                        writer=writer["pid"],
                    ),
                    tr("Wait for it to end, or stop it."),
                )
            write_text_atomically(self.path / WRITER, _to_json(this_process()))

    def let_go(self) -> None:
        """This process writes it no longer."""
        # A mark that stays counts for nothing once its process has ended.
        with contextlib.suppress(OSError):
            if self._read_mark() in (None, this_process()):  # else another one writes it by now
                (self.path / WRITER).unlink()

    def show_life(self) -> None:
        """Has those on other machines know that this process still writes it, though nothing
        comes: a run that is paused, or an epoch that takes long.
        """
        with contextlib.suppress(OSError):
            os.utime(self.path / WRITER)

    def state(self, card: RunCard | None = None) -> str:
        """``running``, ``interrupted`` (it was killed, or its machine), or how it ended.

        Args:
            card: What it is, if that has just been read.
        """
        end = (self.read_card() if card is None else card).end
        if self.find_writer() is not None:
            return RUNNING
        return INTERRUPTED if end is None else end.value

    def is_written_here(self) -> bool | None:
        """Whether a process of this machine writes it; None where nobody here can tell."""
        config = self._read_mark()
        return None if config is None or is_elsewhere(config) else is_alive(config)

    def is_written_by_others(self) -> bool:
        """True while another process than this one writes it, here or on another machine."""
        writer = self.find_writer()
        return writer is not None and writer != this_process()

    def _read_mark(self) -> dict[str, Any] | None:
        try:
            config = self._read_json(WRITER)
        except RunFolderError:
            return None
        if not isinstance(config, dict) or not isinstance(config.get("pid"), int):
            return None
        return config

    def find_writer(self) -> dict[str, Any] | None:
        """The process that writes it, if it lives; on another machine, if its mark is fresh."""
        config = self._read_mark()
        if config is None:
            return None
        alive = self._grows() if is_elsewhere(config) else is_alive(config)
        return config if alive else None

    def _grows(self) -> bool:
        """Whether its record was written to in the last minutes, or its writer showed life."""
        changed = [0.0]
        for path in (self.record_path, self.path / WRITER):
            with contextlib.suppress(OSError):
                changed.append(path.stat().st_mtime)
        return datetime.datetime.now().timestamp() - max(changed) < 300.0

    def _read_json(self, name: str) -> Any:
        path = self.path / name
        try:
            return json.loads(path.read_text(encoding="utf-8"))
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as error:
            raise RunFolderError(*explain_reading(path, error)) from error
        except (ValueError, RecursionError) as error:
            raise RunFolderError(
                tr("{path} is damaged.", path=path), tr("Get a fresh copy of the run.")
            ) from error


def _to_json(config: Mapping[str, Any]) -> str:
    return json.dumps(config, indent=2, ensure_ascii=False) + "\n"


def _card(config: Mapping[str, Any]) -> RunCard:
    def texts(name: str) -> dict[str, str]:
        return {str(k): str(v) for k, v in config[name].items()}

    def numbers(name: str) -> dict[str, float | None]:
        return {str(k): None if v is None else float(v) for k, v in config[name].items()}

    end = config["end"]
    return RunCard(
        id=str(config["id"]),
        name=str(config["name"]),
        preset=str(config["preset"]),
        seed=int(config["seed"]),
        data=str(config["data"]),
        created=str(config["created"]),
        versions=texts("versions"),
        machine=texts("machine"),
        images=int(config["images"]),
        judging=Judging(config["judging"]),
        end=None if end is None else RunEnd(end),
        test_accuracy=numbers("test_accuracy"),
        took={k: v for k, v in numbers("took").items() if v is not None},
        epochs=int(config["epochs"]),
        thinned=int(config["thinned"]),
        by=str(config.get("by", "")),
        tested_on=str(config.get("tested_on", "")),
        pictures=str(config.get("pictures", "")),
        planned=int(config.get("planned", 0)),
    )
