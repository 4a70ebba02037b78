"""Model files as old Keras wrote them, put together by hand."""

from __future__ import annotations

import json

import h5py
import numpy as np


def write_weights(group, layers, version=None, backend=None):
    """``layers``: (layer name, [(weight name, array), …]) in the file's order."""
    group.attrs["layer_names"] = np.array([name.encode() for name, _ in layers])
    if version is not None:
        group.attrs["keras_version"] = version.encode()
    if backend is not None:
        group.attrs["backend"] = backend.encode()
    for name, items in layers:
        inner = group.create_group(name)
        inner.attrs["weight_names"] = np.array([n.encode() for n, _ in items])
        for title, array in items:
            inner[title] = array


def write_model(path, config, layers, version=None, backend=None, training=None):
    with h5py.File(path, "w") as file:
        if version is not None:
            file.attrs["keras_version"] = version.encode()
        if backend is not None:
            file.attrs["backend"] = backend.encode()
        file.attrs["model_config"] = json.dumps(config).encode()
        if training is not None:
            file.attrs["training_config"] = json.dumps(training).encode()
        write_weights(file.create_group("model_weights"), layers, version, backend)
    return path


def write_keras_0(path, layers):
    """Bare weights of Keras 0: ``layers`` are lists of arrays."""
    with h5py.File(path, "w") as file:
        file.attrs["nb_layers"] = len(layers)
        for i, arrays in enumerate(layers):
            group = file.create_group(f"layer_{i}")
            group.attrs["nb_params"] = len(arrays)
            for j, array in enumerate(arrays):
                group[f"param_{j}"] = array
    return path


def write_numpy_cnn(path, input_shape, layers, title="digits", loss="cross_entropy", rate=0.01):
    """The NumPy CNN framework's layout; ``layers``: (words, init numbers, array or None)."""
    text = h5py.string_dtype("utf-8")
    with h5py.File(path, "w") as file:
        file["input_shape"] = np.array(input_shape)
        file["lr"] = rate
        file["layer_cnt"] = len(layers)
        file.create_dataset("name", data=[title, loss], dtype=text)
        for i, (words, numbers, array) in enumerate(layers):
            group = file.create_group(f"layer_{i}")
            group.create_dataset("_str", data=list(words), dtype=text)
            group["init_params_flag"] = numbers is not None
            if numbers is not None:
                group["init_params"] = np.array(numbers)
            group["params_flag"] = array is not None
            if array is not None:
                group["params"] = array
    return path


# --- Keras 1 ----------------------------------------------------------------------------


def layer_1(kind, name, **settings):
    return {"class_name": kind, "config": {"name": name, "trainable": True, **settings}}


def conv_1(name, kernel, ordering, **more):
    """Keras 1's Convolution2D for a kernel (rows, columns, channels, filters)."""
    rows, columns, _, filters = kernel.shape
    return layer_1(
        "Convolution2D", name, nb_filter=filters, nb_row=rows, nb_col=columns, init="uniform",
        border_mode="valid", subsample=[1, 1], dim_ordering=ordering, bias=True,
        W_regularizer=None, W_constraint=None, **more,
    )  # fmt: skip


def dense_1(name, units, activation, **more):
    return layer_1(
        "Dense", name, output_dim=units, init="glorot_uniform", activation=activation,
        W_regularizer={"name": "WeightRegularizer", "l1": 0.0, "l2": 0.01}, bias=True, **more,
    )  # fmt: skip


def as_theano(kernel, mirrored):
    """(rows, columns, channels, filters) → (filters, channels, rows, columns)."""
    kernels = kernel.transpose(3, 2, 0, 1)
    return kernels[:, :, ::-1, ::-1] if mirrored else kernels


def rows_first_channels(kernel, shape):
    """Rows of a dense kernel after Flatten: from (rows, columns, channels) to channels first."""
    rows = kernel.reshape(*shape, kernel.shape[1])
    return rows.transpose(2, 0, 1, 3).reshape(kernel.shape)
