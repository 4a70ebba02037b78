"""The files ffstudio opens, declared once for the packages of all systems.

The Linux desktop has a file of its own (io.github.ffstudio.ffstudio.mime.xml) that says the
same; a test holds them together.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

APP_ID = "io.github.ffstudio.ffstudio"


@dataclass(frozen=True)
class FileType:
    """One kind of file.

    Attributes:
        name: What a file manager calls it.
        ending: Without the leading dot.
        mime: Its media type.
        is_ours: False for one that other programs have as well: ffstudio is only offered.
        parent: What it is to macOS besides.
    """

    name: str
    ending: str
    mime: str
    is_ours: bool
    parent: str = "public.data"

    @property
    def uti(self) -> str:
        """What macOS calls it."""
        return f"{APP_ID}.{self.ending.replace('.json', '').replace('ffstudio-', '')}"


FILE_TYPES = (
    FileType(
        "ffstudio experiment",
        "ffstudio.json",
        "application/vnd.ffstudio.experiment+json",
        True,
        "public.json",
    ),
    FileType(
        "ffstudio lesson",
        "ffstudio-lesson.json",
        "application/vnd.ffstudio.lesson+json",
        True,
        "public.json",
    ),
    FileType("Keras model", "keras", "application/x-keras-model", False, "public.zip-archive"),
    FileType("HDF5 model", "h5", "application/x-hdf", False),
)


def info_plist(version: str) -> dict[str, Any]:
    """What macOS must know of the program: its files, and that it is sharp on a Retina screen.

    macOS goes by the last part of a file's name: what ends in ``.ffstudio.json`` is JSON to it,
    for which ffstudio is offered.
    """
    return {
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "NSHighResolutionCapable": True,
        "LSApplicationCategoryType": "public.app-category.education",
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": kind.name,
                "CFBundleTypeRole": "Editor",
                "LSHandlerRank": "Owner" if kind.is_ours else "Alternate",
                "LSItemContentTypes": [kind.uti],
            }
            for kind in FILE_TYPES
        ]
        + [
            {
                "CFBundleTypeName": "JSON",
                "CFBundleTypeRole": "Viewer",
                "LSHandlerRank": "Alternate",
                "LSItemContentTypes": ["public.json"],
            }
        ],
        "UTExportedTypeDeclarations": [_declare(kind) for kind in FILE_TYPES if kind.is_ours],
        "UTImportedTypeDeclarations": [_declare(kind) for kind in FILE_TYPES if not kind.is_ours],
    }


def _declare(kind: FileType) -> dict[str, Any]:
    return {
        "UTTypeIdentifier": kind.uti,
        "UTTypeDescription": kind.name,
        "UTTypeConformsTo": [kind.parent],
        "UTTypeTagSpecification": {
            "public.filename-extension": [kind.ending],
            "public.mime-type": [kind.mime],
        },
    }
