"""A real OpenSSH server on loopback, with keys made for the run."""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Server:
    """Where it listens, and the words with which `ssh` reaches it."""

    folder: Path
    port: int

    def command(self, *words: str, terminal: bool = True, environ: dict[str, str] | None = None) -> list[str]:
        """The `ssh` command that runs `words` there; `environ` is set there by `env`, as a login shell would."""
        sets = [f"{key}={value}" for key, value in (environ or {}).items()]
        return [
            "ssh",
            *(["-tt"] if terminal else ["-T"]),
            *("-F", "none", "-p", str(self.port), "-i", str(self.folder / "client")),
            *("-o", "IdentitiesOnly=yes", "-o", "LogLevel=ERROR"),
            *("-o", f"UserKnownHostsFile={self.folder / 'known'}", "-o", "StrictHostKeyChecking=accept-new"),
            f"{getpass.getuser()}@127.0.0.1",
            *(["env", *sets] if sets else []),
            *words,
        ]


def program() -> str | None:
    """The path of sshd, None where there is none."""
    return shutil.which("sshd") or next(
        (p for p in ("/usr/sbin/sshd", "/usr/local/sbin/sshd") if os.access(p, os.X_OK)), None
    )


@contextmanager
def serve(folder: Path) -> Iterator[Server]:
    """Start a server whose only user is this one and whose only key is made here; stop it at the end."""
    sshd = program()
    assert sshd is not None, "needs openssh-server"
    folder.chmod(0o700)
    for name in ("host", "client"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)], check=True)
    (folder / "authorized").write_bytes((folder / "client.pub").read_bytes())
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {
        "Port": port,
        "ListenAddress": "127.0.0.1",
        "HostKey": folder / "host",
        "AuthorizedKeysFile": folder / "authorized",
        "PasswordAuthentication": "no",
        "KbdInteractiveAuthentication": "no",
        "UsePAM": "no",
        "StrictModes": "no",
        "PermitRootLogin": "prohibit-password",
        "PidFile": folder / "pid",
        "PrintMotd": "no",
        "PrintLastLog": "no",
    }
    (folder / "config").write_text("".join(f"{key} {value}\n" for key, value in settings.items()), "utf-8")
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)  # the privilege separation folder that sshd insists on
    log = (folder / "log").open("wb")
    process = subprocess.Popen([sshd, "-D", "-e", "-f", str(folder / "config")], stderr=log, stdin=subprocess.DEVNULL)
    try:
        _wait(port, process, folder / "log")
        yield Server(folder, port)
    finally:
        process.terminate()
        process.wait(10)
        log.close()


def _wait(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    """Until the server answers, at most ten seconds."""
    for _ in range(100):
        if process.poll() is not None:
            raise AssertionError(f"sshd ended: {log.read_text('utf-8', 'replace')}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError("sshd did not answer within ten seconds")
