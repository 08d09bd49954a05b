"""PDF files as unions send them, and as somebody hostile makes them."""

import base64
import copy
import io
import zlib
from collections.abc import Callable, Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from PIL import ExifTags, Image

from tests.text.test_personal_data import CARD, IDENTITY, MOBILE

Change = Callable[[Pdf], object]

_FONT = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)


def paper(*changes: Change, text: str = "Annex 1: list of studios in 2013", pages: int = 1, **saving: object) -> bytes:
    """A PDF with a line of text a page, changed."""
    pdf = pikepdf.new()
    for _ in range(pages):
        page = pdf.add_blank_page(page_size=(595, 842))
        page.obj.Resources = Dictionary(Font=Dictionary(F1=_FONT))
        page.obj.Contents = Stream(pdf, b"BT /F1 12 Tf 50 700 Td (" + text.encode() + b") Tj ET")
    for change in changes:
        change(pdf)
    stream = io.BytesIO()
    pdf.save(stream, **saving)
    return stream.getvalue()


def action(kind: str, **more: object) -> Dictionary:
    return Dictionary(Type=Name.Action, S=Name(f"/{kind}"), **more)


def set_root(**entries: object) -> Change:
    def change(pdf: Pdf) -> None:
        for key, value in entries.items():
            pdf.Root[f"/{key}"] = pdf.make_indirect(copy.copy(value)) if isinstance(value, Dictionary) else value

    return change


def annotated(kind: str, **more: object) -> Change:
    def change(pdf: Pdf) -> None:
        annotation = Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=[50, 50, 90, 90], **more)
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(copy.copy(annotation))])

    return change


def linked(address: str) -> Change:
    return annotated("Link", A=action("URI", URI=String(address)))


def on_page(pdf: Pdf) -> None:
    pdf.pages[0].obj.AA = Dictionary(O=action("JavaScript", JS=String("app.alert(1)")))


def attached(pdf: Pdf) -> None:
    pdf.attachments["secret.exe"] = b"MZ"


def script() -> Dictionary:
    return action("JavaScript", JS=String("app.alert(1)"))


ACTIVE: dict[str, tuple[Change, str]] = {
    "script when opened": (set_root(OpenAction=script()), "pdf-active"),
    "script by name": (
        set_root(Names=Dictionary(JavaScript=Dictionary(Names=Array([String("a"), script()])))),
        "pdf-active",
    ),
    "script of a page": (on_page, "pdf-active"),
    "script at closing": (set_root(AA=Dictionary(WC=script())), "pdf-active"),
    "script behind a link": (annotated("Link", A=script()), "pdf-active"),
    "script after a harmless action": (
        annotated("Link", A=action("GoTo", D=Array([0, Name.Fit]), Next=script())),
        "pdf-active",
    ),
    "script in a stream": (
        lambda pdf: set_root(OpenAction=action("JavaScript", JS=Stream(pdf, b"app.alert(1)")))(pdf),
        "pdf-active",
    ),
    "launch": (annotated("Link", A=action("Launch", F=String("calc.exe"))), "pdf-active"),
    "launch when opened": (set_root(OpenAction=action("Launch", F=String("calc.exe"))), "pdf-active"),
    "another file": (annotated("Link", A=action("GoToR", F=String("\\\\host\\share\\x.pdf"))), "pdf-active"),
    "page opened by itself": (set_root(OpenAction=action("URI", URI=String("https://example.org"))), "pdf-active"),
    "printing by itself": (set_root(OpenAction=action("Named", N=Name.Print)), "pdf-active"),
    "submitted form": (annotated("Link", A=action("SubmitForm", F=String("https://example.org"))), "pdf-active"),
    "imported data": (annotated("Link", A=action("ImportData", F=String("x.fdf"))), "pdf-active"),
    "unknown action": (annotated("Link", A=action("Anything")), "pdf-active"),
    "embedded file": (attached, "pdf-active"),
    "attached file": (annotated("FileAttachment", FS=Dictionary(F=String("x"))), "pdf-active"),
    "rich media": (annotated("RichMedia"), "pdf-active"),
    "film": (annotated("Movie"), "pdf-active"),
    "sound": (annotated("Sound"), "pdf-active"),
    "screen": (annotated("Screen"), "pdf-active"),
    "XFA form": (set_root(AcroForm=Dictionary(Fields=Array([]), XFA=String("<xdp/>"))), "pdf-active"),
    "portfolio": (set_root(Collection=Dictionary()), "pdf-active"),
    "link to a script": (linked("javascript:alert(1)"), "attachment-link"),
    "link to a script, disguised": (linked("java\nscript:alert(1)"), "attachment-link"),
    "link to a file": (linked("file:///C:/x.exe"), "attachment-link"),
    "link without encryption": (linked("http://example.org/"), "attachment-link"),
    "link to data": (linked("data:text/html,<script>"), "attachment-link"),
    "signature": (
        set_root(AcroForm=Dictionary(Fields=Array([Dictionary(FT=Name.Sig, T=String("seal"))]))),
        "pdf-signed",
    ),
}
HARMLESS: dict[str, Change] = {
    "opened at its first page": set_root(OpenAction=action("GoTo", D=Array([0, Name.Fit]))),
    "link to a page": linked("https://example.org/a?b=c"),
    "link to an office": linked("mailto:office"),
    "plain": lambda _: None,
}


