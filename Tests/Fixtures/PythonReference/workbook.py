"""Answers each workbook with what is in it, read with nothing but zipfile and an XML parser.

First it checks what spreadsheet programs insist on: that each part is XML, that each relation leads
to a part and each part has a type, that rows and cells are in order, and that each cell has a style
that exists. Then it lists the sheets: their frozen panes, filters and widths, and each cell with its
type, content and number format; and the charts with the cells that they refer to.
"""

import io
import posixpath
import re
import xml.etree.ElementTree as tree
import zipfile

import files

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


class Archive:
    def __init__(self, data):
        self.zip = zipfile.ZipFile(io.BytesIO(data))
        assert self.zip.testzip() is None
        self.names = self.zip.namelist()
        assert len(set(self.names)) == len(self.names)
        for part in self.zip.infolist():
            assert part.date_time == (1980, 1, 1, 0, 0, 0), part
        self.parts = {name: tree.fromstring(self.zip.read(name)) for name in self.names}
        self.check_types()

    def check_types(self):
        types = self.parts["[Content_Types].xml"]
        named = {t.get("PartName")[1:] for t in types if t.tag.endswith("Override")}
        assert named <= set(self.names), named
        for name in self.names:
            assert name in named or name.endswith(".rels") or name == "[Content_Types].xml", name

    def relations(self, part):
        """The parts that a part refers to, by the names of the relations."""
        folder, name = posixpath.split(part)
        found = self.parts.get(posixpath.join(folder, "_rels", name + ".rels"))
        if found is None:
            return {}
        targets = {
            r.get("Id"): posixpath.normpath(posixpath.join(folder, r.get("Target"))) for r in found
        }
        for target in targets.values():
            assert target in self.names, target
        return targets


def formats(archive):
    styles = archive.parts["xl/styles.xml"]
    codes = {f.get("numFmtId"): f.get("formatCode") for f in styles.iter(MAIN + "numFmt")}
    for name in ["fonts", "fills", "borders", "cellXfs"]:
        group = styles.find(MAIN + name)
        assert int(group.get("count")) == len(group), name
    counts = [len(styles.find(MAIN + name)) for name in ["fonts", "fills", "borders"]]
    found = []
    for style in styles.find(MAIN + "cellXfs"):
        for name, count in zip(["fontId", "fillId", "borderId"], counts):
            assert int(style.get(name)) < count
        number = style.get("numFmtId")
        assert number == "0" or number in codes
        found.append(codes.get(number, ""))
    return found


def place(reference):
    letters, row = re.fullmatch("([A-Z]+)([0-9]+)", reference).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(row), column


def unescaped(text):
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


def cells(sheet, styles):
    last = (0, 0)
    for row in sheet.find(MAIN + "sheetData"):
        height = f" ({row.get('ht')} high)" if row.get("ht") else ""
        yield f"row {row.get('r')}{height}"
        for cell in row:
            here = place(cell.get("r"))
            assert here > last and here[0] == int(row.get("r")), cell.get("r")
            last = here
            style = styles[int(cell.get("s", "0"))]
            kind, value = cell.get("t", "n"), cell.find(MAIN + "v")
            if kind == "inlineStr":
                text = repr(unescaped("".join(cell.find(MAIN + "is").itertext())))
            elif value is None:
                text = "empty"
            else:
                if kind == "n":
                    float(value.text)
                text = f"{value.text}" if kind == "n" else f"{kind} {value.text}"
            yield f"  {cell.get('r')} {text}" + (f"  [{style}]" if style else "")


def charts(archive, part, sheet):
    drawing = sheet.find(MAIN + "drawing")
    if drawing is None:
        return
    target = archive.relations(part)[drawing.get(RELATION + "id")]
    for chart in archive.relations(target).values():
        root = archive.parts[chart]
        area = root.find(f".//{CHART}plotArea")
        title = "".join(t.text or "" for t in root.find(f".//{CHART}title").iter(DRAWING + "t"))
        yield f"chart {title!r}: " + " ".join(
            child.tag.split("}")[1] for child in area if child.tag.startswith(CHART)
        )
        for series in area.iter(CHART + "ser"):
            names = [f.text for f in series.iter(CHART + "f")]
            for name in names:
                assert re.fullmatch(r"'([^']+)'![$A-Z0-9:]+", name)[1] in archive.sheets, name
            points = [
                p.find(CHART + "idx").get("val") for p in series.findall(CHART + "dPt")
            ]
            yield f"  {' '.join(names)}" + (f" points {' '.join(points)}" if points else "")


def answer(data, _):
    archive = Archive(data)
    workbook = archive.parts["xl/workbook.xml"]
    targets = archive.relations("xl/workbook.xml")
    styles = formats(archive)
    archive.sheets = [entry.get("name") for entry in workbook.find(MAIN + "sheets")]
    lines = []
    names = set()
    for entry in workbook.find(MAIN + "sheets"):
        name = entry.get("name")
        assert name.lower() not in names and 0 < len(name) <= 31 and not set(name) & set("[]:*?/\\")
        names.add(name.lower())
        part = targets[entry.get(RELATION + "id")]
        sheet = archive.parts[part]
        order = [child.tag.split("}")[1] for child in sheet]
        lines.append(f"sheet {name!r}: {' '.join(order)}")
        for pane in sheet.iter(MAIN + "pane"):
            lines.append(f"frozen above and left of {pane.get('topLeftCell')}")
        for filter in sheet.iter(MAIN + "autoFilter"):
            lines.append(f"filter {filter.get('ref')}")
        widths = [str(int(float(c.get("width")))) for c in sheet.iter(MAIN + "col")]
        lines.append("widths " + " ".join(widths))
        lines.extend(cells(sheet, styles))
        for link in sheet.iter(MAIN + "hyperlink"):
            lines.append(f"link {link.get('ref')} to {link.get('location')}")
        lines.extend(charts(archive, part, sheet))
    for name in workbook.iter(MAIN + "definedName"):
        lines.append(f"name {name.get('name')} {name.get('localSheetId')} {name.text}")
    return "\n".join(lines) + "\n"


files.answer(answer)
