"""``python -m ffstudio``: the same as the command ``ffstudio``."""

import os
import sys

if __name__ == "__main__":
    # ``-m`` puts the working folder first: a json.py beside a downloaded model would be ours.
    if not sys.flags.safe_path and sys.path and sys.path[0] in ("", os.getcwd()):
        here = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
        sys.path.pop(0)
        if here not in sys.path:  # started in a checkout that is not installed
            sys.path.append(here)
    # Only now: whatever is imported before is looked for in the working folder, too.
    import multiprocessing

    multiprocessing.freeze_support()
    from ffstudio.cli import main

    sys.exit(main(sys.argv[1:]))