def bookmarked(text: str) -> Change:
    def change(pdf: Pdf) -> None:
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(text, 0))

    return change


def filled(text: str) -> Change:
    field = Dictionary(FT=Name.Tx, T=String("a"), V=String(text), Subtype=Name.Widget, Rect=[0, 0, 9, 9])
    return set_root(AcroForm=Dictionary(Fields=Array([field])))


def stamped(text: str) -> Change:
    """An annotation that draws a text which nothing else holds."""

    def change(pdf: Pdf) -> None:
        drawn = Stream(pdf, b"BT /F1 12 Tf 0 0 Td (" + text.encode() + b") Tj ET")
        drawn.Type, drawn.Subtype, drawn.BBox = Name.XObject, Name.Form, Array([0, 0, 200, 20])
        drawn.Resources = Dictionary(Font=Dictionary(F1=_FONT))
        annotated("Stamp", AP=Dictionary(N=pdf.make_indirect(drawn)))(pdf)

    return change


def private() -> Iterator[tuple[str, bytes, str]]:
    """A name, a file and the code of what is to be found in it."""
    for kind, number in (("identity", IDENTITY), ("mobile", MOBILE), ("card", CARD)):
        code = f"personal-{kind}-in-attachment"
        yield f"{kind}-page", paper(text=f"No. {number}"), code
        yield f"{kind}-row", paper(text=f"1 {number} 2"), code
        yield f"{kind}-bookmark", paper(bookmarked(f"号码 {number}")), code
        yield f"{kind}-note", paper(annotated("Text", Contents=String(f"联系 {number}"))), code
        yield f"{kind}-form", paper(filled(number)), code
        yield f"{kind}-stamp", paper(stamped(number)), code
        yield f"{kind}-lines", paper(drawn(f"(No. {number[:7]}) Tj 0 -14 Td ({number[7:]}) Tj")), code
        yield f"{kind}-pattern", paper(patterned(number)), code
        yield f"{kind}-backwards", paper(drawn(backwards(number))), code
        yield f"{kind}-between", paper(drawn(between(number))), code
        yield f"{kind}-packed", paper(bookmarked(number), object_stream_mode=pikepdf.ObjectStreamMode.generate), code


def drawn(operations: str) -> Change:
    """A page with text of its own."""

    def change(pdf: Pdf) -> None:
        pdf.pages[0].obj.Contents = Stream(pdf, b"BT /F1 12 Tf 50 700 Td " + operations.encode() + b" ET")

    return change


def backwards(number: str) -> str:
    """The end of it is drawn first, at the right."""
    return f"60 0 Td ({number[7:]}) Tj -60 0 Td ({number[:7]}) Tj"


def between(number: str) -> str:
    """After each digit a letter that nobody sees."""
    return " ".join(f"0 Tr ({digit}) Tj 3 Tr (a) Tj" for digit in number)


def patterned(number: str) -> Change:
    def change(pdf: Pdf) -> None:
        pattern = Stream(pdf, f"BT /F1 12 Tf 5 5 Td ({number}) Tj ET".encode())
        pattern.PatternType, pattern.PaintType, pattern.TilingType = 1, 1, 1
        pattern.BBox, pattern.XStep, pattern.YStep = [0, 0, 300, 20], 300, 20
        page = pdf.pages[0].obj
        pattern.Resources = Dictionary(Font=page.Resources.Font)
        page.Resources.Pattern = Dictionary(P1=pdf.make_indirect(pattern))
        page.Contents = Stream(
            pdf, b"/Pattern cs /P1 scn 50 600 300 20 re f BT /F1 12 Tf 50 700 Td (Annex of 2013) Tj ET"
        )

    return change


def photographed(data: bytes, *filters: str) -> Change:
    """A photograph on the page, under filters of which the last is its own."""

    def change(pdf: Pdf) -> None:
        packed = data
        for name in reversed(filters[:-1]):
            packed = {"FlateDecode": zlib.compress, "ASCII85Decode": _ascii85, "ASCIIHexDecode": _hex}[name](packed)
        photo = Stream(pdf, packed)
        photo.Type, photo.Subtype, photo.ColorSpace = Name.XObject, Name.Image, Name.DeviceRGB
        photo.Width, photo.Height, photo.BitsPerComponent = 64, 48, 8
        photo.Filter = Array([Name(f"/{name}") for name in filters])
        pdf.pages[0].obj.Resources.XObject = Dictionary(I=pdf.make_indirect(photo))

    return change


def _ascii85(data: bytes) -> bytes:
    return base64.a85encode(data) + b"~>"


def _hex(data: bytes) -> bytes:
    return data.hex().encode() + b">"


