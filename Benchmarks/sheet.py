"""Writes an xlsx workbook as Excel does."""

import datetime
import io
import zipfile
from xml.sax.saxutils import escape


def workbook(records):
    """Returns the bytes of a workbook with these cells: texts are shared, days and values numbers."""
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    texts = {}

    def cell(address, text, is_header):
        try:
            if is_header:
                raise ValueError
            day = (datetime.date.fromisoformat(text) - datetime.date(1899, 12, 30)).days
            return f'<c r="{address}" s="1"><v>{day}</v></c>'
        except ValueError:
            pass
        if not is_header and text.replace(".", "", 1).isdigit():
            return f'<c r="{address}"><v>{text}</v></c>'
        return f'<c r="{address}" t="s"><v>{texts.setdefault(text, len(texts))}</v></c>'

    table = io.StringIO()
    table.write(f'<worksheet xmlns="{main}"><sheetData>')
    for number, record in enumerate(records, 1):
        cells = (cell(f"{chr(65 + n)}{number}", text, number == 1) for n, text in enumerate(record))
        table.write(f'<row r="{number}">{"".join(cells)}</row>')
    table.write("</sheetData></worksheet>")
    shared = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        + "".join(
            f'<Override PartName="/xl/{name}.xml" ContentType="{types}.{kind}+xml"/>'
            for name, kind in [
                ("workbook", "sheet.main"),
                ("sheet1", "worksheet"),
                ("sharedStrings", "sharedStrings"),
                ("styles", "styles"),
            ]
        )
        + "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="Figures" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        + "".join(
            f'<Relationship Id="rId{n}" Type="{office}/{kind}" Target="{name}.xml"/>'
            for n, (kind, name) in enumerate(
                [
                    ("worksheet", "sheet1"),
                    ("sharedStrings", "sharedStrings"),
                    ("styles", "styles"),
                ],
                1,
            )
        )
        + "</Relationships>",
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><fonts><font/></fonts>'
        "<fills><fill><patternFill/></fill></fills><borders><border/></borders>"
        "<cellStyleXfs><xf/></cellStyleXfs>"
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{main}">{shared}</sst>',
        "xl/sheet1.xml": table.getvalue(),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return packed.getvalue()
