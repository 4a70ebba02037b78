"""Where nets start: initial weights that the seed decides."""

from __future__ import annotations

from collections.abc import Sequence

import keras
import numpy as np
import numpy.typing as npt

from ffstudio.core.describe.network import Network
from ffstudio.core.experiment.layer_kinds.kind import shortcut_name
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.experiment.stack import OUTPUT, initial_weights
from ffstudio.core.forward import Weights

# Each layer draws its initial weights from a stream of its own, so that the same layer
# of both nets starts with the same weights.
_SEEDS_PER_RUN = 1000


def initial_kernel(seed: int, layer: int, shape: Sequence[int]) -> npt.NDArray[np.float32]:
    """A kernel as a layer starts with it, in either net (Glorot and Bengio 2010, equation 16).

    Args:
        seed: Of the run.
        layer: 0-based; the number of hidden layers for the twin's output.
    """
    stream = (seed * _SEEDS_PER_RUN + layer) % (2**31)
    drawn = keras.initializers.GlorotUniform(seed=stream)(tuple(shape))
    return np.array(keras.ops.convert_to_numpy(drawn))


def initial_fields(seed: int, layer: int, shape: Sequence[int]) -> npt.NDArray[np.float32]:
    """Kernels of local fields (fields, patch, units) as either net starts with them.

    Each field's is drawn as a dense layer's would be: fields do not feed each other's units.
    """
    return initial_kernel(seed, layer, shape) * np.float32(np.sqrt(shape[0]))


def initial_projection(
    seed: int, layer: int, shape: Sequence[int], how: str
) -> npt.NDArray[np.float32]:
    """A layer's projection to the classes as it starts, or as it stays where it is ``fixed``.

    Args:
        layer: 0-based.
        shape: (features, classes).
        how: ``learnt`` (Glorot and Bengio 2010) or ``fixed``: normal with variance 1 / features,
            so that scores have the size of the features; ``running``: the same, each class's
            column brought to length 1.
    """
    if how == "learnt":
        return initial_kernel(seed, _SEEDS_PER_RUN // 2 + layer, shape)
    rng = np.random.default_rng([seed, layer])
    drawn = rng.standard_normal(tuple(shape)) / np.sqrt(shape[0])
    if how == "running":
        drawn /= np.linalg.norm(drawn, axis=0, keepdims=True)
    return drawn.astype(np.float32)


def initial_comparison(seed: int, layer: int, shape: Sequence[int]) -> npt.NDArray[np.float32]:
    """A layer's map of activities, which images are compared by, as it starts.

    Args:
        layer: 0-based.
    """
    return initial_kernel(seed, 3 * _SEEDS_PER_RUN // 4 + layer, shape)


def initial_shortcut(seed: int, layer: int, shape: Sequence[int]) -> npt.NDArray[np.float32]:
    """The matrix that a layer's shortcut goes through as it starts, in either net.

    Args:
        layer: 0-based.
    """
    return initial_kernel(seed, _SEEDS_PER_RUN // 4 + layer, shape)


def starting_weights(spec: ExperimentSpec, network: Network) -> Weights:
    """Initial weights of an experiment's backprop net, per path of a layer.

    A twin starts where its Forward-Forward net does; what only backprop can train has a
    stream of its own.

    With weights given by hand it starts with those.
    """
    weights = initial_weights(network.architecture, spec.seed)
    if spec.weights is not None:
        names = [*(f"{layer.kind}_{i + 1}" for i, layer in enumerate(spec.layers)), OUTPUT]
        for name, given in zip(names, spec.weights, strict=True):
            arrays = [np.array(given.kernel, np.float32), np.array(given.bias, np.float32)]
            weights[name] = [
                made if not given_array.size else given_array
                for made, given_array in zip(weights[name], arrays, strict=False)
            ]
        return weights
    if spec.is_network:
        return weights
    names = [*(f"{layer.kind}_{i + 1}" for i, layer in enumerate(spec.layers)), OUTPUT]
    for i, name in enumerate(names):
        kernel, bias = weights[name]
        is_local = i < len(spec.layers) and spec.layers[i].kind == "local"
        draw = initial_fields if is_local else initial_kernel
        weights[name] = [draw(spec.seed, i, kernel.shape), bias]
        if (beside := shortcut_name(name)) in weights:
            shape = weights[beside][0].shape
            weights[beside] = [initial_shortcut(spec.seed, i, shape)]
    return weights
