"""Word and Excel files part by part: which parts are kept, which fields run, what is read where, and what is put together again."""

import io
import zipfile

import pytest
from lxml import etree

from laomo.assets.attachments.readers import docx, number_format, ooxml, xlsx, xml
from laomo.assets.attachments.readers.ooxml import OoxmlDocument
from laomo.assets.attachments.reading import AttachmentPlace, AttachmentRefused
from laomo.problems.problem import Finding
from tests.assets.attachments import office
from tests.text.test_personal_data import IDENTITY, MOBILE

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

KEPT = [
    "officeDocument",
    "styles",
    "stylesWithEffects",
    "settings",
    "webSettings",
    "fontTable",
    "theme",
    "themeOverride",
    "numbering",
    "header",
    "footer",
    "footnotes",
    "endnotes",
    "comments",
    "image",
    "chart",
    "chartStyle",
    "chartColorStyle",
    "chartUserShapes",
    "diagramData",
    "diagramLayout",
    "diagramQuickStyle",
    "diagramColors",
    "diagramDrawing",
    "glossaryDocument",
    "worksheet",
    "chartsheet",
    "sharedStrings",
    "calcChain",
    "drawing",
    "table",
    "sheetMetadata",
    "pivotTable",
    "pivotCacheDefinition",
    "pivotCacheRecords",
]
LEFT_OUT = [
    "core-properties",
    "extended-properties",
    "custom-properties",
    "thumbnail",
    "customXml",
    "customXmlProps",
    "printerSettings",
    "people",
    "person",
    "commentsExtended",
    "commentsIds",
    "commentsExtensible",
    "font",
    "keyMapCustomizations",
    "vmlDrawing",
]
ACTIVE = {
    "vbaProject": "macro",
    "wordVbaData": "macro",
    "xlMacrosheet": "macro",
    "xlIntlMacrosheet": "macro",
    "dialogsheet": "macro",
    "oleObject": "embedded-object",
    "package": "embedded-package",
    "control": "activex",
    "activeXControlBinary": "activex",
    "ctrlProp": "form-control",
    "aFChunk": "embedded-page",
    "subDocument": "sub-document",
    "connections": "data-connection",
    "queryTable": "data-connection",
    "externalLink": "external-workbook",
    "anything": "other-relation",
}


def judged(kind: str, target: str = "x%20y.xml", *, outside: bool = False) -> tuple[str | None, list[Finding]]:
    document = OoxmlDocument()
    mode = {"TargetMode": "External"} if outside else {}
    return document._judged(etree.Element("R", {"Type": f"a/b/{kind}", "Target": target, **mode})), document.findings


@pytest.mark.parametrize("kind", KEPT)
def test_parts_that_show_something_are_kept(kind: str) -> None:
    assert judged(kind) == ("x y.xml", [])


@pytest.mark.parametrize("kind", LEFT_OUT)
def test_parts_that_tell_of_the_author_are_left_out_without_a_word(kind: str) -> None:
    assert judged(kind) == (None, [])
    assert judged(kind, "https://x.org/", outside=True) == (None, [])


@pytest.mark.parametrize("kind", ACTIVE)
def test_parts_that_act_are_named_and_left_out(kind: str) -> None:
    assert judged(kind) == (None, [Finding("office-active", {"kind": ACTIVE[kind], "value": kind})])
    assert judged(kind, "https://x.org/", outside=True) == (
        "",
        [Finding("office-outside", {"target": "https://x.org/"})],
    )


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("revisionHeaders", "office-revisions"),
        ("usernames", "office-revisions"),
        ("threadedComment", "office-comments"),
    ],
)
def test_parts_of_somebody_at_work_are_named_and_left_out(kind: str, code: str) -> None:
    assert judged(kind) == (None, [Finding(code)])


def test_links_lead_out_or_within() -> None:
    assert judged("hyperlink", "x.xml") == ("", [])
    assert judged("hyperlink", "https://x.org/", outside=True) == ("", [])
    far = "ftp://" + "x" * 90
    assert judged("hyperlink", far, outside=True) == ("", [Finding("attachment-link", {"target": far[:80]})])
    assert judged("image", far, outside=True) == ("", [Finding("office-outside", {"target": far[:80]})])
    assert judged("x" * 50) == (None, [Finding("office-active", {"kind": "other-relation", "value": "x" * 40})])


