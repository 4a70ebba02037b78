"""A report of runs, written to a file."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from ffstudio.core.images.data import PreparedData
from ffstudio.core.run.others import OthersCurves
from ffstudio.core.run.reported import ReportedRun
from ffstudio.core.words import say_all, tr
from ffstudio.gui.figures.caption import caption_figure
from ffstudio.gui.figures.export_formats import write_file
from ffstudio.gui.figures.figure import Figure
from ffstudio.gui.reports.overlay import OverlaidCurves
from ffstudio.gui.reports.page import heading_of, write_page
from ffstudio.gui.reports.pdf import write_pdf
from ffstudio.gui.reports.run_views import open_views

_HEADINGS = say_all(
    {
        "curves": "Curves",
        "goodness": "Goodness",
        "confusion": "Confusion",
        "layers": "Layer accuracy",
        "filters": "Filters",
        "data": "Data",
    }
)
_COMPARED = (("ff", "accuracy"), ("bp", "accuracy"), ("ff", "epoch_loss"), ("bp", "loss"))


def write_report(
    runs: Sequence[ReportedRun],
    images: Sequence[PreparedData | None],
    path: Path,
    *,
    with_captions: bool = True,
    others: Sequence[OthersCurves] = (),
) -> None:
    """Writes a report whole or not at all; the file's ending says whether HTML or PDF.

    Args:
        images: Of each run; None where they are not there.
        others: Curves of other programs, laid over accuracies and cross-entropy.

    Raises:
        FfstudioError: It cannot be painted or written; says why.
    """
    with ExitStack() as stack:
        pictures: list[tuple[str, list[Figure]]] = []
        if len(runs) > 1 or others:
            overlays = [
                # A local loss is no cross-entropy: others' losses stay away from it.
                OverlaidCurves(runs, *which, () if which == ("ff", "epoch_loss") else others)
                for which in _COMPARED
            ]
            drawn: list[Figure] = [one for one in overlays if not one.figure_size().isEmpty()]
            pictures.append((tr("Compared"), drawn))
        for run, data in zip(runs, images, strict=True):
            views = stack.enter_context(open_views(run, data))
            caption = run.caption if with_captions else None
            pictures += [
                (
                    heading_of(_HEADINGS[name], run, runs),
                    [caption_figure(f, caption) for f in choose_figures(name, figures)],
                )
                for name, figures in views.items()
                if figures
            ]
        write_pictures(runs, pictures, path)


def choose_figures(panel: str, figures: Sequence[Figure]) -> Sequence[Figure]:
    """Those of a panel that a report has: of curves, all plots together."""
    return figures[:1] if panel == "curves" else figures


def write_pictures(
    runs: Sequence[ReportedRun], pictures: Sequence[tuple[str, Sequence[Figure]]], path: Path
) -> None:
    """As :func:`write_report`, of figures that there are already.

    Raises:
        FfstudioError: It cannot be painted or written; says why.
    """
    if path.suffix.lower() == ".pdf":
        write_file(path, write_pdf(runs, pictures))
    else:
        write_file(path, write_page(runs, pictures).encode("utf-8"))
