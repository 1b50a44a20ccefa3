"""What tests of the whole program share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.e2e import sshd


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sshd.Server]:
    """A real sshd on loopback, with a key made for the run."""
    if sshd.program() is None:
        pytest.fail("this test needs openssh-server")
    with sshd.serve(tmp_path_factory.mktemp("sshd")) as running:
        yield running
