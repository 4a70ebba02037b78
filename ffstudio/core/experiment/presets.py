"""The experiments that come with ffstudio."""

from __future__ import annotations

from functools import cache

from ffstudio.core.assets import resource
from ffstudio.core.errors import SpecError
from ffstudio.core.experiment.reading import read_experiment
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.words import tr

ORDER = (
    "side-by-side",
    "ff-threshold",
    "digits-quick",
    "ff-fast",
    "ff-500",
    "ff-shifts",
    "ff-conv",
    "ff-spatial",
    "spatial-deep",
    "predsim-conv",
    "ff-residual",
    "mono-forward",
    "mono-shifts",
    "predsim-shifts",
    "ff-unsupervised",
    "hinton-local",
    "scff",
    "ff-recurrent",
    "hinton-2022",
    "keras-ff",
    "bp-dropout",
    "bp-plain",
    "bp-deep-tanh",
    "numpy-cnn",
    "cnn-small",
    "camera-4px",
    "camera-by-hand",
    "fashion-spatial",
    "letters-spatial",
    "colours-spatial",
    "fashion-dfn",
)

DEFAULT = "side-by-side"


@cache
def presets() -> dict[str, ExperimentSpec]:
    """All presets by name, in the order of the menu."""
    return {name: read_experiment(resource("presets", f"{name}.json")) for name in ORDER}


def preset(name: str) -> ExperimentSpec:
    """One preset.

    Raises:
        SpecError: There is no preset of that name.
    """
    if name not in ORDER:
        raise SpecError(
            tr("There is no preset {name}.", name=f"{name!r}"),
            tr("Known are: {ORDER}.", ORDER=", ".join(ORDER)),
        )
    return presets()[name]


def find_preset(spec: ExperimentSpec) -> str:
    """The preset that an experiment was made from; empty where it was made from none.

    An experiment that was changed keeps its preset's description; one whose words were changed
    keeps its settings, whatever its seed and its epochs.
    """
    for name, made_from in presets().items():
        if spec.description == made_from.description or _words_aside(spec) == _words_aside(
            made_from
        ):
            return name
    return ""


def _words_aside(spec: ExperimentSpec) -> ExperimentSpec:
    return spec.replace(name="", description="", seed=0, epochs=0)
