"""Views of a kept run through its epochs, as GIF and MP4, without a window."""

from __future__ import annotations

import importlib.util
import itertools
import os
import subprocess
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image

from ffstudio.cli.animate import COMMAND
from ffstudio.cli.program import main
from ffstudio.core.errand import CalledOff
from ffstudio.core.errors import FfstudioError
from ffstudio.files.runs.checkpoints import list_kept
from ffstudio.files.runs.folder import RunFolder
from ffstudio.files.runs.looking import look_at_run
from ffstudio.gui.figures.animation import (
    ANIMATION_FORMATS,
    Reel,
    Timing,
    choose_palette,
    place_colors,
    write_animation,
)
from ffstudio.gui.plots.same_scales import SameScales, share_chart_ranges, share_range, use_scales
from ffstudio.gui.reports.moving_view import MovingView, Series, choose_epochs, go_through


def frames_of(path):
    """What Pillow reads of a GIF: pictures (n, h, w, 3), and for how long each stays, in ms."""
    with Image.open(path) as file:
        pictures, stays = [], []
        for number in range(file.n_frames):
            file.seek(number)
            stays.append(file.info["duration"])
            pictures.append(np.asarray(file.convert("RGB")))
        return np.stack(pictures), stays, file.info.get("loop")


def animate(*arguments):
    return main(["animate", *map(str, arguments)])


@pytest.fixture
def view(qtbot, digits_data, kept_run):
    run = look_at_run(RunFolder(kept_run))
    made = MovingView(run, digits_data, with_caption=False)
    yield made
    made.close()


def paint(view, series, size):
    list(go_through(view.note_all(series)))
    return list(go_through(view.paint_all(series, view.size_for(*size))))


# --- timing, palette, scales ------------------------------------------------------------


def test_times_add_up_and_the_last_picture_stays_longer():
    assert Timing(4.0, 2.0).hundredths(3) == [25, 25, 225]
    # 30 a second are 3⅓ hundredths each: what is rounded does not add up.
    assert sum(Timing(30.0, 0.0).hundredths(90)) == 300
    assert set(Timing(30.0, 0.0).hundredths(90)) == {3, 4}
    for fps, pause in ((0.0, 1.0), (51.0, 1.0), (4.0, -1.0), (float("nan"), 0.0)):
        with pytest.raises(FfstudioError):
            Timing(fps, pause)


def test_a_palette_keeps_the_common_colours_as_they_are():
    rng = np.random.default_rng(0)
    rare = rng.integers(0, 256, (5000, 3), np.uint8)
    common = np.repeat(
        np.array([[255, 255, 255], [0, 114, 178], [254, 255, 255]], np.uint8), 9000, 0
    )
    table = choose_palette(np.concatenate([common, rare]))
    assert len(table) <= 256
    picture = np.concatenate([common[::9000], rare[:7]])[None]
    placed = table[place_colors(picture, table)][0]
    assert (placed[:3] == picture[0, :3]).all()
    # Of all others the nearest there is.
    apart = np.square(picture[0, 3:, None].astype(int) - table[None].astype(int)).sum(-1)
    chosen = np.square(picture[0, 3:].astype(int) - placed[3:].astype(int)).sum(-1)
    assert (chosen == apart.min(1)).all()


def test_scales_are_the_widest_of_all_pictures():
    scales = SameScales()

    def paint_two():
        for k, (low, high) in enumerate(((2.0, 5.0), (1.0, 3.0))):
            with use_scales(scales):
                bins = share_range("bins", low, high, leads=True)
                height = bins[1] - bins[0]  # hangs on the bins
                first = share_chart_ranges("chart", (0.0, k + 1.0), (0.0, height))
                second = share_chart_ranges("chart", (-1.0, 0.0), (0.0, 1.0))
            yield bins, first, second

    rounds = 0
    while not scales.is_settled:
        list(paint_two())
        scales.end_round()
        rounds += 1
    assert rounds == 2
    expected = (1.0, 5.0), ((0.0, 2.0), (0.0, 4.0)), ((-1.0, 0.0), (0.0, 1.0))
    assert list(paint_two()) == [expected, expected]
    # Outside of a series nothing is changed.
    assert share_range("bins", 7.0, 8.0) == (7.0, 8.0)


def test_epochs_are_chosen_among_those_that_are_kept():
    kept = (1, 2, 4, 8, 16, 17)
    assert choose_epochs(kept) == kept
    assert choose_epochs(kept, 2, 16, 2) == (2, 8, 16)
    assert choose_epochs(kept, every=4) == (1, 16, 17)  # the last one always
    with pytest.raises(FfstudioError, match="1, 2, 4, 8"):
        choose_epochs(kept, 5, 7)


