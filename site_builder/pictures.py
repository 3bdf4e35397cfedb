"""Pictures that councils publish: looked into before they are shown, and published without what a camera notes.

A telephone writes into a photo where it was taken, and when. The only room that opens pictures.
"""

import io
import warnings
from pathlib import Path

from PIL import Image, UnidentifiedImageError

MOST_BYTES = 5 * 1024**2
MOST_PIXELS = 25_000_000
KINDS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".avif": "AVIF"}
"""What a file with each ending must hold."""
_ORIENTATION = 0x0112
"""The tag of a photo that says which way up it is: the one note that readers need."""
_QUALITY: dict[str, dict[str, str | int]] = {
    "JPEG": {"quality": "keep"},
    "WEBP": {"quality": 90},
    "AVIF": {"quality": 90},
}
"""How finely each kind is saved again."""
_NOTES = ("exif", "xmp", "XML:com.adobe.xmp", "comment", "photoshop", "adobe_transform")


def wrong_with(file: Path) -> str | None:
    """Why a picture cannot be published, and what to do about it; None where it can."""
    size = file.stat().st_size
    if size > MOST_BYTES:
        return f"This picture has {size / 1024**2:,.0f} MB; the limit is {MOST_BYTES // 1024**2} MB. Save it smaller."
    kind = KINDS[file.suffix.lower()]
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(file, formats=[kind]) as picture:
            width, height = picture.size
            if width * height > MOST_PIXELS:
                return f"This picture is {width:,} by {height:,} points. Save it smaller: 2,000 points across are enough."
            if getattr(picture, "n_frames", 1) > 1:
                return "This picture moves, which some readers cannot bear. Save a still one."
            picture.load()
    except UnidentifiedImageError:
        return f"This file is called {file.suffix} and holds something else. Save the picture as {kind} again."
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError):
        return "This picture cannot be read to its end. Save it again."
    return None


def size_of(file: Path) -> tuple[int, int]:
    """How wide and how high a picture is, in points."""
    with Image.open(file) as picture:
        return picture.size


def published(file: Path) -> bytes:
    """The picture as it is published: as it was, but for what its camera or editor noted in it."""
    with warnings.catch_warnings(action="ignore"), Image.open(file) as picture:
        orientation = picture.getexif().get(_ORIENTATION, 1)
        if not any(note in picture.info for note in _NOTES) and not picture.getexif():
            return file.read_bytes()
        kept = Image.Exif()
        if orientation != 1:
            kept[_ORIENTATION] = orientation
        bare = io.BytesIO()
        quality = _QUALITY.get(str(picture.format), {})
        profile = picture.info.get("icc_profile")
        for note in _NOTES:
            picture.info.pop(note, None)
        picture.save(bare, picture.format, exif=kept, icc_profile=profile, **quality)
        return bare.getvalue()
