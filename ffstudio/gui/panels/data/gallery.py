"""The gallery of positive and negative data, made off the window's thread."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.forward_forward import Pairs
from ffstudio.core.images.augmentation import augment, moves_images
from ffstudio.core.images.data import PreparedData
from ffstudio.core.images.data_spec import DataSpec
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.pairs import CHOSEN_BY_NET, make_pairs
from ffstudio.core.numbers import number_text
from ffstudio.core.words import tr


@dataclass(frozen=True)
class Gallery:
    """Pairs as a training step would make them, and what to know about them.

    Attributes:
        text: Who chose the labels, how many are wrong by chance, how images were changed.
    """

    pairs: Pairs
    text: str


def changes_text(spec: DataSpec) -> str:
    """What augmentation does, for a reader."""
    parts = []
    if spec.flip != "none":
        flips = {
            "horizontal": tr("mirrored left to right by chance"),
            "vertical": tr("mirrored top to bottom by chance"),
            "both": tr("mirrored both ways by chance"),
        }
        parts.append(flips[spec.flip])
    if spec.shift:
        parts.append(tr("moved by up to {shift} px", shift=spec.shift))
    if spec.rotation:
        parts.append(tr("turned by up to {rotation}°", rotation=number_text(spec.rotation)))
    if spec.zoom:
        parts.append(tr("up to {zoom}% larger or smaller", zoom=number_text(100 * spec.zoom)))
    if spec.elastic:
        parts.append(tr("bent by {elastic} px", elastic=number_text(spec.elastic)))
    if moves_images(spec) and spec.border != "zero":
        edge = tr("edges repeated outside")
        parts.append(edge if spec.border == "edge" else tr("mirrored images outside"))
    if spec.cutout:
        parts.append(tr("a square of {cutout}×{cutout} px covered", cutout=spec.cutout))
    if spec.dropped_pixels:
        parts.append(
            tr(
                "{dropped_pixels}% of the pixels dropped",
                dropped_pixels=number_text(100 * spec.dropped_pixels),
            )
        )
    return ", ".join(parts)


def make_gallery(
    data: PreparedData,
    spec: ExperimentSpec,
    changes: DataSpec | None,
    net: FFSnapshot | None,
    net_name: str,
    num_images: int,
    number: int,
) -> Gallery:
    """Pairs of some training images.

    Args:
        changes: What is done to training images; None for nothing.
        net: The net that is shown, which chooses hard negatives.
        net_name: What it is called; empty for one without a name.
        num_images: At most so many.
        number: Of the round: another one takes other images.
    """
    rng = np.random.default_rng([spec.seed, number, 7])
    rows = rng.permutation(len(data.train))[:num_images]
    x, y, second = data.train.x[rows], data.train.y[rows], None
    if changes is not None:
        if spec.ff.compares_views:
            second = augment(x, data.image_shape, changes, rng)
        x = augment(x, data.image_shape, changes, rng)
    pairs = make_pairs(x, y, data.shape, spec, net, rng, second)
    text = pairs.text
    if pairs.pictures and changes is not None:
        text += tr(
            "\nThe images are changed as in training: {changes_text}.",
            changes_text=changes_text(changes),
        )
    if net_name:
        chosen = tr(CHOSEN_BY_NET)
        text = text.replace(chosen, f"{chosen} ({net_name})")
    return Gallery(pairs, text)