def jpeg_2000(comment: bytes, *, bare: bool = False) -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", (64, 48), "#a12a1e").save(stream, "JPEG2000", no_jp2=bare, comment=comment)
    return stream.getvalue()


def scanned(pdf: Pdf) -> None:
    """A page that is a picture of paper."""
    photo = Stream(pdf, jpeg(b"\xff\xfe\x00\x11secret comment."))
    photo.Type, photo.Subtype, photo.ColorSpace = Name.XObject, Name.Image, Name.DeviceRGB
    photo.Width, photo.Height, photo.BitsPerComponent, photo.Filter = 64, 48, 8, Name.DCTDecode
    page = pdf.pages[0].obj
    page.Resources = Dictionary(XObject=Dictionary(I=pdf.make_indirect(photo)))
    page.Contents = Stream(pdf, b"q 500 0 0 700 50 50 cm /I Do Q")


def jpeg(notes: bytes = b"", exif: str = "") -> bytes:
    """A picture, with segments of notes behind its head, or with a photographer."""
    stream = io.BytesIO()
    told = Image.Exif()
    if exif:
        told[ExifTags.Base.Artist] = exif
    Image.new("RGB", (64, 48), "#a12a1e").save(stream, "JPEG", exif=told)
    return stream.getvalue()[:2] + notes + stream.getvalue()[2:]


def authored(pdf: Pdf) -> None:
    """Who made it, wherever a PDF tells it."""
    pdf.docinfo["/Author"] = "示例作者甲"
    pdf.docinfo["/Producer"] = "ExampleOffice 11"
    with pdf.open_metadata(set_pikepdf_as_editor=False) as notes:
        notes["dc:creator"] = ["示例作者甲"]
    page = pdf.pages[0].obj
    page.PieceInfo = Dictionary(Word=Dictionary(Private=String("示例作者甲")))
    page.Metadata = Stream(pdf, "示例作者甲".encode())
    page.LastModified = String("D:20130601")
    annotated("Highlight", T=String("示例作者甲"), M=String("D:20130601"))(pdf)


def revised() -> bytes:
    """A file saved over: its first version, with a number, lies before the second."""
    old = paper(text=f"No. {IDENTITY}", compress_streams=False)
    number = old.index(b"BT /F1")
    start = old.rindex(b" 0 obj", 0, number)
    name = old[old.rindex(b"\n", 0, start) + 1 : start]
    fresh = b"BT /F1 12 Tf 50 700 Td (Nothing to hide here) Tj ET"
    body = b"%s 0 obj\n<< /Length %d >>\nstream\n%s\nendstream\nendobj\n" % (name, len(fresh), fresh)
    before = old[old.rindex(b"startxref") + 9 :].split()[0]
    trailer = old[old.rindex(b"trailer") + 7 : old.rindex(b"startxref")].strip().removesuffix(b">>")
    table = b"xref\n%s 1\n%010d 00000 n \ntrailer %s /Prev %s >>\n" % (name, len(old), trailer, before)
    return old + body + table + b"startxref\n%d\n%%%%EOF\n" % (len(old) + len(body))


def bomb() -> bytes:
    """A page of 300 megabytes of spaces."""
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(b" " * 10_000_000) for _ in range(30)) + packer.flush()

    def change(pdf: Pdf) -> None:
        pdf.pages[0].obj.Contents = Stream(pdf, data, Filter=Name.FlateDecode)

    return paper(change)


def slow() -> bytes:
    """A page of half a million words, one by one."""
    content = zlib.compress(b"BT /F1 12 Tf 1 1 Td (a) Tj ET\n" * 500_000)

    def change(pdf: Pdf) -> None:
        pdf.pages[0].obj.Contents = Stream(pdf, content, Filter=Name.FlateDecode)

    return paper(change)


def endless(pdf: Pdf) -> None:
    """A tree of pages that is its own branch."""
    pdf.Root.Pages.Kids.append(pdf.Root.Pages)


def deep() -> bytes:
    """Arrays in arrays."""
    return paper(set_root(Deep=String("x"))).replace(b"(x)", b"[" * 100_000 + b"]" * 100_000)


def nested() -> Change:
    """Outlines, each the child of the last, without end."""

    def change(pdf: Pdf) -> None:
        first = pdf.make_indirect(Dictionary(Title=String("a")))
        first.First = first.Next = first
        pdf.Root.Outlines = pdf.make_indirect(Dictionary(Type=Name.Outlines, First=first))

    return change


def ghostly(pdf: Pdf) -> None:
    """Letters of a font that does not say which letters they are."""
    below = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=Name.X,
        CIDSystemInfo=Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0),
    )
    font = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name.X,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([pdf.make_indirect(below)]),
    )
    page = pdf.pages[0].obj
    page.Resources = Dictionary(Font=Dictionary(F1=pdf.make_indirect(font)))
    page.Contents = Stream(pdf, b"BT /F1 12 Tf 50 700 Td <002400250026002700280029002A002B002C002D002E> Tj ET")
