"""What stands for `platformdirs`: the folder of downloads, into which nothing here is ever saved.

Textual names it when it is loaded, and it would bring what makes temporary files and archives.
"""

from __future__ import annotations

from pathlib import Path


def user_downloads_path() -> Path:
    """Where a picture of the screen would go."""
    return Path()
