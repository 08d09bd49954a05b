"""Pictures as contributors send them, and as readers get them."""

import html
import io
import os
import random
import re
import struct
import subprocess
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

import pillow_heif
import pytest
from PIL import ExifTags, Image

from laomo import generate
from laomo.assets.pictures import image
from laomo.problems.messages import sentence
from laomo.project import Project
from laomo.system import heic
from laomo.system.files import stamp
from tests.conftest import edit, generated, some

PHOTO = "north/crane/photos/cover.png"
JFIF = {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}
"""What every JPEG says of itself."""


def replace_photo(site: Path, image: Image.Image, **options: object) -> None:
    image.save(site / "studios" / PHOTO, "JPEG", **options)  # content decides, not the name's ending


def published(site: Path) -> dict[PurePosixPath, bytes]:
    """The files of the crane studio's picture, by path, narrow first."""
    return generated(site, lambda path: path.suffix == ".webp")


def widths_and_heights(site: Path) -> list[tuple[int, int]]:
    return [Image.open(io.BytesIO(each)).size for each in published(site).values()]


@pytest.mark.parametrize(
    ("taken", "shown"),
    [
        ((3000, 2000), [(480, 320), (960, 640), (1600, 1067)]),
        ((8000, 600), [(480, 36), (960, 72), (1600, 120)]),
        ((900, 3000), [(480, 1600), (900, 3000)]),
        ((960, 500), [(480, 250), (960, 500)]),
        ((200, 100), [(200, 100)]),
    ],
    ids=["photo", "panorama", "portrait", "exact", "tiny"],
)
def test_three_widths_and_none_larger_than_taken(
    site: Path, taken: tuple[int, int], shown: list[tuple[int, int]]
) -> None:
    replace_photo(site, Image.new("RGB", taken, "#a12a1e"))
    assert widths_and_heights(site) == shown


def test_upright_and_without_anything_but_pixels(site: Path) -> None:
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = 6  # a phone held upright
    exif[ExifTags.Base.Artist] = "示例摄影者"
    exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: (24.0, 28.0, 30.0)})
    replace_photo(site, Image.new("RGB", (1200, 800), "#23605f"), exif=exif.tobytes(), comment="内部资料".encode())
    assert widths_and_heights(site) == [(480, 720), (800, 1200)]
    for data in some(generated(site, lambda path: path.suffix in (".webp", ".jpg")).values()):
        made = Image.open(io.BytesIO(data))
        assert not made.getexif()
        assert made.info.keys() <= {"loop", "background", "timestamp", "duration"} | JFIF
        assert "示例摄影者".encode() not in data
        assert "内部资料".encode() not in data


def test_the_page_offers_every_width_and_reserves_the_room(site: Path) -> None:
    replace_photo(site, Image.new("RGB", (3000, 2000), "#a12a1e"))
    files = published(site)
    page = html.unescape((site / ".build/pages/studios/crane/index.md").read_text(encoding="utf-8"))
    for path, width in zip(files, (480, 960, 1600), strict=True):
        assert f"{path.name} {width}w" in page
    assert 'width="1600" height="1067"' in page
    [jpeg] = generated(site, lambda path: path.suffix == ".jpg")
    assert re.search(rf'<picture><source type="image/webp" [^>]+><img src="[./]+/{jpeg}" ', page)


