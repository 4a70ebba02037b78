"""Animations: pictures of one size, one after the other, written as they come.

A new format is an entry in :data:`ANIMATION_FORMATS`: dialog and command line take it from there.
No format holds more than two pictures at a time, however many there are.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ffstudio.core.disk import write_atomically
from ffstudio.core.errors import FfstudioError, error_words
from ffstudio.core.numbers import number_text
from ffstudio.core.words import speaks, tr

# (height, width, 3): red, green and blue.
Pixels = npt.NDArray[np.uint8]

# Browsers show faster GIFs slowly: they take less than 2 hundredths of a second for 10.
MOST_FPS = 50.0
LEAST_FPS = 0.1
MOST_PAUSE_S = 60.0
_COLORS = 256
# The commonest colours are kept as they are: paper, text, curves, flat areas.
_EXACT = 96
_AT_ONCE = 4096


@dataclass(frozen=True)
class Timing:
    """How an animation goes by.

    Attributes:
        fps: Pictures a second, :data:`LEAST_FPS` to :data:`MOST_FPS`.
        pause_s: So long the last picture stays beside its own time.
        loops: Begins anew after that; only where the file says so itself.
    """

    fps: float = 4.0
    pause_s: float = 2.0
    loops: bool = True

    def __post_init__(self) -> None:
        if not LEAST_FPS <= self.fps <= MOST_FPS:
            raise FfstudioError(
                tr(
                    "{fps} pictures a second cannot be shown.",
                    fps=number_text(self.fps),
                ),
                tr("Choose from {least} to {most}.", least=LEAST_FPS, most=number_text(MOST_FPS)),
            )
        if not 0.0 <= self.pause_s <= MOST_PAUSE_S:
            raise FfstudioError(
                tr("The pause at the end must be from 0 to {most} seconds.", most=MOST_PAUSE_S)
            )

    def hundredths(self, count: int) -> list[int]:
        """How long each of ``count`` pictures stays, in hundredths of a second, the last with its
        pause; rounding does not add up.
        """
        ends = [round(100 * (i + 1) / self.fps) for i in range(count)]
        stays = [b - a for a, b in zip([0, *ends], ends, strict=False)]
        if stays:
            stays[-1] += round(100 * self.pause_s)
        return stays


@dataclass(frozen=True, eq=False)
class Reel:
    """What is written: the pictures in order, made when they are asked for.

    Attributes:
        count: How many there are.
        colors: Samples of what is in them, (n, 3): for formats that have few colours.
    """

    pictures: Iterator[Pixels]
    count: int
    colors: Pixels
    about: str = ""


@speaks("label", "help")
@dataclass(frozen=True)
class AnimationFormat:
    """One format.

    Attributes:
        label, help: For a reader.
        needs_even: Its pictures have an even number of pixels each way.
        content: Writes the pictures to a path.
        why_not: Why it cannot be written here, sentences; empty when it can.
    """

    label: str
    help: str
    content: Callable[[Path, Reel, Timing], None]
    needs_even: bool = False
    why_not: Callable[[], str] = lambda: ""


def write_animation(path: Path, reel: Reel, timing: Timing) -> None:
    """Writes an animation whole or not at all; the file's ending says in which format.

    Raises:
        FfstudioError: The format is not known or not at hand, or the file cannot be written.
            Whatever the pictures raise, :class:`~ffstudio.core.errand.CalledOff` for example.
    """
    kind = find_format(path)
    try:
        write_atomically(path, lambda temporary: kind.content(temporary, reel, timing))
    except OSError as error:
        raise FfstudioError(
            tr(
                "{path} cannot be written: {error_words}.",
                path=path,
                error_words=error_words(error),
            ),
            tr("Choose another folder, or make room on the disk."),
        ) from error


def find_format(path: Path) -> AnimationFormat:
    """The format that a file's ending says.

    Raises:
        FfstudioError: None has it, or what it needs is not installed.
    """
    kind = ANIMATION_FORMATS.get(path.suffix.lower().lstrip("."))
    if kind is None:
        known = ", ".join(f".{ending}" for ending in ANIMATION_FORMATS)
        raise FfstudioError(
            tr("{path} has no ending of an animation.", path=path),
            tr("Use one of {known}.", known=known),
        )
    if why := kind.why_not():
        raise FfstudioError(why)
    return kind


# --- GIF --------------------------------------------------------------------------------


def choose_palette(colors: Pixels) -> Pixels:
    """At most 256 colours that stand for all, (n, 3).

    The commonest stay exactly as they are, so that paper and curves keep their colour; the others
    share what is left by Pillow's median cut.
    """
    from PIL import Image

    packed = _pack(colors)
    known, counts = np.unique(packed, return_counts=True)
    order = known[np.argsort(-counts, kind="stable")]
    exact = order if len(order) <= _COLORS else order[:_EXACT]
    rest = packed[~np.isin(packed, exact)]
    table = _unpack(exact)
    if len(rest):
        strip = Image.fromarray(_unpack(rest)[None])
        few = strip.quantize(_COLORS - len(exact), method=Image.Quantize.MEDIANCUT)
        cut = np.array(few.getpalette() or [], np.uint8).reshape(-1, 3)[: _COLORS - len(exact)]
        table = np.concatenate([table, cut])
    return table


def place_colors(pixels: Pixels, table: Pixels) -> npt.NDArray[np.uint8]:
    """Of every pixel the place of the nearest colour in a palette, (height, width).

    Pillow's own way takes the first of a box of 64 colours for all of them: white paper gets grey.
    """
    known, where = np.unique(_pack(pixels), return_inverse=True)
    nearest = np.empty(len(known), np.uint8)
    palette = table.astype(np.int32)
    for start in range(0, len(known), _AT_ONCE):
        some = _unpack(known[start : start + _AT_ONCE]).astype(np.int32)
        apart = np.square(some[:, None] - palette[None]).sum(-1)
        nearest[start : start + _AT_ONCE] = apart.argmin(1)
    return nearest[where].reshape(pixels.shape[:2])


def _pack(colors: Pixels) -> npt.NDArray[np.uint32]:
    return colors.astype(np.uint32) @ np.array([65536, 256, 1], np.uint32)


def _unpack(packed: npt.NDArray[np.uint32]) -> Pixels:
    return np.stack([packed >> 16, packed >> 8 & 255, packed & 255], axis=-1).astype(np.uint8)


def _write_gif(path: Path, reel: Reel, timing: Timing) -> None:
    """One palette for all pictures, and of each the part that has changed.

    Pillow's ``save(append_images=…)`` keeps all pictures in memory until the last one has come,
    so its writer of single pictures is used.
    """
    from PIL import Image
    from PIL.GifImagePlugin import getdata, getheader

    table = choose_palette(reel.colors)
    flat = np.zeros((_COLORS, 3), np.uint8)
    flat[: len(table)] = table
    flat[len(table) :] = table[0]
    stays = timing.hundredths(reel.count)
    before: npt.NDArray[np.uint8] | None = None
    with path.open("wb") as stream:
        for pixels, stay in zip(reel.pictures, stays, strict=True):
            places = place_colors(pixels, table)
            picture = Image.fromarray(places)
            picture.putpalette(flat.tobytes())
            if before is None:
                info: dict[str, object] = {"optimize": False, "duration": 10 * stay}
                info |= {"loop": 0} if timing.loops else {}
                info |= {"comment": reel.about} if reel.about else {}
                header, _ = getheader(picture.copy(), flat.tobytes(), info)
                stream.writelines(header)
            left, top, right, bottom = _find_change(places, before)
            part = picture.crop((left, top, right, bottom))
            data = getdata(part, (left, top), duration=10 * stay, disposal=1)
            stream.writelines(data)
            before = places
        stream.write(b";")


def _find_change(
    places: npt.NDArray[np.uint8], before: npt.NDArray[np.uint8] | None
) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is not as it was; one pixel where all is."""
    height, width = places.shape
    if before is None:
        return 0, 0, width, height
    differs = places != before
    rows, columns = np.flatnonzero(differs.any(1)), np.flatnonzero(differs.any(0))
    if not len(rows):
        return 0, 0, 1, 1
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


