"""ffstudio: watch a neural network learn without backpropagation.

Importing the package costs nothing: Qt, Keras and TensorFlow are imported only
by the rooms that need them (see the architecture section of README.md).
"""

__version__ = "0.4.0"
