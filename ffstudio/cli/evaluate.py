"""``ffstudio evaluate``: how well a saved model does on a test set."""

from __future__ import annotations

import argparse
import dataclasses
import math
import sys
from pathlib import Path
from typing import Any

import numpy as np

from ffstudio.cli.class_names import few, knows_its_classes, name_classes, read_names
from ffstudio.cli.codes import OK
from ffstudio.cli.data_report import data_facts, say_if_data, tell_of_data
from ffstudio.cli.subcommand import (
    IMAGE_SIZE,
    Subcommand,
    add_data_folder,
    look_in,
    read_image_size,
)
from ffstudio.cli.terminal import tell_what_is_done
from ffstudio.core.describe.kinds_of_nets import find_usual, say_digits_and_more
from ffstudio.core.describe.roles import name_outputs
from ffstudio.core.describe.two_classes import SHARE, find_two_classes, give_two_outputs
from ffstudio.core.describe.work import SEARCH_WORK, count_affordable
from ffstudio.core.errand import Errand
from ffstudio.core.errors import ModelFileError, SpecError
from ffstudio.core.image_shape import COLOURS, is_coloured
from ffstudio.core.images import datasets
from ffstudio.core.images.data import PreparedData, Samples, prepare
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.images.dataset import Dataset
from ffstudio.core.images.datasets import own_path
from ffstudio.core.images.streaming import join_images
from ffstudio.core.images.understanding.colours import KEPT
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.fixed_sample import FixedSample, draw_sample
from ffstudio.core.look.metrics import confusion_counts
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.core.look.other_images import Taken, take_as_net
from ffstudio.core.look.snapshot import ModelSnapshot
from ffstudio.core.look.vote_choice import choose_votes, say_choice
from ffstudio.core.mathematics.layer_choice import why_no_weights
from ffstudio.core.numbers import write_json, write_percent
from ffstudio.core.run.judging import interval