# --- MP4 --------------------------------------------------------------------------------


def _why_no_mp4() -> str:
    if importlib.util.find_spec("imageio_ffmpeg") is not None:
        return ""
    return tr(
        "MP4 needs the encoder FFmpeg. Install it with: {command}. A GIF needs nothing.",
        command='pip install "ffstudio[video]"',
    )


def _write_mp4(path: Path, reel: Reel, timing: Timing) -> None:
    """H.264 by FFmpeg, which runs as a program of its own and is fed as pictures come."""
    import imageio_ffmpeg

    first = next(reel.pictures)
    height, width = first.shape[:2]
    writer = imageio_ffmpeg.write_frames(
        str(path),
        (width, height),
        pix_fmt_in="rgb24",
        pix_fmt_out="yuv420p",
        fps=timing.fps,
        codec="libx264",
        macro_block_size=2,
        ffmpeg_log_level="error",
        output_params=["-crf", "17", "-movflags", "+faststart"],
    )
    written = 0
    try:
        writer.send(None)
        last = first
        writer.send(np.ascontiguousarray(first))
        written += 1
        for pixels in reel.pictures:
            writer.send(np.ascontiguousarray(pixels))
            last, written = pixels, written + 1
        for _ in range(round(timing.pause_s * timing.fps)):
            writer.send(np.ascontiguousarray(last))
            written += 1
    finally:
        writer.close()
    num_kept, _ = imageio_ffmpeg.count_frames_and_secs(str(path))
    if num_kept != written:
        raise OSError(
            tr("FFmpeg kept {num_kept} of {count} pictures", num_kept=num_kept, count=written)
        )


ANIMATION_FORMATS: dict[str, AnimationFormat] = {
    "gif": AnimationFormat(
        "GIF",
        "Plays everywhere, in web pages and presentations; 256 colours.",
        _write_gif,
    ),
    "mp4": AnimationFormat(
        "MP4",
        "H.264 video, small and sharp; needs FFmpeg, which “pip install ffstudio[video]” brings.",
        _write_mp4,
        needs_even=True,
        why_not=_why_no_mp4,
    ),
}


def sample_colors(pictures: Sequence[Pixels], most: int = 400_000) -> Pixels:
    """Colours of some pictures, (n, 3), evenly taken."""
    flat = np.concatenate([one.reshape(-1, 3) for one in pictures])
    return flat[:: max(-(-len(flat) // most), 1)]