def test_a_portrait_has_a_picture_for_older_browsers_too_on_page_and_sheet(site: Path) -> None:
    """Safari before 14 does not know WebP."""
    portrait = "portrait: {file: cover.png, alt: 肖像, consent: 2024-05-06}"
    edit(site / "studios/north/crane/studio.yml", "    job: 岸桥司机\n", f"    job: 岸桥司机\n    {portrait}\n")
    [(jpeg, data)] = generated(site, lambda path: path.suffix == ".jpg").items()
    assert Image.open(io.BytesIO(data)).format == "JPEG"
    pages = [site / ".build/pages/studios/crane" / name for name in ("index.md", "sheet/index.html")]
    for path in some(pages):
        page = html.unescape(path.read_text("utf-8"))
        assert re.search(rf'<picture><source [^>]+><img class="[a-z-]+__portrait" src="[./]+/{jpeg}" ', page)
        assert not re.search(r"<img[^>]+\.webp", page)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "bad-picture"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "bad-picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "bad-picture"),
        (b"GIF89a\x01\0\x01\0\0\0\0;", "bad-picture"),
        (b"\xff\xd8\xff" + b"\0" * 10_000_001, "picture-too-large"),
    ],
    ids=["empty", "truncated", "svg", "gif", "heavy"],
)
def test_what_is_no_photograph_is_refused_with_its_place(site: Path, content: bytes, code: str) -> None:
    (site / "studios" / PHOTO).write_bytes(content)
    checked = generate.check(Project(site))
    (problem,) = checked.problems
    assert (problem.path, problem.code) == ("studios/north/crane/studio.yml", code)
    assert problem.facts["value"] == "cover.png"


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "ICO", "PPM", "PCX", "EPS", "PDF"])
def test_a_sound_picture_of_a_kind_that_is_not_asked_for_is_refused(site: Path, kind: str) -> None:
    """Whatever its name says: decoders that no page needs are never reached."""
    Image.new("RGB", (64, 48), "#a12a1e").save(site / "studios" / PHOTO, kind)
    assert [problem.code for problem in generate.check(Project(site)).problems] == ["bad-picture"]


@pytest.mark.parametrize("side", [7_000, 10_000, 20_000])
def test_a_bomb_is_refused_by_its_header(site: Path, side: int) -> None:
    Image.new("1", (side, side)).save(site / "studios" / PHOTO, "PNG")
    checked = generate.check(Project(site))
    assert [problem.code for problem in checked.problems] == ["picture-too-large"]


OPENED = """
import resource, sys
from pathlib import Path
from laomo.assets.pictures import image
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
try:
    image.make(Path(sys.argv[1]), Path(sys.argv[2]))
except image.PictureRejected as bad:
    print(bad.code, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)
"""


def test_a_bomb_is_refused_within_fifty_megabytes(tmp_path: Path) -> None:
    """81 million pixels: Pillow itself would open it without a word, in 400 MB (safety notes A4)."""
    Image.new("1", (9_000, 9_000)).save(tmp_path / "bomb.png")
    command = [sys.executable, "-c", OPENED, tmp_path / "bomb.png", tmp_path]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    code, megabytes = run.stdout.split()
    assert code == "picture-too-large"
    assert int(megabytes) < 50


def with_photo(site: Path, name: str, image: Image.Image) -> Path:
    """A second picture of the crane studio, named in its record."""
    file = (site / "studios" / PHOTO).with_name(name)
    image.save(file, "JPEG")
    record = file.parent.parent / "studio.yml"
    edit(
        record,
        "  - {file: cover.png,",
        f"  - {{file: '{name}', caption: 另一张, alt: 另一张图}}\n  - {{file: cover.png,",
    )
    return file


OF_PHONES = (
    *("IMG_0001.JPG", "IMG_20250613_101530.jpg", "DSC 01.jpg", "DSC_0001 (2).JPEG", "cover.final.v2.Png", "a.jfif"),
    *("微信图片_20250613101530.jpg", "微信图片_202506131015301.jpg", "mmexport1718250930123.jpg"),
    *("屏幕截图 2025-06-13 101530.png", "照片（改）.jpg", "照片·一.webp", "-1.jpg", "_1.jpg", "a&b#c%20d;e.jpg"),
    *("x" * 200 + ".jpg", "𬱖.jpg", "cover.jpg"),
)


def test_the_names_that_phones_and_chats_make_are_taken_and_not_published(site: Path) -> None:
    for number, name in enumerate(OF_PHONES):
        with_photo(site, name, Image.new("RGB", (100 + number, 80), "#a12a1e"))
    assert codes(site) == []
    files = published(site)
    assert len(files) == 3 + len(OF_PHONES), "the other picture is 1,200 pixels wide"
    assert all(re.fullmatch(r"pictures/crane/[0-9a-f]{12}-\d+\.webp", str(path)) for path in files)


