"""A report as one HTML file with everything inside: no script, no address, all text escaped."""

from __future__ import annotations

import base64
import html
import math
from collections.abc import Mapping, Sequence
from typing import Any

from ffstudio import __version__
from ffstudio.core.experiment.codes import write_code
from ffstudio.core.numbers import number_text, write_number, write_percent
from ffstudio.core.run.history import SAMPLES, SeriesKey
from ffstudio.core.run.quantities import NET_NAMES
from ffstudio.core.run.reported import ReportedRun
from ffstudio.core.run.results import say_images
from ffstudio.core.words import language_spoken, tr
from ffstudio.gui.figures.export_formats import FIGURE_FORMATS, NATURAL
from ffstudio.gui.figures.figure import Figure

_STYLE = """
body { font: 15px/1.5 system-ui, sans-serif; color: #1b1f24; background: #fff;
       max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.7rem; margin-bottom: .2rem } h2 { font-size: 1.25rem; margin-top: 2.2rem }
p.lead { color: #5b6470; margin-top: 0 }
table { border-collapse: collapse; margin: .6rem 0; font-size: 14px }
th, td { text-align: left; padding: .2rem .8rem .2rem 0; border-bottom: 1px solid #d5d9df;
         vertical-align: top } td.number { text-align: right; font-variant-numeric: tabular-nums }
figure { margin: 1rem 0 } figure img { max-width: 100% } figcaption { color: #5b6470 }
code { overflow-wrap: anywhere } pre { white-space: pre-wrap }
@media print { figure { break-inside: avoid } }
"""


def escape(text: Any) -> str:
    """Text for HTML, in elements and in attributes."""
    return html.escape(str(text), quote=True)


