"""Which device trains: found without a setting, its memory taken as it is needed, and said."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
import tensorflow as tf

from ffstudio import engine
from ffstudio.core.run.training_device import TrainingDevice
from ffstudio.engine.devices import take_devices


def graphics(*numbers):
    return [SimpleNamespace(name=f"/physical_device:GPU:{n}", device_type="GPU") for n in numbers]


def test_gpus_take_memory_as_they_need_it_and_the_first_one_is_named():
    grown = []
    device = take_devices(
        graphics(0, 1),
        lambda gpu, on: grown.append((gpu.name, on)),
        lambda gpu: {"device_name": "Quick Card"} if gpu.name.endswith("0") else {},
    )
    assert grown == [("/physical_device:GPU:0", True), ("/physical_device:GPU:1", True)]
    assert device.gpus == ("Quick Card", "GPU:1") and device.grows
    assert device.text == "Nets train on the GPU Quick Card. It is the first of 2; the others idle."


def test_a_gpu_that_was_used_before_keeps_all_of_its_memory_and_that_is_said():
    def refuse(gpu, on):
        raise RuntimeError("Physical devices cannot be modified after being initialized")

    device = take_devices(graphics(0), refuse, lambda gpu: {"device_name": "Quick Card"})
    assert not device.grows
    assert "All of its memory is taken at once." in device.text


@pytest.mark.skipif(bool(tf.config.list_physical_devices("GPU")), reason="there is a GPU")
def test_without_a_gpu_the_processor_trains_and_the_engine_says_so():
    device = engine.training_device()
    assert device.gpus == () and device.num_cores >= 1
    assert f"the processor (cores: {device.num_cores})" in device.text


@pytest.mark.skipif(not tf.config.list_physical_devices("GPU"), reason="there is no GPU")
def test_the_gpu_that_is_there_is_taken():
    [gpu, *_] = tf.config.list_physical_devices("GPU")
    assert engine.training_device().gpus
    assert tf.config.experimental.get_memory_growth(gpu)
    assert "GPU" in tf.constant(1.0).device


def test_many_gpus_and_none_are_told_apart():
    assert "GPU" in TrainingDevice(("A", "B")).text
    assert "finds no GPU" in TrainingDevice((), 4).text
