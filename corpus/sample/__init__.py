"""The bundled sample: invented letters between invented States, in the Organization's form.

`letters/` holds about sixty files in five formats; `truth.jsonl` says, for each of them, what a reader finds in it.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def sample_folder() -> Path:
    """The folder of the sample's letters, as it lies in the installed package."""
    return Path(str(files(__name__))) / "letters"