# Multiply-adds from which on starting Keras is worth its seconds.
_WORTH_KERAS = 30e9


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A model, and images if not its own."""
    parser.add_argument("model", metavar="MODEL", type=Path)
    parser.add_argument(
        "--dataset", metavar="NAME", help="data set's name, or a file or folder of data"
    )
    add_data_folder(parser)
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="ff.votes=VALUE",
        dest="settings",
        help="which Forward-Forward layers vote: all, last, 3, 2-4, a weight for each (0,1,0.5), or "
        "best or fit: the range, or the weights, that do best on the images held back for "
        "validation when the model was trained",
    )
    parser.add_argument(
        "--classes",
        metavar="NAME,NAME,…",
        help="what the net's outputs stand for, in order, where its file does not say",
    )
    parser.add_argument(
        "--role",
        choices=["classifier"],
        help="what a net is for, where its file does not say",
    )
    parser.add_argument(
        "--image-size",
        type=read_image_size,
        metavar="PIXELS",
        help=IMAGE_SIZE,
    )
    parser.add_argument(
        "--all",
        action="store_true",
        help="judge all images and try every way to hand them over, however long that takes: "
        "of nets to which one image costs much a sample is judged else, with the interval in which "
        "the accuracy on all lies",
    )
    parser.add_argument("--json", action="store_true")


def run(options: argparse.Namespace) -> int:
    """Judges it and prints what it recognises."""
    look_in(options.data)
    model = _to_judge(options)
    chosen = options.dataset or (
        str(options.data) if options.data and own_path(options.data) else None
    )
    nets, one_number = _as_classifier(model, options.model.name, bool(chosen))
    data_spec = model.spec.data if model.spec is not None else DataSpec()
    if chosen:
        names = [name for name, known in datasets.DATASETS.items() if not known.needs_file]
        if chosen in names:
            data_spec = DataSpec(chosen)
        elif (own := datasets.data_set_of_file(chosen)) is not None:
            data_spec = DataSpec(own.name, chosen)
        elif Path(chosen).exists():
            data_spec = DataSpec("file", chosen)  # whose reader says what it is
        else:
            raise SpecError(
                f"There is no data set {chosen!r}.",
                f"Known are {', '.join(names)}, or give a file or folder of data.",
            )
    if chosen and chosen not in datasets.DATASETS and _takes_colours(nets, model):
        data_spec = dataclasses.replace(data_spec, colours=KEPT)
    dataset = datasets.load(data_spec)
    if options.data and not chosen and not _lies_in(dataset, options.data):
        print(
            f"Nothing in {options.data} is a data set by itself, or {dataset.title}: judged on "
            f"{dataset.title} from elsewhere. Give the file of your data with --data.",
            file=sys.stderr,
        )
    if dataset.held_out and model.spec is not None and data_spec.path != model.spec.data.path:
        dataset = _put_together(dataset)  # the model has learnt from none of it
    spec = DataSpec(
        data_spec.name,
        data_spec.path,
        range=data_spec.range,
        transposed=data_spec.transposed,
        colours=data_spec.colours,
    )
    data = prepare(dataset, spec, 0, to_train=False)
    tell_of_data(data)
    if data.num_classes != nets.num_classes and not chosen:
        eleven = say_digits_and_more(nets.bp.network.architecture) if nets.bp is not None else ""
        raise SpecError(
            f"No data set here has the {nets.num_classes} classes of {options.model.name}, so what "
            "it recognises cannot be tried.",
            " ".join(filter(None, ["Give images of its own classes with --dataset.", eleven])),
        )
    given_names = read_names(options.classes)
    nets, guess = name_classes(
        nets, model, data, given_names, options.model.name, _say_half(one_number, data)
    )
    notes = tuple(getattr(model, "notes", ()))
    is_untried = not knows_its_classes(model) and (
        bool(given_names or model.instead) or model.tried_on != data.title
    )
    given = _try_given(nets, data, model, options) if chosen and is_untried else None
    if given is not None:
        nets, taken = _compute_quickly(given.nets, data), given.taken
        notes = (*given.notes, *(note for note in notes if note not in model.instead))
    else:
        nets = _compute_quickly(nets, data)
        taken = take_as_net(data, nets, model.spec)
    if taken is None:
        raise SpecError(
            f"{data.title} has {data.num_inputs} pixels and the classes {few(data.class_names)}; "
            f"the model takes {nets.num_inputs} and knows {few(nets.class_names)}.",
            "Choose another data set with --dataset.",
        )
    if not len(taken.data.test):
        raise SpecError(f"{data.title} has no test image of a class of the model.", "")
    work = nets.bp.work if nets.bp is not None else 0
    total = len(taken.data.test)
    drawn = draw_sample(
        taken.data.test, "test", total if options.all else count_affordable(work, total)
    )
    test = taken.data.test if drawn.is_whole else drawn.samples
    _tell_tried(taken)
    if taken.matching.text:
        print(f"{data.title}: {taken.matching.text}", file=sys.stderr)
    if taken.text:
        print(f"{data.title}: {taken.text}", file=sys.stderr)
    result: dict[str, Any] = {
        "model": str(options.model),
        "data": data.title,
        "images": len(test),
        "images_in_set": total,
        "is_sample": not drawn.is_whole,
        "class_names": list(nets.class_names),
        "classes_left_out": list(taken.matching.missing),
        **data_facts(data),
    }
    if options.settings:
        nets, said = _change_votes(options.settings, model, dataset)
        result["votes"] = said
    with tell_what_is_done(options.json) as tell:
        errand = Errand(lambda stage: tell(stage.sentence()))
        ff = _judge(nets.ff, test, nets.num_classes, errand) if nets.ff is not None else None
        bp = _judge(nets.bp, test, nets.num_classes, errand) if nets.bp is not None else None
    if not drawn.is_whole:
        for judged in (ff, bp):
            if judged:
                judged["interval"] = interval(judged["accuracy"], len(test))
    is_stranger = model.spec is not None and model.spec.network is not None
    way = nets.bp.network.preprocessing if is_stranger and nets.bp is not None else None
    if way is not None:
        result["preprocessing"] = way.text()
    result.update(ff or bp or {})
    if ff and bp:
        result["bp"] = bp
    plain: dict[str, float] = {}
    if taken.handing.changes:
        result["pictures"] = taken.handing.text
    if taken.handing.changes and taken.plain is not None:
        come = taken.plain.test
        if not drawn.is_whole:
            come = Samples(come.x[drawn.rows], come.y[drawn.rows])
        plain = {
            name: net.judge(come).accuracy
            for name, net in (("ff", nets.ff), ("bp", nets.bp))
            if net is not None
        }
        result["as_they_come"] = plain
    card = getattr(model, "card", None)
    assumed: tuple[str, ...] = card.assumed if card is not None else ()
    networks = len(getattr(model, "answers", ()))
    if assumed:
        result["assumed"], result["networks"] = list(assumed), networks
    if guess:
        result["guessed"] = guess
    if notes:
        result["notes"] = list(notes)
    if options.json:
        print(write_json(result))
        return OK
    for label, name, judged in (("Forward-Forward", "ff", ff), ("Backprop", "bp", bp)):
        if judged:
            guessed = f"; {guess}: a guess, --classes gives other names" if guess else ""
            print(_say_accuracy(label, judged, data.title, drawn) + guessed)
            if name in plain:
                print(f"    handed over as they come: {write_percent(plain[name], 2)}")
            for i, value in enumerate(judged["layer_accuracy"] or []):
                print(f"    layer {i + 1} alone: {write_percent(value, 2)}")
            if name == "ff" and "votes" in result:
                print(f"    {result['votes']['text']}")
            if judged.get("read_out_accuracy") is not None:
                print(f"    linear read-out: {write_percent(judged['read_out_accuracy'], 2)}")
    if taken.handing.changes:
        print(f"    {taken.handing.text}")
    if not drawn.is_whole:
        print(
            f"    One image costs the net {work / 1e6:,.0f} million multiply-adds, so a sample was "
            "judged, always the same; --all judges all."
        )
    if way is not None:
        print(f"    images as {way.text()}")
    if assumed:
        print(f"    assumed: {'; '.join(assumed)}")
    if networks > 1 and not model.card.companion and any(one.count for one in model.trials):
        print(f"    {networks} networks fit its weights; the one that does best here was taken.")
    for note in notes:
        print(f"    {note}")
    if getattr(model, "left_out", ()):
        print("    --all tries all of it.")
    return OK


def _say_accuracy(label: str, judged: dict[str, Any], title: str, drawn: FixedSample) -> str:
    """How much a net recognises, and of how many images that is known."""
    if drawn.is_whole:
        return (
            f"{label}: {write_percent(judged['accuracy'], 2)} on {title} ({drawn.total:,} images)"
        )
    low, high = judged["interval"]
    return (
        f"{label}: {write_percent(judged['accuracy'])} of a sample of {len(drawn):,} of {drawn.total:,} images "
        f"of {title}; of all of them {write_percent(low)} to {write_percent(high)} (95%)"
    )


def _as_classifier(model: Any, file: str, is_given: bool) -> tuple[ModelSnapshot, str]:
    """The nets to judge, those that part two classes by one number with an output for each, and
    what that number is.

    Args:
        file: What the model is called.
        is_given: Somebody gives images of their classes.

    Raises:
        ModelFileError: They recognise no classes, or of no pictures.
    """
    nets: ModelSnapshot = model.snapshot
    card = getattr(model, "card", None)
    if card is None or nets.bp is None:
        return nets, ""
    network = nets.bp.network
    said = " ".join(model.instead)
    if nets.role == "classifier":
        if nets.why_no_pictures:
            raise ModelFileError(
                f"{file}: {nets.why_no_pictures}",
                "It can be judged on no images; see ffstudio inspect.",
            )
        return nets, ""
    what = find_two_classes(network.architecture, nets.role, card.training)
    if what and not nets.why_no_pictures and is_given:
        architecture, weights = give_two_outputs(network.architecture, nets.bp.weights, what)
        network = dataclasses.replace(network, architecture=architecture, role="classifier")
        if network.preprocessing is None:
            usual, _ = find_usual(architecture, "classifier")
            network = dataclasses.replace(network, preprocessing=usual)
        widened = dataclasses.replace(nets.bp, network=network, weights=weights)
        return dataclasses.replace(nets, bp=widened, class_names=name_outputs(2)[0]), what
    if "classifier" in card.other_roles:
        advice = "Its file does not say; if it is one, add --role classifier."
    else:
        advice = said or "See ffstudio inspect."
    raise ModelFileError(f"{file} is no classifier but: {nets.role}.", advice)


def _say_half(what: str, data: PreparedData) -> str:
    """What parts the two classes of a net that answers with one number; empty for all others."""
    if not what or data.num_classes != 2:
        return ""
    low, high = data.class_names
    return f" ({low} below {'0.5' if what == SHARE else '0'}, {high} above)"


def _takes_colours(nets: ModelSnapshot, model: Any) -> bool:
    """Whether nets see colours: ours learnt so, or a stranger's takes three channels."""
    way = nets.bp.network.preprocessing if nets.bp is not None else None
    if way is None or knows_its_classes(model):
        return is_coloured(nets.image_shape)
    return math.prod(way.shape) == COLOURS * math.prod(way.size)


