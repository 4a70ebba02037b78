"""Errors a user can be shown: each says what is wrong and what to do."""

from __future__ import annotations


class FfstudioError(Exception):
    """An error whose text may be shown to a user as it is.

    Args:
        message: What is wrong, in one or two sentences.
        advice: What the user can do about it, one sentence.
    """

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message} {self.advice}".strip()


class SpecError(FfstudioError):
    """An experiment's settings cannot be used."""


class LessonError(FfstudioError):
    """A lesson file cannot be read, written or used."""


class DatasetError(FfstudioError):
    """A data set cannot be found, read or used."""


class DownloadCancelled(DatasetError):  # noqa: N818 - an end, not a fault
    """The user cancelled a download."""


class ModelFileError(FfstudioError):
    """A model file cannot be read or written."""


class TrainingError(FfstudioError):
    """Training cannot start or cannot go on."""
