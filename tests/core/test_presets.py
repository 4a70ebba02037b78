"""Which preset an experiment was made from."""

from __future__ import annotations

from ffstudio.core.experiment.presets import find_preset, presets
from ffstudio.core.experiment.spec import ExperimentSpec


def test_an_experiment_knows_its_preset_by_its_words_or_by_its_settings():
    assert find_preset(ExperimentSpec()) == ""
    for name, spec in presets().items():
        assert find_preset(spec) == name
        assert find_preset(spec.replace(batch_size=77, name="other")) == name
        reworded = spec.replace(name="other", description="mine", seed=9, epochs=3)
        assert find_preset(reworded) == name
        # Neither words nor settings are left of it, whatever it is called.
        assert find_preset(spec.replace(description="mine", batch_size=77)) == ""