@pytest.mark.parametrize(
    "name", ["../cover.png", "a/b.png", "a\\b.png", ".cover.png", "cover.gif", "cover", "a\u202egnp.png"]
)
def test_a_name_that_is_no_picture_of_the_folder_is_refused(site: Path, name: str) -> None:
    edit(site / "studios/north/crane/studio.yml", "{file: cover.png,", f"{{file: '{name}',")
    assert "file-name-malformed" in codes(site)


def test_names_that_differ_in_case_only(site: Path) -> None:
    with_photo(site, "Cover.png", Image.new("RGB", (300, 200), "#a12a1e"))
    (problem,) = generate.check(Project(site)).problems
    assert (problem.code, problem.severity) == ("same-picture-name", "error")
    assert {problem.facts["value"], problem.facts["other"]} == {"Cover.png", "cover.png"}


def test_pictures_that_no_record_names_are_reported_once(site: Path) -> None:
    photos = (site / "studios" / PHOTO).parent
    for name in ("b.jpg", "a.jpg", "c.jpg"):
        Image.new("RGB", (300, 200), "#a12a1e").save(photos / name)
    (problem,) = generate.check(Project(site)).problems
    assert (problem.code, problem.severity, problem.path) == (
        "unnamed-picture",
        "warning",
        "studios/north/crane/photos/a.jpg",
    )
    assert sentence(problem.code, problem.facts, "zh").startswith("图片 a.jpg 和另外 2 张放在")


def one_picture(image: Image.Image, kind: str, **options: object) -> bytes:
    stream = io.BytesIO()
    heic.formats()
    image.save(stream, kind, **options)
    return stream.getvalue()


@pytest.mark.parametrize("cut", [0.1, 0.5, 0.95])
@pytest.mark.parametrize(
    ("kind", "options"),
    [("JPEG", {}), ("JPEG", {"progressive": True}), ("PNG", {}), ("WEBP", {}), ("HEIF", {})],
    ids=["jpeg", "progressive", "png", "webp", "heic"],
)
def test_a_picture_that_was_cut_off_is_an_error_at_its_line(
    site: Path, kind: str, options: dict[str, object], cut: float
) -> None:
    whole = one_picture(Image.effect_noise((400, 300), 60).convert("RGB"), kind, **options)
    file = site / "studios" / PHOTO
    file.write_bytes(whole[: int(len(whole) * (1 - cut))])
    (problem,) = generate.check(Project(site)).problems
    assert problem.code in {"damaged-picture", "bad-picture"}
    assert (problem.path, problem.facts["value"]) == ("studios/north/crane/studio.yml", "cover.png")
    assert "cover.png" in (site / problem.path).read_text(encoding="utf-8").splitlines()[(problem.line or 0) - 1]


