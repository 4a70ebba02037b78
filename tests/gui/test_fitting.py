"""Painted texts where there is little room."""

from PySide6.QtGui import QFont, QFontMetricsF

from ffstudio.gui.plots.fitting import say_what_fits


def test_the_longest_text_that_fits_is_said_and_only_the_shortest_is_cut(qapp):
    metrics = QFontMetricsF(QFont())
    texts = "difference to the true label 7", "difference", "gap"
    wide = [metrics.horizontalAdvance(text) for text in texts]
    for text, room in zip(texts, wide, strict=True):
        assert say_what_fits(metrics, room, *texts) == text
    assert say_what_fits(metrics, wide[0] - 1, *texts) == texts[1]
    cut = say_what_fits(metrics, wide[2] - 1, *texts)
    assert cut.endswith("…") and metrics.horizontalAdvance(cut) <= wide[2] - 1
