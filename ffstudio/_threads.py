"""Imported first by the program: NumPy's own threads would fight TensorFlow's for the cores.

With one thread a picture is scored in half the time while a net trains; TensorFlow does
its sums without OpenBLAS and is not concerned.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
