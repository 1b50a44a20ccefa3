"""Everything that can go wrong, as a person is told it.

RejoinderError            a message and a hint: what happened, what to do next
├── UsageError            what was asked for cannot be understood          (exit status 2)
│   └── QueryError        a query, with the position of the fault
├── NotFound              nothing bears that name                          (exit status 1)
├── UnreadableFile        a file that gives no letter, with its reason     (exit status 4)
└── LibraryError          the library itself
    ├── LibraryMissing    there is none there                              (exit status 3)
    ├── LibraryLocked     another program is writing                       (exit status 3)
    ├── LibraryTooNew     written by a newer version                       (exit status 3)
    └── LibraryDamaged    a file of it is not what was written             (exit status 4)
"""

from __future__ import annotations


class RejoinderError(Exception):
    """What happened (`message`) and what to do next (`hint`, may be empty); one sentence each."""

    exit_status = 4

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()

    def __reduce__(self) -> tuple[object, ...]:
        """As it is, between two processes of this program: subclasses are made of something else than of `args`."""
        return _as_it_was, (type(self), self.args), self.__dict__


def _as_it_was(kind: type[RejoinderError], args: tuple[object, ...]) -> RejoinderError:
    return kind.__new__(kind, *args)


class UsageError(RejoinderError):
    """What was asked for cannot be understood."""

    exit_status = 2


class QueryError(UsageError):
    """A query that cannot be understood; `position` counts code points from its start."""

    def __init__(self, message: str, hint: str = "", position: int = 0) -> None:
        super().__init__(message, hint)
        self.position = position


class NotFound(RejoinderError):
    """Nothing bears that name."""

    exit_status = 1


class UnreadableFile(RejoinderError):
    """A file that gives no letter."""


class LibraryError(RejoinderError):
    """The library cannot be used as it is."""


class LibraryMissing(LibraryError):
    """There is no library there."""

    exit_status = 3


class LibraryLocked(LibraryError):
    """Another program is writing to the library."""

    exit_status = 3


class LibraryTooNew(LibraryError):
    """A newer version wrote the library."""

    exit_status = 3


class LibraryDamaged(LibraryError):
    """A file of the library is not what was written."""
