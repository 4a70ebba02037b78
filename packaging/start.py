"""Installs ffstudio into .venv beside this folder and starts it, or runs its tests.

    python3 packaging/start.py [FILE…]         install what is missing, open the studio
    python3 packaging/start.py --test [ARGS…]  the same for the tests; ARGS go to pytest,
                                               which uses up to four cores (-n 0 for one)

Needs Python 3.11 to 3.13 and pip; uses the standard library only. On Debian and Ubuntu
it installs the system libraries that Qt needs where it may (as root, or with sudo that
asks nothing), and otherwise prints the line to type.
"""

from __future__ import annotations

import ctypes.util
import hashlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
# Nothing that lies in the folder from which this is started is imported: -m and -c look there first.
SAFE = ("-P",)
# Says that the environment is ours to replace when it is broken.
MARK = VENV / ".made-by-ffstudio"

# What Qt loads when a window opens → the Debian package that holds it.
LIBRARIES = {
    "EGL": "libegl1",
    "GL": "libgl1",
    "dbus-1": "libdbus-1-3",
    "fontconfig": "libfontconfig1",
    "glib-2.0": "libglib2.0-0",
    "xkbcommon": "libxkbcommon0",
    "xkbcommon-x11": "libxkbcommon-x11-0",
    "xcb-cursor": "libxcb-cursor0",
    "xcb-icccm": "libxcb-icccm4",
    "xcb-image": "libxcb-image0",
    "xcb-keysyms": "libxcb-keysyms1",
    "xcb-randr": "libxcb-randr0",
    "xcb-render-util": "libxcb-render-util0",
    "xcb-shape": "libxcb-shape0",
    "xcb-xkb": "libxcb-xkb1",
}
FONTS = "fonts-dejavu-core"
# A process a core, each with a TensorFlow of its own; a file's tests share trained nets.
PARALLEL = ["-n", "logical", "--maxprocesses", "4", "--dist", "loadfile"]
# A process that crashes ends the run: started anew it would wait for ever for its share.
PARALLEL += ["--max-worker-restart", "0"]
TEST_PROGRAMS = {"Xvfb": "xvfb", "xdotool": "xdotool"}


def main(arguments: Sequence[str]) -> int:
    if not (3, 11) <= sys.version_info[:2] <= (3, 13):
        print(
            f"ffstudio needs Python 3.11 to 3.13; this is {sys.version.split()[0]}.\n"
            "Start this file with another one, for example: python3.12 packaging/start.py",
            file=sys.stderr,
        )
        return 2
    testing = arguments[:1] == ["--test"]
    check_system(testing)
    try:
        python = make_environment()
        install(python, "[test]" if testing else "")
    except (subprocess.CalledProcessError, OSError) as error:
        print(f"\nffstudio could not be installed: {error}", file=sys.stderr)
        return 1
    if testing:
        os.chdir(ROOT)
        return hand_over([python, "-m", "pytest", *PARALLEL, *arguments[1:]])
    return hand_over([str(Path(python).with_name("ffstudio")), *arguments])


def hand_over(command: list[str]) -> int:
    """Becomes the command, so that Ctrl-C reaches it alone; Windows can only wait for it."""
    sys.stdout.flush()
    sys.stderr.flush()
    if os.name != "nt":
        os.execv(command[0], command)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return subprocess.call(command)


def check_system(testing: bool) -> None:
    """Installs or names the system packages that are missing (Linux only)."""
    if not sys.platform.startswith("linux"):
        return
    missing = [p for library, p in LIBRARIES.items() if ctypes.util.find_library(library) is None]
    if not any(Path("/usr/share/fonts").glob("**/*.ttf")):
        missing.append(FONTS)
    if testing:
        missing += [p for program, p in TEST_PROGRAMS.items() if shutil.which(program) is None]
    if not missing:
        return
    line = f"apt-get install -y {' '.join(missing)}"
    if shutil.which("apt-get") is None:
        print(f"These system packages seem to be missing: {' '.join(missing)}", file=sys.stderr)
        return
    prefix: list[str] | None = None
    if os.geteuid() == 0:
        prefix = []
    elif (
        shutil.which("sudo")
        and subprocess.call(["sudo", "-n", "true"], stderr=subprocess.DEVNULL) == 0
    ):
        prefix = ["sudo", "-n"]
    if prefix is None:
        print(
            f"System packages are missing. Type:\n\n    sudo {line}\n",
            file=sys.stderr,
        )
        return
    print(f"Installing system packages: {' '.join(missing)}", file=sys.stderr)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    quiet = {"stdout": subprocess.DEVNULL, "env": environment}
    subprocess.call([*prefix, "apt-get", "update", "-qq"], **quiet)
    if subprocess.call([*prefix, *line.split(), "-qq"], **quiet) != 0:
        print(f"That did not work. Type:\n\n    sudo {line}\n", file=sys.stderr)