def make_table(heads: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """A table; numbers stand right, in full where the pointer asks (``data-value``)."""
    head = "".join(f"<th>{escape(name)}</th>" for name in heads)
    body = "".join("<tr>" + "".join(map(_cell, row)) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


class Share(float):
    """A number that is shown in percent."""


def _cell(value: Any) -> str:
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return '<td class="number">–</td>'
    if isinstance(value, bool) or not isinstance(value, int | float):
        return f"<td>{escape(value)}</td>"
    shown = write_percent(value, 2) if isinstance(value, Share) else number_text(value)
    if isinstance(value, int):
        shown = write_number(value, ",")
    exact = repr(float(value)) if isinstance(value, float) else str(value)
    return f'<td class="number" data-value="{escape(exact)}">{escape(shown)}</td>'


def results_table(runs: Sequence[ReportedRun]) -> str:
    """How well each net of each run did."""
    heads = [
        tr("Run"), tr("Seed"), tr("Epochs"), tr("FF test accuracy"), tr("BP test accuracy")
    ]  # fmt: skip
    rows = [
        [run.id, run.spec.seed, len(run.history.epochs),
         *(None if (share := run.accuracy.get(net)) is None else Share(share) for net in NET_NAMES)]
        for run in runs
    ]  # fmt: skip
    return make_table(heads, rows)


def settings_table(runs: Sequence[ReportedRun], *, differing: bool = False) -> str:
    """Settings of one run or of several, a column each."""
    names = dict.fromkeys(name for run in runs for name in run.settings)
    rows = []
    for name in names:
        values = [run.settings.get(name) for run in runs]
        if not differing or any(value != values[0] for value in values):
            rows.append([name, *(_setting_text(value) for value in values)])
    heads = [tr("Setting"), *(run.id if len(runs) > 1 else tr("Value") for run in runs)]
    return make_table(heads, rows) if rows else _paragraph(tr("All settings are the same."))


def _paragraph(text: str) -> str:
    return f"<p>{escape(text)}</p>"


def _setting_text(value: Any) -> str:
    return "–" if value is None else str(value)


def epochs_table(run: ReportedRun) -> str:
    """A run's rows of epochs: losses and accuracies."""
    rows = run.history.epochs
    names = [
        name
        for name in dict.fromkeys(key for row in rows for key in row)
        if any(isinstance(row.get(name), int | float) for row in rows)
    ]
    heads = [*(name.replace("_", " ") for name in names), tr("Judged on")]
    cells = [
        [
            *(
                Share(v) if isinstance(v := row.get(name), float) and "accuracy" in name else v
                for name in names
            ),
            _say_judged_on(run, row),
        ]
        for row in rows
    ]
    return make_table(heads, cells) if rows else _paragraph(tr("No epoch has ended yet."))


def _say_judged_on(run: ReportedRun, row: Mapping[str, Any]) -> str:
    """Which images an epoch's accuracies are of; nets judged on others are told apart."""
    said: dict[str, str] = {}
    which = row.get("evaluated_on")
    for net in NET_NAMES:
        if which and row.get(f"{net}_accuracy") is not None:
            series = run.history.series.get(SeriesKey(net, "accuracy", None, which))
            sample = (row.get(SAMPLES) or {}).get(net)
            said[net] = say_images(which, sample, None if series is None else series.images)
    if len(set(said.values())) < 2:
        return next(iter(said.values()), "–")
    return ", ".join(f"{NET_NAMES[net]}: {words}" for net, words in said.items())


def about_run(run: ReportedRun) -> str:
    """What there is to say of a run, its notes and its code."""
    facts: list[list[Any]] = [
        [tr("Experiment"), run.spec.title],
        [tr("Seed"), run.spec.seed],
        *map(list, run.facts.items()),
    ]
    if run.tags:
        facts.append([tr("Tags"), ", ".join(run.tags)])
    parts = [make_table(["", ""], facts)]
    if run.spec.description:
        parts.append(_paragraph(run.spec.description))
    if run.note:
        parts.append(f"<h3>{escape(tr('Notes'))}</h3><pre>{escape(run.note)}</pre>")
    return "".join(parts)


def picture_element(figure: Figure) -> str:
    """A figure as vectors inside the page."""
    svg = FIGURE_FORMATS["svg"].content(figure, NATURAL)
    data = base64.b64encode(svg).decode()
    title = escape(figure.figure_title)
    return (
        f'<figure><img alt="{title}" src="data:image/svg+xml;base64,{data}">'
        f"<figcaption>{title}</figcaption></figure>"
    )


def title_of(runs: Sequence[ReportedRun]) -> str:
    """The report's title."""
    if len(runs) == 1:
        return runs[0].name
    return tr("Comparison of {count} runs", count=len(runs))


def heading_of(heading: str, run: ReportedRun, runs: Sequence[ReportedRun]) -> str:
    """A section's heading, with the run's name where there are several."""
    return tr("{heading} of {run}", heading=heading, run=run.id) if len(runs) > 1 else heading


def text_sections(runs: Sequence[ReportedRun]) -> list[tuple[str, str]]:
    """The sections without pictures: heading and HTML of each."""
    sections = [(tr("Results"), results_table(runs))]
    if len(runs) > 1:
        sections.append((tr("Settings that differ"), settings_table(runs, differing=True)))
    for run in runs:
        code = f"<p>{escape(tr('Code:'))} <code>{escape(write_code(run.spec))}</code></p>"
        sections += [
            (tr("Run {run}", run=run.id), about_run(run)),
            (heading_of(tr("Epochs"), run, runs), epochs_table(run)),
            (heading_of(tr("Settings"), run, runs), settings_table([run]) + code),
        ]
    return sections


def write_page(
    runs: Sequence[ReportedRun], pictures: Sequence[tuple[str, Sequence[Figure]]]
) -> str:
    """The whole page.

    Args:
        pictures: Heading and figures of each section of pictures.
    """
    title = title_of(runs)
    made_by = tr("Report of ffstudio {version}", version=__version__)
    sections = text_sections(runs)
    drawn = [
        (heading, "".join(map(picture_element, figures)))
        for heading, figures in pictures
        if figures
    ]
    count = 2 if len(runs) > 1 else 1
    body = "".join(
        f"<section><h2>{escape(heading)}</h2>{content}</section>"
        for heading, content in [*sections[:count], *drawn, *sections[count:]]
    )
    return (
        f'<!DOCTYPE html>\n<html lang="{language_spoken()}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body>"
        f'<h1>{escape(title)}</h1><p class="lead">{escape(made_by)}</p>'
        f"{body}</body></html>\n"
    )
