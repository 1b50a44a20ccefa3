"""Makes the sample's DOCX and PDF letters out of `source/`: `make sample`. The same sources give the same bytes."""

from __future__ import annotations

from pathlib import Path

from corpus.sample import sample_folder
from tests.sample.markup import read

SOURCES = Path(__file__).parent / "source"


def make(folder: Path) -> list[Path]:
    """Writes every letter of `source/` into `folder`; returns what was written."""
    from tests.sample.paper import Press
    from tests.sample.word import write_word

    made = []
    for path in sorted(SOURCES.glob("*.txt")):
        source = read(path)
        target = folder / f"{source.name}.{source.head['format']}"
        if source.head["format"] == "pdf":
            Press(source).save(target)
        else:
            write_word(source, target)
        made.append(target)
    return made


if __name__ == "__main__":
    for target in make(sample_folder()):
        print(f"{target.stat().st_size:7,}  {target.name}")
