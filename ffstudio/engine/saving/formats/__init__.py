"""Writers of nets, a module each, for formats that need Keras.

A module has ``write(model, notes)``, which gives the file's content. ``output_of(path,
model, given, notes)`` says what the net in a file makes of some images, where ffstudio's
own reader cannot tell; None where nothing here can run it. Both add to ``notes`` what a
user should know. It is named in :data:`ffstudio.core.model_formats.MODEL_FORMATS`.
"""