@pytest.mark.parametrize(
    ("target", "may"),
    [
        *(
            ("https://x.org/", True),
            ("HTTPS://x.org", True),
            ("mailto:a@x.org", True),
            ("tel:12351", True),
            ("#甲", True),
        ),
        *(("ht\ttps://x.org", True), (" https://x.org", True), ("http://x.org", False), ("javascript:x", False)),
        *(
            ("java\nscript:x", False),
            ("x.html", False),
            ("", False),
            ("https://[x", False),
            ("file:///x", False),
            ("ftp://x", False),
        ),
    ],
)
def test_where_links_may_lead(target: str, may: bool) -> None:
    assert xml.may_lead(target) is may


HARMLESS = [
    "=",
    "ADVANCE",
    "AUTONUM",
    "CREATEDATE",
    "DATE",
    "EQ",
    "FORMCHECKBOX",
    "FORMDROPDOWN",
    "FORMTEXT",
    "INDEX",
    "LISTNUM",
    "NOTEREF",
    "NUMPAGES",
    "PAGE",
    "PAGEREF",
    "PRINTDATE",
    "REF",
    "SAVEDATE",
    "SECTION",
    "SECTIONPAGES",
    "SEQ",
    "STYLEREF",
    "SUBJECT",
    "SYMBOL",
    "TC",
    "TIME",
    "TITLE",
    "TOC",
    "XE",
]
RUNNING = [
    "DDE",
    "DDEAUTO",
    "LINK",
    "INCLUDETEXT",
    "INCLUDEPICTURE",
    "INCLUDE",
    "IMPORT",
    "DATABASE",
    "QUOTE",
    "AUTOTEXT",
    "AUTOTEXTLIST",
    "GLOSSARY",
    "MACROBUTTON",
    "EMBED",
    "FILLIN",
    "ASK",
    "SET",
    "IF",
    "MERGEFIELD",
    "DOCPROPERTY",
    "DOCVARIABLE",
    "USERNAME",
    "USERINITIALS",
    "AUTHOR",
    "LASTSAVEDBY",
    "FILENAME",
    "TEMPLATE",
    "COMMENTS",
    "KEYWORDS",
    "INFO",
    "RD",
    "PRINT",
    "GOTOBUTTON",
]


@pytest.mark.parametrize("kind", HARMLESS)
def test_fields_that_count_or_date_pass(kind: str) -> None:
    for written in (kind, f"  {kind.lower()} \\* MERGEFORMAT ", f'{kind}"x"', f"{kind}\\x"):
        assert list(docx._instruction(written)) == []


@pytest.mark.parametrize("kind", RUNNING)
def test_fields_that_fetch_or_run_are_named(kind: str) -> None:
    assert list(docx._instruction(f" {kind.lower()} x")) == [
        Finding("office-active", {"kind": "field-code", "value": kind})
    ]


@pytest.mark.parametrize(
    ("instruction", "findings"),
    [
        ("", [Finding("office-active", {"kind": "composed-field-code", "value": ""})]),
        (' "DDE"', [Finding("office-active", {"kind": "composed-field-code", "value": ""})]),
        ("x" * 30, [Finding("office-active", {"kind": "field-code", "value": "X" * 20})]),
        ("=1+1", []),
        ('HYPERLINK "https://x.org/"', []),
        ("hyperlink https://x.org/ \\o 甲", []),
        ("HYPERLINK https://x.org/", []),
        ('HYPERLINK \\l "甲"', []),
        ('HYPERLINK "#甲"', []),
        ('HYPERLINK "file:///x" \\l', [Finding("attachment-link", {"target": "file:///x"})]),
        ('HYPERLINK "file:///x', [Finding("attachment-link", {"target": '"file:///x'})]),
        ("HYPERLINK file:///x y", [Finding("attachment-link", {"target": "file:///x"})]),
        (f"HYPERLINK ftp://{'x' * 90}", [Finding("attachment-link", {"target": f"ftp://{'x' * 74}"})]),
        ("HYPERLINK", [Finding("attachment-link", {"target": ""})]),
        ('HYPERLINK "" \\l', [Finding("attachment-link", {"target": ""})]),
    ],
)
def test_what_a_field_does(instruction: str, findings: list[Finding]) -> None:
    assert list(docx._instruction(instruction)) == findings


