"""What can be done with a layer while its net learns, and what stands in the way."""

from __future__ import annotations

import dataclasses

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.run.lanes import Lane, does_learn
from ffstudio.core.run.status import RunStatus
from ffstudio.core.words import tr
from ffstudio.jobs.studio import Studio


def name_lane(lane: Lane) -> str:
    """``FF layer 1``, for a reader."""
    if lane.algorithm == "ff":
        return tr("FF layer {layer}", layer=lane.layer + 1)
    if lane.is_output:
        return tr("BP output")
    return tr("BP layer {layer}", layer=lane.layer + 1)


def with_learning(spec: ExperimentSpec, lane: Lane, learns: bool) -> ExperimentSpec:
    """An experiment in which a layer learns, or is frozen."""
    if lane.algorithm == "ff":
        return spec.with_layer(lane.layer, learns=learns)
    if lane.is_output:
        return spec.replace(bp=dataclasses.replace(spec.bp, output_learns=learns))
    return spec.with_layer(lane.layer, bp_learns=learns)


def is_set_to_learn(spec: ExperimentSpec, lane: Lane) -> bool:
    """Whether the layer learns in an experiment."""
    return does_learn(spec, lane.algorithm, lane.layer)


class LayerVerbs:
    """Freezes layers, has them learn, begins them anew.

    Freezing is an edit of the experiment, undoable; a run that is under way takes it up between
    two batches and marks it on the curves.
    """

    def __init__(self, studio: Studio) -> None:
        self._studio = studio

    def why_not(self) -> str:
        """Why nothing can be changed, a sentence; empty when it can."""
        studio = self._studio
        shown = studio.shown
        if shown.is_past:
            return tr("These are the nets of an earlier moment. Go back to now to change them.")
        if shown.is_watched:
            return tr("Somebody else trains this run: it can be looked at, not changed.")
        if studio.status is RunStatus.STARTING:
            return tr("The run is starting.")
        if studio.status is RunStatus.STOPPING:
            return tr("The run is ending.")
        if not self.builder_fits():
            return tr(
                "The builder holds other layers than these nets have. Take the nets' experiment "
                "back to change them."
            )
        return ""

    def builder_fits(self) -> bool:
        """Whether the builder's layers are those of the nets that are shown."""
        made, now = self._studio.trained_spec, self._studio.spec
        if made is None or now.network is not None:
            return False

        def layers(spec: ExperimentSpec) -> object:
            return [(layer.kind, layer.units) for layer in spec.layers]

        return layers(made) == layers(now)

    def why_not_anew(self) -> str:
        """Why no layer can be begun anew, a sentence; empty when one can."""
        if why := self.why_not():
            return why
        if not self._studio.status.is_active:
            return tr("A layer is begun anew while its net learns: train, step or continue first.")
        return ""

    def learns(self, lane: Lane) -> bool:
        """Whether the layer learns from the next batch on."""
        if self.why_not() and not self.builder_fits():
            return lane.learns
        if self._studio.shown.is_past or self._studio.shown.is_watched:
            return lane.learns
        return is_set_to_learn(self._studio.spec, lane)

    def toggle(self, lane: Lane) -> None:
        """Freezes a layer that learns, and has one learn that is frozen."""
        learns = not self.learns(lane)
        name = name_lane(lane)
        said = tr("Let {name} Learn", name=name) if learns else tr("Freeze {name}", name=name)
        self._edit(with_learning(self._studio.spec, lane, learns), said)

    def train_only(self, lane: Lane, lanes: list[Lane]) -> None:
        """Freezes all other layers of a layer's net."""
        spec = self._studio.spec
        for other in lanes:
            if other.algorithm == lane.algorithm:
                spec = with_learning(spec, other, other.layer == lane.layer)
        self._edit(spec, tr("Train Only {name}", name=name_lane(lane)))

    def let_all_learn(self, lanes: list[Lane]) -> None:
        """No layer of either net is frozen any more."""
        spec = self._studio.spec
        for lane in lanes:
            spec = with_learning(spec, lane, True)
        self._edit(spec, tr("Let All Layers Learn"))

    def begin_anew(self, lane: Lane) -> None:
        """The layer forgets what it has learnt."""
        self._studio.runs.begin_anew(lane.algorithm, lane.layer)
        self._studio.message.emit(
            tr("{name} begins anew with the next batch.", name=name_lane(lane))
        )

    def _edit(self, spec: ExperimentSpec, text: str) -> None:
        self._studio.edits.edit(spec, text)
