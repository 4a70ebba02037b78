"""Which of the images at hand a net may have learnt from: judged on those, it looks too good."""

from __future__ import annotations

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.images.data import PreparedData


def may_have_learnt_from(which: str, data: PreparedData, made: ExperimentSpec | None) -> bool:
    """Whether images of a set may be among those that nets have learnt from.

    A seed and the settings of the data decide which training images are held back. Nets that
    learnt by others, or that another program has written, may have seen those held back here.

    Args:
        which: ``train``, ``validation`` or ``test``.
        made: The experiment the nets learnt by; None when that is not known.
    """
    if which == "test" or made is None:
        return False
    if which == "train" or made.network is not None:
        return True
    same_images = (made.data.name, made.data.path) == (data.spec.name, data.spec.path)
    return same_images and not _split_alike(data, made)


def choose_set(data: PreparedData, made: ExperimentSpec | None) -> str:
    """The set to judge nets at rest on: as a run would, but none they may have learnt from."""
    which = data.evaluated_on
    return "test" if may_have_learnt_from(which, data, made) else which


def _split_alike(data: PreparedData, made: ExperimentSpec) -> bool:
    there, then = data.spec, made.data
    return (there.subset, there.validation, data.seed) == (then.subset, then.validation, made.seed)
