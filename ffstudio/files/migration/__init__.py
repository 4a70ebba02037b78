"""Model configurations of every Keras since 2015, turned into ffstudio's own architecture.

Pure functions on JSON: nothing here imports Keras or runs anything out of a file.
"""

from ffstudio.files.migration.eras import Era, Notes
from ffstudio.files.migration.graph import migrate, refusals

__all__ = ["Era", "Notes", "migrate", "refusals"]
