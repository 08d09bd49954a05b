"""One picture at its limits, in its widths, by its content, and the drawings that are kept by name."""

import io
from collections.abc import Callable
from pathlib import Path, PurePosixPath

import pytest
from PIL import ExifTags, Image

from laomo.assets import fonts
from laomo.assets.drawing_cache import draw_once, drawn, name_of
from laomo.assets.fonts import Font, candidates
from laomo.assets.pictures import image
from laomo.assets.pictures.image import JPEG_WIDTH, WIDTHS, MadePicture, PictureRejected, kept, make, size
from laomo.system.cache import write_sealed


def picture(file: Path, width: int, height: int, colour: str = "#123456", kind: str = "PNG") -> Path:
    Image.new("RGB", (width, height), colour).save(file, kind)
    return file


def refused(call: Callable[[], object]) -> tuple[str, dict[str, object]]:
    with pytest.raises(PictureRejected) as raised:
        call()
    return raised.value.code, dict(raised.value.facts)


def test_pixels_are_counted_to_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = picture(tmp_path / "a.png", 50, 40)
    monkeypatch.setattr(image, "MAX_PIXELS", 2_000)
    assert size(file) == (50, 40)
    monkeypatch.setattr(image, "MAX_PIXELS", 1_999)
    facts = {"unit": "pixels", "size": "50×40", "most": "limit-megapixels", "limit": 40}
    assert refused(lambda: size(file)) == ("picture-too-large", facts)
    assert refused(lambda: make(file, tmp_path / "cache"))[0] == "picture-too-large"
    assert refused(lambda: image.examine(file))[0] == "picture-too-large"


def test_bytes_are_counted_to_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = picture(tmp_path / "a.png", 50, 40)
    length = file.stat().st_size
    monkeypatch.setattr(image, "MAX_BYTES", length)
    assert size(file) == (50, 40)
    monkeypatch.setattr(image, "MAX_BYTES", length - 1)
    facts = {"unit": "bytes", "size": "0 MB", "most": "limit-bytes", "limit": "10 MB"}
    assert refused(lambda: size(file)) == ("picture-too-large", facts)


def test_the_limits_are_those_that_the_help_names() -> None:
    assert (image.MAX_PIXELS, image.MAX_BYTES, WIDTHS) == (40_000_000, 10_000_000, (480, 960, 1600))


@pytest.mark.parametrize(
    ("width", "height", "sizes"),
    [
        (1, 1, ((1, 1),)),
        (480, 3, ((480, 3),)),
        (481, 3, ((480, 3), (481, 3))),
        (960, 100, ((480, 50), (960, 100))),
        (1000, 100, ((480, 48), (960, 96), (1000, 100))),
        (1600, 100, ((480, 30), (960, 60), (1600, 100))),
        (2000, 101, ((480, 24), (960, 48), (1600, 81))),
        (30, 2000, ((30, 2000),)),
    ],
)
def test_a_picture_is_made_in_each_width_that_it_has(
    tmp_path: Path, width: int, height: int, sizes: tuple[tuple[int, int], ...]
) -> None:
    made = make(picture(tmp_path / "a.png", width, height), tmp_path / "cache")
    assert made.sizes == sizes
    kinds = sorted(place.suffix for place in (tmp_path / "cache").iterdir())
    assert kinds == [".jpg", *[".webp"] * min(len(sizes) + 1, len(WIDTHS))]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize(
    ("taken", "size"),
    [((2000, 1000), (960, 480)), ((961, 40), (960, 40)), ((960, 40), (960, 40)), ((30, 40), (30, 40))],
)
def test_beside_the_webp_stands_one_plain_jpeg_the_same_each_time(
    tmp_path: Path, kind: str, taken: tuple[int, int], size: tuple[int, int]
) -> None:
    file = tmp_path / "a"
    exif = Image.Exif()
    exif[ExifTags.Base.Artist] = "示例摄影者"
    Image.new("RGB", taken, "#123456").save(file, kind, exif=exif.tobytes())
    first, second = (
        kept(cache, make(file, cache).digest, JPEG_WIDTH, file, "jpg") for cache in (tmp_path / "1", tmp_path / "2")
    )
    assert first == second
    with Image.open(io.BytesIO(first)) as made:
        assert (made.format, made.size, made.mode) == ("JPEG", size, "RGB")
        assert not made.getexif()
        assert made.info.keys() <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}
    assert "示例摄影者".encode() not in first


def test_what_was_made_is_kept_by_content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = tmp_path / "cache"
    first, second = (picture(tmp_path / name, 600, 10) for name in ("a.png", "b.png"))
    other = picture(tmp_path / "c.png", 600, 10, "#654321")
    made = make(first, cache)
    assert isinstance(made, MadePicture)
    with monkeypatch.context() as patch:
        patch.setattr(image, "_encoded", None)
        assert make(second, cache) == make(first, cache) == made
        narrow = kept(cache, made.digest, 480, first)
    assert make(other, cache).digest != made.digest
    with Image.open(io.BytesIO(narrow)) as opened:
        assert (opened.format, opened.size, opened.mode) == ("WEBP", (480, 8), "RGB")
    for place in cache.iterdir():
        place.unlink()
    assert kept(cache, made.digest, 480, first) == narrow
    [place] = cache.iterdir()
    write_sealed(place, b"as kept")
    assert kept(cache, made.digest, 480, first) == b"as kept"
    place.write_bytes(b"planted")
    assert kept(cache, made.digest, 480, first) == narrow