def tree(markup: str) -> etree._Element:
    return etree.fromstring(f'<w:document xmlns:w="{W}" xmlns:r="{R}" xmlns:v="urn:v">{markup}</w:document>')


def text(kind: str) -> str:
    return f"<w:instrText>{kind}</w:instrText>"


BEGIN, SEPARATE, END = (f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end"))


@pytest.mark.parametrize(
    ("markup", "kinds"),
    [
        (BEGIN + text("PA") + text("GE") + END, []),
        (BEGIN + text("PA") + SEPARATE + text("GE") + END, []),
        (BEGIN + text("D") + text("DE x") + END, ["DDE"]),
        (BEGIN + text("IF ") + BEGIN + text("LINK") + END + END, ["LINK", "IF"]),
        (BEGIN + text("DDE"), ["DDE"]),
        (BEGIN + text("PAGE") + BEGIN + text("DDE"), ["DDE"]),
        (text("DDE"), ["DDE"]),
        (END + text("PAGE"), []),
        ('<w:fldSimple w:instr="RD x"/>', ["RD"]),
        ('<w:fldSimple w:instr="PAGE"/>', []),
    ],
)
def test_fields_may_stand_in_pieces_and_in_one_another(markup: str, kinds: list[str]) -> None:
    assert [each.facts["value"] for each in docx._fields(tree(markup))] == kinds


@pytest.mark.parametrize(
    ("markup", "codes"),
    [
        *(
            (f"<w:{name}/>", ["office-revisions"])
            for name in [
                "ins",
                "del",
                "moveFrom",
                "moveTo",
                "cellIns",
                "cellDel",
                "cellMerge",
                "rPrChange",
                "tblChange",
            ]
        ),
        ("<w:comment/>", ["office-comments"]),
        ("<w:ins/><w:comment/><w:del/>", ["office-revisions", "office-comments", "office-revisions"]),
        ("<v:ins/><v:comment/><w:inserted/><w:commentReference/>", []),
    ],
)
def test_tracked_changes_and_comments_are_named(markup: str, codes: list[str]) -> None:
    assert [each.code for each in docx._changes(tree(markup))] == codes


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("word/document.xml", "document"),
        ("word/header12.xml", "header"),
        ("word/footer1.xml", "footer"),
        ("word/footnotes.xml", "footnotes"),
        ("word/endnotes.xml", "endnotes"),
        ("word/comments.xml", "other-part"),
        ("word/charts/chart1.xml", "other-part"),
    ],
)
def test_parts_of_a_document_have_a_name(path: str, kind: str) -> None:
    assert docx._place(path) == AttachmentPlace(kind)


def test_all_that_a_document_says_is_read() -> None:
    markup = (
        "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:cr/></w:r></w:p>"
        '<w:shape descr="描述" title="题" alt="代" name="名" w:tooltip="示" other="别"/><w:delText>删</w:delText><w:t>尾</w:t>'
        "<w:tbl><w:tr><w:tc><w:p><w:t>1</w:t></w:p></w:tc><w:tc><w:p><w:t>23</w:t></w:p></w:tc><w:tc><w:p><w:t> 4 </w:t></w:p></w:tc>"
        "<w:tc><w:p><w:t>5</w:t></w:p></w:tc><w:x><w:t>6</w:t></w:x></w:tr><w:tr><w:tc><w:t>a</w:t></w:tc></w:tr></w:tbl>"
        "<w:si><w:t>串</w:t></w:si><w:pt><w:v>点</w:v></w:pt><w:instrText>域</w:instrText>"
    )
    place = AttachmentPlace("document")
    said = [each for where, each in docx._texts("word/document.xml", tree(markup)) if where == place]
    assert said == [
        *("甲\t乙\n丙\n", "描述", "题", "代", "名", "示", "删"),
        *("1\n45", "1", "23", " 4 ", "5", "a", "串", "点", "点", "域"),
    ]
    assert [each for _, each in docx._columns("word/document.xml", tree(markup))] == [
        *("1", "a", "|n|", "23", "", "|n|", " 4 ", "", "|n|", "5", "", "|n|"),
    ]


