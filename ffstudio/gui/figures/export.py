"""Writing many figures at once, and all curves of a run: the logic, without a dialog."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ffstudio.core.errors import FfstudioError, error_words
from ffstudio.core.run.history import History
from ffstudio.core.words import tr
from ffstudio.gui.figures.caption import caption_figure
from ffstudio.gui.figures.export_formats import (
    CURVE_FORMATS,
    FIGURE_FORMATS,
    PictureSize,
    write_file,
)
from ffstudio.gui.figures.figure import Figure, RunFigure, SourcedFigure

_CURVES_STEM = "run-curves"


class ExportError(FfstudioError):
    """Some of the files could not be written.

    Attributes:
        written: Those that were written before.
    """

    def __init__(self, message: str, advice: str, written: list[Path]) -> None:
        if written:
            message = tr(
                "{message} {count_text} written before.",
                message=message,
                count_text=count_text(len(written)),
            )
        super().__init__(message, advice)
        self.written = written


@dataclass(frozen=True)
class ExportOptions:
    """What to write.

    Attributes:
        formats: Of each figure: keys of ``FIGURE_FORMATS``.
        width_in: Width of every picture in inches, or None for each one's natural width.
        dpi: Dots per inch of a PNG.
        curves: Of the run's curves: keys of ``CURVE_FORMATS``.
        about: The nets that are shown, kept in what a file says of itself.
        caption: Whose the pictures are, in small letters below each; None for none.
        about_run, caption_of_run: The same of figures of the whole run, where other nets than its
            newest are shown.
    """

    formats: tuple[str, ...] = ("png",)
    width_in: float | None = None
    dpi: int = 300
    curves: tuple[str, ...] = ()
    about: str = ""
    caption: str | None = None
    about_run: str | None = None
    caption_of_run: str | None = None


def count_text(count: int) -> str:
    """``1 file was`` or ``5 files were``."""
    return tr("1 file was") if count == 1 else tr("{count} files were", count=count)


def _stems(figures: Sequence[Figure]) -> list[str]:
    """File stems, numbered where two figures have the same name."""
    taken: set[str] = {_CURVES_STEM}
    stems = []
    for figure in figures:
        stem, number = figure.figure_name, 2
        while stem in taken:
            stem = f"{figure.figure_name}-{number}"
            number += 1
        taken.add(stem)
        stems.append(stem)
    return stems


def plan_files(figures: Sequence[Figure], folder: str | Path, options: ExportOptions) -> list[Path]:
    """What :func:`export_all` will write, in its order."""
    folder = Path(folder)
    files = [
        folder / f"{stem}.{suffix}"
        for stem in _stems(figures)
        for suffix in FIGURE_FORMATS
        if suffix in options.formats
    ]
    curves = [folder / f"{_CURVES_STEM}.{s}" for s in CURVE_FORMATS if s in options.curves]
    return files + curves


def export_all(
    figures: Sequence[Figure],
    folder: str | Path,
    options: ExportOptions,
    history: History | None = None,
    experiment: dict[str, Any] | None = None,
) -> list[Path]:
    """Writes every figure in every format, then the run's curves; existing files are replaced.

    Args:
        folder: Made if it does not exist.
        history: The run's curves, needed for ``options.curves``.
        experiment: The run's settings, kept in the JSON.

    Returns:
        The files, in the order they were written.

    Raises:
        ExportError: A file could not be written; it and those after it are as they were.
    """
    folder = Path(folder)
    written: list[Path] = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = tr(
            "The folder {folder} cannot be made: {error_words}.",
            folder=folder,
            error_words=error_words(error),
        )
        raise ExportError(message, tr("Choose another folder."), written) from error
    try:
        for figure, stem in zip(figures, _stems(figures), strict=True):
            about = options.about
            if isinstance(figure, SourcedFigure):
                about = figure.figure_source
            elif isinstance(figure, RunFigure) and options.about_run is not None:
                about = options.about_run
            for suffix, known in FIGURE_FORMATS.items():
                if suffix in options.formats:
                    path = folder / f"{stem}.{suffix}"
                    known.write(
                        caption_figure(figure, options.caption, options.caption_of_run),
                        path,
                        PictureSize(options.width_in, options.dpi, about),
                    )
                    written.append(path)
        for suffix, curves in CURVE_FORMATS.items():
            if suffix in options.curves and history is not None:
                path = folder / f"{_CURVES_STEM}.{suffix}"
                write_file(path, curves.text(history, experiment).encode("utf-8"))
                written.append(path)
    except ExportError:
        raise
    except FfstudioError as error:
        raise ExportError(error.message, error.advice, written) from error
    return written
