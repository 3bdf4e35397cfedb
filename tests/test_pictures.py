"""Pictures are looked into before they are published, and published without what a camera noted."""

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from site_builder.pictures import KINDS, published, wrong_with

GPS, ORIENTATION, MAKE = 0x8825, 0x0112, 0x010F


def photo(file: Path, orientation: int = 1) -> Path:
    picture = Image.effect_noise((64, 48), 50)
    noted = Image.Exif()
    noted[MAKE] = "Camera of somebody"
    noted[ORIENTATION] = orientation
    noted.get_ifd(GPS)[2] = (53.0, 24.0, 0.0)
    picture.convert("RGB").save(file, KINDS[file.suffix], exif=noted)
    return file


@pytest.mark.parametrize("ending", KINDS)
def test_where_a_photo_was_taken_is_not_published(tmp_path: Path, ending: str) -> None:
    file = photo(tmp_path / f"photo{ending}")
    assert b"Camera" in file.read_bytes()
    assert wrong_with(file) is None
    bare = published(file)
    assert b"Camera" not in bare
    with Image.open(io.BytesIO(bare)) as picture:
        assert not picture.getexif().get_ifd(GPS)
        assert (picture.format, picture.size) == (KINDS[ending], (64, 48))


@pytest.mark.parametrize("ending", [".jpg", ".png"])
def test_a_photo_stays_the_right_way_up_and_loses_nothing(tmp_path: Path, ending: str) -> None:
    file = photo(tmp_path / f"photo{ending}", orientation=6)
    with Image.open(io.BytesIO(published(file))) as bare, Image.open(file) as whole:
        assert bare.getexif() == {ORIENTATION: 6}
        change = ImageChops.difference(bare, whole).getextrema()
        # A photo is squeezed anew in the very same way; of two numbers that are as near, it may take the other.
        assert max(most for _, most in change) <= (2 if ending == ".jpg" else 0)


def test_a_picture_without_notes_is_published_byte_for_byte(tmp_path: Path) -> None:
    Image.new("RGB", (8, 8)).save(tmp_path / "a.png")
    assert published(tmp_path / "a.png") == (tmp_path / "a.png").read_bytes()


def test_a_small_file_that_unfolds_to_millions_of_points_is_refused(tmp_path: Path) -> None:
    head = struct.pack(">IIBBBBB", 40_000, 40_000, 1, 0, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(bytes(1000))), (b"IEND", b"")]
    png = b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )
    (tmp_path / "bomb.png").write_bytes(png)
    assert wrong_with(tmp_path / "bomb.png") in (
        "This picture is 40,000 by 40,000 points. Save it smaller: 2,000 points across are enough.",
        "This picture cannot be read to its end. Save it again.",
    )
