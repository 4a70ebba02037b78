"""IDX files, in which MNIST and Fashion-MNIST were first published."""

from ffstudio.core.images.containers.idx_format import read

__all__ = ["read"]
