"""Who may change which file, the list of owners for platforms, and a line's page: each exactly, without a repository."""

from laomo.records import models
from laomo.system.git import TreeEntry
from laomo.tools.review import history, reach
from laomo.tools.review.lines import ChangeLine
from laomo.tools.review.ownership import Author, author, code_owners

RECORD = models.OwnersRecord.model_validate(
    {"stewards": ["Chief", "Deputy"], "unions": {"north": ["Ann", "bob"], "city": ["carl"], "south": ["ann", "Chief"]}}
)


def test_the_rights_of_an_account() -> None:
    for name, unions, steward in [
        ("ANN", {"north", "south"}, False),
        ("Bob", {"north"}, False),
        ("chief", {"south"}, True),
        ("stranger", set(), False),
    ]:
        assert author(name, RECORD) == Author(name, frozenset(unions), steward)


def test_what_a_clerk_may_change() -> None:
    for path, may in [
        ("studios/north/weld/studio.yml", True),
        ("studios/north/x", True),
        ("studios/north", False),
        ("studios/south/x/studio.yml", False),
        ("studios/owners.yml", False),
        ("content/north/x.md", False),
        ("north/x/y", False),
    ]:
        assert Author("ann", frozenset({"north"}), steward=False).may_change(path) is may
        assert Author("chief", frozenset(), steward=True).may_change(path)


def test_the_owners_for_a_platform() -> None:
    unions = [
        models.UnionRecord.model_validate({"id": id_, "name": f"{id_}工会", "kind": "区工会", "parent": parent})
        for id_, parent in (("city", "province"), ("north", "city"), ("south", None), ("province", None))
    ]
    assert code_owners(RECORD, unions) == (
        "* @Chief @Deputy\n"
        "/studios/north/ @Ann @bob @carl @Chief @Deputy\n"
        "/studios/city/ @carl @Chief @Deputy\n"
        "/studios/south/ @ann @Chief @Deputy\n"
    )
    nobody = models.OwnersRecord.model_validate({"unions": {"north": ["ann"]}})
    assert code_owners(nobody, unions) == "/studios/north/ @ann\n"


def test_the_file_of_a_line() -> None:
    assert ChangeLine("甲", "", "studios/a/").file == "studios/a/index.html"
    assert ChangeLine("甲", "", "studios/a/2013/#b").file == "studios/a/2013/index.html#b"


def test_the_words_of_claims() -> None:
    assert {kind: words.format(what="甲") for kind, words in reach._WORDS.items()} == {
        "co-union": "共建工会",
        "leader": "领衔人甲（算作同一人）",
        "likeness": "领衔人甲（单位或荣誉相同，算作两个人）",
        "commendation": "由它授予的荣誉：甲",
    }


def test_files_are_read_as_many_at_a_time_as_memory_holds() -> None:
    sizes = {
        "a": 9_000_000,
        "b": 9_000_000,
        "c": 9_000_000,
        "d": 9_000_000,
        "e": 9_000_000,
        "f": 5_000_000,
        "g": 1,
        "h": 10_000_001,
    }
    entries = [TreeEntry(f"{name}.bin", "100644", name, size) for name, size in sizes.items()]
    read = [[entry.blob for entry in some] for some in history._batches(entries, sizes)]
    assert read == [["a", "b", "c", "d", "e", "f"], ["g"]]
    assert list(history._batches([], {})) == []
    assert list(history._batches(entries[-1:], sizes)) == []


def test_what_an_attachment_says_that_it_is() -> None:
    for data, kind in [
        (b"%PDF-1.7", "pdf"),
        (b"x" * 1_019 + b"%PDF-", "pdf"),
        (b"x" * 1_020 + b"%PDF-", None),
        (b"PK\3\4", None),
        (b"", None),
        (b"word/", None),
    ]:
        assert history._attachment(data) == kind


def test_numbers_in_a_commit() -> None:
    for text, codes in [
        ("author Ann <a@b.example> 1 +0800\n\n修改", []),
        ("author Ann <12345678901+ann@users.noreply.github.com> 1 +0800", []),
        ("author Ann <13800138000-ann@users.noreply.gitlab.com> 1 +0800", []),
        ("author Ann <13800138000@b.example> 1 +0800", ["personal-mobile"]),
        ("author 13800138000 <a@b.example> 1 +0800", ["personal-mobile"]),
        ("tree 13800138000\nparent 13800138000\nauthor x", []),
        ("author x\n\n电话 13800138000，又是 13800138000", ["personal-mobile"]),
    ]:
        found = list(history._of_commit("0123456789abcdef", text.encode()))
        assert [(problem.path, problem.code) for problem in found] == [("01234567", code) for code in codes]
