"""The part of GitLab's API that Sveltia CMS uses: what it saves is a branch and a merge request, which a reviewer merges."""

import re
from typing import Any

from tests.tools.cms.git_host import REPOSITORY, Asked, GitHost, decoded

_PROJECT = f"/v4/projects/{REPOSITORY}"
_DAY = "2026-01-01T00:00:00Z"


class GitLab(GitHost):
    """Merge requests are kept in a list; nothing here merges one."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.merge_requests: list[dict[str, Any]] = []

    def answer(self, asked: Asked) -> Any:  # noqa: PLR0911 (one for each request)
        match asked.method, asked.path.removeprefix(_PROJECT):
            case "POST", "/graphql":
                return {"data": {"project": {"repository": self._queried(**asked.body)}}}
            case "GET", "/v4/user":
                return {"id": 1, "username": "clerk", "name": "填报员", "email": "clerk@example.org"}
            case "GET", "/users":
                return [{"id": 1}]
            case "GET", "/merge_requests":
                wanted = asked.query.get("labels", [""])[0]
                return [each for each in self.merge_requests if wanted in each["labels"]]
            case "GET", diffs if found := re.fullmatch(r"/merge_requests/(\d+)/diffs", diffs):
                return self._diffs(self.merge_requests[int(found[1]) - 1]["source_branch"])
            case "POST", "/merge_requests":
                return self._merge_request(asked.body)
            case "PUT", one if found := re.fullmatch(r"/merge_requests/(\d+)", one):
                return self._relabelled(self.merge_requests[int(found[1]) - 1], asked.body)
            case "POST", "/repository/commits":
                return self._commit(asked.body)
            case "GET", _ if asked.path.startswith(_PROJECT):
                return []  # of pipelines, deployments and the like it has none
        return None

    def _queried(self, query: str, variables: dict[str, Any]) -> dict[str, Any]:
        branch = variables.get("branch", "main")
        if "rootRef" in query:
            return {"rootRef": "main"}
        if "lastCommit" in query:
            return {"tree": {"lastCommit": {"sha": self.git("rev-parse", branch).strip(), "message": "last"}}}
        if "paths" in variables:
            known = {each["path"]: each for each in self.files(branch)}
            nodes = [
                {"path": path, "oid": known[path]["sha"], "size": known[path]["size"], "rawTextBlob": text}
                for path in variables["paths"]
                if (text := self.text(branch, path)) is not None
            ]
            return {"blobs": {"nodes": nodes}}
        end = {"endCursor": "", "hasNextPage": False}
        return {"tree": {"blobs": {"nodes": self.files(branch), "pageInfo": end}}}

    def _commit(self, body: dict[str, Any]) -> dict[str, Any]:
        files = {each["file_path"]: decoded(each["content"], each["encoding"]) for each in body["actions"]}
        start = body.get("start_branch", "main")
        return {
            "id": self.commit(files, body["commit_message"], branch=body["branch"], start=start),
            "committed_date": _DAY,
        }

    def _merge_request(self, body: dict[str, Any]) -> dict[str, Any]:
        number = len(self.merge_requests) + 1
        made = {
            **body,
            "iid": number,
            "id": number,
            "labels": body["labels"].split(","),
            "sha": self.git("rev-parse", body["source_branch"]).strip(),
            "web_url": f"{self.address}/{REPOSITORY}/-/merge_requests/{number}",
            "created_at": _DAY,
            "updated_at": _DAY,
        }
        self.merge_requests.append(made)
        return made

    def _relabelled(self, request: dict[str, Any], body: dict[str, Any]) -> dict[str, Any]:
        kept = [each for each in request["labels"] if each not in body["remove_labels"].split(",")]
        request.update(title=body["title"], labels=[*kept, body["add_labels"]])
        return request

    def _diffs(self, branch: str) -> list[dict[str, Any]]:
        paths = self.git("diff", "--name-only", f"main...{branch}").splitlines()
        return [{"old_path": each, "new_path": each, "deleted_file": False, "renamed_file": False} for each in paths]
