"""Training speed: seconds per epoch against the machine's own matrix product and Keras.

    python tests/benchmarks/bench_engine.py

All figures come from one run: the sgemm rate; an epoch of Forward-Forward with random,
hard and first-layer hard negatives, and of backprop, on 784-500-500; a step of each variant
on 784-1000-1000; the backprop twin 784-512-512-10 with batch 128 against ``model.fit`` of the same
Keras model; the preset ``keras-ff``, whose batch is all 60,000 images; scoring ten labels of 10,000
images; layers that score classes by a projection: dense ones against sgemm, convolutions against the same
convolutions and their kernels' gradients alone. Needs the real MNIST.
"""

from __future__ import annotations

import dataclasses
import time

import keras
import numpy as np
import tensorflow as tf

from ffstudio.core.experiment.layers import LayerSpec
from ffstudio.core.experiment.presets import preset
from ffstudio.core.experiment.sizes import layer_shapes
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.experiment.training_work import count_training_work
from ffstudio.core.images import datasets
from ffstudio.core.images.data import PreparedData, prepare
from ffstudio.engine.forward_forward.ff_trainer import ForwardForwardTrainer
from ffstudio.engine.training.backprop import BackpropTrainer
from ffstudio.engine.training.trainer import TrainingData


def best(function, repeats: int = 5) -> float:
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        function()
        times.append(time.perf_counter() - start)
    return min(times)


def sgemm_rate() -> float:
    a, b = tf.random.normal((4096, 784)), tf.random.normal((784, 500))
    product = tf.function(lambda: tf.matmul(a, b), jit_compile=True)
    product()
    return 2 * 4096 * 784 * 500 / best(lambda: product().numpy(), 20) / 1e9


def epoch_s(trainer, data: TrainingData) -> float:
    """Median step after compiling, times the steps of an epoch."""
    trainer.attach(data)
    for _ in range(5):
        trainer.train_step(1.0, 0.0)
    times = []
    for _ in range(80):
        start = time.perf_counter()
        trainer.train_step(1.0, 0.0)
        times.append(time.perf_counter() - start)
    return float(np.median(times)) * trainer.steps_per_epoch


# Forward-Forward settings of 784-1000-1000, batch 256, whose steps are to run at 60% of sgemm.
VARIANTS = {
    "pairs of images": {"negatives": "other_image", "normalisation": "standard"},
    "hybrid images": {"negatives": "hybrid"},
    "cross-entropy by a projection": {"goodness": "projection"},
    "prototypes of the classes": {"goodness": "prototypes"},
    "similarity matching": {"goodness": "projection", "class_loss": "similarity"},
    "predsim": {"goodness": "projection", "class_loss": "predsim"},
    "supervised contrastive": {"goodness": "projection", "class_loss": "contrastive"},
    "largest squares": {"goodness": "top_k"},
    "entmax": {"goodness": "entmax"},
    "kurtosis": {"goodness": "kurtosis"},
}


def bench_variants(spec: ExperimentSpec, prepared: PreparedData, rate: float) -> None:
    """Each variant's step against the machine's matrix product, measured right beside it."""
    layers = (LayerSpec(units=1000), LayerSpec(units=1000))
    for name, changes in VARIANTS.items():
        ff = dataclasses.replace(spec.ff, negatives="random", label_scale=1.0)
        variant = spec.replace(
            algorithms="ff", layers=layers, ff=dataclasses.replace(ff, **changes)
        )
        trainer = ForwardForwardTrainer(variant, prepared.shape)
        data = TrainingData(prepared, variant.batch_size, variant.seed)
        step = epoch_s(trainer, data) / trainer.steps_per_epoch
        work = 2 * count_training_work(variant, prepared.shape).per_step("ff")
        now = max(rate, sgemm_rate())
        print(
            f"{name}: {1000 * step:.1f} ms a step, {work / step / 1e9 / now:.0%} of the sgemm rate"
        )


def bench_full_batch(prepared: PreparedData, updates: int = 8) -> None:
    """Updates of ``keras-ff``, first those of layer 1, then those of layer 2, and an epoch's share."""
    spec = preset("keras-ff")
    inner = spec.ff.inner_steps
    short = spec.replace(ff=dataclasses.replace(spec.ff, inner_steps=updates))
    trainer = ForwardForwardTrainer(short, prepared.shape)
    trainer.attach(TrainingData(prepared, short.batch_size, short.seed))
    rate, seconds, products = sgemm_rate(), 0.0, 0.0
    work = count_training_work(short, prepared.shape, len(prepared.train))
    for i in range(len(short.layers)):
        times = []
        for _ in range(updates):
            start = time.perf_counter()
            trainer.train_step(1.0, 0.0)
            times.append(time.perf_counter() - start)
        rate = max(rate, sgemm_rate())
        # The first one compiles, and passes the batch through the layers below.
        step = float(np.median(times[1:]))
        own = 2 * work.layers[i].ff * work.batch
        print(
            f"keras-ff, layer {i + 1}: {step:.3f} s an update, {own / step / 1e9 / rate:.0%} of sgemm"
        )
        seconds += inner * step
        products += inner * own
    print(
        f"keras-ff: {seconds:.0f} s for the {products / 1e12:.1f} TFLOP of an epoch's updates, "
        f"{products / seconds / 1e9 / rate:.0%} of the sgemm rate ({rate:.0f} GFLOP/s)"
    )