# --- files ------------------------------------------------------------------------------


def test_a_gif_of_goodness_reads_back_with_its_frames_times_and_size(
    qtbot, kept_run, digits_data, tmp_path
):
    out = tmp_path / "goodness.gif"
    assert animate(
        kept_run, "--view", "goodness", "--out", out, "--size", "400x300", "--fps", 5, "--pause", 1.5
    ) == 0  # fmt: skip
    pictures, stays, loop = frames_of(out)
    epochs = len(list_kept(kept_run))
    assert pictures.shape == (epochs, 300, 400, 3)
    assert stays == [200] * (epochs - 1) + [1700]
    assert loop == 0
    assert all((a != b).any() for a, b in itertools.pairwise(pictures))
    assert (pictures[:, 0, 0] == 255).all()  # paper is white
    assert [path.name for path in tmp_path.iterdir()] == ["goodness.gif"]


def test_axes_stay_where_they_are(view, kept_run):
    epochs = tuple(list_kept(kept_run))
    series = Series("goodness", "goodness", epochs, {"view": "populations"})
    pictures = np.stack(paint(view, series, (720, 0)))
    # Numbers below the x-axes and left of the y-axes: the same in every picture.
    dark = (pictures < 120).all(-1)
    rows = np.flatnonzero(dark.mean((0, 2)) > 0.25)
    base = rows.max()  # the x-axis
    below = dark[:, base + 1 : base + 40]
    assert below.any()
    assert (below == below[0]).all()
    assert (pictures != pictures[0]).any((1, 2, 3))[1:].all()


def test_curves_grow_along_the_whole_axis(view, kept_run):
    epochs = tuple(list_kept(kept_run))
    series = Series("curves", "learning-curves", epochs, {"axis": "epoch"})
    pictures = np.stack(paint(view, series, (600, 0)))
    colored = (np.ptp(pictures.astype(int), axis=-1) > 60)[:, 60:]
    reach = [np.flatnonzero(one.any(0)).max() for one in colored]
    assert reach == sorted(reach)
    assert reach[0] < 0.6 * reach[-1]


def test_pictures_say_whose_they_are(qtbot, digits_data, kept_run, view):
    epochs = tuple(list_kept(kept_run))
    series = Series("filters", "filters", epochs)
    plain = paint(view, series, (400, 300))
    signed = MovingView(look_at_run(RunFolder(kept_run)), digits_data)
    pictures = paint(signed, series, (400, 300))
    signed.close()
    # Experiment, epoch and seed in the lower right corner, another epoch in each picture.
    corner = [one[-16:, 250:] for one in pictures]
    assert all((one != corner[0]).any() for one in corner[1:])
    assert (plain[0][-16:, 250:] != corner[0]).any()


def test_where_nothing_is_to_be_seen_no_picture_is_made_up(view, kept_run):
    epochs = tuple(list_kept(kept_run))
    # Of one moment there is no course over time.
    series = Series("goodness", "separation", epochs)
    pictures = paint(view, series, (400, 0))
    assert view.blank == [epochs[0]]
    assert len(pictures) == view.count(series) == len(epochs) - 1
    with pytest.raises(FfstudioError, match="nothing to show"):
        list(go_through(view.note_all(Series("goodness", "separation", epochs[:1]))))


def test_a_view_is_found_by_its_panel_or_its_figure(view):
    assert view.find("filters", (1, 4)) == ("filters", "")
    assert view.find("separation", (1, 4)) == ("goodness", "separation")
    assert view.find("goodness-ridge", (1, 4), {"view": "ridge"}) == ("goodness", "goodness-ridge")
    with pytest.raises(FfstudioError, match="goodness"):
        view.find("gooodness", (1, 4))


@pytest.mark.parametrize("ending", list(ANIMATION_FORMATS))
def test_what_is_called_off_leaves_nothing(tmp_path, ending):
    if ANIMATION_FORMATS[ending].why_not():
        pytest.skip(ANIMATION_FORMATS[ending].why_not())
    out = tmp_path / f"half.{ending}"
    out.write_bytes(b"what was there before")
    picture = np.full((64, 64, 3), 200, np.uint8)

    def pictures():
        yield picture
        yield picture // 2
        raise CalledOff("It was cancelled.")

    with pytest.raises(CalledOff):
        write_animation(out, Reel(pictures(), 5, picture.reshape(-1, 3)), Timing())
    assert out.read_bytes() == b"what was there before"
    assert list(tmp_path.iterdir()) == [out]


