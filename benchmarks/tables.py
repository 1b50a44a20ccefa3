"""Results of `benchmarks.engine` as Markdown, for docs/performance.md.

python -m benchmarks.tables 1000.json 10000.json 100000.json
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

ENGINES = ("rejoinder", "tantivy", "fts5", "whoosh")


def table(result: dict[str, Any]) -> str:
    """One size: a row for each class, p50 / p95 / p99 of each engine, and the ratios."""
    rows: dict[str, dict[str, str]] = {}
    for row in result["rows"]:
        rows.setdefault(row["class"], {"unit": row["unit"]})[row["engine"]] = _numbers(row)
    shown = [name for name in ENGINES if any(name in row for row in rows.values())]
    lines = [f"### {result['letters']:,} letters", ""]
    lines += [f"| | {' | '.join(shown)} | ours ÷ theirs |", "|---|" + "---|" * (len(shown) + 1)]
    for kind, row in rows.items():
        others = {name: value for name, value in row.items() if name not in ENGINES and name != "unit"}
        ratio = ", ".join(f"{name} {value:g}" for name, value in result["ratios"][kind].items())
        beside = "".join(f" ({name}: {value})" for name, value in others.items())
        cells = [row.get(name, "–") for name in shown]
        lines.append(f"| {kind}, {row['unit']}{beside} | {' | '.join(cells)} | {ratio} |")
    agreed = f"Hits equal FTS5's: {result['hits_equal']}. "
    agreed += f"First ten shared with tantivy: {result['overlap']} (phrases: {result['overlap_phrases']})."
    return "\n".join([*lines, "", agreed, ""])


def _numbers(row: dict[str, Any]) -> str:
    if "value" in row:
        return f"{row['value']:,.0f}" if row["value"] >= 100 else f"{row['value']:.1f}"
    return " / ".join(f"{row[p]:.3g}" for p in ("p50", "p95", "p99"))


if __name__ == "__main__":
    print("\n".join(table(json.loads(Path(name).read_text())) for name in sys.argv[1:]))