def _try_given(
    nets: ModelSnapshot, data: PreparedData, model: Any, options: argparse.Namespace
) -> Any:
    """Images that a stranger's net has not been tried on, in the way in which it recognises them."""
    from ffstudio.engine.strangers.given_images import try_companions

    with tell_what_is_done(options.json) as tell:
        errand = Errand(lambda stage: tell(stage.sentence()))
        errand.allow(math.inf if options.all else SEARCH_WORK)
        is_known = bool(model.card.images)
        return try_companions(nets, model.contents.candidates, model.answer, data, errand, is_known)


def _compute_quickly(nets: ModelSnapshot, data: PreparedData) -> ModelSnapshot:
    """The same nets; those that would keep NumPy busy for long are computed by Keras."""
    if nets.bp is None or nets.bp.why_no_pictures:
        return nets
    if count_affordable(nets.bp.work, len(data.test)) * nets.bp.work < _WORTH_KERAS:
        return nets
    from ffstudio.engine.strangers.opened import compute_by_keras

    return compute_by_keras(nets)


def _lies_in(dataset: Dataset, folder: Path) -> bool:
    """Whether a data set was read from a folder."""
    return Path(dataset.source.split(" (")[0]).absolute().is_relative_to(folder.absolute())


def _put_together(dataset: Dataset) -> Dataset:
    """All images of a set that came without test images, as test images."""
    return dataclasses.replace(
        dataset,
        x_test=join_images(dataset.x_train, dataset.x_test),
        y_test=np.concatenate([dataset.y_train, dataset.y_test]),
        notes=tuple(note for note in dataset.notes if "were held back as one" not in note),
    )


