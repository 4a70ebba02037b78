"""``python -m ffstudio``: the same as the command ``ffstudio``."""

import multiprocessing
import sys

if __name__ == "__main__":
    multiprocessing.freeze_support()
    from ffstudio.cli import main

    sys.exit(main(sys.argv[1:]))
