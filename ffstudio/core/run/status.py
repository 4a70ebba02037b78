"""The states of a training run and of what it needs, and the steps between them."""

from __future__ import annotations

from enum import Enum, StrEnum


class RunStatus(Enum):
    """Where a run stands; the GUI enables its buttons from this alone."""

    IDLE = "idle"
    STARTING = "starting"
    RUNNING = "running"
    PAUSED = "paused"
    STOPPING = "stopping"

    @property
    def is_active(self) -> bool:
        """True from the press of Train until the run has ended."""
        return self is not RunStatus.IDLE


class RunPhase(Enum):
    """What a run is at, in words for a reader."""

    BUILDING = "building the nets"
    COMPILING = "compiling"
    TRAINING = "training"
    JUDGING = "judging"


class RunEnd(Enum):
    """Why a run ended."""

    COMPLETED = "completed"
    STOPPED = "stopped"
    CANCELLED = "cancelled"
    EARLY = "stopped early"
    FAILED = "failed"


class EngineState(StrEnum):
    """Whether the engine can be used; importing TensorFlow takes seconds."""

    LOADING = "loading"
    READY = "ready"
    FAILED = "failed"


class DataState(StrEnum):
    """Whether there are images to learn from."""

    LOADING = "loading"
    READY = "ready"
    MISSING = "missing"


class WatchState(Enum):
    """What the folder of a run is like that somebody else writes and this window watches."""

    WAITING = "nothing of a run is there yet"
    LIVE = "it is being written"
    QUIET = "nothing has come for a while"
    ENDED = "the run has ended"
    BROKEN_OFF = "what trained it has ended, the run has not"
    GONE = "it can no longer be found"
