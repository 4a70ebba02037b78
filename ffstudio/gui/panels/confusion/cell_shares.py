"""What the numbers of a matrix can be: counts, or shares of a row, a column or all."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ffstudio.core.words import say_all

MODES = say_all(
    {
        "counts": "Counts",
        "row": "% of true class",
        "column": "% of predicted class",
        "all": "% of all",
    }
)


def cell_shares(counts: npt.NDArray[np.generic], mode: str) -> npt.NDArray[np.float64]:
    """Counts (true × predicted) as shares of their row, column or all; 0 where there are none."""
    values = np.asarray(counts, np.float64)
    if mode == "row":
        total = values.sum(axis=1, keepdims=True)
    elif mode == "column":
        total = values.sum(axis=0, keepdims=True)
    else:
        total = values.sum(keepdims=True)
    return np.divide(values, total, out=np.zeros_like(values), where=total > 0)
