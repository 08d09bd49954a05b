"""Where the records of a site lie, as Sveltia CMS must know it: which kind of host, its address, the repository and its branch."""

import re
from dataclasses import dataclass
from typing import Any, Final, Literal, get_args
from urllib.parse import urlsplit

from laomo.problems.errors import CodedError

Kind = Literal["github", "gitlab", "gitea"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
REPOSITORY: Final = re.compile(r"[\w.-]+(?:/[\w.-]+)+")
"""Owner and name, with subgroups in between at GitLab."""
SERVER: Final = re.compile(r"https?://[A-Za-z0-9.-]+(?::\d{1,5})?")
_PUBLIC: Final[dict[Kind, str]] = {
    "github": "https://github.com",
    "gitlab": "https://gitlab.com",
    "gitea": "https://gitea.com",
}
_GITEA_TOO: Final = ("forgejo", "codeberg.org")
_SHORT: Final = re.compile(r"(?:[\w.-]+@)?([A-Za-z0-9.-]+):(?!//)/*(.+)")
"""An address as ssh takes it: git@host:owner/name.git."""


class UnknownHost(CodedError):
    """It cannot be told where the records lie: cms-no-host, cms-no-repository."""


@dataclass(frozen=True, slots=True)
class HostOptions:
    """What an administrator says of a host; empty where it can be told from the repository."""

    kind: Kind | None = None
    server: str = ""
    repository: str = ""
    branch: str = ""
    app_id: str = ""
    sign_in: str = ""


@dataclass(frozen=True, slots=True)
class Host:
    """One repository at one host."""

    kind: Kind
    server: str
    """Scheme, name and port, without a slash at the end."""
    repository: str
    branch: str = ""
    """Empty for the repository's default branch, which the CMS asks the host for."""
    app_id: str = ""
    """The number that the host gave to this CMS for signing in (OAuth with PKCE); empty when people sign in with a token."""
    sign_in: str = ""
    """The address of a sign-in helper, which GitHub needs and the others do not; empty without one."""

    @property
    def api(self) -> str:
        """The address of the host's API."""
        if self.kind == "github":
            return "https://api.github.com" if self.server == _PUBLIC["github"] else f"{self.server}/api/v3"
        return f"{self.server}/api/{'v4' if self.kind == 'gitlab' else 'v1'}"

    @property
    def asked(self) -> tuple[str, ...]:
        """Every origin that the CMS asks for anything, besides its own."""
        api = urlsplit(self.api)
        return tuple(dict.fromkeys((f"{api.scheme}://{api.netloc}", *([] if self.kind == "github" else [self.server]))))

    @property
    def reviewed(self) -> bool:
        """Whether a saved record waits for a reviewer, as a pull or merge request: Sveltia can do this at GitHub and GitLab."""
        return self.kind != "gitea"

    def backend(self) -> dict[str, Any]:
        """The part `backend` of the configuration."""
        token_only = not (self.sign_in or self.app_id)
        return {
            "name": self.kind,
            "repo": self.repository,
            **({"branch": self.branch} if self.branch else {}),
            "api_root": self.api,
            **self._oauth(),
            **({"auth_methods": ["token"]} if token_only else {}),
            "commit_messages": {
                "create": "新建：{{collection}} {{slug}}",
                "update": "修改：{{collection}} {{slug}}",
                "delete": "删除：{{collection}} {{slug}}",
                "uploadMedia": "放进：{{path}}",
                "deleteMedia": "删除：{{path}}",
            },
        }

    def _oauth(self) -> dict[str, str]:
        if self.kind == "github":
            return {"base_url": self.sign_in} if self.sign_in else {}
        return {
            "base_url": self.sign_in or self.server,
            **({"app_id": self.app_id} if self.app_id else {}),
            **({"auth_type": "pkce"} if self.kind == "gitlab" and self.app_id else {}),
        }


def host(origin: str, said: HostOptions) -> Host:
    """The host of a repository that was cloned from the address `origin`; what is said counts more. Raises UnknownHost."""
    named, path = _parts(origin)
    server = said.server.rstrip("/") or named or (_PUBLIC[said.kind] if said.kind else "")
    kind = said.kind or _kind(server)
    if kind is None or not SERVER.fullmatch(server):
        raise UnknownHost("cms-no-host")
    repository = said.repository or path
    if not REPOSITORY.fullmatch(repository):
        raise UnknownHost("cms-no-repository")
    return Host(kind, server, repository, said.branch, said.app_id, said.sign_in.rstrip("/"))


def _parts(origin: str) -> tuple[str, str]:
    """The server and the repository of an address that git takes; empty for a folder and for none. What signs in is left out."""
    if origin.startswith(("http://", "https://", "ssh://")):
        address = urlsplit(origin)
        name, path = address.hostname or "", address.path
        port = f":{address.port}" if address.port and address.scheme != "ssh" else ""
        server = f"{'http' if address.scheme == 'http' else 'https'}://{name}{port}" if name else ""
    elif short := _SHORT.fullmatch(origin):
        server, path = f"https://{short[1].lower()}", short[2]
    else:
        return "", ""
    return server, path.strip("/").removesuffix(".git")


def _kind(server: str) -> Kind | None:
    name = urlsplit(server).hostname or ""
    if any(word in name for word in _GITEA_TOO):
        return "gitea"
    return next((kind for kind in KINDS if kind in name), None)