@pytest.mark.parametrize(
    ("font", "code", "said"),
    [
        *(
            ("Wingdings", "F080", "0"),
            ("Wingdings", "F089", "9"),
            ("Wingdings", "F08A", "10"),
            ("Wingdings", "F08B", "0"),
        ),
        *(
            ("Wingdings", "F094", "9"),
            ("Wingdings", "F095", "\x95"),
            ("Wingdings", "F07F", "\x7f"),
            ("Wingdings", "81", "1"),
        ),
        *(("Symbol", "F031", "1"), ("Symbol", "F000", "\0"), ("Symbol", "F0FF", "\xff"), ("Symbol", "F100", "\uf100")),
        *(
            ("Symbol", "0031", "1"),
            ("Symbol", "4E00", "一"),
            ("Symbol", "EFFF", "\uefff"),
            ("Symbol", "", ""),
            ("Symbol", "xyz", ""),
        ),
        ("Symbol", "110031", "1"),
    ],
)
def test_digits_drawn_as_symbols_are_read(font: str, code: str, said: str) -> None:
    assert docx._symbol(font, code) == said
    (found,) = docx._texts("word/document.xml", tree(f'<w:p><w:sym w:font="{font}" w:char="{code}"/></w:p>'))
    assert found == (AttachmentPlace("document"), said)


@pytest.mark.parametrize(
    ("code", "prints"),
    [
        *(
            ("General", False),
            ("", False),
            ("0", False),
            ("00", False),
            ("#,##0", False),
            ("0.000", False),
            ("#,##0.00", False),
        ),
        *(("000", True), ("0000", True), ('"138"0', True), ('0"a1"', True), ('0"元"', False), ("1", True), ("9", True)),
        *(("[Red]0", False), ("@", False), ("yyyy-mm-dd", False), ("0%", False)),
    ],
)
def test_formats_that_print_digits(code: str, prints: bool) -> None:
    assert number_format.prints_digits(code) is prints


@pytest.mark.parametrize(
    ("digits", "code", "said"),
    [
        *(("138000", '"138"00######', "13800138000"), ("13", '0"800"0"138000"', "18003138000"), ("7", "000", "007")),
        *(
            ("1234", "0", "1234"),
            ("1234", "0-0", "123-4"),
            ("12", "\\a0_)0*x", "a12"),
            ("5", "[Red]0;-0", "5"),
            ("5", "0.00", "5"),
        ),
        *(("5", "?#", "05"), ("5", '"甲', "甲5"[:1]), ("5", "x" * 300, "x" * 200)),
    ],
)
def test_what_a_format_shows(digits: str, code: str, said: str) -> None:
    assert number_format.shown(digits, code) == said


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        *(
            ("<c><v>3</v></c>", "3"),
            ("<c><v>3.0</v></c>", "3"),
            ("<c><v>3.50</v></c>", "3.50"),
            ("<c><v>1.38E10</v></c>", "13800000000"),
        ),
        *(
            ("<c><v>1E21</v></c>", "1E21"),
            ("<c><v>1E20</v></c>", "1" + "0" * 20),
            ("<c><v>NaN</v></c>", "NaN"),
            ("<c><v>甲</v></c>", "甲"),
        ),
        *(
            ('<c t="s"><v>1</v></c>', "乙"),
            ('<c t="s"><v>2</v></c>', ""),
            ('<c t="s"><v>-1</v></c>', ""),
            ('<c t="str"><v>1E3</v></c>', "1E3"),
        ),
        *(
            ('<c t="inlineStr"><is><t>甲</t><t>乙</t></is></c>', "甲乙"),
            ("<c><f>1+1</f><v>2</v></c>", "2"),
            ("<c/>", ""),
        ),
    ],
)
def test_what_a_cell_holds(cell: str, said: str) -> None:
    made = etree.fromstring(f'<x xmlns="urn:x">{cell}</x>')[0]
    assert xlsx._value(made, ["甲", "乙"]) == said


