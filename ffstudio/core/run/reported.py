"""A run as it is reported and drawn: its settings, curves and nets at one moment."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.numbers import number_text
from ffstudio.core.run.events import EpochDone
from ffstudio.core.run.history import History
from ffstudio.core.words import tr


@dataclass(frozen=True)
class ReportedRun:
    """One run at one moment.

    Attributes:
        name: For a reader; ``id`` tells it from others, its folder's name as a rule.
        settings: By path, as ``--set`` names them: ``layers.0.units``.
        facts: What else there is to say of it, by name: when it began, versions.
        accuracy: On the test set at the end, per net; None where that was not measured.
        snapshot: Its nets; None where none are kept.
        epoch: Of the snapshot.
        last_epochs: The judgements that belong to the snapshot, where they are known.
        folder: Where the run is kept, with its weights at earlier epochs; None elsewhere.
    """

    id: str
    name: str
    spec: ExperimentSpec
    settings: Mapping[str, Any]
    history: History
    facts: Mapping[str, str] = field(default_factory=dict)
    accuracy: Mapping[str, float | None] = field(default_factory=dict)
    note: str = ""
    tags: tuple[str, ...] = ()
    snapshot: ModelSnapshot | None = None
    epoch: float = 0.0
    last_epochs: Mapping[str, EpochDone] = field(default_factory=dict)
    folder: Path | None = None

    @property
    def caption(self) -> str:
        """Whose a picture is, in a few words."""
        return caption_of(self.name, self.epoch, self.spec.seed)


def caption_of(name: str, epoch: float, seed: int) -> str:
    """``side-by-side · epoch 3 · seed 1``."""
    return tr(
        "{name} · epoch {epoch} · seed {seed}",
        name=name,
        epoch=number_text(epoch, digits=4),
        seed=seed,
    )
