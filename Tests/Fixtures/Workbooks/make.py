#!/usr/bin/env python3
"""Writes the workbooks of the tests, which no spreadsheet program would write like this.

    python3 Tests/Fixtures/Workbooks/make.py

Each workbook is made from XML text with the standard library alone, so that every detail is known.
The same content gives the same bytes. Workbooks of Tests/Fixtures/Errors are written, too.
"""

import pathlib
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
ERRORS = HERE.parent / "Errors"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
FORMATS = {  # the number of a cell format by the code of its number format
    "General": 0,
    "0%": 1,
    '"$"#,##0.00': 2,
    "yyyy-mm-dd": 3,
    "mmm-yy": 4,
    '0.0" EH/s"': 5,
    '#,##0.0,,"M"': 6,
    "#,##0.0,,": 7,
    "[$€-407] #,##0": 8,
    "[$$-1009]#,##0": 9,
    "[h]:mm": 10,
    "yyyy": 11,
    "h:mm": 12,
    "d.m.yyyy h:mm": 13,
    "0.00E+00": 14,
    '_("$"* #,##0_);_("$"* \\(#,##0\\);_("$"* "-"_);_(@_)': 15,
    '[>=1000000]0.0,,"M";0': 16,
}


def write(path, parts, **options):
    """Writes a zip archive of named texts."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            info.compress_type = options.get("packing", zipfile.ZIP_DEFLATED)
            archive.writestr(info, text, compresslevel=9)


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")


def styles():
    codes = "".join(
        f'<numFmt numFmtId="{164 + number}" formatCode="{escaped(code)}"/>'
        for code, number in FORMATS.items()
    )
    xfs = "".join(f'<xf numFmtId="{164 + number}"/>' for number in FORMATS.values())
    return f"{XML}<styleSheet {MAIN}><numFmts>{codes}</numFmts><cellXfs>{xfs}</cellXfs></styleSheet>"


def relations(*entries):
    items = "".join(
        f'<Relationship Id="{name}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for name, kind, target in entries
    )
    return f"{XML}<Relationships {PACKAGE}>{items}</Relationships>"


def sheet(rows, before="", after=""):
    """Returns the XML of a sheet whose rows are XML."""
    return f"{XML}<worksheet {MAIN}>{before}<sheetData>{rows}</sheetData>{after}</worksheet>"


def xlsx(sheets, texts=(), properties="", states={}):
    """Returns the parts of a workbook with these sheets, by name."""
    names = list(sheets)
    entries = "".join(
        f'<sheet name="{escaped(name)}" sheetId="{n}" r:id="rId{n}"{states.get(name, "")}/>'
        for n, name in enumerate(names, 1)
    )
    shared = "".join(f"<si>{text}</si>" for text in texts)
    parts = {
        "[Content_Types].xml": f"{XML}<Types/>",
        "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'{XML}<workbook {MAIN} xmlns:r="{OFFICE}">{properties}'
        f"<sheets>{entries}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": relations(
            *[(f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(names) + 1)],
            ("rId98", "sharedStrings", "/xl/sharedStrings.xml"),
            ("rId99", "styles", "./../xl/styles.xml"),
        ),
        "xl/sharedStrings.xml": f"{XML}<sst {MAIN}>{shared}</sst>",
        "xl/styles.xml": styles(),
    }
    for number, content in enumerate(sheets.values(), 1):
        parts[f"xl/worksheets/sheet{number}.xml"] = content
    return parts


def column(number):
    letters = ""
    while number >= 0:
        letters = chr(65 + number % 26) + letters
        number = number // 26 - 1
    return letters


def cell(value, address, style=None):
    """Returns the XML of a cell: texts inline, numbers with a format as (number, code)."""
    if isinstance(value, tuple):
        value, code = value
        return f'<c r="{address}" s="{FORMATS[code]}"><v>{value}</v></c>'
    if isinstance(value, str) and value.startswith("<"):
        return value.replace("<c", f'<c r="{address}"', 1)
    if isinstance(value, str):
        return f'<c r="{address}" t="inlineStr"><is><t>{escaped(value)}</t></is></c>'
    return f'<c r="{address}"><v>{value}</v></c>'


def row(number, *values, start=0, attributes=""):
    cells = "".join(
        cell(value, f"{column(start + index)}{number}")
        for index, value in enumerate(values)
        if value is not None
    )
    return f'<row r="{number}"{attributes}>{cells}</row>'


def table(*rows, first=1, start=0):
    return "".join(row(first + index, *values, start=start) for index, values in enumerate(rows))


HEADER = ("Ticker", "Period", "BTC held", "Deployed hashrate (EH/s)")


def formats():
    """Every kind of cell, a row each: a label and the cell."""
    cells = [
        ("shared text", '<c t="s"><v>0</v></c>'),
        ("rich shared text without its pronunciation", '<c t="s"><v>1</v></c>'),
        ("escaped shared text", '<c t="s"><v>2</v></c>'),
        ("inline text", '<c t="inlineStr"><is><r><t>in</t></r><r><t xml:space="preserve">line &amp;</t></r></is></c>'),
        ("text of a formula", '<c t="str"><f>A1&amp;"x"</f><v>abc</v></c>'),
        ("empty text of a formula", '<c t="str"><f>A1</f><v></v></c>'),
        ("formula without a result", "<c><f>SUM(A1:A2)</f></c>"),
        ("formula with an empty result", "<c><f>SUM(A1:A2)</f><v></v></c>"),
        ("formula with a result", "<c><f>SUM(A1:A2)</f><v>12.5</v></c>"),
        ("true", '<c t="b"><v>1</v></c>'),
        ("false", '<c t="b"><v>0</v></c>'),
        ("error", '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>'),
        ("ISO date", '<c t="d"><v>2025-12-31</v></c>'),
        ("binary noise", "<c><v>0.30000000000000004</v></c>"),
        ("17 digits", "<c><v>4.6999999999999997E-2</v></c>"),
        ("nines", "<c><v>0.99999999999999999</v></c>"),
        ("large", "<c><v>1.2345678901234567E+20</v></c>"),
        ("small", "<c><v>4.97E-08</v></c>"),
        ("negative", "<c><v>-1.5</v></c>"),
        ("minus zero", "<c><v>-0</v></c>"),
        ("percent", (0.47, "0%")),
        ("noisy percent", ("0.28999999999999998", "0%")),
        ("dollars", ("4.4", '"$"#,##0.00')),
        ("negative dollars", ("-4.4", '"$"#,##0.00')),
        ("accounting", ("1234", '_("$"* #,##0_);_("$"* \\(#,##0\\);_("$"* "-"_);_(@_)')),
        ("euros", ("62", "[$€-407] #,##0")),
        ("Canadian dollars", ("62", "[$$-1009]#,##0")),
        ("unit in the format", ("38.5", '0.0" EH/s"')),
        ("millions with a letter", ("4400000", '#,##0.0,,"M"')),
        ("millions without a letter", ("4400000", "#,##0.0,,")),
        ("conditional format", ("4400000", '[>=1000000]0.0,,"M";0')),
        ("scientific", ("1234.5", "0.00E+00")),
        ("day", ("46022", "yyyy-mm-dd")),
        ("month", ("46022", "mmm-yy")),
        ("year", ("46022", "yyyy")),
        ("time", ("0.75", "h:mm")),
        ("day and time", ("46022.604166666664", "d.m.yyyy h:mm")),
        ("almost midnight", ("46021.999999999", "d.m.yyyy h:mm")),
        ("duration", ("1.5", "[h]:mm")),
        ("first day", ("1", "yyyy-mm-dd")),
        ("last day of February 1900", ("59", "yyyy-mm-dd")),
        ("day that never was", ("60", "yyyy-mm-dd")),
        ("first of March 1900", ("61", "yyyy-mm-dd")),
        ("last day", ("2958465", "yyyy-mm-dd")),
        ("beyond the last day", ("2958466", "yyyy-mm-dd")),
        ("negative date", ("-1", "yyyy-mm-dd")),
    ]
    texts = [
        "<t>Riot</t>",
        "<r><t>Bit</t></r><r><t>coin</t></r><rPh sb='0' eb='1'><t>bitto</t></rPh>",
        "<t>a_x000D_b_x005F_c_xZZZZ_</t>",
    ]
    rows = table(*cells)
    write(HERE / "cells.xlsx", xlsx({"Cells": sheet(rows)}, texts))
    # Not packed, so that a changed byte is one of the XML.
    stored = xlsx({"Cells": sheet(rows)}, texts)
    write(HERE / "cells-stored.xlsx", stored, packing=zipfile.ZIP_STORED)
    dates = table(("day", ("44560", "yyyy-mm-dd")), ("first", ("0", "yyyy-mm-dd")))
    write(
        HERE / "dates-1904.xlsx",
        xlsx({"Cells": sheet(dates)}, properties='<workbookPr date1904="1"/>'),
    )


def imports():
    """Workbooks that can be imported."""
    production = row(1, "Production, unaudited") + table(
        HEADER,
        ("RIOT", ("46022", "yyyy-mm-dd"), 18005, 38.5),
        ("MARA", ("46022", "yyyy-mm-dd"), 53250, 60.4),
        first=3,
        start=1,
    )
    market = table(
        ("Ticker", "Date", "Share price", "Market cap (USD m)"),
        ("RIOT", ("46022", "yyyy-mm-dd"), ("12.67", '"$"#,##0.00'), ("4712.4", '"$"#,##0.00')),
    )
    write(
        HERE / "q4.xlsx",
        xlsx(
            {"Prod": sheet(production), "Market": sheet(market), "Old": sheet("")},
            states={"Old": ' state="hidden"'},
        ),
    )
    merged = table(
        ("Ticker", "Period", "BTC held"),
        ("RIOT", "2025-10-31", 1),
        (None, "2025-11-30", 2),
        ("<c/>", "2025-12-31", 3),
        ("MARA", "2025-12-31", 4),
    )
    areas = '<mergeCells count="1"><mergeCell ref="A2:A4"/></mergeCells>'
    write(HERE / "merged.xlsx", xlsx({"Sheet": sheet(merged, after=areas)}))


def error(name, parts, **options):
    write(ERRORS / name / "q4.xlsx", parts, **options)


def errors():
    """The smallest workbooks for the problems of docs/errors.md."""
    riot = ("RIOT", "2025-12-31", 18005, 38.5)
    good = table(HEADER, riot)
    error("notWorkbook", {"q4.csv": "Ticker,Period\n"})
    encrypted = xlsx({"Prod": sheet(good)})
    path = ERRORS / "encryptedWorkbook" / "q4.xlsx"
    write(path, encrypted)
    path.write_bytes(with_flag(path.read_bytes(), b"xl/workbook.xml"))
    parts = xlsx({"Prod": sheet(good)})
    del parts["xl/worksheets/sheet1.xml"]
    error("damagedWorkbook", parts)
    error("workbookTooLarge", xlsx({"Prod": sheet(good + " " * (17 << 20))}))
    declared = sheet(good).replace(
        XML, XML + '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]>\n'
    )
    error("documentType", xlsx({"Prod": declared}))
    error("unknownSheet", xlsx({"Prod": sheet(good), "Costs": sheet("")}))
    error("noSheet", xlsx({}))
    many = "".join(row(n, "MARA", f"2024-{n - 2:02}-28", n, start=1) for n in range(3, 15))
    late = "".join(
        row(n, "MARA", f"2023-{n - 14:02}-28", n, start=1) for n in range(15, 23)
    )
    left = table(HEADER, riot, start=1) + many + late + row(30, "Source: company")
    error("leftOfTable", xlsx({"Prod": sheet(left)}))
    hidden = table(HEADER) + row(2, *riot, attributes=' hidden="1"')
    error("hiddenCells", xlsx({"Prod": sheet(hidden)}))
    merged = table(HEADER, riot, ("RIOT", "2025-11-30", None, 38.5))
    area = '<mergeCells><mergeCell ref="C2:C3"/></mergeCells>'
    error("mergedNumber", xlsx({"Prod": sheet(merged, after=area)}))
    formula = table((*HEADER, "Note"), (*riot, "<c><f>C2/2</f></c>"))
    error("formulaWithoutResult", xlsx({"Prod": sheet(formula)}))


def with_flag(bytes_, name):
    """Returns an archive in which a part is marked as encrypted."""
    found = bytes_.rindex(name)
    start = bytes_.rindex(b"PK\x01\x02", 0, found)
    return bytes_[: start + 8] + bytes([bytes_[start + 8] | 1]) + bytes_[start + 9 :]


def hostile():
    """Workbooks that would do harm."""
    good = table(HEADER, ("RIOT", "2025-12-31", 18005, 38.5))
    many = '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    write(HERE / "entities.xlsx", xlsx({"S": sheet(good).replace(XML, XML + many)}))
    write(HERE / "wide.xlsx", xlsx({"S": sheet('<row r="1"><c r="XFE1"><v>1</v></c></row>')}))
    write(HERE / "huge-column.xlsx", xlsx({"S": sheet('<row r="1"><c r="ZZZZZZZZZ1"><v>1</v></c></row>')}))
    write(HERE / "tall.xlsx", xlsx({"S": sheet('<row r="1048577"><c><v>1</v></c></row>')}))
    write(HERE / "unordered.xlsx", xlsx({"S": sheet(row(2, 1) + row(1, 2))}))
    write(HERE / "unordered-cells.xlsx", xlsx({"S": sheet('<row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>')}))
    for name, rows in [
        ("row-in-cell", '<row r="2"><c r="A2"><v>1</v><row r="3"/></c></row>'),
        ("cell-in-cell", '<row r="1"><c r="A1"><v>1</v><c r="B1"><v>2</v></c></c></row>'),
        ("row-in-row", '<row r="1"><c r="A1"><v>1</v></c><row r="2"/></row>'),
        ("cell-in-no-row", '<row r="1"/><c r="A1"><v>1</v></c>'),
    ]:
        write(HERE / f"{name}.xlsx", xlsx({"S": sheet(rows)}))
    write(HERE / "deep.xlsx", xlsx({"S": sheet("<x>" * 300 + "</x>" * 300)}))
    write(HERE / "long-tag.xlsx", xlsx({"S": sheet(f'<row r="1" x="{"a" * (3 << 20)}"/>')}))
    write(HERE / "no-text.xlsx", xlsx({"S": sheet('<row r="1"><c r="A1" t="s"><v>7</v></c></row>')}))
    write(HERE / "no-format.xlsx", xlsx({"S": sheet('<row r="1"><c r="A1" s="99"><v>7</v></c></row>')}))
    write(HERE / "not-xml.xlsx", xlsx({"S": sheet("<row></c>")}))
    parts = xlsx({"S": sheet(good)})
    parts["xl/_rels/workbook.xml.rels"] = relations(("rId1", "worksheet", "../../../etc/passwd"))
    write(HERE / "path.xlsx", parts)
    write(HERE / "binary.xlsb", {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations(("rId1", "officeDocument", "xl/workbook.bin")),
        "xl/workbook.bin": "x",
    })
    write(HERE / "cut.xlsx", xlsx({"S": sheet(good)}))
    (HERE / "cut.xlsx").write_bytes((HERE / "cut.xlsx").read_bytes()[:1500])
    write(HERE / "checksum.xlsx", xlsx({"S": sheet(good)}), packing=zipfile.ZIP_STORED)
    content = (HERE / "checksum.xlsx").read_bytes()
    (HERE / "checksum.xlsx").write_bytes(content.replace(b"18005", b"18006"))


def ods():
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text", "style")
    )

    def text(value):
        return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'

    def number(value, kind="float", more=""):
        return (
            f'<table:table-cell office:value-type="{kind}" office:value="{value}"{more}>'
            f"<text:p>shown</text:p></table:table-cell>"
        )

    def date(value):
        return f'<table:table-cell office:value-type="date" office:date-value="{value}"><text:p>x</text:p></table:table-cell>'

    rows = [
        "".join(map(text, HEADER)) + '<table:table-cell table:number-columns-repeated="1020"/>',
        '<table:table-cell office:value-type="string" table:number-rows-spanned="2"><text:p>RIOT</text:p></table:table-cell>'
        + date("2025-12-31") + number(18005) + number(38.5),
        "<table:covered-table-cell/>" + date("2025-11-30T00:00:00") + number(17000) + number(37.5),
        text("MARA") + date("2025-12-31") + number(53250) + number("60.400000000000006"),
    ]
    body = "".join(f"<table:table-row>{cells}</table:table-row>" for cells in rows)
    body += '<table:table-row table:number-rows-repeated="1048572"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>'
    kinds = (
        number(0.47, "percentage") + number(4.4, "currency", ' office:currency="USD"')
        + number(5, "currency", ' office:currency="EUR"')
        + '<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></table:table-cell>'
        + '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value=""><text:p>#DIV/0!</text:p></table:table-cell>'
        + '<table:table-cell table:formula="of:=[.A1]"/>'
        + '<table:table-cell office:value-type="string"><office:annotation><text:p>note</text:p></office:annotation><text:p>two</text:p><text:p>par<text:span>ts</text:span><text:s text:c="2"/>x</text:p></table:table-cell>'
        + '<table:table-cell office:value-type="float" office:value="7" table:number-columns-repeated="2"><text:p>7</text:p></table:table-cell>'
    )
    def parts_of(tables):
        content = (
            f"{XML}<office:document-content {spaces}><office:body><office:spreadsheet>{tables}"
            "</office:spreadsheet></office:body></office:document-content>"
        )
        return {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content,
        }

    parts = parts_of(
        f'<table:table table:name="Prod">{body}</table:table>'
        f'<table:table table:name="Kinds"><table:table-row table:number-rows-repeated="2">{kinds}</table:table-row></table:table>'
    )
    write(HERE / "q4.ods", parts)
    inner = "<table:table-row><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row>"
    cell = "<table:table-cell><text:p>1</text:p>"
    for name, inside in [
        ("row-in-cell", inner),
        ("cell-in-cell", text("2")),
        ("table-in-cell", f"<table:table>{inner}</table:table>"),
    ]:
        row = f"<table:table-row>{cell}{inside}</table:table-cell></table:table-row>"
        write(HERE / f"{name}.ods", parts_of(f'<table:table table:name="S">{row}</table:table>'))
    many = number(1, more=' table:number-columns-repeated="16384"')
    row = f'<table:table-row table:number-rows-repeated="1048576">{many}</table:table-row>'
    write(HERE / "repeated.ods", parts_of(f'<table:table table:name="S">{row}</table:table>'))
    parts["mimetype"] = "application/vnd.oasis.opendocument.text"
    write(HERE / "text.odt", parts)


if __name__ == "__main__":
    formats()
    imports()
    errors()
    hostile()
    ods()
