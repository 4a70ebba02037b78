"""Builds ffstudio for the system it runs on: a folder with everything inside, and a package of it.

    pip install ".[freeze]"
    python packaging/build.py                    build and pack
    python packaging/build.py --smoke-test       and try what was built
    python packaging/build.py --install PREFIX   (Linux) put a built folder under PREFIX, with
                                                 menu entry, icons and file types; ~/.local is usual

Linux: dist/ffstudio and a .tar.gz of it. Windows: dist/ffstudio and, where NSIS is installed, an
installer. macOS: dist/ffstudio.app and a disk image. PyInstaller builds for the system it runs
on, for no other.
"""

from __future__ import annotations

import argparse
import platform
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import icon_files
from file_types import APP_ID

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
ICONS = ROOT / "build" / "icons"
PICTURES = ROOT / "resources" / "icons"
PACKAGING = ROOT / "packaging"


def find_version() -> str:
    text = (ROOT / "ffstudio" / "__init__.py").read_text(encoding="utf-8")
    match = re.search(r'__version__ = "([^"]+)"', text)
    if match is None:
        raise SystemExit("ffstudio/__init__.py does not say its version.")
    return match[1]


def find_program(system: str) -> Path:
    """What a build has made."""
    name = {"Windows": "ffstudio/ffstudio.exe", "Darwin": "ffstudio.app/Contents/MacOS/ffstudio"}
    return DIST / name.get(system, "ffstudio/ffstudio")


def plan_packing(system: str, version: str, machine: str) -> list[str] | None:
    """The command that makes one file of a build; None where the tool for it is missing."""
    if system == "Windows":
        script = str(PACKAGING / "windows" / "ffstudio.nsi")
        return ["makensis", f"/DVERSION={version}", script] if shutil.which("makensis") else None
    if system == "Darwin":
        image = str(DIST / f"ffstudio-{version}-macos-{machine}.dmg")
        folder = str(DIST / "ffstudio.app")
        return ["hdiutil", "create", "-volname", "ffstudio", "-srcfolder", folder, "-ov", image]
    archive = str(DIST / f"ffstudio-{version}-linux-{machine}.tar.gz")
    return ["tar", "-czf", archive, "-C", str(DIST), "ffstudio"]


def make_icons() -> None:
    pictures = icon_files.find_pictures(PICTURES)
    ICONS.mkdir(parents=True, exist_ok=True)
    icon_files.write_ico(ICONS / "ffstudio.ico", pictures)
    icon_files.write_icns(ICONS / "ffstudio.icns", pictures)


def plan_install(prefix: Path, program: Path) -> dict[Path, Path]:
    """Where files of the Linux desktop come from, by where they belong."""
    share = prefix / "share"
    placed = {
        share / "applications" / f"{APP_ID}.desktop": PACKAGING / f"{APP_ID}.desktop",
        share / "metainfo" / f"{APP_ID}.metainfo.xml": PACKAGING / f"{APP_ID}.metainfo.xml",
        share / "mime" / "packages" / f"{APP_ID}.xml": PACKAGING / f"{APP_ID}.mime.xml",
    }
    icons = share / "icons" / "hicolor"
    for size in icon_files.ICO_SIZES:
        picture = PICTURES / f"ffstudio-{size}.png"
        if picture.is_file():
            placed[icons / f"{size}x{size}" / "apps" / f"{APP_ID}.png"] = picture
    placed[icons / "scalable" / "apps" / f"{APP_ID}.svg"] = PICTURES / "ffstudio.svg"
    return placed


def install(prefix: Path, program: Path) -> None:
    """Puts a built folder, menu entry, icons and file types under a prefix."""
    if not program.is_file():
        raise SystemExit(f"{program} is not there. Build it first: python packaging/build.py")
    home = prefix / "lib" / "ffstudio"
    if home.exists():
        shutil.rmtree(home)
    shutil.copytree(program.parent, home, symlinks=True)
    link = prefix / "bin" / "ffstudio"
    link.parent.mkdir(parents=True, exist_ok=True)
    link.unlink(missing_ok=True)
    link.symlink_to(home / program.name)
    for place, source in plan_install(prefix, program).items():
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, place)
    # The menu finds the program although its folder may not be on the PATH.
    desktop = prefix / "share" / "applications" / f"{APP_ID}.desktop"
    text = desktop.read_text(encoding="utf-8")
    desktop.write_text(text.replace("Exec=ffstudio ", f'Exec="{link}" '), encoding="utf-8")
    for tool, folder in (
        ("update-mime-database", prefix / "share" / "mime"),
        ("update-desktop-database", prefix / "share" / "applications"),
    ):
        if shutil.which(tool):
            subprocess.run([tool, str(folder)], check=True)
    print(f"Installed: {link}")


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--smoke-test", action="store_true", help="try what was built")
    parser.add_argument("--no-pack", action="store_true", help="leave it at the folder")
    parser.add_argument("--install", metavar="PREFIX", type=Path, help="Linux: install a build")
    options = parser.parse_args(arguments)
    system, version = platform.system(), find_version()
    if options.install is not None:
        if system != "Linux":
            parser.error("--install is for Linux; elsewhere the package installs itself")
        install(options.install.expanduser().resolve(), find_program(system))
        return 0
    make_icons()
    spec = str(PACKAGING / "ffstudio.spec")
    subprocess.run([sys.executable, "-m", "PyInstaller", "--noconfirm", spec], cwd=ROOT, check=True)
    program = find_program(system)
    print(f"Built {program}")
    if options.smoke_test:
        subprocess.run([sys.executable, str(PACKAGING / "smoke_test.py"), str(program)], check=True)
    if not options.no_pack:
        packing = plan_packing(system, version, platform.machine())
        if packing is None:
            print("NSIS (makensis) is not installed, so that there is no installer, only a folder.")
        else:
            subprocess.run(packing, check=True)
            print(f"Packed by: {' '.join(packing)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
