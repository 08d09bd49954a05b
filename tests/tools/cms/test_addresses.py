"""Which texts are a repository and which are a server, character by character."""

import pytest

from laomo.tools.cms import host

OWNERS = ("a", "A9", "a.b", "a-b", "a_b", "甲", ".", "-")


@pytest.mark.parametrize("name", OWNERS)
def test_a_repository_has_an_owner_and_a_name(name: str) -> None:
    for text in (f"{name}/b", f"b/{name}", f"{name}/{name}/{name}", f"a/b/c/{name}"):
        assert host.REPOSITORY.fullmatch(text), text
    for text in (name, f"/{name}", f"{name}/", f"{name}//b", f"{name} /b", f"a/{name}?", f"a:{name}/b", f"a/{name}\n"):
        assert not host.REPOSITORY.fullmatch(text), text


@pytest.mark.parametrize(
    ("text", "fine"),
    [
        *((f"{scheme}://{name}{port}", True) for scheme in ("http", "https") for name in ("a", "A9.b-c.org") for port in ("", ":1", ":12345")),
        *((text, False) for text in ("", "a.org", "https://", "https://a:", "https://a:123456", "https://a:b", "https://a/", "https://a_b", "https://甲", "ftp://a", "httpss://a", "https:/a", "https://a@b", " https://a", "https://a?")),
    ],
)  # fmt: skip
def test_a_server_is_a_scheme_a_name_and_a_port(text: str, *, fine: bool) -> None:
    assert bool(host.SERVER.fullmatch(text)) is fine


@pytest.mark.parametrize(
    ("origin", "parts"),
    [
        ("git@host.org:a/b.git", ("https://host.org", "a/b")),
        ("me.you-1_2@Host-1.org:/a/b", ("https://host-1.org", "a/b")),
        ("host.org:///a", ("", "")),
        ("host.org://a", ("", "")),
        ("host.org:a", ("https://host.org", "a")),
        ("host_1.org:a/b", ("", "")),
        ("a b@host.org:a/b", ("", "")),
        ("@host.org:a/b", ("", "")),
        ("host.org:", ("", "")),
        ("host.org:/", ("https://host.org", "")),
        ("ssh://git@Host.org:22/a/b.git/", ("https://host.org", "a/b")),
        ("http://user:secret@Host.org:80/a/b.git", ("http://host.org:80", "a/b")),
        ("https://host.org/a/b.git.git", ("https://host.org", "a/b.git")),
        ("https:///a/b", ("", "a/b")),
        ("/srv/a/b", ("", "")),
        ("", ("", "")),
    ],
)
def test_the_server_and_the_repository_of_an_address(origin: str, parts: tuple[str, str]) -> None:
    assert host._parts(origin) == parts


@pytest.mark.parametrize(
    ("server", "kind"),
    [
        ("https://my-github.example", "github"),
        ("https://gitlab.example", "gitlab"),
        ("https://gitea.example", "gitea"),
        ("https://forgejo.example", "gitea"),
        ("https://codeberg.org", "gitea"),
        ("https://forgejo-github.example", "gitea"),
        ("https://github-gitlab.example", "github"),
        ("https://codeberg.example", None),
        ("https://example/github", None),
        ("", None),
    ],
)
def test_the_kind_of_a_server(server: str, kind: str | None) -> None:
    assert host._kind(server) == kind
    assert host.KINDS == ("github", "gitlab", "gitea")


def test_only_slashes_are_taken_off_what_an_administrator_says() -> None:
    said = host.HostOptions("gitlab", "https://gitlab.exampleX//", "a/bX", "", "", "https://in.exampleX//")
    assert host.host("", said) == host.Host("gitlab", "https://gitlab.exampleX", "a/bX", "", "", "https://in.exampleX")
    assert host._parts("https://host.org/X/aX.git/") == ("https://host.org", "X/aX")
    assert host._parts("git@host.org:X/aX") == ("https://host.org", "X/aX")
