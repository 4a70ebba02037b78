"""Settings that have no effect beside the others."""

from __future__ import annotations

from ffstudio.core.experiment.spec import ExperimentSpec


def idle_settings(spec: ExperimentSpec) -> dict[tuple[str, str], str]:
    """Forward-Forward settings that have no effect beside the others, with the reason.

    Returns:
        Keyed by ``("ff", name)``, or ``("layer", name)`` for all layers.
    """
    ff = spec.ff
    labels = ("label_embedding", "label_amplitude", "label_scale", "label_repeats")
    idle: dict[tuple[str, str], str] = {}

    def rest(reason: str, *names: str, part: str = "ff") -> None:
        for name in names:
            idle.setdefault((part, name), reason)

    if ff.supervision == "classes":
        reason = "Goodness class by class has no negative data and no label in the input."
        rest(reason, "negatives", *labels, "collaboration", "threshold_per_unit", "peer")
        rest("Goodness class by class has cross-entropy as its loss.", "loss", part="layer")
        rest("Goodness class by class has no threshold.", "threshold", part="layer")
    elif ff.supervision == "images":
        rest("Hybrid images carry no label.", *labels)
        rest("Hybrid images need the read-out.", "read_out")
        rest("Without labels the read-out predicts.", "first_voting_layer")
    elif ff.supervision == "frames":
        where = "The label is on top of the net."
        rest(where, "label_embedding", "label_amplitude", "label_repeats")
        rest("Nets with top-down connections have no peer normalisation.", "peer")
        rest("Nets with top-down connections have no dropout.", "dropout", part="layer")
    if ff.schedule != "inner_loops":
        rest("Only inner loops have inner steps.", "inner_steps")
    if ff.collaboration == "none":
        rest("There is no collaboration.", "collaboration_strength")
    if not ff.feedback:
        rest("Only nets with top-down connections run in frames.", "frames")
    if not ff.has_read_out:
        rest("There is no read-out.", "read_out_rate")
    return idle
