"""Archives in which a model lies deeper than Keras puts it, and archives of other things."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence

from ffstudio.core.errors import ModelFileError
from ffstudio.core.words import tr

Members = Mapping[str, zipfile.ZipInfo]

_PARTS = ("config.json", "model.weights.h5")
_MODELS = (".h5", ".hdf5", ".keras", ".hdf", ".he5")
# Names that a sentence lists.
_MOST_NAMED = 3


def find_root(members: Members) -> str:
    """The one folder in which an archive has the parts of a ``.keras`` file, with a slash at its
    end: whoever unpacks one and packs the folder again gets that; else empty."""
    config = _PARTS[0]
    roots = [
        name.removesuffix(config)
        for name in _own(members)
        if name.endswith(f"/{config}") and name.removesuffix(config) + _PARTS[1] in members
    ]
    return roots[0] if len(roots) == 1 and config not in members else ""


def find_models(members: Members) -> list[str]:
    """Members that by their names are models, where the archive is none itself."""
    if any(part in members for part in _PARTS):
        return []
    return [name for name in _own(members) if name.lower().endswith(_MODELS)]


def has_architecture(members: Members) -> bool:
    """Whether an archive holds what may be the architecture of weights in it."""
    return any(name.lower().endswith((".json", ".yaml", ".yml")) for name in _own(members))


def refuse_models(names: Sequence[str]) -> ModelFileError:
    """That models in an archive are to be unpacked first."""
    listed = ", ".join(names[:_MOST_NAMED]) + (", …" if len(names) > _MOST_NAMED else "")
    return ModelFileError(
        tr("This archive is no model itself; it holds {names}.", names=listed),
        tr("Unpack it and open one of them.") if len(names) > 1 else tr("Unpack it and open that."),
    )


def check_is_of_keras(members: Members) -> None:
    """Names an archive of something else.

    Raises:
        ModelFileError: It is one.
    """
    names = _own(members)
    again = tr("Save the model again with model.save('model.keras') in Keras.")
    if any(part in members for part in _PARTS):
        return
    if any(name.rsplit("/", 1)[-1] == "saved_model.pb" for name in names):
        raise ModelFileError(tr("This archive holds a TensorFlow SavedModel."), again)
    if names and all(name.endswith(".npy") for name in names):
        raise ModelFileError(
            tr("This .npz holds arrays without a network."),
            tr(
                "An .npz opens where ffstudio has exported it: the network is in it too. Build the "
                "net in Keras, give it the arrays with set_weights and save it as .keras."
            ),
        )
    if "[Content_Types].xml" in members:
        raise ModelFileError(
            tr("This is a document of an office program."),
            tr("Choose a file that Keras has saved."),
        )


def _own(members: Members) -> list[str]:
    """Names without folders and without what macOS puts beside them."""
    return [
        name
        for name in members
        if not name.endswith("/")
        and not name.startswith("__MACOSX/")
        and not name.rsplit("/", 1)[-1].startswith("._")
    ]