def test_cells_are_read_by_row_and_by_column_with_their_formats() -> None:
    sheet = etree.fromstring(
        '<s xmlns="urn:x"><row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>22</v></c><c r="AB1" s="1"><v>3</v></c><c r="C1"/><d><v>9</v></d></row>'
        '<row r="2"><c r="A2" t="str"><v>甲</v></c><c r="B2" s="1"><v>4</v></c><c r="C2"><v>5</v></c></row></s>'
    )
    at = [AttachmentPlace("cell", name, "表") for name in ("A1", "B1", "AB1", "AB1", "A2", "B2", "B2", "C2")]
    rows = [AttachmentPlace("row", name, "表") for name in ("1", "2")]
    cells = list(xlsx._cells(sheet, "表", [], {"1": "000"}))
    assert cells == [
        *((at[0], "1"), (at[1], "22"), (at[2], "3"), (at[3], "003"), (rows[0], "1\n3\n")),
        *((at[4], "甲"), (at[5], "4"), (at[6], "004"), (at[7], "5"), (rows[1], "甲45")),
    ]
    assert [(place.at, said) for place, said in xlsx._columns(cells)] == [
        *(("A1", "1"), ("A2", "甲"), ("A2", "|n|"), ("B1", "22"), ("B2", "4"), ("B2", "004"), ("B2", "|n|")),
        *(("AB1", "3"), ("AB1", "003"), ("AB1", "|n|"), ("C2", "5"), ("C2", "|n|")),
    ]


def test_styles_whose_formats_print_digits() -> None:
    styles = etree.fromstring(
        '<s xmlns="urn:x"><numFmts><numFmt numFmtId="164" formatCode="000"/><numFmt numFmtId="165" formatCode="0"/></numFmts>'
        '<cellStyleXfs><xf numFmtId="164"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></s>'
    )
    assert xlsx._formats(styles) == {"1": "000"}
    assert xlsx._formats(etree.fromstring("<s/>")) == {}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (f"{IDENTITY[:15]}000", True),
        (f"{IDENTITY[:15]}001", False),
        (f"1{IDENTITY[:15]}000", False),
        ("123456789012345000", False),
    ],
)
def test_identity_numbers_that_excel_has_rounded(said: str, found: bool) -> None:
    place = AttachmentPlace("cell", "B2", "表")
    facts = {"place": "cell", "at": "B2", "sheet": "表", "masked": f"{IDENTITY[:2]}{'*' * 16}"}
    assert list(xlsx._rounded([(place, said)])) == (
        [Finding("personal-identity-in-attachment", facts)] if found else []
    )


def test_texts_beside_the_cells_are_read() -> None:
    told = [
        "title",
        "descr",
        "tooltip",
        "display",
        "prompt",
        "promptTitle",
        "error",
        "errorTitle",
        "name",
        "displayName",
        "v",
        "formatCode",
    ]
    attributes = " ".join(f'{name}="{name}甲"' for name in told)
    sheet = etree.fromstring(
        f'<worksheet xmlns="urn:x"><row><c><v>不</v><is><t>不</t></is></c></row><x {attributes} other="不"/><p><t>段</t></p><si><t>串</t></si>'
        "<pt><t>点</t></pt><oddHeader>眉</oddHeader></worksheet>"
    )
    beside = AttachmentPlace("beside-cells")
    assert list(xlsx._elsewhere("xl/worksheets/sheet1.xml", sheet)) == [
        *((beside, f"{name}甲") for name in told),
        *((beside, each) for each in ("段", "串", "点", "眉")),
    ]
    strings = etree.fromstring('<sst xmlns="urn:x"><si><t>串</t></si></sst>')
    place = AttachmentPlace("undisplayed-text")
    assert list(xlsx._elsewhere("xl/sharedStrings.xml", strings)) == [(place, "串"), (place, "串")]


