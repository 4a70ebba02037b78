"""Every view of a run as a figure, without a window."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from ffstudio.core.errors import FfstudioError
from ffstudio.files.runs.folder import RunFolder
from ffstudio.files.runs.looking import look_at_run
from ffstudio.gui.figures.caption import caption_figure
from ffstudio.gui.figures.export_formats import FIGURE_FORMATS, PictureSize
from ffstudio.gui.figures.figure import is_blank
from ffstudio.gui.reports.run_views import OTHERS, VIEWS, open_view

OF_ONE_IMAGE = {"draw", "activations", "labels", "backprop"}


@pytest.fixture(scope="module")
def run(kept_run):
    return look_at_run(RunFolder(kept_run), 4)


@pytest.mark.parametrize("name", [*VIEWS, *OTHERS])
def test_every_view_of_a_run_is_drawn(qapp, run, digits_data, name):
    if name == "generate":  # views of nets that are no classifiers
        with pytest.raises(FfstudioError, match="no view generate"), open_view(run, None, name):
            pass
        return
    with open_view(run, digits_data, name, image=7) as figure:
        assert not is_blank(figure)
        shown = caption_figure(figure, "whose")
        assert shown.caption == ("whose · test image 7" if name in OF_ONE_IMAGE else "whose")


def test_the_image_asked_for_is_the_one_that_is_drawn(qapp, run, digits_data):
    tables = []
    for number in (7, 8):
        with open_view(run, digits_data, "attribution", image=number) as figure:
            rows = figure.figure_table()[1]
        tables.append([row[2] for row in rows])
    for number, pixels in zip((7, 8), tables, strict=True):
        assert pixels == pytest.approx(digits_data.test.x[number])


def test_backprop_is_drawn_with_its_error_all_the_way_back(qapp, run, digits_data):
    with open_view(run, digits_data, "backprop") as figure:
        svg = FIGURE_FORMATS["svg"].content(figure, PictureSize()).decode()
    said = "".join(ElementTree.fromstring(svg).itertext())
    assert "follows how J changes with every weight of Layer 1." in said  # the last step
    assert "∇ₐJ" in said


def test_why_there_is_none_is_said(qapp, run):
    """Without its images a run has no picture of activities."""
    with (
        pytest.raises(FfstudioError, match="There are no images at hand"),
        open_view(run, None, "activations"),
    ):
        pass
