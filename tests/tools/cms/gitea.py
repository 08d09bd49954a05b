"""The part of Gitea's API that Sveltia CMS uses: what it commits is a commit, and a stale file is refused."""

import base64
from typing import Any

from tests.tools.cms.git_host import REPOSITORY, Asked, GitHost, decoded

_WITHIN = f"/v1/repos/{REPOSITORY}"


class Gitea(GitHost):
    """Commits go to the branch at once."""

    def answer(self, asked: Asked) -> Any:
        plain = {
            "/v1/version": {"version": "1.24.0"},
            "/v1/user": {"id": 1, "login": "clerk", "full_name": "填报员", "email": "clerk@example.org"},
            "/v1/settings/api": {"default_paging_num": 30, "max_response_items": 50},
            _WITHIN: {"permissions": {"pull": True, "push": True}, "default_branch": "main"},
            f"{_WITHIN}/commits": [],
        }
        if asked.method == "GET" and asked.path in plain:
            return plain[asked.path]
        match asked.method, asked.path.removeprefix(_WITHIN):
            case "GET", "/branches/main":
                return {"commit": {"id": self.git("rev-parse", "main").strip(), "message": "last"}}
            case "GET", tree if tree.startswith("/git/trees/"):
                return {"tree": self.files("main"), "truncated": False}
            case "POST", "/file-contents":
                return [self._contents(each) for each in asked.body["files"]]
            case "POST", "/contents":
                return self._commit(asked.body)
        return None

    def _contents(self, path: str) -> dict[str, str]:
        content = base64.b64encode(self.text("main", path).encode()).decode()
        return {"path": path, "encoding": "base64", "content": content}

    def _commit(self, body: dict[str, Any]) -> dict[str, Any]:
        known = {each["path"]: each["sha"] for each in self.files("main")}
        for file in body["files"]:
            assert file["operation"] == "create" or file["sha"] == known[file["path"]], "not the file that was opened"
        made = self.commit({each["path"]: decoded(each["content"]) for each in body["files"]}, body["message"])
        now = {each["path"]: each["sha"] for each in self.files("main")}
        files = [{"path": each["path"], "sha": now[each["path"]]} for each in body["files"]]
        return {"commit": {"sha": made, "created": body["dates"]["author"]}, "files": files}
