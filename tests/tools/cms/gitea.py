"""The part of Gitea's API that Sveltia CMS uses, over a real git repository: what it commits is a commit, and a stale file is refused."""

import base64
import http.server
import json
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

TOKEN = "t0ken"  # noqa: S105 (of nothing real)
REPOSITORY = "union/site"
_WITHIN = f"/repos/{REPOSITORY}"


class Gitea:
    """A repository with a work tree on the branch main, and its address."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.address = ""
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message=first")

    def git(self, *arguments: str) -> str:
        who = ("-c", "user.name=clerk", "-c", "user.email=clerk@example.org", "-c", "core.quotePath=false")
        done = subprocess.run(["git", *who, *arguments], cwd=self.folder, check=True, capture_output=True)
        return done.stdout.decode()

    def answer(self, method: str, path: str, body: Any) -> Any:
        """What the API says to a request; None for what it does not know."""
        plain = {
            "/version": {"version": "1.24.0"},
            "/user": {"id": 1, "login": "clerk", "full_name": "填报员", "email": "clerk@example.org"},
            "/settings/api": {"default_paging_num": 30, "max_response_items": 50},
            _WITHIN: {"permissions": {"pull": True, "push": True}, "default_branch": "main"},
            f"{_WITHIN}/commits": [],
        }
        if method == "GET" and path in plain:
            return plain[path]
        match method, path.removeprefix(_WITHIN):
            case "GET", "/branches/main":
                return {"commit": {"id": self.git("rev-parse", "main").strip(), "message": "last"}}
            case "GET", tree if tree.startswith("/git/trees/"):
                return {"tree": self._tree(), "truncated": False}
            case "POST", "/file-contents":
                return [self._contents(each) for each in body["files"]]
            case "POST", "/contents":
                return self._commit(body)
        return None

    def _tree(self) -> list[dict[str, Any]]:
        rows = self.git("ls-tree", "-r", "-l", "-z", "main").rstrip("\0").split("\0")
        parts = [(row.split("\t")[1], *row.split("\t")[0].split()) for row in rows]
        return [
            {"path": path, "sha": blob, "size": int(size), "type": "blob", "mode": mode}
            for path, mode, _, blob, size in parts
        ]

    def _contents(self, path: str) -> dict[str, str]:
        data = self.git("show", f"main:{path}").encode()
        return {"path": path, "encoding": "base64", "content": base64.b64encode(data).decode()}

    def _commit(self, body: dict[str, Any]) -> dict[str, Any]:
        for file in body["files"]:
            place = self.folder / file["path"]
            if file["operation"] == "update":
                assert file["sha"] == self.git("hash-object", file["path"]).strip(), "not the file that was opened"
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(base64.b64decode(file["content"]))
        self.git("add", "--all")
        author = f"{body['author']['name']} <{body['author']['email']}>"
        self.git("commit", "--quiet", f"--author={author}", f"--message={body['message']}")
        made = [{"path": each["path"], "sha": self.git("hash-object", each["path"]).strip()} for each in body["files"]]
        return {
            "commit": {"sha": self.git("rev-parse", "main").strip(), "created": body["dates"]["author"]},
            "files": made,
        }


@contextmanager
def serving(folder: Path) -> Iterator[Gitea]:
    """A folder put under git and served as Gitea would."""
    gitea = Gitea(folder)

    class Handler(http.server.BaseHTTPRequestHandler):
        def _say(self, status: int, said: Any) -> None:
            self.send_response(status)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Access-Control-Allow-Headers", "authorization, content-type")
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(said).encode())

        def _answer(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            body = json.loads(self.rfile.read(length)) if length else None
            path = unquote(urlsplit(self.path).path).removeprefix("/api/v1")
            if self.headers.get("Authorization") != f"token {TOKEN}":
                self._say(401, {"message": "token is required"})
                return
            said = gitea.answer(self.command, path, body)
            self._say(404 if said is None else 200, said)

        def do_GET(self) -> None:
            self._answer()

        def do_POST(self) -> None:
            self._answer()

        def do_OPTIONS(self) -> None:
            self._say(200, {})

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    gitea.address = f"http://127.0.0.1:{server.server_port}"
    yield gitea
    server.shutdown()
    server.server_close()
