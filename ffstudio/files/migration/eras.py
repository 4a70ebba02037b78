"""Which Keras wrote a file, and what had to be changed to read it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

_KERAS_1 = {
    "output_dim", "nb_filter", "nb_row", "border_mode", "subsample", "dim_ordering", "init",
    "W_regularizer", "inner_init", "pool_length",
}  # fmt: skip


@dataclass(frozen=True)
class Era:
    """What a file says of its writer.

    Attributes:
        version: As written, like ``2.2.4-tf``; empty when it is not there.
        backend: ``tensorflow``, ``theano``, ``cntk``…; empty when it is not there.
        major: 1 (also for Keras 0), 2 (also for tf.keras) or 3.
    """

    version: str = ""
    backend: str = ""
    major: int = 2

    @classmethod
    def of(cls, version: str, backend: str, config: Any = None) -> Era:
        """From a file's marks, and from the configuration's spelling where there are none."""
        numbered = re.match(r"\s*(\d+)\.", version)
        if numbered:
            major = min(max(int(numbered[1]), 1), 3)
        elif config is None:
            # Keras itself takes weights without a version for Keras 1's.
            major = 1
        else:
            keys = _keys(config)
            if {"registered_name", "batch_shape"} <= keys or "build_config" in keys:
                major = 3
            else:
                major = 1 if keys & _KERAS_1 and "kernel_initializer" not in keys else 2
        return cls(version, backend.lower(), major)

    @property
    def writer(self) -> str:
        """For a reader."""
        if not self.version:
            return "an early Keras" if self.major == 1 else "Keras"
        name = "tf.keras" if self.version.endswith("-tf") else "Keras"
        if re.match(r"2\.([4-9]|1[0-9])\.", self.version):
            name = "tf.keras"
        return f"{name} {self.version.removesuffix('-tf')}"

    @property
    def convolves(self) -> bool:
        """True when kernels were used as in mathematics, mirrored: as Theano did."""
        return self.backend == "theano"


def _keys(config: Any, depth: int = 0) -> set[str]:
    if depth > 12:
        return set()
    keys: set[str] = set()
    if isinstance(config, dict):
        keys.update(config)
        for value in config.values():
            keys |= _keys(value, depth + 1)
    elif isinstance(config, list):
        for value in config[:200]:
            keys |= _keys(value, depth + 1)
    return keys


@dataclass
class Notes:
    """What was changed or left out on the way, each said once."""

    lines: list[str] = field(default_factory=list)
    turned: bool = False

    def add(self, line: str, *, turns: bool = False) -> None:
        """Keeps a line unless it is there.

        Args:
            turns: The weights lie otherwise than in the file from here on.
        """
        self.turned |= turns
        if line not in self.lines and len(self.lines) < 60:
            self.lines.append(line)