def convolutions_s(spec, prepared) -> float:
    """Forward and kernel gradient of a net's convolutions alone, on a batch: seconds."""
    rng = np.random.default_rng(0)
    below, work = (*prepared.image_shape, 1), []
    for layer, after in zip(spec.layers, layer_shapes(spec, prepared.image_shape), strict=True):
        x = tf.constant(rng.random((spec.batch_size, *below)), tf.float32)
        kernel = tf.constant(rng.random((3, 3, below[-1], layer.units)), tf.float32)
        error = tf.constant(rng.random((spec.batch_size, *below[:2], layer.units)), tf.float32)
        work.append((x, kernel, error))
        below = after

    @tf.function
    def compute():
        return [
            (
                tf.nn.conv2d(x, kernel, 1, "SAME"),
                tf.raw_ops.Conv2DBackpropFilter(
                    input=x, filter_sizes=kernel.shape, out_backprop=error,
                    strides=[1, 1, 1, 1], padding="SAME",
                ),
            )
            for x, kernel, error in work
        ]  # fmt: skip

    compute()
    return best(lambda: compute()[-1][-1].numpy(), 20)


def measure_projections(rate: float) -> None:
    """Learnt and random projections to the classes."""
    spec = preset("mono-forward")
    prepared = prepare(datasets.load(spec.data), spec.data, spec.seed)
    data = TrainingData(prepared, spec.batch_size, spec.seed)
    seconds = epoch_s(ForwardForwardTrainer(spec, prepared.shape), data)
    work = count_training_work(spec, prepared.shape).per_step("ff") / spec.batch_size
    share = 2 * work * len(prepared.train) / seconds / 1e9 / rate
    print(f"mono-forward, batch {spec.batch_size}: {seconds:.2f} s an epoch, {share:.0%} of sgemm")
    for name, goodness in (("ff-spatial", "spatial"), ("ff-spatial", "projection")):
        spec = preset(name)
        plain = dataclasses.replace(spec.data, shift=0, rotation=0.0, zoom=0.0)
        spec = spec.replace(data=plain, ff=dataclasses.replace(spec.ff, goodness=goodness))
        data = TrainingData(prepared, spec.batch_size, spec.seed)
        trainer = ForwardForwardTrainer(spec, prepared.shape)
        step = epoch_s(trainer, data) / trainer.steps_per_epoch
        alone = convolutions_s(spec, prepared)
        print(
            f"{name}, {goodness}: {1e3 * step:.0f} ms a step, its convolutions alone "
            f"{1e3 * alone:.0f} ms: {alone / step:.0%}"
        )


def main() -> None:
    spec = preset("ff-fast").replace(algorithms="both")
    prepared = prepare(datasets.load(spec.data), spec.data, spec.seed)
    rate = sgemm_rate()
    print(f"sgemm {rate:.0f} GFLOP/s (XLA, float32)")
    data = TrainingData(prepared, spec.batch_size, spec.seed)
    twin = epoch_s(BackpropTrainer(spec, prepared.shape), data)
    first, second, last = 784 * 500, 500 * 500, 500 * 10
    flops = {"backprop": 2 * (2 * first + 3 * second + 3 * last)}
    print(f"backprop 784-500-500-10, batch 256: {twin:.2f} s an epoch (baseline)")
    for negatives in ("random", "hard_first", "hard"):
        ff = dataclasses.replace(spec.ff, negatives=negatives)
        trainer = ForwardForwardTrainer(spec.replace(ff=ff), prepared.shape)
        seconds = epoch_s(trainer, data)
        scored = 10 * second if negatives == "hard" else 0
        flops[negatives] = 2 * (2 * first + 4 * second + scored)
        share = flops[negatives] * len(prepared.train) / seconds / 1e9 / rate
        print(
            f"Forward-Forward, {negatives} negatives: {seconds:.2f} s an epoch, "
            f"{seconds / twin:.2f} × backprop, {share:.0%} of the sgemm rate"
        )

    bench_variants(spec, prepared, rate)
    bench_full_batch(prepared)

    plain = preset("bp-plain")
    trainer = BackpropTrainer(plain, prepared.shape)
    ours = epoch_s(trainer, TrainingData(prepared, 128, 1))
    model = trainer.model
    model.compile(
        keras.optimizers.RMSprop(0.001), "sparse_categorical_crossentropy", metrics=["accuracy"]
    )
    fit = {"batch_size": 128, "epochs": 1, "verbose": 0}
    model.fit(prepared.train.x[:2560], prepared.train.y[:2560], **fit)
    theirs = best(lambda: model.fit(prepared.train.x, prepared.train.y, **fit), 2)
    print(
        f"784-512-512-10, batch 128: ours {ours:.2f} s, Keras fit {theirs:.2f} s an epoch, "
        f"ratio {ours / theirs:.2f}"
    )

    trainer = ForwardForwardTrainer(spec, prepared.shape)
    trainer.judge(prepared.test)
    measure_projections(rate)
    print(f"ten labels of 10,000 images: {best(lambda: trainer.judge(prepared.test), 3):.2f} s")


if __name__ == "__main__":
    main()
