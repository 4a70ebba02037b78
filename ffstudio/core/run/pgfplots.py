"""Curves for LaTeX: pgfplots axes with their numbers inside."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ffstudio.core.run.history import SeriesKey
from ffstudio.core.run.quantities import PLOTS
from ffstudio.core.run.reported import ReportedRun

_MOST_POINTS = 500
_DASHES = ("solid", "dashed", "dotted", "dash dot", "densely dashed", "loosely dotted")
# Okabe and Ito's colours, which the colour-blind can tell apart.
_COLOURS = ("0072B2", "D55E00", "009E73", "CC79A7", "E69F00", "56B4E9", "000000")
_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#",
    "%": r"\%", "_": r"\_", "^": r"\^{}", "~": r"\~{}",
}  # fmt: skip


def escape_tex(text: str) -> str:
    """Text as LaTeX prints it."""
    plain = "".join(c if c.isprintable() else " " for c in text)
    return "".join(_SPECIAL.get(c, c) for c in plain)


def write_tex(runs: Sequence[ReportedRun], *, caption: bool = True) -> str:
    """A LaTeX document whose pictures can be taken out: an axis per plot.

    Very long curves keep their extremes.
    """
    parts = [
        r"\documentclass[border=4pt,varwidth]{standalone}",
        r"\usepackage[utf8]{inputenc}",
        r"\usepackage{pgfplots}",
        r"\pgfplotsset{compat=1.16}",
        *(rf"\definecolor{{ffs{i}}}{{HTML}}{{{c}}}" for i, c in enumerate(_COLOURS)),
        r"\begin{document}",
    ]
    for name, plot in PLOTS.items():
        curves = [
            (run, key)
            for run in runs
            for key in run.history.series
            if key.quantity.plot_of(key.algorithm) == name and key.quantity.choice is None
        ]
        if curves:
            parts.append(_write_axis(curves, plot.title, plot.y_label, len(runs) > 1))
    if caption:
        parts += [rf"% {line}" for line in (run.caption for run in runs)]
        words = "; ".join(escape_tex(run.caption) for run in runs)
        parts.append(rf"\par{{\tiny {words}}}")
    return "\n".join([*parts, r"\end{document}", ""])


def _write_axis(
    curves: Sequence[tuple[ReportedRun, SeriesKey]], title: str, y_label: str, several: bool
) -> str:
    lines = [
        r"\begin{tikzpicture}",
        rf"\begin{{axis}}[title={{{escape_tex(title)}}}, xlabel={{Epoch}}, "
        rf"ylabel={{{escape_tex(y_label)}}}, width=12cm, height=7cm, grid=major, "
        r"legend pos=outer north east, legend cell align=left]",
    ]
    for number, (run, key) in enumerate(curves):
        series = run.history.series[key]
        factor = 100.0 if key.quantity.in_percent else 1.0
        style = f"ffs{number % len(_COLOURS)}, {_DASHES[number % len(_DASHES)]}"
        x, y = series.thin("epoch", _MOST_POINTS)
        points = " ".join(
            f"({float(a)!r},{float(b) * factor!r})"
            for a, b in zip(x, y, strict=True)
            if math.isfinite(a) and math.isfinite(b)
        )
        label = f"{run.id}: {key.label}" if several else key.label
        lines.append(rf"\addplot[{style}] coordinates {{{points}}};")
        lines.append(rf"\addlegendentry{{{escape_tex(label)}}}")
    return "\n".join([*lines, r"\end{axis}", r"\end{tikzpicture}", ""])
