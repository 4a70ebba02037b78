"""Which device trains, in words: told in About, by the self-test and in the results of a run."""

from __future__ import annotations

from dataclasses import dataclass

from ffstudio.core.words import tr


@dataclass(frozen=True)
class TrainingDevice:
    """What the engine found to train on.

    Attributes:
        gpus: Names of the graphics processors; the first one trains.
        num_cores: Cores of the processor that trains where there is none.
        grows: Whether the GPU's memory is taken as it is needed; False takes all of it.
    """

    gpus: tuple[str, ...] = ()
    num_cores: int = 1
    grows: bool = True

    @property
    def text(self) -> str:
        """For a reader, in whole sentences."""
        if not self.gpus:
            return tr(
                "Nets train on the processor (cores: {cores}): TensorFlow finds no GPU it can use.",
                cores=self.num_cores,
            )
        parts = [tr("Nets train on the GPU {name}.", name=self.gpus[0])]
        if not self.grows:
            parts.append(tr("All of its memory is taken at once."))
        if len(self.gpus) > 1:
            parts.append(tr("It is the first of {count}; the others idle.", count=len(self.gpus)))
        return " ".join(parts)
