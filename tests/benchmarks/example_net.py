"""The Keras example ``forwardforward`` as a baseline: its published algorithm, plainly written.

784-500-500; the label over the first ten pixels with the image's maximum; unit-length
inputs; mean of squares; threshold 1.5; Adam 0.03 per layer; the full batch of 60,000; 50
updates of the first layer, then 50 of the second, in each ``fit`` epoch. Every product is
computed as the example does: positive and negative data one by one, label included.
"""

from __future__ import annotations

import keras
import tensorflow as tf

THRESHOLD, INNER, RATE, CLASSES = 1.5, 50, 0.03, 10


class ExampleLayer(keras.layers.Layer):
    """One dense layer with its own loss and optimizer."""

    def __init__(self, units: int) -> None:
        super().__init__()
        self.dense = keras.layers.Dense(units, activation="relu")
        self.optimizer = keras.optimizers.Adam(RATE)

    def call(self, x):
        return self.dense(x / (tf.norm(x, axis=1, keepdims=True) + 1e-4))

    def learn(self, positive, negative):
        """All updates of one epoch; then what goes up."""
        losses = []
        for _ in range(INNER):
            with tf.GradientTape() as tape:
                good = tf.reduce_mean(tf.square(self(positive)), 1)
                bad = tf.reduce_mean(tf.square(self(negative)), 1)
                gaps = tf.concat([THRESHOLD - good, bad - THRESHOLD], 0)
                loss = tf.reduce_mean(tf.math.log(1.0 + tf.exp(gaps)))
            variables = self.dense.trainable_weights
            gradients = tape.gradient(loss, variables)
            self.optimizer.apply_gradients(zip(gradients, variables, strict=True))
            losses.append(loss)
        return tf.reduce_mean(losses), self(positive), self(negative)


class ExampleNet(keras.Model):
    """The example's model; train it with ``fit`` and a batch of all images."""

    def __init__(self) -> None:
        super().__init__()
        self.steps = [ExampleLayer(500), ExampleLayer(500)]

    def build(self, shape) -> None:
        for step, width in zip(self.steps, (784, 500), strict=True):
            step.dense.build((None, width))
            step.optimizer.build(step.dense.trainable_weights)
        self.built = True

    def call(self, x):
        return x

    @staticmethod
    def overlay(x, y):
        label = tf.one_hot(y, CLASSES) * tf.reduce_max(x, axis=1, keepdims=True)
        return tf.concat([label, x[:, CLASSES:]], axis=1)

    def train_step(self, data):
        x, y = data
        positive = self.overlay(x, y)
        negative = self.overlay(x, tf.random.shuffle(y))
        total = 0.0
        for step in self.steps:
            loss, positive, negative = step.learn(positive, negative)
            total += loss
        return {"loss": total / len(self.steps)}
