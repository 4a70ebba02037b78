"""Reports and single figures by the command: what they say, and that pages are not blank."""

from __future__ import annotations

import base64
import contextlib
import csv
import re
import shutil
from html.parser import HTMLParser

import numpy as np
import pypdfium2
import pytest

from ffstudio.files.runs.folder import About, RunFolder
from ffstudio.files.runs.looking import look_at_run
from tests.e2e.commands import call

pytestmark = [pytest.mark.e2e, pytest.mark.usefixtures("qapp")]

SMALL = ("--set", "layers.0.units=20", "--set", "layers.1.units=20", "--epochs", "3")
HOSTILE = '<script>alert("1")</script> & </pre>'


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    root = tmp_path_factory.mktemp("reports")
    for seed in (1, 2):
        done = call(
            "train", "--preset", "digits-quick", *SMALL, "--seed", seed,
            "--out", root / f"run{seed}",
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
    RunFolder(root / "run1").write_about(About(HOSTILE, f"A note {HOSTILE}", ("a<b",)))
    return root / "run1", root / "run2"


class Page(HTMLParser):
    """What a page says: its tags, words, numbers and pictures."""

    VOID = {"meta", "img", "br", "link"}

    def __init__(self, text):
        super().__init__()
        self.open, self.tags, self.numbers, self.images, self.words = [], set(), [], [], []
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        attrs = dict(attrs)
        assert not any(name.startswith("on") for name in attrs)
        if tag not in self.VOID:
            self.open.append(tag)
        if "data-value" in attrs:
            self.numbers.append(float(attrs["data-value"]))
        if tag == "img":
            self.images.append(attrs["src"])

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


def written(*arguments):
    done = call(*arguments)
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr
    return done


def test_a_report_holds_the_numbers_of_the_record(runs, tmp_path):
    out = tmp_path / "one.html"
    written("report", runs[0], "--out", out)
    page = Page(out.read_text(encoding="utf-8"))
    assert not page.tags & {"script", "link", "iframe", "object"}
    words = " ".join(page.words)
    assert HOSTILE in words and f"A note {HOSTILE}" in words and "a<b" in words
    run = look_at_run(RunFolder(runs[0]))
    for row in run.history.epochs:
        for name in ("ff_accuracy", "bp_accuracy", "ff_loss", "bp_loss", "seconds"):
            assert row[name] in page.numbers, (name, row["epoch"])
    for share in run.accuracy.values():
        assert share in page.numbers
    for heading in ("Results", "Curves", "Goodness", "Confusion", "Filters", "Settings", "Epochs"):
        assert heading in page.words, heading
    for words_of_it in ("layers.0.units", "ff.negatives", "ffs1:", "tensorflow", "epoch"):
        assert words_of_it in words, words_of_it
    assert len(page.images) >= 5
    for image in page.images:
        assert image.startswith("data:image/svg+xml;base64,")
        svg = base64.b64decode(image.split(",")[1]).decode()
        assert "<svg" in svg and "epoch 3 · seed 1" in svg and "<script" not in svg


def ink(page):
    pixels = np.asarray(page.render(scale=0.5).to_pil().convert("L"))
    return (pixels < 200).mean()


def test_a_pdf_is_not_blank_and_can_be_searched(runs, tmp_path):
    out = tmp_path / "two.pdf"
    written("report", *runs, "--out", out)
    with pypdfium2.PdfDocument(out) as document:
        pages = list(document)
        assert len(pages) >= 5
        assert all(ink(page) > 0.002 for page in pages)
        text = "".join(page.get_textpage().get_text_bounded() for page in pages)
    for words in ("Comparison of 2 runs", "Settings that differ", "run1", "run2", "Goodness"):
        assert words in text, words


def test_a_comparison_says_what_differs(runs, tmp_path):
    out = tmp_path / "two.html"
    written("report", *runs, "--out", out, "--no-caption")
    text = out.read_text(encoding="utf-8")
    page = Page(text)
    table = re.search(r"Settings that differ</h2>(<table>.*?</table>)", text)[1]
    assert re.findall(r"<td[^>]*>([^<]*)</td>", table) == ["seed", "1", "2"]
    assert "Forward-Forward accuracy" in page.words
    pictures = [base64.b64decode(image.split(",")[1]).decode() for image in page.images]
    assert not any("· seed" in svg for svg in pictures)


def test_a_view_is_drawn_of_the_moment_and_the_image_asked_for(runs, tmp_path):
    """All of them: tests/gui/test_run_views.py."""
    out = tmp_path / "x.svg"
    # The first epoch is kept however busy the machine is; one between may give way to the next.
    asked = ("--epoch", 1, "--image", 7, "--out", out)
    for view, caption in (("confusion", ""), ("activations", " · test image 7")):
        written("figure", runs[0], "--view", view, *asked)
        svg = out.read_text(encoding="utf-8")
        assert f"epoch 1 · seed 1{caption}<" in svg and svg.count("<") > 20


def test_a_figure_in_other_formats_and_without_caption(runs, tmp_path):
    written("figure", runs[1], "--view", "confusion-ff", "--out", tmp_path / "x.csv")
    with (tmp_path / "x.csv").open(newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) > 10
    written("figure", runs[1], "--view", "curves", "--out", tmp_path / "x.pdf")
    with pypdfium2.PdfDocument(tmp_path / "x.pdf") as document:
        assert ink(document[0]) > 0.002
        assert "seed 2" in document[0].get_textpage().get_text_bounded()
    written("figure", runs[1], "--view", "curves", "--no-caption", "--out", tmp_path / "y.pdf")
    with pypdfium2.PdfDocument(tmp_path / "y.pdf") as document:
        assert "seed 2" not in document[0].get_textpage().get_text_bounded()


def test_curves_for_latex(runs, tmp_path):
    out = tmp_path / "curves.tex"
    written("report", *runs, "--out", out)
    text = out.read_text(encoding="utf-8")
    assert text.count("{") == text.count("}")
    assert text.count(r"\begin{axis}") == text.count(r"\end{axis}") == 3
    run = look_at_run(RunFolder(runs[0]))
    key = next(k for k in run.history.series if k.metric == "accuracy" and k.algorithm == "ff")
    for value in run.history.series[key].values:
        assert f",{float(value) * 100.0!r})" in text


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("figure", "RUN", "--view", "curves", "--epoch", "9", "--out", "x.svg"), "not kept"),
        (("figure", "RUN", "--view", "nothing", "--out", "x.svg"), "There are: curves"),
        (("figure", "RUN", "--view", "curves", "--out", "x.doc"), "no ending of a picture"),
        (("figure", "RUN", "--view", "draw", "--image", "300", "--out", "x.svg"), "0 to 299"),
        (("report", "RUN", "--out", "x.doc"), "is no report"),
        (("report", "no-such-run", "--out", "x.html"), "There is no run"),
    ],
)
def test_what_cannot_be_drawn_is_said(runs, arguments, words, tmp_path):
    with contextlib.chdir(tmp_path):
        done = call(*(runs[0] if a == "RUN" else a for a in arguments))
    assert done.returncode == 2 and words in done.stderr, done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.iterdir())


def test_a_run_without_a_record_is_told_of(runs, tmp_path):
    """Nothing is the same as nothing: no curves are not equal curves."""
    copies = [tmp_path / name for name in ("a", "b")]
    for copy in copies:
        shutil.copytree(runs[0], copy)
        (copy / "record.jsonl").write_bytes(b"")
    compared = call("compare", *copies)
    assert compared.returncode == 0 and "bit for bit" not in compared.stdout
    assert compared.stderr.count("no curves: its record is empty or gone.") == 2
    done = call("report", copies[0], "--out", tmp_path / "x.tex")
    assert "no curves: its record is empty or gone." in done.stderr


def test_a_copied_run_is_left_as_it_is(runs, tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(runs[0], copy)
    before = {p: p.read_bytes() for p in copy.rglob("*") if p.is_file()}
    written("report", copy, "--out", tmp_path / "x.html")
    assert {p: p.read_bytes() for p in copy.rglob("*") if p.is_file()} == before
