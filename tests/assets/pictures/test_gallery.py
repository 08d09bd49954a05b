"""The galleries of a few studios, without a site around them: what is said of their files, what is published, what is remembered."""

import io
from pathlib import Path, PurePosixPath

import pytest
from PIL import Image

from laomo.assets.pictures import gallery, image
from laomo.assets.pictures.gallery import Picture
from laomo.problems.problem import Problem
from laomo.registry.registry import Registry
from tests.registry.joined import joined
from tests.text.test_personal_data import MOBILE

NAMES = ("a.png", "b.png", "c.jpg", "unnamed.png")


def never(*_: object) -> None:
    pytest.fail("it is known")


def photo(name: str) -> str:
    return f"{{file: {name}, caption: 甲, alt: 乙}}"


def registry(*pictures: str) -> Registry:
    texts = {
        "north/crane": f"photos: [{photo('a.png')}, {photo('none.png')}]",
        "north/crane/2013": f"achievements: [{{id: x}}, {{id: y, photos: [{photo('a.png')}, {photo('b.png')}]}}]",
        "north/gone": f"status: 撤销\nphotos: [{photo('a.png')}]",
    }
    return joined(texts, pictures=[f"north/crane/photos/{name}" for name in pictures] + ["north/gone/photos/a.png"])


@pytest.fixture
def studios(tmp_path: Path) -> Path:
    folder = tmp_path / "studios/north/crane/photos"
    folder.mkdir(parents=True)
    Image.new("RGB", (1000, 500), "#a12a1e").save(folder / "a.png")
    Image.new("RGB", (40, 20), "#a12a1e").save(folder / "b.png")
    Image.new("RGB", (40, 20), "#a12a1e").save(folder / "c.jpg", comment=f"tel {MOBILE}".encode())
    (folder / "unnamed.png").write_bytes(b"none")
    (tmp_path / "studios/north/gone/photos").mkdir(parents=True)
    Image.new("RGB", (30, 20)).save(tmp_path / "studios/north/gone/photos/a.png")
    return tmp_path / "studios"


def test_what_is_wrong_with_a_file_stands_where_a_record_names_it(studios: Path, tmp_path: Path) -> None:
    def found() -> list[Problem]:
        return list(gallery.problems(registry(*NAMES), studios, tmp_path / "kept"))

    below = "studios/north/crane"
    noted, bad = found()
    assert (noted.path, noted.code, noted.loc, list(noted.facts)) == (
        f"{below}/photos/c.jpg",
        "personal-mobile-in-picture",
        (),
        ["masked"],
    )
    assert MOBILE not in str(noted.facts)
    assert bad == Problem(f"{below}/photos/unnamed.png", "bad-picture", facts={"value": "unnamed.png"})
    for name in ("a.png", "b.png"):
        (studios / "north/crane/photos" / name).write_bytes(b"none")
    places = {each.facts["value"]: (each.path, each.loc) for each in found() if "value" in each.facts}
    assert places == {
        "a.png": (f"{below}/2013.yml", ("achievements", 1, "photos", 0, "file")),
        "b.png": (f"{below}/2013.yml", ("achievements", 1, "photos", 1, "file")),
        "unnamed.png": (f"{below}/photos/unnamed.png", ()),
    }


def test_a_sound_picture_is_not_looked_at_again(studios: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = registry("a.png", "b.png")
    assert list(gallery.problems(whole, studios, tmp_path / "kept")) == []
    monkeypatch.setattr(gallery, "_faults", never)
    assert list(gallery.problems(whole, studios, tmp_path / "kept")) == []
    monkeypatch.undo()
    (studios / "north/crane/photos/b.png").write_bytes(b"none")
    assert [each.code for each in gallery.problems(whole, studios, tmp_path / "kept")] == ["bad-picture"]
    assert [each.code for each in gallery.problems(whole, studios, tmp_path / "kept")] == ["bad-picture"]


def test_what_is_published_of_each_picture(studios: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = tmp_path / "kept"
    pictures, outputs = gallery.publish(registry(*NAMES), studios, kept)
    path = PurePosixPath("north/crane/photos/a.png")
    assert pictures.keys() == {path, path.with_name("b.png"), PurePosixPath("north/gone/photos/a.png")}
    digest = image.make(studios / path, kept).digest
    addresses = [f"pictures/crane/{digest[:12]}-{width}.webp" for width in (480, 960, 1600)]
    jpeg = f"pictures/crane/{digest[:12]}-960.jpg"
    assert pictures[path] == Picture(tuple(zip((480, 960, 1000), addresses, strict=True)), jpeg, 1000, 500)
    assert pictures[path].url == addresses[2]
    ((width, _),) = pictures[path.with_name("b.png")].sources
    assert (width, pictures[path.with_name("b.png")].height) == (40, 20)
    assert [str(each.path) for each in outputs][:4] == [*addresses, jpeg]
    assert len({each.path for each in outputs}) == len(outputs) == 8
    assert [each.fingerprint and each.fingerprint() for each in outputs[:4]] == [
        f"{digest}-{name}" for name in ("480.webp", "960.webp", "1600.webp", "960.jpg")
    ]
    made = [Image.open(io.BytesIO(outputs[number].data)) for number in (1, 3)]
    assert [(each.format, each.size) for each in made] == [("WEBP", (960, 480)), ("JPEG", (960, 480))]
    monkeypatch.setattr(gallery, "_make", never)
    again, _ = gallery.publish(registry(*NAMES), studios, kept)
    assert again == pictures
    monkeypatch.undo()
    Image.new("RGB", (50, 20), "#a12a1e").save(studios / path)
    assert gallery.publish(registry(*NAMES), studios, kept)[0][path].width == 50
    (studios / path).write_bytes(b"none")
    assert path not in gallery.publish(registry(*NAMES), studios, kept)[0]
