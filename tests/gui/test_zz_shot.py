from pathlib import Path

from ffstudio.core.experiment.reading import read_experiment
from ffstudio.gui.panels.builder.panel import BuilderPanel


def test_shot(qtbot, studio, themes):
    made = BuilderPanel(studio, themes)
    qtbot.addWidget(made)
    made.resize(400, 900)
    made.show()
    qtbot.waitExposed(made)
    spec = read_experiment(Path("/tmp/work/residual_preset.json"))
    spec = spec.replace(data=studio.spec.data).with_layer(5, skip=4)
    studio.edits.edit(spec)
    qtbot.wait(300)
    made.grab().save("/tmp/work/residual/b.png")
