"""What packages of the three systems are made of: icons, file types, recipes that agree."""

from __future__ import annotations

import configparser
import importlib
import plistlib
import re
import shutil
import struct
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from ffstudio import __version__
from ffstudio.app import APP_ID
from ffstudio.core.lessons.reading import LESSON_SUFFIX

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


@pytest.fixture
def packaging_module(monkeypatch):
    """Imports a module of packaging/, which is no package."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    names = ("build", "file_types", "icon_files")
    yield importlib.import_module
    for name in names:
        sys.modules.pop(name, None)


def run_tool(name, *arguments):
    if shutil.which(name) is None:
        pytest.skip(f"{name} is not installed")
    return subprocess.run([name, *arguments], capture_output=True, text=True, check=False)


# --- icons ---------------------------------------------------------------------------------


def test_icons_for_windows_and_macos_hold_every_size(packaging_module, tmp_path):
    icons = packaging_module("icon_files")
    pictures = icons.find_pictures(ROOT / "resources" / "icons")
    assert set(pictures) == set(icons.ICO_SIZES)
    ico, icns = tmp_path / "a.ico", tmp_path / "a.icns"
    icons.write_ico(ico, pictures)
    icons.write_icns(icns, pictures)
    raw = ico.read_bytes()
    assert struct.unpack("<HHH", raw[:6]) == (0, 1, len(pictures))
    for i, size in enumerate(sorted(pictures)):
        entry = struct.unpack("<BBBBHHII", raw[6 + 16 * i : 22 + 16 * i])
        assert (entry[0] or 256, raw[entry[7] : entry[7] + entry[6]]) == (size, pictures[size])
    raw, at, kinds = icns.read_bytes(), 8, {}
    assert raw[:8] == b"icns" + struct.pack(">I", len(raw))
    while at < len(raw):
        length = struct.unpack(">I", raw[at + 4 : at + 8])[0]
        kinds[raw[at : at + 4]] = raw[at + 8 : at + length]
        at += length
    assert kinds[b"ic07"] == pictures[128]
    assert kinds[b"ic08"] == kinds[b"ic13"] == pictures[256]


def test_qt_reads_the_icon_for_windows(qapp, packaging_module, tmp_path):
    from PySide6.QtGui import QIcon

    icons = packaging_module("icon_files")
    path = tmp_path / "a.ico"
    icons.write_ico(path, icons.find_pictures(ROOT / "resources" / "icons"))
    sizes = {size.width() for size in QIcon(str(path)).availableSizes()}
    assert sizes == set(icons.ICO_SIZES)


# --- file types ----------------------------------------------------------------------------


def test_all_systems_know_the_same_files(packaging_module):
    types = packaging_module("file_types")
    assert types.APP_ID == APP_ID
    assert {f".{kind.ending}" for kind in types.FILE_TYPES} == {
        ".ffstudio.json",
        LESSON_SUFFIX,
        ".keras",
        ".h5",
    }
    declared = {kind.mime: f"*.{kind.ending}" for kind in types.FILE_TYPES}
    root = ElementTree.parse(PACKAGING / f"{APP_ID}.mime.xml").getroot()
    globs = {
        entry.get("type"): entry.find(f"{MIME}glob").get("pattern")
        for entry in root.iter(f"{MIME}mime-type")
    }
    assert globs == declared
    desktop = configparser.ConfigParser(interpolation=None)
    desktop.optionxform = str
    desktop.read(PACKAGING / f"{APP_ID}.desktop", encoding="utf-8")
    offered = [m for m in desktop["Desktop Entry"]["MimeType"].split(";") if m]
    assert set(offered) == {*declared, "application/x-hdf5"}
    info = ElementTree.parse(PACKAGING / f"{APP_ID}.metainfo.xml").getroot()
    assert {m.text for m in info.findall("provides/mediatype")} == set(declared)
    script = (PACKAGING / "windows" / "ffstudio.nsi").read_text(encoding="utf-8")
    for macro in ("Offer", "TakeBack"):
        endings = set(re.findall(rf'!insertmacro {macro} "(\.\w+)"', script))
        assert endings == {f".{kind.ending.rpartition('.')[2]}" for kind in types.FILE_TYPES}


def test_macos_is_told_of_every_file_type(packaging_module):
    types = packaging_module("file_types")
    plist = types.info_plist(__version__)
    assert plistlib.loads(plistlib.dumps(plist)) == plist
    declared = plist["UTExportedTypeDeclarations"] + plist["UTImportedTypeDeclarations"]
    known = {entry["UTTypeIdentifier"] for entry in declared} | {"public.json"}
    named = {uti for kind in plist["CFBundleDocumentTypes"] for uti in kind["LSItemContentTypes"]}
    assert named == known
    assert len(declared) == len(types.FILE_TYPES) == len({k.uti for k in types.FILE_TYPES})
    # What other programs have as well is offered, not taken.
    ranks = {k["CFBundleTypeName"]: k["LSHandlerRank"] for k in plist["CFBundleDocumentTypes"]}
    assert ranks["HDF5 model"] == ranks["Keras model"] == ranks["JSON"] == "Alternate"
    assert ranks["ffstudio lesson"] == "Owner"


def test_the_desktop_finds_the_type_of_each_file(tmp_path):
    packages = tmp_path / "share" / "mime" / "packages"
    packages.mkdir(parents=True)
    shutil.copy(PACKAGING / f"{APP_ID}.mime.xml", packages / f"{APP_ID}.xml")
    done = run_tool("update-mime-database", str(packages.parent))
    assert done.returncode == 0, done.stderr
    globs = (packages.parent / "globs2").read_text(encoding="utf-8")
    assert "80:application/vnd.ffstudio.lesson+json:*.ffstudio-lesson.json" in globs


def test_the_desktop_file_is_valid():
    done = run_tool("desktop-file-validate", str(PACKAGING / f"{APP_ID}.desktop"))
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_metainfo_is_valid():
    path = PACKAGING / f"{APP_ID}.metainfo.xml"
    done = run_tool("appstreamcli", "validate", "--no-net", "--no-color", str(path))
    assert done.returncode == 0, done.stdout + done.stderr
    assert "E:" not in done.stdout
    assert "W:" not in done.stdout


# --- building ------------------------------------------------------------------------------


def test_each_system_is_packed_by_its_own_tool(packaging_module, monkeypatch):
    build = packaging_module("build")
    assert build.find_version() == __version__
    linux = build.plan_packing("Linux", "1.2", "x86_64")
    assert (linux[0], Path(linux[2]).name) == ("tar", "ffstudio-1.2-linux-x86_64.tar.gz")
    mac = build.plan_packing("Darwin", "1.2", "arm64")
    assert (mac[0], Path(mac[-1]).name) == ("hdiutil", "ffstudio-1.2-macos-arm64.dmg")
    monkeypatch.setattr(build.shutil, "which", lambda name: f"/bin/{name}")
    windows = build.plan_packing("Windows", "1.2", "AMD64")
    assert windows[:2] == ["makensis", "/DVERSION=1.2"]
    assert Path(windows[2]).is_file()
    monkeypatch.setattr(build.shutil, "which", lambda name: None)
    assert build.plan_packing("Windows", "1.2", "AMD64") is None


def test_the_installer_for_windows_compiles(tmp_path):
    if shutil.which("makensis") is None:
        pytest.skip("makensis is not installed")
    for part in ("packaging/windows/ffstudio.nsi", "LICENSE"):
        (tmp_path / part).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / part, tmp_path / part)
    (tmp_path / "dist" / "ffstudio").mkdir(parents=True)
    (tmp_path / "dist" / "ffstudio" / "ffstudio.exe").write_bytes(b"MZ")
    (tmp_path / "build" / "icons").mkdir(parents=True)
    sys.path.insert(0, str(PACKAGING))
    try:
        icons = importlib.import_module("icon_files")
    finally:
        sys.path.pop(0)
    icons.write_ico(
        tmp_path / "build" / "icons" / "ffstudio.ico",
        icons.find_pictures(ROOT / "resources" / "icons"),
    )
    script = str(tmp_path / "packaging" / "windows" / "ffstudio.nsi")
    done = subprocess.run(
        ["makensis", "-DVERSION=1.2", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-2000:]
    assert (tmp_path / "dist" / "ffstudio-1.2-windows.exe").is_file()


@pytest.mark.skipif(sys.platform != "linux", reason="for the Linux desktop")
def test_a_build_is_installed_with_menu_entry_icons_and_types(packaging_module, tmp_path):
    build = packaging_module("build")
    program = tmp_path / "dist" / "ffstudio" / "ffstudio"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\necho ffstudio\n")
    program.chmod(0o755)
    prefix = tmp_path / "prefix with space"
    for _ in range(2):  # also over an earlier one
        build.install(prefix, program)
    done = subprocess.run([prefix / "bin" / "ffstudio"], capture_output=True, text=True, check=True)
    assert done.stdout == "ffstudio\n"
    share = prefix / "share"
    desktop = (share / "applications" / f"{APP_ID}.desktop").read_text(encoding="utf-8")
    assert f'Exec="{prefix / "bin" / "ffstudio"}" %f' in desktop
    assert (share / "mime" / "packages" / f"{APP_ID}.xml").is_file()
    assert (share / "metainfo" / f"{APP_ID}.metainfo.xml").is_file()
    icons = share / "icons" / "hicolor"
    assert len(list(icons.rglob(f"{APP_ID}.png"))) == 7
    assert (icons / "scalable" / "apps" / f"{APP_ID}.svg").is_file()
    with pytest.raises(SystemExit, match="Build it first"):
        build.install(prefix, tmp_path / "missing" / "ffstudio")


def test_the_recipe_takes_along_all_that_the_program_opens():
    recipe = (PACKAGING / "ffstudio.spec").read_text(encoding="utf-8")
    opened = set(re.findall(r'"(\w+)"', re.search(r"OPENED = \((.*?)\)", recipe)[1]))
    folders = {path.name for path in (ROOT / "resources").iterdir() if path.is_dir()}
    assert opened == folders - {"screenshots"}


def test_the_smoke_test_finds_a_program_by_a_relative_path(tmp_path, monkeypatch):
    spec = importlib.util.spec_from_file_location("smoke_test", PACKAGING / "smoke_test.py")
    smoke = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(smoke)
    program = tmp_path / "dist" / "program"
    program.parent.mkdir()
    program.write_text("#!/bin/sh\necho ffstudio 1.2\n")
    program.chmod(0o755)
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.chdir(tmp_path)
    assert smoke.version(smoke.Program(["dist/program"], home)) == "ffstudio 1.2"


def test_shared_files_of_the_wheel_exist():
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    shared = project["tool"]["hatch"]["build"]["targets"]["wheel"]["shared-data"]
    assert all((ROOT / source).is_file() for source in shared)
    assert f"share/applications/{APP_ID}.desktop" in shared.values()