def _tell_tried(taken: Taken) -> None:
    """What was tried to read labels and pictures; nothing where there was no question."""
    if len(taken.tried) < 2:
        return
    for one in taken.tried:
        is_best = one is taken.tried[0]
        what = "; ".join(filter(None, [one.matching.how, one.handing.text])) or "as they come"
        chosen = " and chosen" if is_best else ""
        print(f"Tried{chosen}: {what}: {write_percent(one.share)} right", file=sys.stderr)


def _change_votes(settings: list[str], model: Any, dataset: Dataset) -> tuple[Any, dict[str, Any]]:
    """The nets with other layers voting, and what was chosen.

    Raises:
        SpecError: That cannot be set, is no choice of layers, or there are no images to choose on.
    """
    nets = model.snapshot
    name, _, votes = settings[-1].partition("=")
    if (
        name.strip() != "ff.votes"
        or not votes
        or any(not s.startswith("ff.votes") for s in settings)
    ):
        raise SpecError(
            f"A saved model is judged as it is: {settings[-1]!r} cannot be set.",
            "Only ff.votes can: which layers vote.",
        )
    if nets.ff is None or nets.ff.kind.scores_are_logits:
        raise SpecError("This model has no Forward-Forward layers that vote.", "Leave out --set.")
    votes = votes.strip()
    said: dict[str, Any] = {}
    if votes in ("best", "fit"):
        held = prepare(dataset, model.spec.data, model.spec.seed, to_train=False).validation
        if not len(held):
            raise SpecError(
                "The model was trained without images held back, so its layers cannot be chosen.",
                "Train with --set data.validation=0.1, or name the layers that vote.",
            )
        choice = choose_votes(nets.ff, draw_sample(held, "validation", len(held)), votes == "fit")
        votes = choice.votes
        said = {
            "validation_accuracy": choice.accuracy,
            "validation_images": choice.images,
            "text": say_choice(choice),
        }
    why = why_no_weights(votes, len(nets.ff.layers))
    if why:
        raise SpecError(f"ff.votes {why}.", "Correct --set.")
    changed = dataclasses.replace(nets, ff=dataclasses.replace(nets.ff, votes=votes))
    return changed, {"votes": votes, "text": f"Layers that vote: {votes}.", **said}