def test_pictures_are_asked_for_one_at_a_time(tmp_path):
    """However many there are, no more than two are held."""
    import weakref

    held = []

    def pictures():
        for number in range(40):
            assert sum(one() is not None for one in held) <= 2
            picture = np.full((40, 40, 3), 6 * number, np.uint8)
            held.append(weakref.ref(picture))
            yield picture
            del picture

    colors = np.repeat(np.arange(0, 240, 6, np.uint8)[:, None], 3, 1)
    write_animation(tmp_path / "a.gif", Reel(pictures(), 40, colors), Timing(10.0, 0.0))
    seen, _, _ = frames_of(tmp_path / "a.gif")
    assert seen[:, 5, 5, 0].tolist() == list(range(0, 240, 6))


def test_equal_pictures_are_kept_apart(tmp_path):
    picture = np.full((40, 40, 3), 90, np.uint8)
    reel = Reel(iter([picture] * 3), 3, picture.reshape(-1, 3))
    write_animation(tmp_path / "a.gif", reel, Timing(10.0, 1.0, loops=False))
    seen, stays, loop = frames_of(tmp_path / "a.gif")
    assert stays == [100, 100, 1100]
    assert loop is None
    assert (seen == 90).all()


@pytest.mark.skipif(os.name != "posix", reason="a device that is always full")
def test_a_full_disk_and_a_folder_that_is_not_there_are_said(tmp_path, kept_run):
    picture = np.full((40, 40, 3), 90, np.uint8)
    reel = Reel(iter([picture]), 1, picture.reshape(-1, 3))
    with pytest.raises(FfstudioError, match="cannot be written"):
        write_animation(tmp_path / "no" / "a.gif", reel, Timing())

    def full():
        yield picture
        raise OSError(28, "No space left on device")

    with pytest.raises(FfstudioError, match="the disk is full"):
        write_animation(tmp_path / "a.gif", Reel(full(), 2, reel.colors), Timing())
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_written_is_said_before_anything_is_looked_at(
    qtbot, kept_run, tmp_path, capsys, monkeypatch
):
    assert animate(kept_run, "--view", "goodness", "--out", tmp_path / "a.avi") == 2
    assert ".gif, .mp4" in capsys.readouterr().err
    find = importlib.util.find_spec
    hidden = {"imageio_ffmpeg"}
    monkeypatch.setattr(
        importlib.util,
        "find_spec",
        lambda name, *rest: None if name in hidden else find(name, *rest),
    )
    assert animate(kept_run, "--view", "goodness", "--out", tmp_path / "a.mp4") == 2
    assert 'pip install "ffstudio[video]"' in capsys.readouterr().err
    assert (
        animate(kept_run, "--view", "goodness", "--out", tmp_path / "a.gif", "--size", "big") == 2
    )
    assert animate(kept_run, "--view", "goodness", "--out", tmp_path / "a.gif", "--from", 99) == 2
    assert list(tmp_path.iterdir()) == []


def test_an_mp4_has_its_pictures_and_the_pause(tmp_path):
    video = pytest.importorskip("imageio_ffmpeg")
    rng = np.random.default_rng(1)
    pictures = [np.full((64, 96, 3), 40 * k + 20, np.uint8) for k in range(5)]
    reel = Reel(iter(pictures), 5, rng.integers(0, 255, (9, 3), np.uint8))
    out = tmp_path / "a.mp4"
    write_animation(out, reel, Timing(4.0, 2.0))
    assert video.count_frames_and_secs(str(out))[0] == 5 + 8
    raw = subprocess.run(
        [
            video.get_ffmpeg_exe(),
            "-v",
            "error",
            "-i",
            out,
            "-f",
            "rawvideo",
            "-pix_fmt",
            "gray",
            "-",
        ],
        capture_output=True,
        check=True,
    )
    grey = np.frombuffer(raw.stdout, np.uint8).reshape(-1, 64, 96).mean((1, 2))
    assert np.allclose(grey[:5], [20, 60, 100, 140, 180], atol=6)
    assert np.allclose(grey[4:], grey[4], atol=2)


def test_sizes_are_whole_and_within_reason():
    view = SimpleNamespace(aspect=0.5)
    size = MovingView.size_for(view, 721, even=True)
    assert (size.width(), size.height()) == (722, 360)
    for side in (10, 5000):
        with pytest.raises(FfstudioError, match="pixels"):
            MovingView.size_for(view, side)


def test_the_command_is_in_the_table_of_commands(capsys):
    assert "epochs" in COMMAND.help
