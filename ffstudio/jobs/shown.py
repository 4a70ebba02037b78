"""What the studio shows, as one value: nets, where they came from and how they came about."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from ffstudio.core.describe.network import Network
from ffstudio.core.experiment.spec import UNTITLED, ExperimentSpec
from ffstudio.core.images.data import PreparedData
from ffstudio.core.images.datasets import DATASETS
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.numbers import write_number
from ffstudio.core.run.changes import VOTES
from ffstudio.core.run.events import EpochDone, RunFinished
from ffstudio.core.run.history import Bookmark, History
from ffstudio.core.shipped_nets import SHIPPED_NETS, name_of_shipped_net
from ffstudio.core.words import end_sentence, tr
from ffstudio.jobs.engine_protocol import Engine, OpenedModel, TrainingSession

if TYPE_CHECKING:
    from ffstudio.files.ours.archive import Archive

# Behind the name of a file whose nets have changed since it was read or written.
CHANGED = ", changed"

# Predictions of so many epochs are remembered, the oldest are let go of first.
_MOST_JUDGED = 2000

_numbers = itertools.count(1)
_NOTHING_JUDGED: Mapping[str, EpochDone] = MappingProxyType({})


@dataclass(frozen=True)
class OpenedFile:
    """What a file of ours holds; it may change or go while its nets are shown."""

    archive: Archive
    path: Path


@dataclass(frozen=True)
class Stranger:
    """A model that another program has written, as it was opened.

    Attributes:
        path: Where it came from.
    """

    opened: OpenedModel
    path: Path


@dataclass(frozen=True)
class NetName:
    """What nets are called wherever they are shown.

    Attributes:
        title: Their file, the experiment that made them, or what shipped nets are called.
        data: What they have learnt; empty when that is not known.
        epoch: How far they have got.
        more: All that can be said of them, in sentences.
    """

    title: str
    data: str = ""
    epoch: str = ""
    more: str = ""

    @property
    def text(self) -> str:
        """On one line, for example ``b.h5 · MNIST · epoch 3``."""
        return " · ".join(part for part in (self.title, self.data, self.epoch) if part)

    @property
    def spoken(self) -> str:
        """In a sentence, for example ``b.h5 — MNIST, epoch 3``."""
        about = ", ".join(part for part in (self.data, self.epoch) if part)
        return f"{self.title} — {about}" if about else self.title


@dataclass(frozen=True)
class Shown:
    """The nets the studio shows and all that belongs to them.

    Whatever changes, another value takes this one's place; only :attr:`history` grows.
    So a run that is cancelled puts one value back, and nothing can be forgotten.

    Attributes:
        snapshot: The newest weights to look at.
        spec: The experiment the nets learn or have learnt by, as it was when that began.
        history: Their curves.
        last_epochs: The newest judgement per algorithm, ``ff`` and ``bp``.
        session: The nets themselves. The engine's thread owns them; here it is a token.
        file: Instead of a session: an opened file's contents, until somebody goes on with
            them.
        given: Instead of a session too: the images that nets with weights given by hand are for.
        path: The file that Save writes to.
        unsaved: True when no file holds the nets as they are.
        stranger: The model of another program that was opened last.
        kept: The folder that holds their run, in which it goes on.
        origin: The file that the nets came out of, if they did; they may have learnt since.
        has_learnt_held_back: True when these nets had learnt, before they went on, from images
            that are now held back for validation.
        finished: How the run that made them ended; None while they learn, or where that is
            not known.
        judged: Judgements by algorithm and epoch, for going back in time; it only grows.
        is_past: True for nets as they were at an earlier moment of the run that is shown.
        is_watched: True for a run that somebody else trains: its folder, :attr:`kept`, is read
            alone.
        number: Tells these nets from those of any other run or file.
    """

    snapshot: ModelSnapshot | None = None
    spec: ExperimentSpec | None = None
    history: History = field(default_factory=History)
    last_epochs: Mapping[str, EpochDone] = field(default_factory=lambda: _NOTHING_JUDGED)
    session: TrainingSession | None = None
    file: OpenedFile | None = None
    path: Path | None = None
    unsaved: bool = False
    stranger: Stranger | None = None
    kept: Path | None = None
    origin: Path | None = None
    has_learnt_held_back: bool = False
    finished: RunFinished | None = None
    judged: dict[tuple[str, int], EpochDone] = field(default_factory=dict)
    is_past: bool = False
    is_watched: bool = False
    number: int = field(default_factory=lambda: next(_numbers))
    given: PreparedData | None = None

    @property
    def has_model(self) -> bool:
        """True when there are nets to save and to train on."""
        return any(part is not None for part in (self.session, self.file, self.given))

    @property
    def is_shipped(self) -> bool:
        """True for the nets that come with the program, as they came."""
        return bool(name_of_shipped_net(self.origin)) and self.path is None and not self.unsaved

    @property
    def is_stranger(self) -> bool:
        """True for a net that another program has written and that has learnt nothing since."""
        from_outside = self.stranger is not None and self.origin == self.stranger.path
        return from_outside and not self.history

    @property
    def knows_epochs(self) -> bool:
        """Whether the snapshot's epoch is how long the nets have learnt in all.

        A file without curves does not tell, and weights set by hand are not learnt.
        """
        return self.given is None and (self.file is None or bool(self.history))

    @property
    def net_name(self) -> NetName | None:
        """What the nets are called; None when there are none to look at."""
        if self.snapshot is None:
            return None
        spec, file = self.spec, self.path or self.origin
        made_by = spec.title if spec is not None else self.snapshot.title or tr("Net")
        title = made_by if file is None else file.name
        shipped = name_of_shipped_net(file) if self.path is None else ""
        if shipped:
            title = SHIPPED_NETS[shipped].title
        changed = file is not None and self.unsaved
        if self.is_stranger:
            data, epoch = "", tr("trained elsewhere")
        else:
            data = name_data(spec) if spec is not None else ""
            epoch = _say_epoch(self.snapshot.epoch) if self.knows_epochs else ""
            if self.given is not None:
                epoch = tr("weights by hand")
            if self.is_past:
                epoch = tr("back at {epoch}", epoch=epoch)
            elif self.is_watched:
                epoch = tr("{epoch}, watched", epoch=epoch)
        about = tr("The nets shown: {title}", title=title)
        more = [about + tr(", changed since.") if changed else end_sentence(about)]
        if self.snapshot.title:
            more.append(end_sentence(self.snapshot.title))
        if file is not None:
            more.append(
                tr("File: {file}", file=file)
                if self.path is not None
                else tr("Opened from {file}", file=file)
            )
            if spec is not None and spec.name != UNTITLED:
                more.append(tr("Experiment: {spec_name}", spec_name=spec.name))
        elif self.is_watched:
            more.append(tr("Somebody else trains them: they are watched, and cannot be changed."))
        elif self.unsaved:
            more.append(tr("They are in no file yet."))
        if data:
            more.append(
                tr("Learnt from {value}.", value=", ".join(part for part in (data, epoch) if part))
            )
        return NetName(title + tr(CHANGED) if changed else title, data, epoch, "\n".join(more))

    def take_session(self, engine: Engine) -> TrainingSession | None:
        """The nets themselves, as they are shown; in the engine's thread.

        Raises:
            ModelFileError: They are in a file, and that is damaged.
        """
        session = self.session
        if session is None and self.file is not None:
            session = engine.session_of(self.file.archive, self.file.path.name)
        elif session is None and self.given is not None and self.spec is not None:
            session = engine.Session(self.spec, self.given)
        if session is not None and self.spec is not None and self.spec.network is not None:
            session.look_at(self.spec.network)
        if session is not None and self.spec is not None and self.snapshot is not None:
            ff = self.snapshot.ff
            # Chosen while the nets were looked at, or while no engine was there.
            if ff is not None and session.spec.ff.votes != ff.votes:
                session.change("ff", None, VOTES, ff.votes)
        return session

    def with_votes(self, votes: str) -> Shown:
        """The same nets, of which other layers vote; the file they are in has the former ones."""
        snapshot = self.snapshot
        assert snapshot is not None  # noqa: S101 - the caller has looked
        assert snapshot.ff is not None  # noqa: S101
        ff = dataclasses.replace(snapshot.ff, votes=votes)
        snapshot = dataclasses.replace(snapshot, ff=ff, version=snapshot.version + 1)
        spec = self.spec
        if spec is not None:
            spec = spec.replace(ff=dataclasses.replace(spec.ff, votes=votes))
        unsaved = self.unsaved or self.path is not None
        return dataclasses.replace(self, snapshot=snapshot, spec=spec, unsaved=unsaved)

    def after_looking(self, snapshot: ModelSnapshot, network: Network) -> Shown:
        """The same net, handed its images in another way; a file of ours has the former one."""
        spec = self.spec.replace(network=network) if self.spec is not None else None
        unsaved = self.unsaved or self.path is not None
        return dataclasses.replace(self, snapshot=snapshot, spec=spec, unsaved=unsaved)

    def after_epoch(self, event: EpochDone) -> Shown:
        """With one algorithm's newest judgement."""
        self.judged[event.algorithm, event.epoch] = event
        if len(self.judged) > _MOST_JUDGED:
            del self.judged[next(iter(self.judged))]
        judged = {**self.last_epochs, event.algorithm: event}
        return dataclasses.replace(self, last_epochs=MappingProxyType(judged))

    def at(self, archive: Archive, place: Path) -> Shown:
        """The nets as they were at an earlier moment: other nets, in no file of their own.

        Args:
            archive: Their weights then, without curves.
            place: Where those are kept.
        """
        steps = {net: int(state["step"]) for net, state in archive.states.items()}
        epoch = round(archive.snapshot.epoch)
        curves = self.history.until(steps, epoch)
        last = {net: e for net in steps if (e := self.judged.get((net, epoch))) is not None}
        return Shown(
            archive.snapshot,
            archive.spec,
            curves,
            MappingProxyType(last),
            file=OpenedFile(dataclasses.replace(archive, history=curves), place),
            stranger=self.stranger,
            has_learnt_held_back=self.has_learnt_held_back,
            judged={key: event for key, event in self.judged.items() if key[1] <= epoch},
            is_past=True,
        )

    def standing(self) -> Shown:
        """What one can save and go on with: of a run that is watched, a copy of its own.

        The curves of that one end where its newest weights were taken.
        """
        if not self.is_watched or self.file is None:
            return self
        return self.at(self.file.archive, self.file.path)

    def after_saving(self, path: Path, saved: Shown | None, *, learns: bool = False) -> Shown:
        """As it is once nets have been written to a file.

        Args:
            saved: What was shown when that was asked for; None for a part of some nets.
            learns: True when the nets that are shown may have learnt since.
        """
        if saved is not None and saved.number == self.number:
            differs = learns or saved.spec != self.spec
            return dataclasses.replace(self, path=path, unsaved=differs)
        if self.path is not None and self.path.resolve() == path.resolve():
            # Other nets have taken the file, or a part of these.
            return dataclasses.replace(self, path=None, unsaved=True)
        return self


def name_data(spec: ExperimentSpec) -> str:
    """What an experiment's images are called."""
    known = DATASETS.get(spec.data.name)
    if known is None or known.needs_file:
        return Path(spec.data.path).name or tr("a file")
    return known.label


def _say_epoch(epoch: float) -> str:
    if epoch <= 0:
        return tr("untrained")
    if epoch < 0.1:
        return tr("epoch 0.1")
    return (
        tr("epoch {epoch}", epoch=f"{epoch:.0f}")
        if epoch == round(epoch)
        else tr("epoch {epoch}", epoch=write_number(epoch, ".1f"))
    )


@dataclass(frozen=True)
class Before:
    """What was shown before a run, and how far its curves had got."""

    shown: Shown
    curves: Bookmark

    @classmethod
    def of(cls, shown: Shown) -> Before:
        """As it is now."""
        return cls(shown, shown.history.bookmark())

    def bring_back(self) -> Shown:
        """What was shown, its curves as long as they were."""
        self.shown.history.go_back(self.curves)
        return self.shown
