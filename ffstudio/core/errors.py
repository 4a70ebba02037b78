"""Errors a user can be shown: each says what is wrong and what to do."""

from __future__ import annotations

import errno
import re


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


# What the system's numbers mean, for a reader; to be put into brackets.
_WORDS = {
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
# By the name of the class: importing what defines them takes time that most never need.
_NETWORK_WORDS = {
    "gaierror": "the server was not found; is there a connection to the internet?",
    "herror": "the server was not found; is there a connection to the internet?",
    "TimeoutError": "the server does not answer",
    "SSLCertVerificationError": "the server's certificate is not trusted; is the clock right?",
    "SSLError": "no safe connection to the server",
    "RemoteDisconnected": "the server broke the connection off",
    "IncompleteRead": "the connection was broken off",
}


def error_words(error: BaseException) -> str:
    """What went wrong, for a reader: no numbers of the system, no names of classes.

    Small letters and no full stop, to be put into brackets or after a colon.
    """
    if isinstance(error, FfstudioError):
        return str(error)  # these are sentences already
    reason = getattr(error, "reason", None)
    if isinstance(reason, BaseException):  # urllib wraps what has happened
        return error_words(reason)
    kind = type(error).__name__
    if kind == "HTTPError":
        return f"the server answers {getattr(error, 'code', '')} {reason or ''}".rstrip()
    if kind in _NETWORK_WORDS:
        return _NETWORK_WORDS[kind]
    if isinstance(error, OSError) and error.errno in _WORDS:
        return _WORDS[error.errno]
    text = (error.strerror or "") if isinstance(error, OSError) else ""
    text = text or re.sub(r"^\[(Errno|WinError) -?\d+\] ", "", str(error))
    text = re.sub(r"^<urlopen error (.*)>$", r"\1", text).strip().rstrip(".")
    return text or kind
