"""An experiment as a short line of text, to be sent in a message and pasted.

``ffs1:`` and, in URL-safe Base64, four bytes of CRC-32 of the experiment's JSON and that JSON
as a raw deflate stream (RFC 1951) with :data:`_DICTIONARY`. The JSON is an experiment file
without blanks, its keys in order, so equal experiments have equal codes.
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import zlib
from typing import Any

from ffstudio.core.errors import SpecError
from ffstudio.core.experiment import reading
from ffstudio.core.experiment.spec import ExperimentSpec
from ffstudio.core.words import tr

CODE_VERSION = 1
# More than any experiment has, a network out of a file in it; less than would hurt.
_MOST_BYTES = 8 * 2**20
_HEAD = re.compile(r"\bffs(\d{1,6}):")
_BODY = re.compile(r"[A-Za-z0-9_=\-]*")

# What most experiments have in common: a code holds little but what is its own. Never to be
# changed, for codes that are around need it: a better one would be ffs2.
_DICTIONARY = (
    b'fashion_mnistdigitscameraown_file"algorithms":"ff""algorithms":"bp""order":'
    b'"one_after_other""collaboration":"earlier""others""goodness":"sum_square""class_mean'
    b'""minus_mean_square""label_amplitude":"maximum""label_embedding":"append""negatives":'
    b'"hard_first""hard_next""random""shuffled""hybrid""normalisation":"l2""rate_schedule":'
    b'"linear""cosine""schedule":"inner_loops""greedy""read_out":true"feedback":true"'
    b'threshold_per_unit":true"loss":"logistic""separate""swish""margin""optimizer":"sgd"'
    b'"momentum""rmsprop""activation":"tanh""leaky_relu""sigmoid""silu""kind":"conv"'
    b'"max_pool""average_pool""batch_norm""flatten""dropout""pooling":"average""max"0.010.0001'
    b'0.20.10.030.0050.001"units":1000"units":2000"units":100"units":784"epochs":20"epochs":60'
    b'{"algorithms":"both","batch_size":256,"bp":{"label_smoothing":0.0,"learning_rate":0.001,'
    b'"optimizer":"adam","output_bias":true,"patience":0,"rate_schedule":"constant"},"data":'
    b'{"dropped_pixels":0.0,"name":"mnist","path":"","rotation":0.0,"shift":0,"subset":1.0,'
    b'"validation":0.0,"zoom":0.0},"description":"","epochs":10,"ff":{"collaboration":"none",'
    b'"collaboration_strength":1.0,"feedback":false,"first_voting_layer":1,"frames":8,'
    b'"goodness":"mean_square","inner_steps":50,"label_amplitude":"one","label_embedding":'
    b'"replace","label_repeats":1,"label_scale":1.0,"negatives":"hard","normalisation":"rms",'
    b'"peer":0.0,"rate_schedule":"half_linear","read_out":false,"read_out_rate":0.001,'
    b'"schedule":"simultaneous","sharpness":10.0,"threshold_per_unit":false},"format":'
    b'"ffstudio-experiment","layers":[{"activation":"relu","dropout":0.0,"kernel_size":3,'
    b'"kind":"dense","l1":0.0,"l2":0.0,"learning_rate":0.002,"loss":"symmetric","optimizer":'
    b'"adam","padding":"same","pool_size":2,"pooling":"none","stride":1,"threshold":1.0,'
    b'"units":500,"use_bias":true,"weight_decay":0.0}],"name":"Untitled","order":"in_step",'
    b'"seed":1,"version":3}'
)


def write_code(spec: ExperimentSpec) -> str:
    """The code of an experiment: one line of letters, digits, ``-``, ``_`` and a colon."""
    config = _leave_out_usual(reading.to_dict(spec))
    text = json.dumps(config, separators=(",", ":"), sort_keys=True, ensure_ascii=False)
    raw = text.encode()
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9, zdict=_DICTIONARY)
    packed = zlib.crc32(raw).to_bytes(4, "big") + packer.compress(raw) + packer.flush()
    return f"ffs{CODE_VERSION}:" + base64.urlsafe_b64encode(packed).decode().rstrip("=")


def _leave_out_usual(config: dict[str, Any]) -> dict[str, Any]:
    """Without what is as usual of settings that came later than the dictionary of codes.

    Whoever reads a code puts it in again.
    """
    usual = reading.to_dict(ExperimentSpec())
    for part in ("data", "ff", "bp"):
        config[part] = {
            name: value
            for name, value in config[part].items()
            if value != usual[part].get(name) or f'"{name}":'.encode() in _DICTIONARY
        }
    return config


def is_code(text: str) -> bool:
    """Whether a text is, or holds, what begins like a code."""
    return _HEAD.search(text) is not None


def read_code(text: str) -> ExperimentSpec:
    """The experiment of a code; what stands around it, and breaks within it, do not matter.

    Raises:
        SpecError: There is no code, it is of a newer ffstudio, it is cut off or was changed,
            or what it holds is no experiment.
    """
    head = _HEAD.search(text)
    if head is None:
        raise SpecError(
            tr("This is no code of an experiment."),
            tr("Codes begin with ffs{CODE_VERSION}:.", CODE_VERSION=CODE_VERSION),
        )
    if int(head[1]) != CODE_VERSION:
        raise SpecError(
            tr("This code is of a newer ffstudio (it begins with {head}).", head=head[0]),
            tr("Update ffstudio to use it."),
        )
    words = text[head.end() :].split()
    damaged = SpecError(
        tr("This code is cut off or has been changed."),
        tr("Copy it again, from ffs to its last letter."),
    )
    # A mail may have broken it into lines, and words may come after it.
    for count in range(len(words), 0, -1) if len(words) <= 64 else (len(words), 1):
        body = _BODY.match("".join(words[:count]))
        raw = None if body is None else _unpack(body[0])
        if raw is not None:
            return _read_json(raw)
    raise damaged


def _unpack(body: str) -> bytes | None:
    """The JSON in a code; None when it is not whole."""
    body = body.rstrip("=")
    try:
        packed = base64.urlsafe_b64decode(body + "=" * (-len(body) % 4))
        unpacker = zlib.decompressobj(-15, zdict=_DICTIONARY)
        raw = unpacker.decompress(packed[4:], _MOST_BYTES)
    except (binascii.Error, ValueError, zlib.error):
        return None
    is_whole = unpacker.eof and not unpacker.unused_data and len(packed) > 4
    return raw if is_whole and zlib.crc32(raw) == int.from_bytes(packed[:4], "big") else None


def _read_json(raw: bytes) -> ExperimentSpec:
    try:
        return reading.from_json(raw.decode())
    except UnicodeDecodeError as error:
        raise SpecError(tr("This code holds no experiment."), tr("Ask for another one.")) from error
    except SpecError as error:
        raise SpecError(
            tr("The experiment in this code cannot be used: {message}", message=error.message),
            tr("A newer ffstudio may have written it; update ffstudio, or ask for another code."),
        ) from error
