#!/usr/bin/env python3
"""Makes the four faces of "Nien Khoa Serif" and the sRGB profile; see README.md beside this file.

Use: make-faces.py FOLDER_OF_LIBERATION_SERIF_2.1.5 TARGET_FOLDER
Needs fontTools 4.38 (the bytes of the faces depend on its version).
"""
import os
import struct
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

FACES = ["Regular", "Bold", "Italic", "BoldItalic"]
DROPPED = ["GPOS", "GSUB", "GDEF", "kern", "DSIG", "gasp", "FFTM"]
# No combining marks: without the layout tables they would print displaced, so a text that needs one is refused instead.
CHARACTERS = (
    list(range(0x20, 0x7F)) + list(range(0xA0, 0x181))          # Latin to Extended-A, and b with stroke
    + [0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x2BC]
    + list(range(0x1E80, 0x1E86)) + list(range(0x1EA0, 0x1EFA))  # all Vietnamese letters
    + list(range(0x2010, 0x2028)) + [0x2030, 0x2032, 0x2033, 0x2039, 0x203A]
    + [0x20AB, 0x20AC, 0x2116, 0x2122, 0x2190, 0x2191, 0x2192, 0x2193]
    + [0x2212, 0x2260, 0x2264, 0x2265, 0x25A0, 0x25A1, 0x25CB, 0x25CF]
)


def make_face(source, face, target):
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.glyph_names = False
    options.legacy_kern = False
    options.recalc_timestamp = False
    options.drop_tables += DROPPED
    font = subset.load_font(os.path.join(source, f"LiberationSerif-{face}.ttf"), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=CHARACTERS)
    subsetter.subset(font)
    rename(font, face)
    font.save(os.path.join(target, f"NienKhoaSerif-{face}.ttf"))


def rename(font, face):
    """The licence reserves the names of the original: no name record but copyright and licence keeps them."""
    style = face.replace("BoldItalic", "Bold Italic")
    names = {
        1: "Nien Khoa Serif", 2: style, 3: f"Nien Khoa Serif {style} 1.0", 4: f"Nien Khoa Serif {style}",
        5: "Version 1.0; subset of Liberation 2.1.5", 6: f"NienKhoaSerif-{face}",
    }
    kept = [r for r in font["name"].names if r.nameID in (0, 13, 14)]
    font["name"].names = kept
    for name_id, text in names.items():
        font["name"].setName(text, name_id, 3, 1, 0x409)
        font["name"].setName(text, name_id, 1, 0, 0)


def fixed(x):
    return struct.pack(">i", round(x * 65536))


def xyz(x, y, z):
    return b"XYZ \0\0\0\0" + fixed(x) + fixed(y) + fixed(z)


def text(words):
    data = words.encode("utf-16-be")
    return b"mluc\0\0\0\0" + struct.pack(">II", 1, 12) + b"enUS" + struct.pack(">II", len(data), 28) + data


def make_profile(target):
    """sRGB (IEC 61966-2-1) as a version 4 display profile: one parametric curve shared by the three channels."""
    curve = b"para\0\0\0\0" + struct.pack(">HH", 3, 0)
    curve += b"".join(fixed(v) for v in (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045))
    adaptation = b"sf32\0\0\0\0" + b"".join(fixed(v) for v in (
        1.04788208, 0.02291870, -0.05021667, 0.02958679, 0.99047852, -0.01707458, -0.00923157, 0.01507568, 0.75167847))
    tags = [
        (b"desc", text("sRGB")), (b"cprt", text("CC0")), (b"wtpt", xyz(0.9642, 1, 0.8249)), (b"chad", adaptation),
        (b"rXYZ", xyz(0.43606567, 0.22248840, 0.01391602)), (b"gXYZ", xyz(0.38514709, 0.71687317, 0.09707642)),
        (b"bXYZ", xyz(0.14306641, 0.06060791, 0.71409607)),
        (b"rTRC", curve), (b"gTRC", curve), (b"bTRC", curve),
    ]
    start, table, body, placed = 128 + 4 + 12 * len(tags), struct.pack(">I", len(tags)), b"", {}
    for key, value in tags:
        if value not in placed:
            placed[value] = start + len(body)
            body += value + b"\0" * (-len(value) % 4)
        table += key + struct.pack(">II", placed[value], len(value))
    size = 128 + len(table) + len(body)
    header = struct.pack(">I", size) + b"\0\0\0\0" + bytes([4, 0x20, 0, 0]) + b"mntrRGB XYZ "
    header += struct.pack(">6H", 2025, 1, 1, 0, 0, 0) + b"acsp" + b"\0" * 28
    header += fixed(0.9642) + fixed(1) + fixed(0.8249) + b"\0" * 48
    with open(os.path.join(target, "sRGB-v4.icc"), "wb") as out:
        out.write(header + table + body)


if __name__ == "__main__":
    for one in FACES:
        make_face(sys.argv[1], one, sys.argv[2])
    make_profile(sys.argv[2])
