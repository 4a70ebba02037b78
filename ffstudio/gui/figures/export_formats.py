"""The formats in which figures and a run's curves are exported.

A new one is an entry in :data:`FIGURE_FORMATS` or :data:`CURVE_FORMATS`: export dialog,
clipboard and file names take it from there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QBuffer, QMarginsF
from PySide6.QtGui import QPageSize, QPdfWriter

from ffstudio.core.disk import write_atomically
from ffstudio.core.errors import FfstudioError, SpecError, error_words
from ffstudio.core.experiment import reading
from ffstudio.core.experiment.presets import find_preset
from ffstudio.core.run.history import History
from ffstudio.core.words import speaks, tr
from ffstudio.gui.figures.figure import (
    POINTS_PER_INCH,
    Figure,
    lay_out,
    paint,
    refuse_blank,
    render_image,
    table_csv,
)
from ffstudio.gui.figures.svg import svg_of
from ffstudio.gui.style.theme import paper


@dataclass(frozen=True)
class PictureSize:
    """How large a picture is to be, and whose it is.

    Attributes:
        width_in: In inches, or None for the figure's natural width.
        dpi: Dots per inch, where a picture is made of pixels.
        about: The nets it shows, for those who read what a file says of itself.
    """

    width_in: float | None = None
    dpi: float = 300
    about: str = ""


NATURAL = PictureSize()


@speaks("label", "help")
@dataclass(frozen=True)
class FigureFormat:
    """One format of a figure.

    Attributes:
        ending: Of a file's name, without the dot.
        label, help: For a reader.
        content: Makes a file's content.
        has_pixels: The resolution matters to it.
        mime: Under which it also goes to the clipboard; empty for not at all.
    """

    ending: str
    label: str
    help: str
    content: Callable[[Figure, PictureSize], bytes]
    has_pixels: bool = False
    mime: str = ""

    def write(self, figure: Figure, path: str | Path, size: PictureSize = NATURAL) -> None:
        """Writes a figure whole or not at all.

        Raises:
            FfstudioError: It is blank, or cannot be painted or written; says why.
        """
        refuse_blank(figure)
        write_file(path, self.content(figure, size))


@speaks("label", "help")
@dataclass(frozen=True)
class CurveFormat:
    """One format of all curves of a run.

    Attributes:
        ending, label, help: As of a :class:`FigureFormat`.
        text: Is given the curves and the run's settings, as JSON would have them, or None.
    """

    ending: str
    label: str
    help: str
    text: Callable[[History, dict[str, Any] | None], str]


def write_file(path: str | Path, content: bytes) -> None:
    """Writes ``content`` whole or not at all.

    Raises:
        FfstudioError: The file cannot be written; says why.
    """
    path = Path(path)
    try:
        write_atomically(path, lambda temporary: temporary.write_bytes(content))
    except OSError as error:
        raise FfstudioError(
            tr(
                "{path} cannot be written: {error_words}.",
                path=path,
                error_words=error_words(error),
            ),
            tr("Choose another folder or name."),
        ) from error


# --- contents ---------------------------------------------------------------------------


def _png(figure: Figure, size: PictureSize) -> bytes:
    """Pixels, their resolution stored inside."""
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image = render_image(figure, size.dpi, size.width_in)
    if size.about:
        image.setText(tr("Description"), size.about)
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise FfstudioError(tr("The picture could not be turned into a PNG."))
    return bytes(buffer.data().data())


def _svg(figure: Figure, size: PictureSize) -> bytes:
    """Vectors whose text stays text."""
    points, scale = lay_out(figure, size.width_in)
    return svg_of(figure, points, scale, size.about)


def _pdf(figure: Figure, size: PictureSize) -> bytes:
    """One page of the figure's size."""
    points, scale = lay_out(figure, size.width_in)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(int(POINTS_PER_INCH))
    page = QPageSize(
        points * scale, QPageSize.Unit.Point, "figure", QPageSize.SizeMatchPolicy.ExactMatch
    )
    writer.setPageSize(page)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    named = f"{figure.figure_title}. {size.about}" if size.about else figure.figure_title
    writer.setTitle(named)
    writer.setCreator("ffstudio")
    paint(figure, writer, points, scale, paper())
    del writer  # completes the file
    return bytes(buffer.data().data())


def _csv(figure: Figure, size: PictureSize) -> bytes:
    """The numbers behind the picture."""
    return table_csv(figure).encode("utf-8")


def _curves_csv(history: History, experiment: dict[str, Any] | None) -> str:
    return history.to_csv(**_about(experiment))


def _curves_json(history: History, experiment: dict[str, Any] | None) -> str:
    more = {} if experiment is None else {"experiment": experiment}
    return history.to_json(**_about(experiment), **more)


def _about(experiment: dict[str, Any] | None) -> dict[str, Any]:
    """What the run is called, the preset it was made from, and its seed."""
    named = experiment or {}
    try:
        made_from = find_preset(reading.from_dict(named))
    except SpecError:  # nets out of a file, whose experiment says too little
        made_from = ""
    return {"run": str(named.get("name", "")), "preset": made_from, "seed": named.get("seed")}


# --- tables -----------------------------------------------------------------------------

FIGURE_FORMATS: dict[str, FigureFormat] = {
    known.ending: known
    for known in (
        FigureFormat("png", "PNG", "Pixels, for slides and the web.", _png, has_pixels=True),
        FigureFormat(
            "svg",
            "SVG",
            "Vectors, for the web and for editing; text stays text.",
            _svg,
            mime="image/svg+xml",
        ),
        FigureFormat("pdf", "PDF", "Vectors, for papers.", _pdf),
        FigureFormat("csv", "CSV Table", "The numbers behind each picture.", _csv),
    )
}

CURVE_FORMATS: dict[str, CurveFormat] = {
    known.ending: known
    for known in (
        CurveFormat(
            "csv",
            "CSV",
            "One tidy table: one row per value, for pandas and spreadsheets.",
            _curves_csv,
        ),
        CurveFormat(
            "json",
            "JSON",
            "All curves, marks and epochs, with the experiment's settings.",
            _curves_json,
        ),
    )
}