@pytest.mark.parametrize(
    ("kind", "code"), [("JPEG", "damaged-picture"), ("PNG", "damaged-picture"), ("WEBP", "bad-picture")]
)
def test_a_cut_picture_is_damaged_and_what_is_none_is_bad(tmp_path: Path, kind: str, code: str) -> None:
    file = tmp_path / "a"
    Image.effect_noise((300, 300), 90).convert("RGB").save(file, kind)
    image.examine(file)
    whole = file.read_bytes()
    file.write_bytes(whole[: len(whole) * 2 // 3])
    assert [refused(lambda: image.examine(file)), refused(lambda: make(file, tmp_path / "cache"))] == [
        (code, {}),
        (code, {}),
    ]
    file.write_bytes(whole[:10])
    assert refused(lambda: size(file)) == ("bad-picture", {})


@pytest.mark.parametrize("error", [OSError, SyntaxError, ValueError, EOFError])
def test_whatever_fails_in_the_decoders_means_a_damaged_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    file = picture(tmp_path / "a.png", 9, 9)

    def fails(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Image.Image, "getexif", fails)
    assert refused(lambda: image.examine(file)) == ("damaged-picture", {})
    monkeypatch.setattr(Image.Image, "convert", fails)
    assert refused(lambda: make(file, tmp_path / "cache")) == ("damaged-picture", {})
    if error is not EOFError:
        monkeypatch.setattr(Image, "open", fails)
        assert refused(lambda: size(file)) == ("bad-picture", {})


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "PPM"])
def test_other_kinds_of_pictures_are_bad(tmp_path: Path, kind: str) -> None:
    assert refused(lambda: size(picture(tmp_path / "a.png", 9, 9, kind=kind))) == ("bad-picture", {})


def test_a_missing_file_and_a_link_are_bad(tmp_path: Path) -> None:
    picture(tmp_path / "a.png", 9, 9)
    (tmp_path / "link.png").symlink_to("a.png")
    assert refused(lambda: size(tmp_path / "link.png")) == ("bad-picture", {})
    assert refused(lambda: size(tmp_path / "none.png")) == ("bad-picture", {})


def test_a_drawing_is_made_once_and_named_by_all_that_it_shows(tmp_path: Path) -> None:
    made: list[str] = []

    def draw(word: str) -> bytes:
        made.append(word)
        return word.encode()

    names = {word: name_of(1, word, suffix="png") for word in ("甲", "乙")}
    assert len({*names.values(), name_of(2, "甲", suffix="png"), name_of(1, "甲", suffix="svg")}) == 4
    assert PurePosixPath(names["甲"]).suffix == ".png"
    draw_once(tmp_path, {names[word]: word for word in names}, draw)
    draw_once(tmp_path, {names[word]: word for word in names}, draw)
    assert made == ["甲", "乙"]
    assert drawn(tmp_path, names["甲"], "甲", draw) == "甲".encode()
    assert made == ["甲", "乙"]
    (tmp_path / names["甲"]).write_bytes(b"planted")
    assert drawn(tmp_path, names["甲"], "甲", draw) == "甲".encode()
    assert drawn(tmp_path, names["甲"], "甲", draw) == "甲".encode()
    assert made == ["甲", "乙", "甲"]
    draw_once(tmp_path, {names["乙"]: "乙"}, draw)
    assert [path.name for path in tmp_path.iterdir()] == [names["乙"]], "what is not wanted any more goes"


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("/fonts/a.ttc\n2\nen|zh-cn|ja", Font(Path("/fonts/a.ttc"), 2)),
        ("/fonts/a.ttc\n0\nzh-cn", Font(Path("/fonts/a.ttc"), 0)),
        ("/fonts/a.ttc\n0\nen|zh-tw", None),
        ("/fonts/a.ttc\n0", None),
        ("", None),
    ],
)
def test_the_systems_best_match_is_taken_if_it_has_chinese(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, found: Font | None
) -> None:
    program = tmp_path / "fc-match"
    program.write_text(f"#!/bin/sh\nprintf '%s' '{said}'\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    monkeypatch.delenv(fonts.FONT_VARIABLE, raising=False)
    fonts._matched.cache_clear()
    first, *others = candidates()
    fonts._matched.cache_clear()
    known = [path.file.as_posix() for path in (first, *others)][-4:]
    assert known[0] == "/System/Library/Fonts/Supplemental/Songti.ttc"
    assert (first == found, len(others)) == ((True, 4) if found else (False, 3))


def test_a_named_font_is_the_only_one_and_known_by_its_stamp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.ttf"
    monkeypatch.setenv(fonts.FONT_VARIABLE, str(file))
    assert list(candidates()) == [Font(file)]
    missing = Font(file).stamp
    file.write_bytes(b"a")
    assert missing == "a.ttf 0 "
    assert Font(file).stamp not in (missing, Font(file, 1).stamp)
