"""Nets with top-down connections and the label on top, run in frames (Hinton 2022, 4.4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from ffstudio.core.forward_forward.kind import (
    Array,
    Conflict,
    LocalNet,
    NetSettings,
    PairRequest,
    Pairs,
)
from ffstudio.core.forward_forward.labels import LABEL_WORDS, label_pairs
from ffstudio.core.forward_forward.objective import (
    Batch,
    LearningRule,
    Objective,
    PairObjective,
    wrong_labels,
)
from ffstudio.core.mathematics import NEGATIVES, normalise
from ffstudio.core.words import spoken, tr

# New activity counts 0.7, old 0.3; goodness is that of the third to the fifth frame.
NEW_SHARE = 0.7
GOOD_FRAMES = (3, 5)


class FrameNet(LocalNet):
    """Every layer also sees the layer above it, the top layer the label.

    A still image is shown for several frames. In each, all layers are updated at once from
    the normalised activities of the frame before, below and above:
    h ← 0.3 h + 0.7 f(W·[below; above] + b), starting from silence.
    """

    name = "frames"
    words = LABEL_WORDS
    depends_on_label = True
    needs_dense = True
    no_batch_norm = spoken("top-down connections answer in several frames")
    no_shortcuts = spoken("top-down connections answer in several frames")
    usual_negatives = "hard"

    # --- before there is a net --------------------------------------------------------------

    @classmethod
    def is_chosen(cls, ff: Any) -> bool:
        return bool(ff.feedback)

    @classmethod
    def extra_inputs(cls, index: int, widths: Sequence[int], settings: NetSettings) -> int:
        return widths[index + 1] if index + 1 < len(widths) else settings.num_classes

    @classmethod
    def passes_to_score(cls, index: int, num_classes: int) -> int:
        return num_classes * GOOD_FRAMES[1]

    @classmethod
    def conflicts(
        cls, spec: Any, num_inputs: int | None, num_classes: int | None
    ) -> Iterator[Conflict]:
        if any(layer.kind != "dense" for layer in spec.layers):
            yield (
                ("ff", "feedback"),
                tr("can only be used where all layers are dense"),
                tr("Turn it off."),
                False,
            )
        elif spec.ff.schedule != "simultaneous":
            yield (
                ("ff", "schedule"),
                tr("cannot be this one with top-down connections, which tie all layers together"),
                tr("Let all layers learn on each mini-batch."),
                "simultaneous",
            )
        elif NEGATIVES[spec.ff.negatives].scores in ("first", "next"):
            yield (
                ("ff", "negatives"),
                tr("cannot be this one with top-down connections: no layer scores labels alone"),
                tr("Use hard wrong labels."),
                "hard",
            )
        elif NEGATIVES[spec.ff.negatives].every:
            yield (
                ("ff", "negatives"),
                tr("cannot be this one with top-down connections, which compare two labels"),
                tr("Use hard wrong labels."),
                "hard",
            )

    @classmethod
    def idle(cls) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        names = ("label_embedding", "label_amplitude", "label_repeats")
        yield "ff", tr("The label is on top of the net."), names
        yield "ff", tr("Nets with top-down connections have no peer normalisation."), ("peer",)
        reason = tr("Nets with top-down connections have no dropout.")
        yield "layer", reason, ("dropout",)
        yield "ff", reason, ("dropout_mask",)

    @classmethod
    def pairs(cls, request: PairRequest) -> Pairs:
        place = tr("\nThe label is on top of the net, not in the image.")
        return label_pairs(request, place, 0)

    # --- frames -----------------------------------------------------------------------------

    def image_product(self, x: Array) -> Array:
        """The image's part of the first layer's input, the same in every frame."""
        first = self.layers[0]
        direction = normalise(x, first.normalisation, self.xp)
        rows = first.kernel[: self.settings.num_inputs]
        return self.xp.matmul(direction, rows) + first.bias

    def label_direction(self, labels: Array) -> Array:
        """Labels as the top layer sees them: (batch, classes) one-hot or neutral."""
        top = self.layers[-1]
        return self.settings.label_scale * normalise(labels, top.normalisation, self.xp)

    def frame(self, product: Array, labels: Array, state: list[Array]) -> list[Array]:
        """New activity of every layer, before it is mixed with the old."""
        xp, first = self.xp, self.layers[0]
        above = [normalise(h, first.normalisation, xp) for h in state]
        directions = [*above[1:], labels]
        rows = first.kernel[self.settings.num_inputs :]
        new = [first.finish(product + xp.matmul(directions[0], rows))]
        for i, layer in enumerate(list(self.layers)[1:], start=1):
            new.append(layer.respond([xp.concatenate([above[i - 1], directions[i]], axis=-1)]))
        return new

    def silence(self, product: Array) -> list[Array]:
        """Activities before the first frame."""
        xp = self.xp
        return [xp.zeros_like(xp.tile(product[:, :1], (1, layer.units))) for layer in self.layers]

    def frames_of(self, product: Array, labels: Array, frames: int) -> list[list[Array]]:
        """Activities of every frame and layer."""
        state, every = self.silence(product), []
        direction = self.label_direction(labels)
        for _ in range(frames):
            state = self.mix(state, self.frame(product, direction, state))
            every.append(state)
        return every

    @staticmethod
    def mix(old: list[Array], new: list[Array]) -> list[Array]:
        """Old activity ×0.3 plus new ×0.7, layer by layer."""
        return [(1.0 - NEW_SHARE) * h + NEW_SHARE * n for h, n in zip(old, new, strict=True)]

    @property
    def good_frames(self) -> slice:
        """The frames whose goodness counts."""
        last = min(GOOD_FRAMES[1], self.settings.frames)
        return slice(last - (GOOD_FRAMES[1] - GOOD_FRAMES[0]) - 1, last)

    def _goodness_of(self, product: Array, labels: Array) -> list[Array]:
        """Mean goodness of those frames, per layer (batch,)."""
        frames = self.frames_of(product, labels, self.good_frames.stop)[self.good_frames]
        return [
            sum(layer.goodness(frame[i]) for frame in frames) / len(frames)
            for i, layer in enumerate(self.layers)
        ]

    def activities(self, x: Array, labels: Array) -> list[Array]:
        one_hot = self.xp.one_hot(labels, self.num_classes)
        return self.frames_of(self.image_product(x), one_hot, self.good_frames.stop)[-1]

    def layer_goodness(self, x: Array, labels: Array) -> Array:
        one_hot = self.xp.one_hot(labels, self.num_classes)
        return self.xp.stack(self._goodness_of(self.image_product(x), one_hot))

    def label_goodness(self, x: Array) -> Array:
        xp = self.xp
        product = xp.repeat(self.image_product(x), self.num_classes, axis=0)
        labels = xp.tile(xp.eye(self.num_classes), (xp.shape(x)[0], 1))
        scores = self._goodness_of(product, labels)
        return xp.stack([xp.reshape(s, (-1, self.num_classes)) for s in scores], axis=1)

    def neutral_activities(self, x: Array) -> list[Array]:
        xp, product = self.xp, self.image_product(x)
        neutral = xp.ones_like(xp.tile(product[:, :1], (1, self.num_classes)))
        return self.frames_of(product, neutral / self.num_classes, self.good_frames.stop)[-1]

    def objective(self, rule: LearningRule) -> Objective:
        return FrameObjective(self, rule)

    def rows_above(self, index: int) -> int:
        widths = [layer.units for layer in self.layers]
        return self.extra_inputs(index, widths, self.settings)


class FrameObjective(PairObjective):
    """The right label on top against a wrong one; every frame from the third on counts alike."""

    FIRST_FRAME = 2
    net: FrameNet

    def first_input(self, batch: Batch, num_layers: int) -> Any:
        raise NotImplementedError("All layers of a recurrent net learn together.")

    def run(
        self, batch: Batch, num_layers: int, learns: Sequence[bool] = ()
    ) -> tuple[list[Array], list[Array]]:
        xp, net = self.xp, self.net
        positive = xp.one_hot(batch.y, net.num_classes)
        labels = xp.concatenate([positive, self._negatives(batch, positive)])
        direction = net.label_direction(labels)
        product = net.image_product(batch.x)
        product = xp.concatenate([product, product])
        state = [xp.stop_gradient(h) for h in net.silence(product)]
        layers = range(len(net.layers))
        totals: list[Any] = [0.0 for _ in layers]
        peers: list[Any] = [0.0 for _ in layers]
        for number in range(net.settings.frames):
            new = net.frame(product, direction, state)
            mixed = net.mix(state, new)
            if number >= self.FIRST_FRAME:
                compared = [self.goodness(i, mixed[i], batch) for i in layers]
                for i in layers:
                    totals[i] += self.loss(i, self._collaborate(i, compared), batch)
            state = [xp.stop_gradient(h) for h in mixed]
        counted = max(net.settings.frames - self.FIRST_FRAME, 1)
        losses = [totals[i] / counted + peers[i] + self.penalty(i) for i in layers]
        return losses, state

    def _negatives(self, batch: Batch, positive: Array) -> Array:
        scores = None
        if self.rule.strategy.scores != "none":
            scores = self.xp.sum(self.net.label_goodness(batch.x), axis=1)
        return wrong_labels(self, batch, positive, scores)
