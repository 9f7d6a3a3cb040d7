"""Fills cells of a workbook that minerbook wrote, as a person would: fill.py IN OUT CELL=VALUE…

A value is a number, or a text in quotes. Cells must be there, empty and with a style.
"""

import re
import sys
import zipfile

source, target, *values = sys.argv[1:]
with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
    for name in old.namelist():
        data = old.read(name).decode()
        if name == "xl/worksheets/sheet1.xml":
            for assignment in values:
                cell, value = assignment.split("=", 1)
                content = f"<v>{value}</v>"
                kind = ""
                if value.startswith("'"):
                    content, kind = f"<is><t>{value.strip(chr(39))}</t></is>", ' t="inlineStr"'
                data, count = re.subn(
                    rf'<c r="{cell}"( s="\d+")/>', rf'<c r="{cell}"\1{kind}>{content}</c>', data
                )
                assert count == 1, cell
        new.writestr(name, data)