def shown_colours(data: bytes, cache: Path) -> list[tuple[int, ...]]:
    """The colours at the left, in the middle and at the right of the picture as readers see it."""
    (cache / "taken").write_bytes(data)
    made = image.make(cache / "taken", cache)
    with Image.open(io.BytesIO(image.kept(cache, made.digest, 480, cache / "taken"))) as shown:
        width, height = shown.size
        return [shown.getpixel((x, height // 2)) for x in (1, width // 2, width - 2)]  # type: ignore[misc]


def near(found: list[tuple[int, ...]], wanted: list[tuple[int, int, int]]) -> bool:
    return all(abs(a - b) <= 6 for f, w in zip(found, wanted, strict=True) for a, b in zip(f, w, strict=True))


def halves(mode: str, left: object, right: object) -> Image.Image:
    picture = Image.new(mode, (480, 120), left)  # type: ignore[arg-type]
    picture.paste(right, (240, 0, 480, 120))  # type: ignore[arg-type]
    return picture


WHITE, GREY, RED = (255, 255, 255), (128, 128, 128), (200, 30, 30)


@pytest.mark.parametrize(
    ("taken", "options", "left", "right"),
    [
        (halves("I;16", 128 * 257, 65_535), {}, GREY, WHITE),
        (halves("RGBA", (*RED, 255), (0, 0, 0, 0)), {}, RED, WHITE),
        (halves("RGBA", (*RED, 255), (0, 0, 0, 127)), {}, RED, GREY),
        (halves("LA", (128, 255), (0, 0)), {}, GREY, WHITE),
        (halves("L", 128, 0), {"transparency": 0}, GREY, WHITE),
        (halves("RGB", RED, (0, 0, 0)), {"transparency": (0, 0, 0)}, RED, WHITE),
        (halves("RGB", RED, (0, 0, 0)).quantize(2), {"transparency": 0}, None, None),
        (halves("1", 0, 1), {}, (0, 0, 0), WHITE),
    ],
    ids=["grey16", "alpha", "half-alpha", "grey-alpha", "grey-key", "colour-key", "palette-key", "bits"],
)
def test_deep_greys_stay_and_transparency_is_white(
    tmp_path: Path,
    taken: Image.Image,
    options: dict[str, object],
    left: tuple[int, int, int] | None,
    right: tuple[int, int, int] | None,
) -> None:
    found = shown_colours(one_picture(taken, "PNG", **options), tmp_path)
    if left is None or right is None:  # which of the two colours has number 0 is the quantizer's choice
        assert any(near([each], [WHITE]) for each in (found[0], found[2]))
        assert any(near([each], [colour]) for each in (found[0], found[2]) for colour in (RED, (0, 0, 0)))
    else:
        assert near([found[0], found[2]], [left, right])


def test_colours_are_converted_from_the_embedded_profile(tmp_path: Path) -> None:
    """A profile whose red and blue are exchanged: without it, the picture would be blue."""
    red, green, blue = (0.4361, 0.2225, 0.0139), (0.3851, 0.7169, 0.0971), (0.1431, 0.0606, 0.7141)
    exchanged = srgb_like(blue, green, red)
    flat = Image.new("RGB", (480, 120), (30, 30, 200))
    found = shown_colours(one_picture(flat, "JPEG", quality=95, icc_profile=exchanged), tmp_path)
    assert near(found, [(201, 24, 22)] * 3)
    damaged = one_picture(flat, "JPEG", quality=95, icc_profile=b"no profile")
    assert near(shown_colours(damaged, tmp_path), [(30, 30, 200)] * 3)


def srgb_like(*columns: tuple[float, float, float]) -> bytes:
    """An ICC profile (ICC.1:2010, 8.3) with the primaries given in XYZ, and a tone curve near that of sRGB."""

    def xyz(values: Sequence[float]) -> bytes:
        return b"XYZ \0\0\0\0" + b"".join(struct.pack(">i", round(value * 65_536)) for value in values)

    curve = b"curv\0\0\0\0" + struct.pack(">IH", 1, round(2.2 * 256)) + b"\0\0"
    text = b"desc\0\0\0\0" + struct.pack(">I", 5) + b"test\0" + b"\0" * 78 + b"\0"
    tags = {
        b"desc": text,
        b"wtpt": xyz((0.9642, 1.0, 0.8249)),
        **dict(zip((b"rXYZ", b"gXYZ", b"bXYZ"), map(xyz, columns), strict=True)),
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve),
    }
    table, data = struct.pack(">I", len(tags)), b""
    start = 128 + 4 + 12 * len(tags)
    for name, value in tags.items():
        table += name + struct.pack(">II", start + len(data), len(value))
        data += value + b"\0" * (-len(value) % 4)
    head = struct.pack(">I4sI4s4s4s", start + len(data), b"none", 0x02400000, b"mntr", b"RGB ", b"XYZ ")
    head += struct.pack(">6H4s", 2026, 1, 1, 0, 0, 0, b"acsp") + b"\0" * 28
    head += b"".join(struct.pack(">i", round(value * 65_536)) for value in (0.9642, 1.0, 0.8249))
    return head.ljust(128, b"\0") + table + data


def test_a_phones_own_format_is_read_where_the_extra_is(site: Path) -> None:
    file = (site / "studios" / PHOTO).with_suffix(".heic")
    pillow_heif.from_pillow(Image.new("RGB", (1200, 800), "#23605f")).save(file)
    (site / "studios" / PHOTO).unlink()
    edit(site / "studios/north/crane/studio.yml", "cover.png", "cover.heic")
    assert widths_and_heights(site) == [(480, 320), (960, 640), (1200, 800)]


def test_elsewhere_its_taker_is_told(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heic, "readable", lambda: False)
    (site / "studios/north/crane/photos/IMG_0001.HEIC").write_bytes(b"\0\0\0\x18ftypheic")
    assert [problem.code for problem in generate.check(Project(site)).problems] == ["heic"]


def codes(site: Path) -> list[str]:
    return [problem.code for problem in generate.check(Project(site)).problems]


def spoiled(file: Path) -> None:
    """Other bytes, as many and as old."""
    before = file.stat()
    file.write_bytes(b"\0" * before.st_size)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


@pytest.fixture(scope="module")
def opened() -> list[str]:
    """Every file that this process opens."""
    names: list[str] = []
    sys.addaudithook(lambda event, facts: names.append(str(facts[0])) if event == "open" else None)
    return names


def test_an_untouched_picture_is_not_opened_again(site: Path, opened: list[str]) -> None:
    file = str(site / "studios" / PHOTO)
    first = published(site)
    assert file in opened
    opened.clear()
    assert published(site) == first
    assert file not in opened


def test_a_picture_of_the_same_size_and_time_is_opened_again(site: Path) -> None:
    published(site)
    spoiled(site / "studios" / PHOTO)
    assert codes(site) == ["bad-picture"]
    assert codes(site) == ["bad-picture"], "it is told on every run"


@pytest.mark.parametrize("damage", [b"", b"[]", b"\xff", b"[" * 100_000, b"0" * 64 + b'\n{"a": 1}'])
def test_a_damaged_memory_of_pictures_is_not_used(site: Path, damage: bytes) -> None:
    first = published(site)
    for name in ("made.json", "sound.json"):
        cache_file = Project(site).pictures / name
        assert cache_file.is_file()
        cache_file.write_bytes(damage)
    assert published(site) == first
    spoiled(site / "studios" / PHOTO)
    (Project(site).pictures / "sound.json").write_bytes(damage)
    assert codes(site) == ["bad-picture"]


def test_a_memory_of_pictures_with_one_line_changed_is_not_used(site: Path) -> None:
    file, cache_file = site / "studios" / PHOTO, Project(site).pictures / "sound.json"
    published(site)
    before = stamp(file)
    file.write_bytes(b"no picture")
    cache_file.write_text(cache_file.read_text(encoding="utf-8").replace(before, stamp(file)), encoding="utf-8")
    assert stamp(file) in cache_file.read_text(encoding="utf-8")
    assert codes(site) == ["bad-picture"]


def test_a_picture_that_was_thrown_away_is_made_again(site: Path) -> None:
    first = published(site)
    for made in Project(site).pictures.glob("*.webp"):
        made.unlink()
    for shown in first:
        (Project(site).pages / shown).unlink()
    assert published(site) == first


def test_many_pictures_are_made_by_all_cores(site: Path) -> None:
    """More than one process takes at a time, one of them no picture: the others are as if it were alone."""
    photos = (site / "studios" / PHOTO).parent
    listed = ""
    for number in range(20):
        Image.new("RGB", (300 + number, 200), "#a12a1e").save(photos / f"more-{number}.png")
        listed += f"  - {{file: more-{number}.png, caption: 示例, alt: 示例图片}}\n"
    edit(photos.parent / "studio.yml", "  - {file: cover.png,", f"{listed}  - {{file: cover.png,")
    widths = sorted(width for width, height in widths_and_heights(site) if height == 200)
    assert widths == [300 + number for number in range(20)]
    (photos / "more-7.png").write_bytes(b"no picture")
    (problem,) = generate.check(Project(site)).problems
    assert (problem.facts["value"], problem.code) == ("more-7.png", "bad-picture")


MOBILE = "13800138000"


def jpeg_with(*segments: bytes, behind: bytes = b"") -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (64, 48), "#884422").save(stream, "JPEG")
    made = stream.getvalue()
    return made[:2] + b"".join(segments) + made[2:] + behind


def segment(kind: int, data: bytes) -> bytes:
    return bytes([0xFF, kind]) + (len(data) + 2).to_bytes(2, "big") + data


def png_with(kind: bytes, data: bytes, behind: bytes = b"") -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (64, 48), "#884422").save(stream, "PNG")
    made = stream.getvalue()
    chunk = len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")
    return made[:33] + chunk + made[33:] + behind


