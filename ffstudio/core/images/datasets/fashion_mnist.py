"""Fashion-MNIST."""

from __future__ import annotations

from ffstudio.core.images.appearance import Appearance
from ffstudio.core.images.dataset import DataShape
from ffstudio.core.images.datasets import published
from ffstudio.core.images.datasets.known import KnownDataset, PublishedFile

_SHAPE = DataShape(
    (28, 28),
    (
        "T-shirt/top",
        "Trouser",
        "Pullover",
        "Dress",
        "Coat",
        "Sandal",
        "Shirt",
        "Sneaker",
        "Bag",
        "Ankle boot",
    ),
    "Fashion-MNIST",
    Appearance(),
)

# Both are the publisher's; the first is encrypted.
_URL = "https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/"
_MIRROR = "http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"

FASHION_MNIST = KnownDataset(
    "fashion_mnist",
    "Fashion-MNIST",
    "70,000 pictures of clothes, 28×28.",
    lambda _: published.load("fashion_mnist", _SHAPE),
    _SHAPE,
    "Zalando SE; MIT licence.",
    downloads=tuple(
        PublishedFile(
            _URL + published.IDX_FILES[key],
            f"fashion-mnist/{published.IDX_FILES[key]}",
            "md5",
            digest,
            (_MIRROR + published.IDX_FILES[key],),
        )
        for key, digest in (
            ("x_train", "8d4fb7e6c68d591d4c3dfef9ec88bf0d"),
            ("y_train", "25c81989df183df01b3e8a0aad5dffbe"),
            ("x_test", "bef4ecab320f06d8554ea6380940ec79"),
            ("y_test", "bb300cfdad3c16e7a12a480ee83cd310"),
        )
    ),
)
