"""MNIST."""

from __future__ import annotations

from ffstudio.core.images.appearance import Appearance
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.images.datasets import published
from ffstudio.core.images.datasets.known import KnownDataset, PublishedFile

_SHAPE = DataShape((28, 28), tuple("0123456789"), "MNIST", Appearance())

MNIST = KnownDataset(
    "mnist",
    "MNIST",
    "70,000 handwritten digits, 28×28.",
    lambda _: published.load("mnist", _SHAPE),
    _SHAPE,
    "Y. LeCun, C. Cortes and C. Burges; CC BY-SA 3.0 as stated in the Keras documentation.",
    downloads=(
        PublishedFile(
            "https://storage.googleapis.com/tensorflow/tf-keras-datasets/mnist.npz",
            "mnist.npz",
            "sha256",
            "731c5ac602752760c8e48fbffcf8c3b850d9dc2a2aedcf2cc48468fc17b673d1",
        ),
    ),
)
