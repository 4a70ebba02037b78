"""The preset ``keras-ff`` against the published table of the Keras example.

    python tests/benchmarks/bench_published.py [EPOCHS]

Prints the FinalLoss of each epoch beside the published one and their difference in
percent; the first three must agree within 1%. Needs the real MNIST and about a minute
an epoch on two cores.
"""

from __future__ import annotations

import sys

from ffstudio import engine
from ffstudio.core.experiment.presets import preset
from ffstudio.core.images import datasets
from ffstudio.core.images.data import prepare
from ffstudio.core.run.events import EpochDone, Event

PUBLISHED = (0.7247, 0.7089, 0.6978, 0.6827, 0.6644, 0.6462, 0.6290, 0.6131, 0.5986, 0.5853)


def report(event: Event) -> None:
    if isinstance(event, EpochDone) and event.epoch <= len(PUBLISHED):
        known = PUBLISHED[event.epoch - 1]
        print(
            f"epoch {event.epoch}: FinalLoss {event.number('epoch_loss'):.4f}, published {known:.4f}, "
            f"{100 * (event.number('epoch_loss') / known - 1):+.2f}%, {event.seconds:.0f} s",
            flush=True,
        )


def main() -> None:
    epochs = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    spec = preset("keras-ff").replace(epochs=epochs)
    session = engine.Session(spec, prepare(datasets.load(spec.data), spec.data, spec.seed))
    session.run(report)


if __name__ == "__main__":
    main()
