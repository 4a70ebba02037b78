"""Writes the icon in the formats of Windows and macOS; both hold PNG pictures as they are."""

from __future__ import annotations

import struct
from pathlib import Path

ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
# Kinds of pictures in an .icns, by their size in pixels.
ICNS_KINDS = {32: (b"ic11",), 64: (b"ic12",), 128: (b"ic07",), 256: (b"ic08", b"ic13")}


def find_pictures(folder: Path) -> dict[int, bytes]:
    """The icon's PNG files by their size."""
    return {
        size: path.read_bytes()
        for size in ICO_SIZES
        if (path := folder / f"ffstudio-{size}.png").is_file()
    }


def write_ico(path: Path, pictures: dict[int, bytes]) -> None:
    """An icon for Windows."""
    at = 6 + 16 * len(pictures)
    entries, content = [], []
    for size, picture in sorted(pictures.items()):
        side = size % 256  # 0 stands for 256
        entries.append(struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(picture), at))
        content.append(picture)
        at += len(picture)
    head = struct.pack("<HHH", 0, 1, len(pictures))
    path.write_bytes(head + b"".join(entries) + b"".join(content))


def write_icns(path: Path, pictures: dict[int, bytes]) -> None:
    """An icon for macOS."""
    parts = [
        kind + struct.pack(">I", 8 + len(pictures[size])) + pictures[size]
        for size, kinds in ICNS_KINDS.items()
        if size in pictures
        for kind in kinds
    ]
    body = b"".join(parts)
    path.write_bytes(b"icns" + struct.pack(">I", 8 + len(body)) + body)