def test_addresses_past_the_relations_and_films_are_named() -> None:
    document = OoxmlDocument()
    far = "https://" + "x" * 90
    document.trees = {
        "a": tree('<v:webVideoPr/><v:i src="x.png"/><v:i href="#a"/><v:i w:src="\\\\host\\x"/>'),
        "b": tree(f'<v:i src="{far}"/><v:i href="//host/x"/><v:i href="mailto:x"/><v:i other="https://x"/>'),
    }
    assert list(document.outside()) == [
        Finding("office-active", {"kind": "online-video"}),
        *(Finding("office-outside", {"target": each}) for each in ("\\\\host\\x", far[:80], "//host/x", "mailto:x")),
    ]


def test_references_to_what_was_left_out_are_forgotten() -> None:
    document = OoxmlDocument()
    document.relations = {"p": etree.fromstring('<Rs><R Id="r1"/></Rs>')}
    markup = '<w:a r:id="r1"/><w:b r:id="r2" w:id="r2"/><w:embedRegular r:id="r2"/><w:legacyDrawing r:id="r3"/><w:embedBold r:id="r1"/>'
    strict = '<w:c xmlns:s="http://purl.oclc.org/ooxml/officeDocument/relationships" s:id="r2"/>'
    kept = tree(markup + strict)
    document._unrefer("p", kept)
    assert [(xml.name(each), sorted(map(str, each.attrib.values()))) for each in kept] == [
        ("a", ["r1"]), ("b", ["r2"]), ("embedBold", ["r1"]), ("c", []),
    ]  # fmt: skip
    alone = tree('<w:a r:id="r1"/>')
    document._unrefer("q", alone)
    assert [dict(each.attrib) for each in alone] == [{}]


@pytest.mark.parametrize("name", ["x.png", "x.PNG", "x.jpg", "x.JPEG"])
def test_pictures_in_a_document_lose_their_notes(name: str) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr(name, b"\xff\xd8\xff\xfe\0\x06note\xff\xd9behind")
        made.writestr("bad.png", b"none")
        made.writestr("x" * 50 + ".emf", b"x")
    with zipfile.ZipFile(stream) as parts:
        document = OoxmlDocument()
        document._take(parts, name)
        assert document.pictures == {name: b"\xff\xd8\xff\xd9"}
        for path, value in (("bad.png", "bad.png"), ("x" * 50 + ".emf", "x" * 40)):
            with pytest.raises(AttachmentRefused) as refused:
                document._take(parts, path)
            assert (refused.value.code, refused.value.facts) == ("attachment-picture", {"value": value})
        with pytest.raises(AttachmentRefused) as refused:
            document._take(parts, "none.xml")
        assert refused.value.finding == Finding("attachment-unreadable", {})


