"""Random numbers inside a training step: the same whether XLA compiles it or not.

TensorFlow's own uniform floats are made of other bits of the same random words inside XLA and
outside; whole numbers are not, so floats are made of them here.
"""

from __future__ import annotations

from typing import Any

import tensorflow as tf

# What TensorFlow chooses by itself may be another one on another device.
_ALGORITHM = "philox"


def draw_uniform(shape: Any, seed: Any) -> Any:
    """Float32 numbers in [0, 1), multiples of 2⁻²⁴.

    Args:
        seed: Two whole numbers that decide them.
    """
    words = tf.random.stateless_uniform(
        shape, seed, minval=None, maxval=None, dtype=tf.int32, alg=_ALGORITHM
    )
    high = tf.bitwise.right_shift(tf.bitcast(words, tf.uint32), tf.constant(8, tf.uint32))
    return tf.cast(high, tf.float32) * 2.0**-24


def draw_whole(shape: Any, seed: Any, below: int) -> Any:
    """Whole numbers from 0 to ``below`` - 1, int32; ``seed`` as for :func:`draw_uniform`."""
    return tf.random.stateless_uniform(shape, seed, 0, below, dtype=tf.int32, alg=_ALGORITHM)
