"""Model files that are neither ffstudio's own nor Keras', a module each.

A module says with ``CONTAINER`` (``hdf5`` or ``zip``) what it looks into, with
``recognises`` whether that is one of its files, and has ``read`` and ``write``. It is named
in :data:`ffstudio.core.model_formats.MODEL_FORMATS`.
"""
