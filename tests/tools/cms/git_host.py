"""What hosts of repositories have in common: a real git repository, and an API that only somebody with the token may ask."""

import base64
import http.server
import json
import os
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import parse_qs, unquote, urlsplit

TOKEN = "t0ken"  # noqa: S105 (of nothing real)
REPOSITORY = "union/site"


@dataclass(frozen=True, slots=True)
class Asked:
    """One request."""

    method: str
    path: str
    """Below `/api/v1` or the like, as text."""
    query: dict[str, list[str]]
    body: Any


class GitHost:
    """A repository with a work tree on the branch main, and its address."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.address = ""
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message=first")

    def git(self, *arguments: str, stdin: bytes = b"", **variables: str) -> str:
        who = ("-c", "user.name=clerk", "-c", "user.email=clerk@example.org", "-c", "core.quotePath=false")
        command = ["git", *who, *arguments]
        environment = {**os.environ, **variables}
        done = subprocess.run(command, cwd=self.folder, check=True, capture_output=True, input=stdin, env=environment)
        return done.stdout.decode()

    def answer(self, asked: Asked) -> Any:
        """What the API says to a request; None for what it does not know."""
        raise NotImplementedError

    def files(self, branch: str) -> list[dict[str, Any]]:
        """Every file of a branch: path, blob and size."""
        rows = self.git("ls-tree", "-r", "-l", "-z", branch).rstrip("\0").split("\0")
        parts = [(row.split("\t")[1], *row.split("\t")[0].split()) for row in rows]
        return [{"path": path, "sha": blob, "size": int(size), "type": "blob"} for path, _, _, blob, size in parts]

    def text(self, branch: str, path: str) -> str:
        return self.git("show", f"{branch}:{path}")

    def commit(self, files: dict[str, bytes], message: str, *, branch: str = "main", start: str = "main") -> str:
        """Commit files to a branch, a new one from `start`, as a host does it: without a work tree. Gives the commit's id."""
        known = self.git("for-each-ref", "--format=%(refname:short)").split()
        parent = self.git("rev-parse", branch if branch in known else start).strip()
        index = {"GIT_INDEX_FILE": str(self.folder / ".git" / "of-the-host")}
        self.git("read-tree", parent, **index)
        for path, data in files.items():
            blob = self.git("hash-object", "-w", "--stdin", stdin=data).strip()
            self.git("update-index", "--add", "--cacheinfo", f"100644,{blob},{path}", **index)
        tree = self.git("write-tree", **index).strip()
        made = self.git("commit-tree", tree, "-p", parent, "-m", message).strip()
        self.git("update-ref", f"refs/heads/{branch}", made)
        self.git("reset", "--quiet", "--hard")
        return made


_Host = TypeVar("_Host", bound=GitHost)


@contextmanager
def serving(host: _Host) -> Iterator[_Host]:
    """A host that answers on this machine."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def _say(self, status: int, said: Any) -> None:
            self.send_response(status)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Access-Control-Allow-Headers", "authorization, content-type")
            self.send_header("Access-Control-Allow-Methods", "*")
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(said).encode())

        def _answer(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            body = json.loads(self.rfile.read(length)) if length else None
            if not self.headers.get("Authorization", "").endswith(f" {TOKEN}"):
                self._say(401, {"message": "token is required"})
                return
            address = urlsplit(self.path)
            path = unquote(address.path).removeprefix("/api")
            said = host.answer(Asked(self.command, path, parse_qs(address.query), body))
            self._say(404 if said is None else 200, said)

        def do_GET(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            self._answer()

        def do_PUT(self) -> None:
            self._answer()

        def do_OPTIONS(self) -> None:
            self._say(200, {})

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    host.address = f"http://127.0.0.1:{server.server_port}"
    yield host
    server.shutdown()
    server.server_close()


def decoded(content: str, encoding: str = "base64") -> bytes:
    """The bytes of a file as APIs send them."""
    return base64.b64decode(content) if encoding == "base64" else content.encode()
