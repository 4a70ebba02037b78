"""How far apart a Forward-Forward net holds positive and negative data, layer by layer."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ffstudio.core.images.data import Samples
from ffstudio.core.look.ff_snapshot import FFSnapshot
from ffstudio.core.look.gaps import LayerGaps, label_gaps
from ffstudio.core.look.metrics import d_prime, overlap, separation_auc
from ffstudio.core.mathematics import random_wrong_labels

Values = npt.NDArray[np.float64]

MOST_IMAGES = 1000
_SEED = 20221213
# Activities at a time: every label of an image is a row of its own in each layer. Few large
# products take half as long as many small ones.
_MOST_ACTIVITIES = 16_000_000


@dataclass(frozen=True, eq=False)
class LayerSeparation:
    """Goodness of positive and negative data made of the same images, in one layer.

    Attributes:
        positive, negative: Finite values only.
        auc: Probability that a positive exceeds a negative.
        d_prime: Distance of the means in standard deviations.
        overlap: Shared area of the two histograms, 0–1.
        wins: Share of the images whose true label has more goodness than the wrong one
            (ties count half). Pair losses train this, not the distance of the histograms.
        own: Each image's gap between its true and its best wrong label; None where a layer's
            goodness knows no labels.
    """

    positive: Values
    negative: Values
    threshold: float
    auc: float
    d_prime: float
    overlap: float
    wins: float
    own: LayerGaps | None = None


def separation(net: FFSnapshot, samples: Samples) -> list[LayerSeparation]:
    """Measures up to 1,000 images; the same images and wrong labels at every call.

    Negative labels are random wrong ones, whatever the net was trained with, so that runs
    with different negative data can be compared; an unsupervised net's negatives are hybrids.
    """
    rng = np.random.default_rng(_SEED)
    count = min(len(samples), MOST_IMAGES)
    rows = np.sort(rng.choice(len(samples), count, replace=False))
    x, labels = samples.x[rows], samples.y[rows]
    wrong = random_wrong_labels(labels, net.num_classes, rng.random((count, 1)))
    size = sum(layer.output_size for layer in net.net.layers) * net.num_classes
    many = min(max(_MOST_ACTIVITIES // size, 20), MOST_IMAGES)
    parts = [slice(start, start + many) for start in range(0, max(count, 1), many)]
    with np.errstate(all="ignore"):  # diverged weights are told by the missing values
        compared = [net.contrast(x[part], labels[part], wrong[part], rng) for part in parts]
        positive, negative = (
            np.concatenate(halves, axis=1).astype(np.float64)
            for halves in zip(*compared, strict=True)
        )
        owned: list[LayerGaps | None] = [None] * len(net.layers)
        if not net.kind.no_gaps:
            scores = np.concatenate([net.label_goodness(x[part]) for part in parts])
            owned = list(label_gaps(scores, labels, rows))
    separations = []
    for layer, p, n, own in zip(net.layers, positive, negative, owned, strict=True):
        both = np.isfinite(p) & np.isfinite(n)
        gap = p[both] - n[both]
        wins = float(np.mean((gap > 0) + 0.5 * (gap == 0))) if len(gap) else float("nan")
        p, n = p[np.isfinite(p)], n[np.isfinite(n)]
        auc, distance, shared = separation_auc(p, n), d_prime(p, n), overlap(p, n)
        separations.append(LayerSeparation(p, n, layer.threshold, auc, distance, shared, wins, own))
    return separations
