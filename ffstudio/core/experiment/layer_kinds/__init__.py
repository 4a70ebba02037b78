"""The kinds of layers of the builder, a file each.

A new one is a file here and an entry in :data:`LAYER_KINDS`; builder, experiment files,
summary, costs and the trainer of backprop nets take it from there.
"""

from ffstudio.core.experiment.layer_kinds.batch_norm import BatchNorm
from ffstudio.core.experiment.layer_kinds.conv import Conv
from ffstudio.core.experiment.layer_kinds.dense import Dense
from ffstudio.core.experiment.layer_kinds.dropout import Dropout
from ffstudio.core.experiment.layer_kinds.flatten import Flatten
from ffstudio.core.experiment.layer_kinds.kind import LayerKind
from ffstudio.core.experiment.layer_kinds.local import Local
from ffstudio.core.experiment.layer_kinds.pooling import AveragePool, MaxPool
from ffstudio.core.experiment.layer_kinds.recurrent import GRU, LSTM, SimpleRNN

# In the order of the builder's list.
LAYER_KINDS: dict[str, LayerKind] = {
    kind.name: kind
    for kind in (
        Dense(),
        Conv(),
        Local(),
        MaxPool(),
        AveragePool(),
        SimpleRNN(),
        LSTM(),
        GRU(),
        Flatten(),
        Dropout(),
        BatchNorm(),
    )
}

__all__ = ["LAYER_KINDS", "LayerKind"]
