"""The headings of the long forms: title, settings, and whether it is open at first.

What a beginner needs is open.
"""

from __future__ import annotations

from ffstudio.core.words import say_all

FF_GROUPS = say_all(
    (
        (
            "Goodness and Loss",
            (
                "goodness",
                "class_loss",
                "comparison",
                "sharpness",
                "normalisation",
                "threshold_per_unit",
            ),
            True,
        ),
        ("Negative Data", ("negatives", "second_view", "dropout_mask"), True),
        (
            "Label",
            ("label_embedding", "label_amplitude", "label_scale", "label_repeats"),
            False,
        ),
        ("Schedule", ("schedule", "inner_steps", "rate_schedule"), False),
        ("Prediction", ("votes", "read_out", "read_layers", "read_out_rate"), False),
        ("Peers and Collaboration", ("peer", "collaboration", "collaboration_strength"), False),
        ("Top-Down Connections", ("feedback", "frames"), False),
    )
)
DATA_GROUPS = say_all(
    (
        (
            "Images",
            ("name", "path", "range", "transposed", "colours", "subset", "validation"),
            True,
        ),
        ("Label noise", ("label_noise", "noise_seed"), False),
        (
            "Augmentation",
            (
                "flip",
                "shift",
                "rotation",
                "zoom",
                "elastic",
                "border",
                "cutout",
                "dropped_pixels",
            ),
            False,
        ),
    )
)
LAYER_GROUPS = say_all(
    (
        (
            "Shape",
            (
                "kind",
                "units",
                "kernel_size",
                "stride",
                "padding",
                "groups",
                "pooling",
                "pool_size",
                "activation",
                "use_bias",
                "batch_norm",
                "skip",
            ),
            True,
        ),
        (
            "Learning",
            ("learns", "learning_rate", "threshold", "loss", "optimizer", "bp_learns"),
            True,
        ),
        ("Regularisation", ("dropout", "l1", "l2", "weight_decay"), False),
    )
)