def _to_judge(options: argparse.Namespace) -> Any:
    """A model of ours, or a stranger's with the preprocessing that suits it: spec, snapshot."""
    from ffstudio.core.describe.cards import OTHER, OURS
    from ffstudio.files.foreign import sandbox
    from ffstudio.files.foreign.image_sides import find_side
    from ffstudio.files.ours.archive import read_archive

    path: Path = options.model
    contents = sandbox.examine(path)
    if options.image_size is not None and contents.card.kind == OURS:
        raise SpecError(f"{path.name} says of what size its images are.", "Leave --image-size out.")
    if contents.card.kind == OURS:
        archive = read_archive(path, contents.digest)
        for note in archive.notes:
            print(f"{path.name}: {note}", file=sys.stderr)
        return archive
    if contents.card.kind == OTHER and (said := say_if_data(path)):
        raise ModelFileError(said, "")
    from ffstudio.engine.strangers.opened import take_up

    among = 0
    with tell_what_is_done(options.json) as tell:
        errand = Errand(lambda stage: tell(stage.sentence()))
        if options.image_size is not None:
            contents, among = find_side(path, contents, options.image_size, errand)
        card = dataclasses.replace(contents.card, chosen_role=options.role or "")
        opened = take_up(
            dataclasses.replace(contents, card=card),
            errand=errand,
            class_names=read_names(options.classes),
            tries_all=options.all,
            among=among,
        )
    if opened.card.unsaid_role:
        print(f"{path.name}: {opened.card.unsaid_role}", file=sys.stderr)
    return opened


def _judge(
    net: FFSnapshot | NetworkSnapshot, samples: Samples, num_classes: int, errand: Errand
) -> dict[str, Any]:
    judged = net.judge(samples, errand)
    confusion = confusion_counts(samples.y, judged.predictions, num_classes).tolist()
    result: dict[str, Any] = {"accuracy": judged.accuracy}
    if not judged.layer_accuracy:
        return {**result, "confusion": confusion, "layer_accuracy": None}
    return {
        **result,
        "read_out_accuracy": judged.read_out_accuracy,
        "confusion": confusion,
        "layer_accuracy": list(judged.layer_accuracy),
        "cumulative_accuracy": list(judged.cumulative_accuracy),
    }


COMMAND = Subcommand("judge a saved model on a test set", add_arguments, run)
