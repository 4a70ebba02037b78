"""Settings that have no effect beside the others."""

from __future__ import annotations

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.forward_forward import kind_of
from ffstudio.core.images.augmentation import changes_images, moves_images
from ffstudio.core.mathematics import CLASS_LOSSES
from ffstudio.core.words import tr


def idle_settings(spec: ExperimentSpec) -> dict[tuple[str, str], str]:
    """Settings of data and Forward-Forward that have no effect beside the others, with the reason.

    Returns:
        Keyed by ``("data", name)``, ``("ff", name)``, or ``("layer", name)`` for all layers.
    """
    ff = spec.ff
    idle: dict[tuple[str, str], str] = {}

    def rest(reason: str, *names: str, part: str = "ff") -> None:
        for name in names:
            idle.setdefault((part, name), reason)

    if not moves_images(spec.data):
        rest(tr("No image is moved, turned, zoomed or bent."), "border", part="data")
    for part, reason, names in kind_of(ff).idle():
        rest(reason, *names, part=part)
    if kind_of(ff).name != "pairs":
        rest(tr("Only pairs of images have a second view."), "second_view")
    elif not changes_images(spec.data):
        rest(tr("The data settings change no image, so both views are the same."), "second_view")
    if ff.schedule != "inner_loops":
        rest(tr("Only inner loops have inner steps."), "inner_steps")
    if ff.collaboration == "none":
        rest(tr("There is no collaboration."), "collaboration_strength")
    if kind_of(ff).has_negatives:
        reason = tr("Only goodness that scores every class has a class loss.")
        rest(reason, "class_loss", "comparison")
    if not CLASS_LOSSES[ff.class_loss].compares_images:
        rest(tr("The class loss compares no images."), "comparison")
    if kind_of(ff).rows_per_image < 2:
        rest(tr("There is one pass for all labels, so one mask."), "dropout_mask")
    elif not any(layer.dropout for layer in spec.layers):
        rest(tr("No layer has dropout."), "dropout_mask")
    if not ff.feedback:
        rest(tr("Only nets with top-down connections run in frames."), "frames")
    if not ff.has_read_out:
        rest(tr("There is no read-out."), "read_out_rate", "read_layers")
    return idle