def make_environment() -> str:
    """Makes .venv where it is missing or broken and returns its Python."""
    python = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    works = [
        str(python),
        *SAFE,
        "-c",
        "import pip, sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))",
    ]
    if python.exists() and subprocess.call(works, stderr=subprocess.DEVNULL) == 0:
        return str(python)
    if VENV.exists() and not MARK.exists():
        raise OSError(
            f"{VENV} holds another environment, without pip or with a Python that does not "
            "fit. Rename or remove it, then start again"
        )
    clear()
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    if subprocess.call([sys.executable, *SAFE, "-m", "venv", str(VENV)], **quiet) == 0:
        return str(python)
    # Debian keeps venv in a package of its own and forbids pip to install beside it;
    # virtualenv in a throw-away folder needs neither.
    clear()
    with tempfile.TemporaryDirectory() as folder:
        pip = [sys.executable, *SAFE, "-m", "pip", "install", "--disable-pip-version-check"]
        environment = {**os.environ, "PYTHONPATH": folder, "PIP_ROOT_USER_ACTION": "ignore"}
        steps = (
            [*pip, "-q", "--target", folder, "virtualenv"],
            [sys.executable, *SAFE, "-m", "virtualenv", "-q", str(VENV)],
        )
        made = all(subprocess.call(step, env=environment) == 0 for step in steps)
    if not made:
        clear()
        raise OSError(
            "this Python can make no virtual environment. Type:\n\n"
            "    sudo apt-get install -y python3-venv\n\nand start again"
        )
    return str(python)


def clear() -> None:
    """Leaves nothing in .venv but the mark."""
    shutil.rmtree(VENV, ignore_errors=True)
    VENV.mkdir()
    MARK.touch()


def install(python: str, extra: str) -> None:
    """Installs the checkout, unless exactly these sources are installed already."""
    state = [needs(), sources(), extra]
    stamp = VENV / ".ffstudio-installed"
    known = stamp.read_text(encoding="utf-8").split("\n") if stamp.exists() else ["", "", ""]
    # An environment for the tests serves the studio as well.
    same_needs = known[0] == state[0] and known[2] in (extra, "[test]")
    if same_needs and known[1] == state[1]:
        return
    pip = [python, *SAFE, "-m", "pip", "install", "--disable-pip-version-check"]
    if not sys.stderr.isatty():
        pip.append("-q")
    if same_needs:
        print("Installing the changed ffstudio…", file=sys.stderr)
        pip += ["--no-deps", str(ROOT)]
    else:
        print(
            "Installing ffstudio and what it needs: about 800 MB to download and 2.5 GB on "
            "disk, most of it TensorFlow. This takes minutes, once.",
            file=sys.stderr,
        )
        pip += ["-c", str(ROOT / "packaging" / "constraints.txt"), f"{ROOT}{extra}"]
    stamp.unlink(missing_ok=True)
    subprocess.check_call(pip)
    if same_needs:
        state[2] = known[2]
    stamp.write_text("\n".join(state), encoding="utf-8")


def needs() -> str:
    """Names the set of dependencies."""
    digest = hashlib.sha256()
    for name in ("pyproject.toml", "packaging/constraints.txt"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()[:16]


def sources() -> str:
    """Names the state of everything that is installed from the checkout."""
    digest = hashlib.sha256()
    for folder in ("ffstudio", "resources"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(str(path.relative_to(ROOT)).encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
