"""Initial weights of a described network."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from ffstudio.core.architecture import Architecture, flow


def initial_weights(network: Architecture, seed: int) -> dict[str, list[npt.NDArray[np.float32]]]:
    """Glorot-uniform kernels; zeros and ones for the rest."""
    found: dict[str, list[npt.NDArray[np.float32]]] = {}
    rng = np.random.default_rng([seed, 0x1417])
    for weights in flow(network).weights.values():
        for weight in weights:
            if weight.role in ("gamma", "moving_variance", "variance"):
                array = np.ones(weight.shape, np.float32)
            elif "kernel" in weight.role or weight.role == "embeddings":
                fan = math.prod(weight.shape[:-2]) * sum(weight.shape[-2:])
                limit = math.sqrt(6 / fan)
                array = rng.uniform(-limit, limit, weight.shape).astype(np.float32)
            else:
                array = np.zeros(weight.shape, np.float32)
            found.setdefault(weight.layer, []).append(array)
    return found