def test_the_package_holds_what_its_relations_lead_to_and_nothing_else() -> None:
    data = office.changed(
        office.workbook(fill=office.on_a_hidden_sheet("底稿")),
        office.put("xl/lies.xml", b"<x/>"),
        office.swap("[Content_Types].xml", "</Types>", '<Override PartName="/xl/lies.xml" ContentType="x"/></Types>'),
        office.swap(office.BOOK, "</workbook>", "<fileSharing userName='甲'/><customWorkbookViews/></workbook>"),
    )
    reading = xlsx.read(data, "")
    assert [each.code for each in reading.findings] == ["office-hidden"]
    parts = office.told(reading.cleaned)
    assert list(parts) == sorted(parts)
    assert [name for name in parts if "lies" in name or "docProps" in name] == []
    book = b"".join(parts.values())
    assert [each for each in (b"lies", b"fileSharing", b"customWorkbookViews", b"docProps") if each in book] == []
    assert set(parts) == {
        *("[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/theme/theme1.xml"),
        *("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"),
    }
    assert parts["xl/workbook.xml"].startswith(b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>")
    with zipfile.ZipFile(io.BytesIO(reading.cleaned)) as package:
        assert {(each.date_time, each.compress_type) for each in package.infolist()} == {
            ((1980, 1, 1, 0, 0, 0), zipfile.ZIP_DEFLATED)
        }
    assert {"工作室", "数目", "示例焊接工作室", "名单", "底稿"} <= set(reading.said.split("\n"))


@pytest.mark.parametrize(
    ("name", "finding"),
    [
        ("macro", Finding("office-active", {"kind": "macro"})),
        ("macro by type", Finding("office-active", {"kind": "macro"})),
        ("entities", Finding("attachment-unreadable")),
        ("entities in wide letters", Finding("attachment-unreadable")),
        ("drawing of another kind", Finding("attachment-picture", {"value": "x.emf"})),
        ("spreadsheet by another name", Finding("attachment-unreadable")),
        ("old format", Finding("office-locked")),
        ("no zip", Finding("attachment-unreadable")),
    ],
)
def test_files_that_are_not_even_taken_apart(name: str, finding: Finding) -> None:
    with pytest.raises(AttachmentRefused) as refused:
        docx.read(office.ACTIVE[name][1](), "")
    assert refused.value.finding == finding


LONG = "x" * 90


@pytest.mark.parametrize("name", ["f", "formula", "formula1", "formula2", "definedName"])
@pytest.mark.parametrize(
    ("formula", "findings"),
    [
        (f"cmd|{LONG}", [Finding("office-active", {"kind": "formula", "value": f"cmd|{LONG}"[:40]})]),
        (f"[1]{LONG}", [Finding("office-outside", {"target": f"[1]{LONG}"[:80]})]),
        (f'HYPERLINK("ftp://{LONG}")', [Finding("attachment-link", {"target": f"ftp://{LONG}"[:80]})]),
        (f"HYPERLINK({LONG})", [Finding("attachment-link", {"target": f"HYPERLINK({LONG})"[:80]})]),
        ("SUM(A1)", []),
    ],
)
def test_formulas_wherever_they_stand(name: str, formula: str, findings: list[Finding]) -> None:
    assert list(xlsx._formulas(tree(f"<v:{name}>{formula}</v:{name}>"))) == findings
    assert list(xlsx._formulas(tree(f"<v:v>{formula}</v:v>"))) == []


@pytest.mark.parametrize("state", ["hidden", "veryHidden"])
def test_a_hidden_sheet_is_named_by_its_first_letters(state: str) -> None:
    data = office.changed(office.workbook(), office.swap(office.BOOK, 'name="名单"', f'name="{LONG}"'))
    assert xlsx.read(data, "").findings == ()
    hidden = office.changed(data, office.swap(office.BOOK, 'state="visible"', f'state="{state}"'))
    assert xlsx.read(hidden, "").findings == (Finding("office-hidden", {"value": "x" * 40}, "warning"),)


def test_variables_and_authors_are_left_out() -> None:
    variables = '<w:docVars><w:docVar w:name="秘" w:val="密"/></w:docVars></w:settings>'
    cleaned = docx.read(
        office.changed(office.document(), office.swap("word/settings.xml", "</w:settings>", variables)), ""
    ).cleaned
    assert b"docVar" not in office.told(cleaned)["word/settings.xml"]
    assert {"ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"} == docx._REVISIONS
    assert {"fileSharing", "absPath", "customWorkbookViews"} == xlsx._AUTHORS


def test_a_finding_stands_once() -> None:
    document = OoxmlDocument(
        findings=[Finding("a", {"x": 1}), Finding("b"), Finding("a", {"x": 1}), Finding("a", {"x": 2})]
    )
    assert document.reading().findings == (Finding("a", {"x": 1}), Finding("b"), Finding("a", {"x": 2}))
    document.look_through([(AttachmentPlace("document"), f"甲 {MOBILE}"), (AttachmentPlace("header"), "乙 丙")])
    assert document.findings[-1].facts["place"] == "document"
    assert document.reading().said == f"甲{MOBILE}\n乙丙"


def test_numbers_of_the_office_readers() -> None:
    assert ooxml._MAX_UNFOLDED == 50_000_000
