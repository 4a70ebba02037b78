"""Strangers' models on their way into the studio: opened in the engine thread, shown here."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from ffstudio.core.describe.architecture import Architecture
from ffstudio.core.describe.cards import Card
from ffstudio.core.describe.preprocessing import Preprocessing
from ffstudio.core.errand import CalledOff, Errand
from ffstudio.core.errors import FfstudioError, error_words
from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.loose_weights import LooseWeights, fit_weights, layers_of, take_apart
from ffstudio.core.experiment.spec import BackpropSpec, ExperimentSpec
from ffstudio.core.experiment.stack import StackError, stack_architecture
from ffstudio.core.run.status import EngineState
from ffstudio.core.words import tr
from ffstudio.jobs.edits import Edits
from ffstudio.jobs.engine_protocol import Engine, OpenedModel, Work
from ffstudio.jobs.opening import Opening
from ffstudio.jobs.post import Post
from ffstudio.jobs.shown import Shown, Stranger
from ffstudio.jobs.state import RUN_IS_ACTIVE, StudioState, UserError

if TYPE_CHECKING:
    from ffstudio.files.foreign.contents import Foreign


class Strangers(QObject):
    """Opens strangers' files, and the bare weights among them with the builder's help.

    Args:
        submit: Has a function run in the engine thread.
        post: Has a function run in the GUI thread.
        opening: The file that is being opened.

    Signals:
        opening(name): Networks of a file are being built and tried; may take seconds.
        opened(OpenedModel): It is open and shown.
        changed(): :attr:`current` is another one, or none.
        incomplete_changed(): There are other weights that wait for a network, or none.
    """

    opening = Signal(str)
    opened = Signal(object)
    changed = Signal()
    incomplete_changed = Signal()

    def __init__(
        self,
        state: StudioState,
        edits: Edits,
        submit: Callable[[Work], None],
        post: Post,
        opening: Opening,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._state, self._edits = state, edits
        self._submit, self._post = submit, post
        self._opening = opening
        self._incomplete: tuple[Path, Foreign] | None = None
        state.stranger_changed.connect(self.changed)

    # --- to read --------------------------------------------------------------------

    @property
    def current(self) -> OpenedModel | None:
        """The stranger's model that is open."""
        stranger = self._state.shown.stranger
        return stranger.opened if stranger is not None else None

    @property
    def path(self) -> Path | None:
        """Where it came from."""
        stranger = self._state.shown.stranger
        return stranger.path if stranger is not None else None

    @property
    def incomplete(self) -> tuple[Path, Foreign] | None:
        """Weights that wait for a network: their file and what it holds."""
        return self._incomplete

    @property
    def is_busy(self) -> bool:
        """True while a file is being opened."""
        return self._opening.path is not None

    # --- opening --------------------------------------------------------------------

    def open(self, path: Path, contents: Foreign, errand: Errand) -> None:
        """Goes on to open a file whose contents have been read; the answer comes as a signal."""
        card = contents.card
        has_failed = self._state.engine_state[0] is EngineState.FAILED
        if contents.candidates and not contents.loose and not has_failed:
            self._ask(path, lambda engine: engine.take_up(contents, errand=errand), errand)
            return
        if not self._opening.end(errand):
            return
        if contents.candidates and has_failed:
            self._refuse(tr("The engine could not be started; see the log."))
        elif contents.loose:
            self._let_wait(path, contents)
        else:
            reasons = " ".join(card.refused) or tr("No network can be made of it.")
            self._refuse(f"{card.file}: {reasons} {card.advice}".strip(), card)

    def choose_answer(self, index: int) -> None:
        """Takes another of the networks that fit the file that is open."""
        stranger = self._state.shown.stranger
        if stranger is not None:
            contents, path = stranger.opened.contents, stranger.path
            errand = self._opening.begin(
                path, tr("Trying another network of {path_name}", path_name=path.name)
            )
            self._ask(path, lambda engine: engine.take_up(contents, index, errand), errand)

    def try_all(self) -> None:
        """Tries what was left out when the file that is open was tried, however long it takes."""
        stranger = self._state.shown.stranger
        if stranger is None or self._state.status.is_active:
            return
        opened, path = stranger.opened, stranger.path
        answer = opened.answer if opened.was_asked_for else None
        errand = self._opening.begin(path, tr("Trying {path_name}", path_name=path.name))
        self._ask(
            path,
            lambda engine: engine.take_up(opened.contents, answer, errand, tries_all=True),
            errand,
        )

    def name_classes(self, names: tuple[str, ...]) -> None:
        """Takes the outputs of the net that is open to stand for these classes, in this order."""
        stranger, network = self._state.shown.stranger, self._state.spec.network
        if stranger is None or network is None or self._state.status.is_active:
            return
        opened, path = stranger.opened, stranger.path
        # The way its images are handed over stays as it is now.
        contents = dataclasses.replace(opened.contents, kept=network.preprocessing)
        errand = self._opening.begin(
            path, tr("Naming the outputs of {path_name}", path_name=path.name)
        )
        self._ask(
            path, lambda engine: engine.take_up(contents, opened.answer, errand, names), errand
        )

    def choose_side(self, side: int) -> None:
        """Takes the weights that are open to be for images of so many pixels a side."""
        stranger = self._state.shown.stranger
        if stranger is None or self._state.status.is_active:
            return
        contents, path = stranger.opened.contents, stranger.path
        errand = self._opening.begin(path, tr("Trying {path_name}", path_name=path.name))
        self._ask(path, lambda engine: engine.take_up_side(path, contents, side, errand), errand)

    def choose_role(self, role: str) -> None:
        """Takes the net that is open to be for this, one of those its card has."""
        stranger = self._state.shown.stranger
        if stranger is None or self._state.status.is_active:
            return
        opened, path = stranger.opened, stranger.path
        card = dataclasses.replace(opened.contents.card, chosen_role=role)
        contents = dataclasses.replace(opened.contents, card=card)
        errand = self._opening.begin(path, tr("Trying {path_name}", path_name=path.name))
        self._ask(path, lambda engine: engine.take_up(contents, opened.answer, errand), errand)

    def choose_preprocessing(self, way: Preprocessing) -> None:
        """Hands images to the stranger's model that is open in another way."""
        spec = self._state.spec
        if spec.network is not None:
            network = dataclasses.replace(spec.network, preprocessing=way)
            self._edits.edit(spec.replace(network=network), tr("Change Preprocessing"))

    def follow_preprocessing(self, spec: ExperimentSpec) -> None:
        """Looks at the net that is shown in the way the experiment says."""
        snapshot, network = self._state.snapshot, spec.network
        if snapshot is None or network is None or self._state.status.is_active:
            return
        net = snapshot.bp
        if net is None or net.network == network:
            return
        if net.network.architecture == network.architecture:
            seen = dataclasses.replace(net, network=network)
            version = snapshot.version + 1
            snapshot = dataclasses.replace(snapshot, bp=seen, version=version)
            self._state.show(self._state.shown.after_looking(snapshot, network))

    def close(self) -> None:
        """Weights that wait are no longer wanted."""
        self.forget_incomplete()

    # --- bare weights ---------------------------------------------------------------

    def take_apart(self) -> None:
        """Has the weights of the model that is open wait for layers that the user changes."""
        stranger = self._state.shown.stranger
        if stranger is not None:
            opened = stranger.opened
            one = opened.contents.candidates[opened.answer]
            loose = take_apart(one.network, one.weights)
            self._let_wait(stranger.path, dataclasses.replace(opened.contents, loose=loose))

    def complete_weights(self) -> str:
        """Uses the weights that wait in the builder's net; else says why they do not fit."""
        data = self._state.data
        if self._incomplete is None or data is None:
            return tr("The data set is not there yet")
        path, contents = self._incomplete
        _, classes = layers_of(contents.loose)
        try:
            network = stack_architecture(
                self._state.spec, data.image_shape, classes or data.num_classes
            )
        except StackError as error:
            return tr("Layer {index} {reason}", index=error.index + 1, reason=error.reason)
        answer = fit_weights(contents.loose, network)
        if not answer.why:
            errand = self._opening.begin(
                path, tr("Using the weights of {path_name}", path_name=path.name)
            )
            self._ask(
                path,
                lambda engine: _complete(engine, contents, network, answer.arrays, errand),
                errand,
            )
        return answer.why

    def forget_incomplete(self) -> None:
        """The weights no longer wait."""
        if self._incomplete is not None:
            self._incomplete = None
            self.incomplete_changed.emit()

    def _let_wait(self, path: Path, contents: Foreign) -> None:
        """Fills the builder with what bare weights tell of their network."""
        self._incomplete = (path, contents)
        layers, classes = layers_of(contents.loose)
        spec = ExperimentSpec(
            name=path.stem[:80],
            description=tr(
                "To be completed: the network of the weights in {path_name}.", path_name=path.name
            ),
            algorithms="bp",
            data=self._state.spec.data,
            layers=layers or (LayerSpec(),),
            bp=BackpropSpec(output_bias=_has_bias(contents.loose)),
        )
        self._edits.edit(spec, tr("Open {path_name}", path_name=path.name))
        data = self._state.data
        if classes is not None and data is not None and classes != data.num_classes:
            self._state.message.emit(
                tr(
                    "The weights end in {classes} values, the data set has {num_classes} classes.",
                    classes=classes,
                    num_classes=data.num_classes,
                )
            )
        self.incomplete_changed.emit()

    # --- in the engine's thread and back ----------------------------------------------

    def _ask(self, path: Path, ask: Callable[[Engine], OpenedModel], errand: Errand) -> None:
        if self._state.engine_state[0] is EngineState.LOADING:
            errand.tell(tr("waiting for the engine, which is being loaded"))
        self.opening.emit(path.name)

        def work(engine: Engine) -> None:
            try:
                errand.check()
                opened = ask(engine)
            except CalledOff:
                return  # whoever called it off has said so
            except FfstudioError as error:
                message = str(error)
                self._post(lambda: self._take_error(errand, message, ""))
            except Exception as error:  # Keras and TensorFlow raise all kinds
                import traceback

                message = tr(
                    "{path_name} cannot be used: {error_words}.",
                    path_name=path.name,
                    error_words=error_words(error),
                )
                details = traceback.format_exc()
                self._post(lambda: self._take_error(errand, message, details))
            else:
                self._post(lambda: self._take(errand, Stranger(opened, path)))

        self._submit(work)

    def _take(self, errand: Errand, stranger: Stranger) -> None:
        if not self._opening.end(errand):
            return  # it was called off meanwhile
        if self._state.status.is_active:
            self._refuse(tr(RUN_IS_ACTIVE))
            return
        self.forget_incomplete()
        opened = stranger.opened
        self._edits.edit(opened.spec, tr("Open {file}", file=opened.card.file))
        # It has no path: saving never writes over a stranger's file.
        self._state.show(
            Shown(
                opened.snapshot,
                opened.spec,
                session=opened.session,
                stranger=stranger,
                origin=stranger.path,
            )
        )
        self._state.model_opened.emit(str(stranger.path))
        self.opened.emit(opened)

    def _take_error(self, errand: Errand, message: str, details: str) -> None:
        if self._opening.end(errand):
            self._refuse(message, details=details)

    def _refuse(self, message: str, card: Card | None = None, details: str = "") -> None:
        if card is not None and card.layers:
            self._state.card_refused.emit(card)
        else:
            error = UserError(tr("The file was not opened"), message, details)
            self._state.error_raised.emit(error)


def _complete(
    engine: Engine,
    contents: Foreign,
    network: Architecture,
    weights: Mapping[str, Sequence[Any]],
    errand: Errand,
) -> OpenedModel:
    text = tr("the network was completed in the builder")
    return engine.complete_weights(contents, network, weights, text, errand)


def _has_bias(loose: Sequence[LooseWeights]) -> bool:
    """True when the last layer of bare weights has a bias."""
    last = [one for one in loose if one.arrays]
    return not last or len(last[-1].arrays) > 1
