"""A run at a glance: its accuracies as a small picture in its folder."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image

from ffstudio.core.run.events import EpochDone, RunFinished, SettingChanged
from ffstudio.core.run.history import History
from ffstudio.core.run.status import RunEnd
from ffstudio.files.runs.folder import THUMBNAIL, RunFolder, new_card
from ffstudio.files.runs.recorder import Recorder
from ffstudio.files.runs.thumbnail import COLOURS, HEIGHT, WIDTH, Course
from tests.files.test_run_folders import SPEC, epoch_events, record


def judged(net, epoch, accuracy):
    values = {} if accuracy is None else {"accuracy": accuracy}
    return EpochDone(0, net, epoch, epoch, 1.0, "test", np.zeros(3, np.int16), values)


def draw(*events):
    course = Course()
    for event in events:
        course.add(event)
    content = course.to_png()
    return None if content is None else np.asarray(Image.open(io.BytesIO(content)))


def is_inked(picture, net):
    """Where a net's line is opaque."""
    return (picture[..., 3] > 200) & (np.abs(picture[..., :3] - np.int16(COLOURS[net])) < 12).all(2)


def test_lines_go_from_the_first_to_the_last_epoch_and_from_the_lowest_to_the_highest():
    picture = draw(
        *(judged("ff", n, share) for n, share in ((1, 0.2), (2, 0.4), (3, 1.0))),
        *(judged("bp", n, 0.6) for n in (1, 2, 3)),
    )
    assert picture.shape == (HEIGHT, WIDTH, 4)
    rows, columns = np.nonzero(is_inked(picture, "ff"))
    assert columns.min() < 8 and columns.max() > WIDTH - 8
    assert rows[columns < 8].mean() > HEIGHT - 9  # 0.2, the lowest, at the bottom
    assert rows[columns > WIDTH - 6].mean() < 9  # 1.0, the highest, at the top
    in_the_middle = rows[abs(columns - WIDTH / 2) < 2].mean()
    assert in_the_middle == pytest.approx(5 + (HEIGHT - 10) * 0.75, abs=2)
    rows, columns = np.nonzero(is_inked(picture, "bp"))
    assert abs(rows - HEIGHT / 2).max() < 6 and columns.max() > WIDTH - 8
    assert (picture[0] == 0).all()  # no ground, no frame


def test_what_was_not_judged_or_is_no_number_draws_nothing():
    assert draw() is None
    assert draw(judged("ff", 1, None), judged("bp", 1, np.nan)) is None
    assert draw(SettingChanged(0, "ff", "Layer 1 learning rate", 1e-3, 8, 2.0, 1.5)) is None
    picture = draw(judged("bp", 1, 0.5))
    rows, columns = np.nonzero(is_inked(picture, "bp"))
    assert len(rows) and columns.min() > WIDTH / 2 and not is_inked(picture, "ff").any()


@pytest.fixture
def folder(tmp_path):
    return RunFolder.create(tmp_path / "run", new_card(SPEC, "tiny data", {}), SPEC)


def picture_of(epochs):
    course = Course()
    for epoch in range(1, epochs + 1):
        for event in epoch_events(epoch):
            course.add(event)
    return course.to_png()


def test_it_follows_the_run_and_goes_on_with_it(folder):
    path = folder.path / THUMBNAIL
    recorder = Recorder(folder, SPEC)
    record(recorder, 2)
    recorder.take(RunFinished(0, RunEnd.STOPPED, {}, {}))
    recorder.close(30)
    assert path.read_bytes() == picture_of(2)
    folder.take_over()
    recorder = Recorder(folder, SPEC, goes_on=True)
    record(recorder, 2, first=3)
    recorder.take(RunFinished(0, RunEnd.COMPLETED, {}, {}))
    recorder.close(30)
    assert path.read_bytes() == picture_of(4)


def test_epochs_before_the_run_was_kept_are_in_it(folder):
    before = History()
    for epoch in (1, 2):
        for event in epoch_events(epoch):
            before.add(event)
    recorder = Recorder(folder, SPEC, curves=before)
    record(recorder, 1, first=3)
    recorder.close(30)
    assert (folder.path / THUMBNAIL).read_bytes() == picture_of(3)


def test_where_it_cannot_be_written_the_run_is_kept_all_the_same(folder):
    (folder.path / THUMBNAIL).mkdir()
    recorder = Recorder(folder, SPEC)
    record(recorder, 1)
    recorder.take(RunFinished(0, RunEnd.COMPLETED, {}, {}))
    assert recorder.close(30) and not recorder.problem
    assert folder.state() == "completed"
