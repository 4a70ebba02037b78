"""Strangers' models opened for the studio: looked at, tried on digits, ready to go on learning."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import keras
import numpy as np
import numpy.typing as npt

from ffstudio.core.describe.architecture import Architecture, flow
from ffstudio.core.describe.cards import PARTLY, WEIGHTS, Card, describe_answer
from ffstudio.core.describe.kinds_of_nets import (
    CANVAS,
    find_usual,
    is_maybe_features,
    say_digits_and_more,
    say_what_it_is,
)
from ffstudio.core.describe.network import Network, why_no_pictures
from ffstudio.core.describe.preprocessing import (
    CHANCE,
    LITTLE,
    Trial,
    assign_outputs,
    variants,
)
from ffstudio.core.describe.roles import (
    name_outputs,
)
from ffstudio.core.describe.work import SEARCH_WORK, count_multiply_adds
from ffstudio.core.errand import Errand
from ffstudio.core.errors import FfstudioError, ModelFileError
from ffstudio.core.experiment.problems import spec_problems
from ffstudio.core.experiment.spec import BackpropSpec, ExperimentSpec
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.dataset import Dataset, DataShape
from ffstudio.core.images.datasets import DATASETS
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.numbers import write_number, write_percent
from ffstudio.core.words import tr
from ffstudio.engine.strangers.build import (
    Loaded,
    build,
    tells_classes,
)
from ffstudio.engine.strangers.companions_told import say_companions
from ffstudio.engine.strangers.optimizers import revive_optimizer
from ffstudio.engine.strangers.predicting import predict
from ffstudio.engine.strangers.trials import best_of, clothes, digits, sample, why_untried
from ffstudio.engine.training.backprop import BackpropTrainer, variables_of
from ffstudio.engine.training.session import Session
from ffstudio.files.foreign import sandbox
from ffstudio.files.foreign.bare_weights.sides import ANY_SIDE
from ffstudio.files.foreign.contents import Candidate, Foreign
from ffstudio.files.foreign.image_sides import find_guessed_side, find_side
from ffstudio.files.optimizer_state import OptimizerState

# Things that were not tried and are named one by one.
_MOST_NAMED = 4

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Opened:
    """A stranger's model as the studio takes it up.

    Attributes:
        card: What was found in the file.
        answers: The networks that fit it, a line each; one for a whole model.
        answer: Which of them this is.
        trials: Ways to hand images over, the best first; empty when none was tried.
        tried_on: The images of the trials, for a reader.
        spec: The experiment that goes on with it.
        snapshot: To look at it.
        session: To train it; None for what is no classifier.
        notes: What a user should know, a sentence each.
        contents: The file's contents, for another answer.
        was_asked_for: True when somebody chose this answer; else it did best.
        left_out: What was not tried because much had been tried already, for a reader.
        side: Of the images in pixels, where its bare weights may be for another one; else 0.
        instead: Of the notes those that are said instead of an accuracy: once it is judged on
            images of its own classes they no longer hold.
    """

    card: Card
    answers: tuple[str, ...]
    answer: int
    trials: tuple[Trial, ...]
    tried_on: str
    spec: ExperimentSpec
    snapshot: ModelSnapshot
    session: Session | None
    notes: tuple[str, ...]
    contents: Foreign
    was_asked_for: bool = False
    left_out: tuple[str, ...] = ()
    side: int = 0
    instead: tuple[str, ...] = ()

    def compute_by_keras(self) -> ModelSnapshot:
        """The same net to look at, computed by Keras: in the thread that owns it, and faster
        where images are large.

        Raises:
            ModelFileError: Keras cannot build it.
        """
        return compute_by_keras(self.snapshot)


def open_foreign(path: str | Path) -> Opened:
    """Opens a stranger's model and finds out how it wants its images.

    Raises:
        ModelFileError: It is refused; the message has the reasons.
    """
    return take_up(sandbox.examine(path))


def take_up(
    contents: Foreign,
    answer: int | None = None,
    errand: Errand | None = None,
    class_names: tuple[str, ...] = (),
    tries_all: bool = False,
    among: int = 0,
) -> Opened:
    """The network of a file that does best on digits, or the one that is asked for.

    What it may cost to find out how it wants its images is limited; what is not tried for it is
    in the answer and in its notes.

    Args:
        answer: Which of the networks that fit; None for the best.
        errand: Told what is being tried.
        class_names: What its outputs stand for, as somebody said; none: what was found out.
        tries_all: Leaves nothing out, however long it takes.
        among: How many of the first networks that fit were asked for, of which the best is taken;
            0 for all.

    Raises:
        ModelFileError: The file is refused, or the network cannot be built.
        CalledOff: Somebody no longer wants it.
    """
    errand, was_asked_for = errand or Errand(), answer is not None or among > 0
    if not contents.candidates:
        reasons = " ".join(contents.card.refused) or tr("No network can be made of it.")
        raise ModelFileError(f"{contents.card.file}: {reasons}", contents.card.advice)
    if contents.card.chosen_role:
        one = contents.candidates[answer or 0].network
        contents = replace(contents, card=describe_answer(contents.card, one))
    asked = contents
    if among:
        asked = replace(contents, candidates=contents.candidates[:among])
    if answer is not None:
        asked = replace(contents, candidates=(contents.candidates[answer],))
    errand.tell("reading images to try it on")
    errand.allow(math.inf if tries_all else SEARCH_WORK)
    loaded, on = best_of(asked, digits(), clothes(), errand=errand)
    errand.tell("making it ready to look at and to train")
    if answer is None:
        answer = _find_answer(contents.candidates, loaded)
    # Of several networks that fit the card has the first: from here on it has this one.
    taken = contents.candidates[answer]
    assumed = taken.assumed if loaded.assumed is None else loaded.assumed
    card = describe_answer(contents.card, loaded.network, assumed)
    if taken.companion:
        card = replace(card, companion=taken.companion)
    loaded, order, remark = _sort_outputs(loaded, on, card.role)
    trials, remarks = _ways(loaded, card.role, on.title)
    instead = () if any(trial.count for trial in trials) else tuple(remarks)
    remarks += (which := say_companions(contents, loaded, on.title, was_asked_for))
    instead += tuple(which) if instead else ()
    way = trials[0].preprocessing if trials else find_usual(loaded.network, card.role)[0]
    network = Network(loaded.network, way, card.role, card.file)
    weights = weights_of(loaded, contents, answer)
    spec = _spec(network, card, on)
    count = network.num_outputs or 0
    names, remark = (order, remark) if order else _name_classes(loaded, on, count, card.role)
    if class_names and len(class_names) == count:
        names, remark = class_names, tr("Its outputs are called as was set by hand.")
    remarks += [remark] if remark else []
    remarks += _say_size(loaded.network, assumed or (), was_asked_for)
    if errand.left_out:
        remarks.append(say_left_out(errand.left_out, count_multiply_adds(loaded.network)))
    shape = DataShape(CANVAS, names or ("–",), card.file)
    net = NetworkSnapshot(network, weights, CANVAS)
    snapshot = ModelSnapshot(None, net, CANVAS, shape.class_names, 1, 0.0, card.file)
    session, notes = _session(spec, shape, weights, loaded.optimizer)
    notes = [*remarks, *notes]
    text = loaded.text.removeprefix(loaded.companion).removeprefix(", ")  # of which more is said
    if text and not card.assumed:
        notes.insert(0, f"{text[0].upper()}{text[1:]}.")
    return Opened(
        card,
        tuple(c.text or tr("the only network that fits") for c in contents.candidates),
        answer,
        trials,
        on.title,
        spec,
        snapshot,
        session,
        tuple(notes),
        contents,
        was_asked_for,
        errand.left_out,
        find_guessed_side(contents, loaded.network),
        instead,
    )


def take_up_side(path: Path, contents: Foreign, side: int, errand: Errand | None = None) -> Opened:
    """The network of bare weights for images of so many pixels a side that does best; the others
    stay in the list. Where none is known for that side, it is searched.

    Args:
        path: Where the file lies.

    Raises:
        ModelFileError: The weights do not fit such images, or Keras cannot build the network.
        CalledOff: Somebody no longer wants it.
    """
    sized, count = find_side(path, contents, side, errand)
    return take_up(sized, errand=errand, among=count)


def _say_size(network: Architecture, assumed: Sequence[str], was_asked_for: bool) -> list[str]:
    """That the size of images is a guess, where weights do not tell it and nobody chose it."""
    shape = flow(network).shapes[network.inputs[0]]
    if ANY_SIDE not in assumed or was_asked_for:
        return []
    return [
        tr(
            "That its images have {side}×{side} pixels is a guess: its weights fit images of any "
            "size. The model card takes another size, and has some among its networks; on the command "
            "line --image-size sets it.",
            side=shape[0],
        )
    ]


def say_left_out(left_out: Sequence[str], work: int) -> str:
    """What was not tried and why, one sentence.

    Args:
        work: Multiply-adds for one image.
    """
    named = [*left_out]
    if len(left_out) > _MOST_NAMED + 1:
        del named[_MOST_NAMED:]
        named.append(tr("{count} other things", count=len(left_out) - _MOST_NAMED))
    return tr(
        "One image costs it {work} million multiply-adds, so trying ended early: not tried were "
        "{what}.",
        work=write_number(work / 1e6, ",.1f" if work < 1e7 else ",.0f"),
        what="; ".join(named),
    )


@dataclass(frozen=True)
class KerasSnapshot(NetworkSnapshot):
    """A net at one moment, computed by Keras: for the thread that owns that.

    Attributes:
        model: What computes.
    """

    model: Any = None

    def outputs(self, x: Floats) -> Floats:
        """As in NumPy, but for rounding."""
        return predict(self.model, self.prepare(x))


def compute_by_keras(snapshot: ModelSnapshot) -> ModelSnapshot:
    """The same nets to look at, the backprop net computed by Keras.

    Raises:
        ModelFileError: Keras cannot build it.
    """
    net = snapshot.bp
    if net is None:
        return snapshot
    model = build(net.network.architecture, net.weights)
    return replace(snapshot, bp=KerasSnapshot(net.network, net.weights, net.image_shape, model))


def _find_answer(candidates: Sequence[Candidate], loaded: Loaded) -> int:
    """Which of the networks that fit was taken, perhaps with other activations or channels."""
    for index, one in enumerate(candidates):
        if one.network == loaded.network:
            return index
    for index, one in enumerate(candidates):
        if one.text and loaded.text.startswith(one.text):
            return index
    return 0


def complete_weights(
    contents: Foreign,
    network: Architecture,
    weights: Mapping[str, Sequence[npt.NDArray[np.float32]]],
    text: str,
    errand: Errand | None = None,
) -> Opened:
    """Bare weights as those of a network that the user has completed.

    Raises:
        ModelFileError: Keras cannot build it.
        CalledOff: Somebody no longer wants it.
    """
    kept = {path: tuple(arrays) for path, arrays in weights.items()}
    unrefused = replace(contents.card, status=PARTLY, refused=())
    card = describe_answer(unrefused, network, (text,))
    return take_up(
        replace(contents, card=card, candidates=(Candidate(network, kept, text),), loose=()),
        errand=errand,
    )


def _ways(loaded: Loaded, role: str, title: str) -> tuple[tuple[Trial, ...], list[str]]:
    """The ways to choose from, the one in use first, and what to say of how it was chosen.

    Args:
        title: Of the images that were tried.
    """
    trials, network = loaded.trials, loaded.network
    if role == "autoencoder" and trials and trials[0].score < _GIVES_BACK:
        return _usual_first(trials, network, role)
    if role != "classifier":
        return trials, say_what_it_is(network, role, loaded)
    if trials and trials[0].count:
        if trials[0].score >= CHANCE:
            return trials, _say_little(loaded, title)
        tried = sum(trial.count > 0 for trial in trials)
        return trials, [
            tr(
                "It recognises nothing here: {tried} ways to hand images over were tried "
                "({which}), the best finds {best} of {count}. It may have learnt something else, "
                "or nothing yet; another way can be chosen in the model card.",
                tried=tried,
                which=tr("scales, black on white, turned, mirrored")
                if any(t.preprocessing.transposed or t.preprocessing.turned for t in trials)
                else tr("scales, black on white"),
                best=write_percent(trials[0].score),
                count=write_number(trials[0].count, ","),
            )
        ]
    usual, why = find_usual(network, role)
    if trials:
        return trials, []
    if usual is None:
        return trials, [why_untried(network)]
    ways = variants(flow(network).shapes[network.inputs[0]], CANVAS)
    untried = (usual, *(way for way in ways if way != usual))
    return tuple(Trial(way, -1.0) for way in untried), [
        why_untried(network),
        *filter(None, [say_digits_and_more(network)]),
        tr(
            "Its images are handed over as {way}: {why}. Another way can be chosen in the model "
            "card.",
            way=usual.text(),
            why=why,
        ),
    ]


def _say_little(loaded: Loaded, title: str) -> list[str]:
    """That a classifier recognises some images only, with what was tried; nothing of good ones."""
    trials = loaded.trials
    best = trials[0]
    if best.score >= _WELL:
        return []
    if best.score >= LITTLE:
        return [
            tr(
                "It recognises {share} of {count} images of {title} at best, as {way}. If it was "
                "better where it was trained, it may want them otherwise: the model card sets scale, "
                "turn and fit by hand.",
                share=write_percent(best.score),
                count=write_number(best.count, ","),
                title=title,
                way=best.preprocessing.text(),
            )
        ]
    said = [
        tr(
            "It recognises {share} of {count} images of {title} at best, as {way}: {tried} ways to "
            "hand them over were tried. It has learnt little yet, or wants them otherwise; another "
            "way can be chosen in the model card.",
            share=write_percent(best.score),
            count=write_number(best.count, ","),
            title=title,
            way=best.preprocessing.text(),
            tried=sum(trial.count > 0 for trial in trials),
        )
    ]
    if loaded.card.kind == WEIGHTS and not loaded.card.companion:
        said.append(tr("ReLU, tanh and sigmoid inside were tried: weights do not tell which."))
    return said


def _usual_first(
    trials: tuple[Trial, ...], network: Architecture, role: str
) -> tuple[tuple[Trial, ...], list[str]]:
    """Where no way to hand images over tells anything, the usual one is taken."""
    usual, _ = find_usual(network, role)
    first = [trial for trial in trials if trial.preprocessing == usual]
    others = (trial for trial in trials if trial.preprocessing != usual)
    words = tr(
        "It gives nothing of the images back: {tried} ways to hand them over were tried, and the "
        "mean of all images is nearer to each than what the best of them makes ({best} of "
        "variance). It may have learnt something else, or nothing yet; another way can be chosen "
        "in the model card.",
        tried=len(trials),
        best=write_percent(trials[0].score),
    )
    return (*first, *others), [words]


# From here on nothing is said of how much a classifier recognises.
_WELL = 0.9
# Share of variance given back below which an autoencoder is no better than the mean image.
_GIVES_BACK = 0.02

# From here on another order of the classes is believed: by chance it is a fifth of ten.
_ORDERED = 0.6
# Ways for which other orders are tried, and multiply-adds of one.
_MOST_ORDERED, _MOST_ORDER_WORK = 8, 5_000_000_000


def _sort_outputs(loaded: Loaded, on: Dataset, role: str) -> tuple[Loaded, tuple[str, ...], str]:
    """A classifier that recognises nothing, with its classes in the order that explains it.

    Returns:
        The network with the way that does best so in use, the names of its outputs, and what is
        said of them; as it was and nothing where no order explains it.
    """
    trials, nothing = loaded.trials, (loaded, (), "")
    if role != "classifier" or not trials or not trials[0].count or trials[0].score >= CHANCE:
        return nothing
    images, labels = sample(on)
    if not tells_classes(loaded.network, labels):
        return nothing
    # Of few images nearly every answer can be explained: many tell, as many as there is time for.
    step = max(1, len(images) * count_multiply_adds(loaded.network) // _MOST_ORDER_WORK)
    images, labels = images[::step], labels[::step]
    explained = []
    for trial in sorted(trials, key=lambda trial: -trial.in_order)[:_MOST_ORDERED]:
        if trial.in_order < _ORDERED:
            break
        out = loaded.predict(trial.preprocessing.apply(images)).reshape(len(images), -1)
        explained.append((assign_outputs(out.argmax(axis=1), labels, out.shape[1]), trial))
    if not explained:
        return nothing
    best = max(share for (_, share), _ in explained)
    if best < _ORDERED:
        return nothing
    # Of ways that are as good, as far as so many images tell, the commonest.
    margin = math.sqrt(best * (1 - best) / len(images))
    usual = list(variants(flow(loaded.network).shapes[loaded.network.inputs[0]], CANVAS))
    near = [one for one in explained if one[0][1] >= best - margin]
    (order, share), way = min(
        near,
        key=lambda one: (
            usual.index(one[1].preprocessing) if one[1].preprocessing in usual else len(usual)
        ),
    )
    first = replace(way, score=share, count=len(images))
    others = tuple(trial for trial in trials if trial is not way)
    remark = tr(
        "Its classes come in another order than those of {on_title}: so sorted, {share} "
        "of {count} are recognised as {way}.",
        on_title=on.title,
        share=write_percent(share),
        count=write_number(len(labels), ","),
        way=way.preprocessing.text(),
    )
    names = tuple(on.class_names[label] for label in order)
    return replace(loaded, trials=(first, *others)), names, remark


def _name_classes(
    loaded: Loaded, on: Dataset, count: int, role: str
) -> tuple[tuple[str, ...], str]:
    """Names of the outputs, and what is assumed by them, a sentence; empty where they are sure."""
    if role != "classifier" or not count:
        return tuple(map(str, range(count))), ""
    if loaded.trials and count == len(on.class_names):
        return on.class_names, ""
    names, what = name_outputs(count)
    if what and (why_no_pictures(loaded.network, role) or is_maybe_features(loaded.network)):
        return tuple(f"output {i}" for i in range(count)), ""  # no characters are read there
    if not what:
        return names, ""
    return names, (
        tr(
            "Its {count} outputs are called {first} to {last}: the file does not say, but {what} "
            "have as many.",
            count=count,
            first=names[0],
            last=names[-1],
            what=what,
        )
    )


def weights_of(loaded: Loaded, contents: Foreign, answer: int) -> dict[str, tuple[Any, ...]]:
    """The weights of a loaded model by the path of their layer."""
    built = variables_of(loaded.model, loaded.network)
    kept = contents.candidates[answer].weights
    weights = {path: tuple(np.asarray(a) for a in arrays) for path, arrays in kept.items()}
    for path, variables in built.items():
        weights[path] = tuple(np.array(keras.ops.convert_to_numpy(v)) for v in variables)
    return weights


_OPTIMIZERS = {"adam": "adam", "rmsprop": "rmsprop", "sgd": "sgd", "adagrad": "adagrad"}


def _spec(network: Network, card: Card, on: Dataset) -> ExperimentSpec:
    """An experiment that goes on as the file was trained, as far as it tells."""
    optimizer = _OPTIMIZERS.get(str(card.training.get("optimizer") or "").lower())
    rate = card.training.get("learning_rate")
    # The rate of another optimizer would mean something else; one below these limits was
    # what a schedule had come down to.
    if optimizer is None or not isinstance(rate, (int, float)) or not 1e-6 <= rate <= 100:
        rate = 1e-3
    return ExperimentSpec(
        name=Path(card.file).stem[:80],
        description=f"Opened from {card.file}.",
        algorithms="bp",
        batch_size=128,
        epochs=3,
        data=DataSpec(on.name if on.name in DATASETS else "mnist"),
        layers=(),
        bp=BackpropSpec(optimizer=optimizer or "adam", learning_rate=float(rate)),
        network=network,
    )


def _session(
    spec: ExperimentSpec,
    shape: DataShape,
    weights: Mapping[str, Sequence[npt.NDArray[Any]]],
    state: OptimizerState | None,
) -> tuple[Session | None, list[str]]:
    """A session that goes on with the weights, and what to say about it."""
    problems = spec_problems(spec, shape.num_inputs, shape.num_classes, shape.image_shape)
    if problems:
        return None, [tr("It cannot be trained here: {problem}", problem=problems[0].sentence)]
    try:
        session = Session(spec, None, shape, weights=weights)
    except FfstudioError as error:
        return None, [str(error)]
    notes = []
    if state is not None and session.bp is not None:
        notes.append(_take_up(session.bp, state))
    return session, notes


def _take_up(trainer: BackpropTrainer, state: OptimizerState) -> str:
    """Gives the trainer's optimizer the file's moments, where they fit."""
    ours = trainer.optimizers[0]
    try:
        theirs = revive_optimizer(trainer.model, state)
    except (FfstudioError, ValueError, TypeError) as error:
        return tr("Training goes on with a fresh optimizer: {error}", error=error)
    same = type(ours) is type(theirs) and [v.shape for v in ours.variables] == [
        v.shape for v in theirs.variables
    ]
    if not same:
        return tr("Training goes on with a fresh optimizer: the file's has other settings.")
    if not state.steps:
        return tr("Training goes on with a fresh optimizer: the file's remembers no step.")
    for variable, value in zip(ours.variables, theirs.variables, strict=True):
        variable.assign(value)
    return tr(
        "The optimizer goes on where it stood, after {state_steps} steps.",
        state_steps=write_number(state.steps, ","),
    )
