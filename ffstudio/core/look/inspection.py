"""All that the backprop inspector shows of one image: the way up and back, and beside it the
Forward-Forward layers' own gradients.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ffstudio.core.errors import ModelFileError
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.image_shape import ImageShape
from ffstudio.core.look.backpropagation import Trace, TracedLayer, trace, why_not_traced
from ffstudio.core.look.gradient_check import EngineGradients, GradientCheck, check_gradients
from ffstudio.core.look.layer_gradients import (
    LayerGradient,
    LayerLosses,
    follow_layers,
    why_no_layer_gradients,
)
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.words import tr

# The steps of one image, in order: kind and layer (0-based).
INPUT, SUM, ACTIVATE, LOSS, ERROR, GRADIENT = "input", "z", "a", "loss", "delta", "gradient"
Step = tuple[str, int]


@dataclass(frozen=True, eq=False)
class Inspection:
    """One image in the nets of one moment.

    Attributes:
        net: The backprop net.
        x: The image (pixels,).
        label: Taken for its true label.
        traced: Its way through the net and back.
        local: Per Forward-Forward layer both gradients; empty where there is none to show. With
            the right label first and the wrong one after it where pairs are compared.
        wrong: The wrong label of the negative version of the image.
        why_no_local: Why there are none, one sentence.
        left_out: What the numbers leave out of what is trained on, sentences.
    """

    net: NetworkSnapshot
    x: npt.NDArray[np.float32]
    label: int
    traced: Trace
    local: tuple[LayerGradient, ...]
    thresholds: tuple[float, ...]
    wrong: int
    why_no_local: str
    left_out: str

    @property
    def steps(self) -> tuple[Step, ...]:
        """What can be looked at one after the other."""
        return tuple(_steps(self.traced.layers))

    def list_above(self, layer: int) -> list[int]:
        """The layers that a layer's a goes into."""
        layers = self.traced.layers
        return [i for i, above in enumerate(layers) if layer in above.sources]

    @property
    def image_shape(self) -> ImageShape:
        """(height, width), or (height, width, 3), of the image."""
        return self.net.image_shape


def _steps(layers: Sequence[TracedLayer]) -> Iterator[Step]:
    yield INPUT, 0
    for i, layer in enumerate(layers):
        yield SUM, i
        if layer.is_dense or layer.activation != "linear":
            yield ACTIVATE, i
    yield LOSS, len(layers) - 1
    for i in reversed(range(len(layers))):
        yield ERROR, i
        if layers[i].has_weights:
            yield GRADIENT, i


def inspect_image(
    snapshot: ModelSnapshot,
    x: npt.NDArray[np.float32],
    label: int | None,
    spec: ExperimentSpec | None,
) -> Inspection:
    """Follows one image through both nets.

    Args:
        x: (pixels,).
        label: Its true label; None takes what the backprop net answers.
        spec: The experiment that the nets learn by, for what is smoothed and how layers learn.

    Raises:
        ModelFileError: The image cannot be followed; says why.
    """
    net = snapshot.bp
    if net is None:
        raise ModelFileError(tr("There is no backprop net to look into."))
    why = why_not_traced(net)
    if why:
        raise ModelFileError(why)
    meant = int(net.predict(x[None])[0]) if label is None else label
    smoothing = spec.bp.label_smoothing if spec is not None else 0.0
    traced = trace(net, x, meant, smoothing)
    local, wrong, why_no_local = _look_beside(snapshot, x, meant, spec)
    thresholds = tuple(layer.threshold for layer in snapshot.ff.layers) if snapshot.ff else ()
    return Inspection(
        net, x, meant, traced, local, thresholds, wrong, why_no_local, _say_left_out(traced, spec)
    )


def check_inspection(
    inspection: Inspection, engine: EngineGradients | None
) -> tuple[Inspection, GradientCheck]:
    """The comparison of an inspection's gradients, with what it belongs to."""
    return inspection, check_gradients(inspection.net, inspection.x, inspection.traced, engine)


def _look_beside(
    snapshot: ModelSnapshot, x: npt.NDArray[np.float32], label: int, spec: ExperimentSpec | None
) -> tuple[tuple[LayerGradient, ...], int, str]:
    ff = snapshot.ff
    if ff is None:
        return (), label, tr("There is no Forward-Forward net beside it: train both to compare.")
    if spec is None:
        return (), label, tr("The experiment that says how these layers learn is not there.")
    losses = LayerLosses.of(spec)
    why = why_no_layer_gradients(ff, losses)
    if not why and ff.kind.has_negatives and not ff.has_label_in_input:
        why = tr("These layers compare an image with a hybrid of two, and here there is one image.")
    if why:
        return (), label, why
    scores = np.nan_to_num(ff.total_goodness(x[None])[0], nan=-np.inf)
    scores[label] = -np.inf
    wrong = int(np.argmax(scores))
    return follow_layers(ff, x[None], np.array([label]), np.array([wrong]), losses), wrong, ""


def _say_left_out(traced: Trace, spec: ExperimentSpec | None) -> str:
    said = []
    if traced.skipped:
        said.append(
            tr(
                "δ is not followed through {layers}: what is below is only computed.",
                layers=", ".join(traced.skipped),
            )
        )
    if spec is not None and any(layer.dropout for layer in spec.layers):
        said.append(tr("No unit is dropped here, as when the net answers."))
    if spec is not None and any(layer.l1 or layer.l2 for layer in spec.layers):
        said.append(tr("Penalties on weights are not part of this J."))
    return " ".join(said)
