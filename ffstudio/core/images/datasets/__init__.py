"""Data sets: found on disk, bundled, generated, or downloaded on request."""

from __future__ import annotations

from ffstudio.core.experiment.spec import DataSpec
from ffstudio.core.images.data import Dataset
from ffstudio.core.images.datasets import camera, digits, mnist, npz
from ffstudio.core.images.datasets.folders import data_folder, search_folders

ATTRIBUTIONS: dict[str, str] = {
    "MNIST": "Y. LeCun, C. Cortes and C. Burges; CC BY-SA 3.0 as stated in the Keras documentation.",
    "Fashion-MNIST": "Zalando SE; MIT licence.",
    "Bundled digits": "E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits, UCI "
    "Machine Learning Repository; CC BY 4.0; the copy that scikit-learn ships.",
}

__all__ = ["ATTRIBUTIONS", "data_folder", "load", "search_folders"]


def load(spec: DataSpec) -> Dataset:
    """Finds and reads a data set; never downloads.

    Raises:
        DatasetError: It is not on this computer, or the file is not as it should be.
    """
    if spec.name == "digits":
        return digits.load()
    if spec.name == "camera":
        return camera.load()
    if spec.name == "file":
        return npz.read(spec.path)
    return mnist.load(spec.name)