def webp_with(kind: bytes, data: bytes, behind: bytes = b"") -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (64, 48), "#884422").save(stream, "WEBP", lossless=True)
    parts = stream.getvalue()[12:] + kind + len(data).to_bytes(4, "little") + data + b"\0" * (len(data) % 2)
    return b"RIFF" + (len(parts) + 4).to_bytes(4, "little") + b"WEBP" + parts + behind


def with_exif(directory: int, tag: int, value: object) -> bytes:
    exif = Image.Exif()
    exif.get_ifd(directory)[tag] = value
    stream = io.BytesIO()
    Image.new("RGB", (64, 48), "#884422").save(stream, "JPEG", exif=exif)
    return stream.getvalue()


def long_xmp(text: bytes) -> bytes:
    """A note in two pieces, cut in the middle of the number."""
    head = b"http://ns.adobe.com/xmp/extension/\0" + b"0" * 32 + len(text).to_bytes(4, "big")
    cut = text.index(b"138") + 5
    pieces = ((text[:cut], 0), (text[cut:], cut))
    return b"".join(segment(0xE1, head + at.to_bytes(4, "big") + piece) for piece, at in pieces)


SAID = f"call {MOBILE}!".encode()
NOTES = {
    "position": with_exif(0x8825, 27, b"ASCII\0\0\0" + SAID),
    "maker": with_exif(0x8769, 0x927C, b"MAKER\0" + SAID),
    "maker in utf-16": with_exif(0x8769, 0x927C, b"MAKER\0\1" + SAID.decode().encode("utf-16-le")),
    "long xmp": jpeg_with(long_xmp(b"<x>" + SAID + b"</x>")),
    "iptc": jpeg_with(segment(0xED, b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\x20\x1c\x02\x78\0\x11" + SAID)),
    "app12": jpeg_with(segment(0xEC, b"Ducky\0" + SAID)),
    "app4": jpeg_with(segment(0xE4, SAID)),
    "comment in gbk": jpeg_with(segment(0xFE, f"手机{MOBILE}".encode("gb18030"))),
    "behind a jpeg": jpeg_with(behind=SAID),
    "private chunk": png_with(b"prVt", SAID),
    "compressed text": png_with(b"zTXt", b"note\0\0" + zlib.compress(SAID)),
    "behind a png": png_with(b"prVt", b"", behind=SAID),
    "chunk of a webp": webp_with(b"NOTE", SAID),
    "behind a webp": webp_with(b"NOTE", b"", behind=SAID),
}


@pytest.mark.parametrize("data", NOTES.values(), ids=NOTES)
def test_a_number_beside_the_pixels_is_found_wherever_it_stands(site: Path, data: bytes) -> None:
    (site / "studios" / PHOTO).write_bytes(data)
    problems = generate.check(Project(site)).problems
    assert {(each.path, each.code) for each in problems} == {(f"studios/{PHOTO}", "personal-mobile-in-picture")}


def test_a_film_behind_a_photo_is_not_taken_for_numbers(site: Path) -> None:
    """Telephones put one there; its bytes are as good as chance."""
    (site / "studios" / PHOTO).write_bytes(jpeg_with(behind=random.Random(2013).randbytes(5_000_000)))
    assert not generate.check(Project(site)).problems
