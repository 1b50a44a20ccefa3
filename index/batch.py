"""Letters about to be written: which files are one letter, and what each letter is called.

One letter has one own symbol, or one text; files that share either are its holdings: languages, formats, copies, a
reissue. Two letters of one base ID ("2023-03-22 Azerbaijan") get ` (2)`, … in order of their first sha-256.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from corpus import stored
from corpus.model import Holding, Letter
from index import documents, keys

if TYPE_CHECKING:
    from index.arrayindex import ArrayIndex


@dataclass(slots=True, eq=False)
class _Group:
    """One letter: a text for each language, each with its files."""

    versions: list[Letter] = field(default_factory=list)

    def take(self, letter: Letter) -> None:
        """Add a text, or its files where that language is there: the text issued last is kept."""
        for place, version in enumerate(self.versions):
            if version.language == letter.language:
                first, second = (letter, version) if _later(letter, version) else (version, letter)
                self.versions[place] = replace(first, holdings=_together(first.holdings, second.holdings))
                return
        self.versions.append(letter)
        self.versions.sort(key=lambda v: (v.language != "en", v.language))

    @property
    def sha256(self) -> str:
        """What orders letters of one base ID."""
        return min(holding.sha256 for version in self.versions for holding in version.holdings)


def _later(one: Letter, other: Letter) -> bool:
    return (one.distributed or "", len(one.text)) > (other.distributed or "", len(other.text))


def _together(first: tuple[Holding, ...], second: tuple[Holding, ...]) -> tuple[Holding, ...]:
    return tuple({holding.path: holding for holding in (*first, *second)}.values())


class Batch:
    """Collects changes and writes them as one generation."""

    def __init__(self, index: ArrayIndex, *, rebuild: bool = False, waiting: Callable[[], None] | None = None) -> None:
        self.index, self.rebuild, self.waiting = index, rebuild, waiting
        self._changes: list[tuple[Callable[..., Any], tuple[Any, ...]]] = []
        self._begin()

    def _begin(self) -> None:
        """Nothing collected, on the generation that is in use."""
        self._searcher = self.index.searcher()
        self._groups: list[_Group] = []
        self._by_key: dict[str, list[_Group]] = {}
        self._loaded: dict[int, _Group] = {}
        self._deleted: set[str] = set()
        self._orphans: list[Holding] = []
        self._bases: set[str] = set()

    def __len__(self) -> int:
        return len(self._groups)

    def add(self, letter: Letter) -> None:
        """Take a letter that was read."""
        self._change(self._add, letter)

    def copy(self, path: str, sha256: str) -> bool:
        """Take another file with bytes that are held; False where they no longer are."""
        return bool(self._change(self._copy, path, sha256))

    def drop(self, path: str, sha256: str) -> None:
        """Forget a file, and its letter where no other file has it."""
        self._change(self._drop, path, sha256)

    def _change(self, change: Callable[..., Any], *values: Any) -> Any:
        self._changes.append((change, values))
        return change(*values)

    def _add(self, letter: Letter) -> None:
        group = next((g for g in self._relatives(letter) if _same(g.versions[0], letter)), None)
        if group is None:
            group = _Group()
            self._groups.append(group)
        group.take(letter)
        self._index(group)

    def _copy(self, path: str, sha256: str) -> bool:
        for group in self._with_term("sha256", sha256):
            for place, version in enumerate(group.versions):
                same = next((h for h in version.holdings if h.sha256 == sha256), None)
                if same is not None:
                    more = _together(version.holdings, (replace(same, path=path),))
                    group.versions[place] = replace(version, holdings=more)
                    return True
        return False

    def _drop(self, path: str, sha256: str) -> None:
        for group in self._with_term("path", f"{path}\t{sha256}"):
            kept = []
            for version in group.versions:
                left = tuple(h for h in version.holdings if h.path != path)
                if left and version.holdings[0].path == path and left[0].sha256 != sha256:
                    self._orphans += left
                elif left:
                    kept.append(replace(version, holdings=left))
            group.versions = kept

    def orphans(self) -> list[Holding]:
        """Files whose letter lost the text it was shown by: to be read again."""
        found, self._orphans = self._orphans, []
        return found

    def commit(self) -> None:
        """Write what was collected; nothing where nothing changed."""
        named = self._named()
        if not named and not self._deleted and not self.rebuild and not self.index.is_new:
            return
        with self.index.writer(rebuild=self.rebuild, waiting=self.waiting) as writer:
            if self.index.snapshot.generation != self._searcher.ixreader.snapshot.generation:
                named = self._again()
            for letter_id in self._deleted:
                writer.delete_by_term("id", letter_id)
            for letter_id, group in named:
                writer.add_document(**documents.fields(group.versions, letter_id))

    def _again(self) -> list[tuple[str, _Group]]:
        """The same changes on what another program wrote meanwhile: its letters are not to be held twice."""
        self._begin()
        for change, values in self._changes:
            change(*values)
        return self._named()

    def _named(self) -> list[tuple[str, _Group]]:
        """Every letter with its ID; letters of the library that share a base ID are named again."""
        for group in list(self._groups):
            if group.versions:
                self._with_term("key", f"base:{group.versions[0].id}")
        asked: set[str] = set()
        while left := sorted(self._bases - asked):  # a letter that is loaded may have had another base before
            for base in left:
                self._with_term("key", f"base:{base}")
            asked.update(left)
        bases: dict[str, list[_Group]] = {}
        for group in self._groups:
            if group.versions:
                bases.setdefault(group.versions[0].id, []).append(group)
        named = []
        for base, groups in bases.items():
            for number, group in enumerate(sorted(groups, key=lambda g: g.sha256), 1):
                named.append((base if number == 1 else f"{base} ({number})", group))
        return named

    def _relatives(self, letter: Letter) -> list[_Group]:
        """Letters, here or in the library, that share an own symbol or the text."""
        shared = [keys.canonical(symbol) for symbol in letter.symbols] or [keys.same_text(letter.text)]
        found = []
        for key in shared:
            found += [*self._by_key.get(key, ()), *self._with_term("key", key)]
        return [group for group in dict.fromkeys(found) if group.versions]

    def _with_term(self, name: str, term: str) -> list[_Group]:
        """Letters of the library with a term, loaded to be written anew."""
        if self.rebuild:
            return []
        found = []
        for doc in self._searcher.term_docs(name, term):
            group = self._loaded.get(doc)
            if group is None:
                group = self._loaded[doc] = _Group(load(self._searcher.stored(doc)))
                self._groups.append(group)
                self._deleted.add(self._searcher.row(doc).id)
                self._bases.add(group.versions[0].id)
                self._index(group)
            found.append(group)
        return found

    def _index(self, group: _Group) -> None:
        for version in group.versions:
            for key in (*map(keys.canonical, version.symbols), keys.same_text(version.text)):
                groups = self._by_key.setdefault(key, [])
                if group not in groups:
                    groups.append(group)


def load(data: bytes) -> list[Letter]:
    """The versions of a letter as `index.documents` stored them."""
    return [stored.loads(part) for part in data.split(b"\n")]


def _same(one: Letter, other: Letter) -> bool:
    """Whether two files that share a symbol or a text are one letter; a symbol read wrongly must not swallow one."""
    return not one.date or not other.date or one.date == other.date
