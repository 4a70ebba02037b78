"""Errors a user can be shown: each says what is wrong and what to do."""

from __future__ import annotations

import errno
import os
import re

from ffstudio.core.words import say_all, tr


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
    """A data set cannot be found, read or used.

    Attributes:
        choices: Paths of the data sets of which one can be chosen instead; often none.
    """

    choices: tuple[str, ...] = ()


class DatasetMissing(DatasetError):  # noqa: N818 - a state, not a fault
    """A data set is not on this computer."""


class DownloadCancelled(DatasetError):  # noqa: N818 - an end, not a fault
    """The user cancelled a download."""


class ModelFileError(FfstudioError):
    """A model file cannot be read or written."""


class TrainingError(FfstudioError):
    """Training cannot start or cannot go on."""


class RunFolderError(FfstudioError):
    """The folder of a run cannot be read or written."""


class SweepError(FfstudioError):
    """A sweep cannot be begun, joined or read."""


class WriteProtectedError(PermissionError):
    """A file that somebody has protected would be replaced."""

    def __init__(self, path: object) -> None:
        super().__init__(errno.EACCES, os.strerror(errno.EACCES), str(path))


# What the system's numbers mean, for a reader; to be put into brackets.
_WORDS = say_all(
    {
        errno.ENOENT: "there is no such file or folder",
        errno.EACCES: "you may not: permission is missing",
        errno.EPERM: "you may not: permission is missing",
        errno.EROFS: "the disk is write-protected",
        errno.ENOSPC: "the disk is full",
        errno.EDQUOT: "your share of the disk is used up",
        errno.EFBIG: "it would be too large for this disk",
        errno.EISDIR: "it is a folder",
        errno.ENOTDIR: "a part of the path is a file, not a folder",
        errno.EEXIST: "there is something of that name",
        errno.ENOTEMPTY: "the folder is not empty",
        errno.ENAMETOOLONG: "the name is too long",
        errno.ELOOP: "its links lead round in a circle",
        errno.EBUSY: "another program is using it",
        errno.ETXTBSY: "another program is using it",
        errno.EMFILE: "too many files are open",
        errno.ENFILE: "too many files are open",
        errno.ENOMEM: "there is not enough memory",
        errno.EAGAIN: "the system is too busy",
        errno.EIO: "the disk reports a fault",
        errno.EINVAL: "the system does not allow this name or place",
        errno.EXDEV: "it would have to move to another disk",
        errno.ECONNREFUSED: "the server refuses the connection",
        errno.ECONNRESET: "the connection was broken off",
        errno.ECONNABORTED: "the connection was broken off",
        errno.EPIPE: "the connection was broken off",
        errno.ETIMEDOUT: "the server does not answer",
        errno.ENETUNREACH: "there is no connection to the internet",
        errno.ENETDOWN: "there is no connection to the internet",
        errno.EHOSTUNREACH: "the server cannot be reached",
        errno.EHOSTDOWN: "the server cannot be reached",
    }
)
# By the name of the class: importing what defines them takes time that most never need.
_NETWORK_WORDS = say_all(
    {
        "gaierror": "the server was not found; is there a connection to the internet?",
        "herror": "the server was not found; is there a connection to the internet?",
        "TimeoutError": "the server does not answer",
        "SSLCertVerificationError": "the server's certificate is not trusted; is the clock right?",
        "SSLError": "no safe connection to the server",
        "RemoteDisconnected": "the server broke the connection off",
        "IncompleteRead": "the connection was broken off",
    }
)


