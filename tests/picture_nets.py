"""Small nets that make pictures or compare them, put together by hand."""

from __future__ import annotations

import numpy as np

from ffstudio.core.describe.architecture import Architecture, Layer, Port, chain
from ffstudio.core.describe.kinds import check_settings
from ffstudio.core.describe.network import Network
from ffstudio.core.describe.preprocessing import Preprocessing
from ffstudio.core.look.network_snapshot import NetworkSnapshot
from ffstudio.core.look.snapshot import ModelSnapshot

FLAT = Preprocessing("0–1", (784,), (28, 28))


def layer(name, kind, *fed, **settings):
    ports = tuple(Port(one) for one in fed)
    calls = (ports,) if ports else ()
    return Layer(name, kind, check_settings(kind, settings, name), calls)


def dense(rng, rows, units, scale=0.4):
    kernel = rng.normal(size=(rows, units)) * scale
    return kernel.astype(np.float32), (rng.normal(size=units) * 0.1).astype(np.float32)


def decoder(code=2, seed=0):
    rng = np.random.default_rng(seed)
    layers = [
        layer("one", "Dense", units=16, activation="relu"),
        layer("two", "Dense", units=784, activation="sigmoid"),
        layer("picture", "Reshape", target_shape=[28, 28, 1]),
    ]
    weights = {"one": dense(rng, code, 16), "two": dense(rng, 16, 784)}
    return NetworkSnapshot(
        Network(chain("net", layers, (code,)), None, "decoder"), weights, (28, 28)
    )


def conditional_generator(one_hot=False):
    """Noise times what a label means; a picture in −1…1."""
    rng = np.random.default_rng(0)
    table = rng.normal(size=(10, 6)).astype(np.float32)
    kind = (
        layer("embedding", "Dense", "label", units=6, use_bias=False)
        if one_hot
        else layer("embedding", "Embedding", "label", input_dim=10, output_dim=6)
    )
    flat = layer("flatten", "Flatten", "embedding")
    layers = (
        Layer("noise", "InputLayer", {"shape": [6]}, ((),)),
        Layer("label", "InputLayer", {"shape": [10 if one_hot else 1]}, ((),)),
        kind,
        flat,
        layer("multiply", "Multiply", "noise", "flatten"),
        layer("dense", "Dense", "multiply", units=784, activation="tanh"),
        layer("reshape", "Reshape", "dense", target_shape=[28, 28, 1]),
    )
    ends = (Port("noise"), Port("label")), (Port("reshape"),)
    weights = {"embedding": (table,), "dense": dense(rng, 6, 784)}
    network = Network(Architecture("net", layers, *ends), None, "generator")
    return NetworkSnapshot(network, weights, (28, 28))


def autoencoder(skip=False):
    rng = np.random.default_rng(0)
    layers = [
        Layer("x", "InputLayer", {"shape": [784]}, ((),)),
        layer("wide", "Dense", "x", units=16, activation="relu"),
        layer("code", "Dense", "wide", units=3),
        layer("again", "Dense", "code", units=16, activation="relu"),
    ]
    last = "again"
    if skip:
        layers.append(layer("both", "Add", "wide", "again"))
        last = "both"
    layers.append(layer("out", "Dense", last, units=784, activation="sigmoid"))
    weights = {
        "wide": dense(rng, 784, 16, 0.05),
        "code": dense(rng, 16, 3),
        "again": dense(rng, 3, 16),
        "out": dense(rng, 16, 784),
    }
    network = Architecture("net", tuple(layers), (Port("x"),), (Port("out"),))
    return NetworkSnapshot(Network(network, FLAT, "autoencoder"), weights, (28, 28))


def in_two_parts():
    """The same with an encoder and a decoder as networks in it, in a chain in a network."""
    plain = autoencoder()
    of = {one.name: one for one in plain.network.architecture.layers}
    first = Architecture(
        "encoder", (of["x"], of["wide"], of["code"]), (Port("x"),), (Port("code"),)
    )
    entering = Layer("z", "InputLayer", {"shape": [3]}, ((),))
    again = layer("again", "Dense", "z", units=16, activation="relu")
    second = Architecture("decoder", (entering, again, of["out"]), (Port("z"),), (Port("out"),))
    middle = Architecture(
        "both",
        (
            Layer("given", "InputLayer", {"shape": [784]}, ((),)),
            Layer("encoder", "Model", {}, ((Port("given"),),), inner=first),
            Layer("decoder", "Model", {}, ((Port("encoder"),),), inner=second),
        ),
        (Port("given"),),
        (Port("decoder"),),
    )
    outer = Architecture(
        "net",
        (
            Layer("x", "InputLayer", {"shape": [784]}, ((),)),
            Layer("both", "Model", {}, ((Port("x"),),), inner=middle),
        ),
        (Port("x"),),
        (Port("both"),),
    )
    paths = {"wide": "encoder", "code": "encoder", "again": "decoder", "out": "decoder"}
    weights = {f"both/{paths[name]}/{name}": plain.weights[name] for name in paths}
    return NetworkSnapshot(Network(outer, FLAT, "autoencoder"), weights, (28, 28))


def distance_of_two():
    rng = np.random.default_rng(0)
    layers = (
        Layer("one", "InputLayer", {"shape": [784]}, ((),)),
        Layer("other", "InputLayer", {"shape": [784]}, ((),)),
        layer("less", "Subtract", "one", "other"),
        layer("tell", "Dense", "less", units=1),
    )
    network = Architecture("net", layers, (Port("one"), Port("other")), (Port("tell"),))
    weights = {"tell": dense(rng, 784, 1)}
    return NetworkSnapshot(Network(network, None, "network"), weights, (28, 28))


def shown(net):
    """What a studio shows of it."""
    return ModelSnapshot(None, net, (28, 28), tuple(map(str, range(10))), 1, 0.0, "net.h5")
