"""The one door to the files the program opens: icons, presets, data, trained models.

The build maps ``resources/`` into the installed package; a checkout has it beside the
package. Nothing else in the program knows where they lie.
"""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path, PurePosixPath, PureWindowsPath

from ffstudio.core.errors import FfstudioError


class AssetError(FfstudioError):
    """A file that comes with the program is missing, or a name points outside of it."""


@cache
def _root() -> Path:
    package = Path(__file__).resolve().parents[1]
    frozen = getattr(sys, "_MEIPASS", None)  # PyInstaller's folder
    candidates = [package / "resources", package.parent / "resources"]
    if frozen:
        candidates.insert(0, Path(frozen) / "ffstudio" / "resources")
    for folder in candidates:
        if folder.is_dir():
            return folder
    raise AssetError(
        f"The files that come with ffstudio are missing (looked in {candidates[0]}).",
        "Install ffstudio again.",
    )


def resource(*parts: str) -> Path:
    """The path of a file or folder that comes with the program.

    Args:
        parts: Names below ``resources/``, for example ``"icons", "play.svg"``.

    Raises:
        AssetError: It does not exist, or a part is absolute or leads outside.
    """
    if not parts:
        return _root()
    for part in parts:
        posix, windows = PurePosixPath(part), PureWindowsPath(part)
        outside = posix.is_absolute() or windows.anchor or ".." in windows.parts
        if not part or outside:
            raise AssetError(f"{part!r} is not the name of a file that comes with ffstudio.")
    path = _root().joinpath(*parts)
    if not path.exists():
        raise AssetError(
            f"The file {'/'.join(parts)} that comes with ffstudio is missing.",
            "Install ffstudio again.",
        )
    return path