def error_words(error: BaseException) -> str:
    """What went wrong, for a reader: no numbers of the system, no names of classes.

    Small letters and no full stop, to be put into brackets or after a colon.
    """
    if isinstance(error, FfstudioError):
        return str(error)  # these are sentences already
    if isinstance(error, WriteProtectedError):
        return tr("it is there already and write-protected")
    reason = getattr(error, "reason", None)
    if isinstance(reason, BaseException):  # urllib wraps what has happened
        return error_words(reason)
    kind = type(error).__name__
    if kind == "HTTPError":
        return tr(
            "the server answers {getattr} {reason}",
            getattr=getattr(error, "code", ""),
            reason=reason or "",
        ).rstrip()
    if kind in _NETWORK_WORDS:
        return _NETWORK_WORDS[kind]
    if isinstance(error, OSError) and error.errno in _WORDS:
        return _WORDS[error.errno]
    text = (error.strerror or "") if isinstance(error, OSError) else ""
    text = text or re.sub(r"^\[(Errno|WinError) -?\d+\] ", "", str(error))
    text = re.sub(r"^<urlopen error (.*)>$", r"\1", text).strip().rstrip(".")
    return text or kind


# What a system's number means for somebody who wanted to read a file: the end of a sentence
# that begins with the file's name, and what can be done.
_COPY = "Copy it to this computer's disk and open the copy."
_READING = say_all(
    {
        errno.ENOENT: ("is not there: moved, renamed or deleted.", "Choose another file."),
        errno.ENOTDIR: ("is not there: a part of its path is a file.", "Choose another file."),
        errno.EACCES: (
            "may not be read: you lack the permission.",
            "Have its permissions changed, or copy it to a place of your own.",
        ),
        errno.EBUSY: ("is in use by another program.", "Close it there and open it again."),
        errno.EAGAIN: ("is locked by another program.", "Close it there and open it again."),
        errno.EISDIR: ("is a folder.", "Choose a file."),
        errno.EIO: ("cannot be read: the disk reports a fault.", _COPY),
        errno.ENOMEM: ("cannot be read: there is not enough memory.", "Close other programs."),
        errno.EMFILE: ("cannot be read: too many files are open.", "Close other programs."),
        errno.ENAMETOOLONG: ("cannot be read: its name is too long.", "Give it a shorter one."),
        errno.ELOOP: ("cannot be read: its links lead round in a circle.", "Choose another file."),
        errno.ETIMEDOUT: ("cannot be read: the place where it lies does not answer.", _COPY),
    }
)
_SAME = {
    errno.EPERM: errno.EACCES,
    errno.ETXTBSY: errno.EBUSY,
    errno.EDEADLK: errno.EAGAIN,
    errno.EWOULDBLOCK: errno.EAGAIN,
    errno.ENOLCK: errno.EAGAIN,
    errno.ENFILE: errno.EMFILE,
    errno.EHOSTDOWN: errno.ETIMEDOUT,
    errno.EHOSTUNREACH: errno.ETIMEDOUT,
    errno.ENETDOWN: errno.ETIMEDOUT,
    errno.ENETUNREACH: errno.ETIMEDOUT,
    errno.ENOTCONN: errno.ETIMEDOUT,
    getattr(errno, "ESTALE", errno.ETIMEDOUT): errno.ETIMEDOUT,
}
# Windows' own numbers: a file that another program has opened for itself, or a part of it.
_SHARING, _LOCKED = 32, 33


def is_of_the_system(error: BaseException) -> bool:
    """True when the system could not give out a file; False when its bytes are the fault.

    HDF5 and zip libraries raise :class:`OSError` for bytes, too, without the system's number.
    """
    if not isinstance(error, OSError):
        return False
    return error.errno is not None or getattr(error, "winerror", None) is not None


def explain_reading(name: object, error: OSError) -> tuple[str, str]:
    """Why a file cannot be read and what to do about it, a sentence each.

    Args:
        name: The file, as it is to be called.
    """
    number = _SAME.get(error.errno or 0, error.errno)
    if getattr(error, "winerror", None) in (_SHARING, _LOCKED):
        number = errno.EAGAIN
    if number == errno.EACCES and os.name == "nt":  # Windows says the same of both
        return (
            tr(
                "{name} may not be read: another program has it open, or you lack the permission.",
                name=name,
            ),
            tr("Close it there, or copy it to a place of your own."),
        )
    if number in _READING:
        what, advice = _READING[number]
        return f"{name} {what}", advice
    return tr(
        "{name} cannot be read ({error_words}).", name=name, error_words=error_words(error)
    ), tr("Choose another file.")
