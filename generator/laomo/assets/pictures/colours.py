"""The colours of a picture as browsers show them: eight bits a channel, sRGB."""

import io
from contextlib import suppress

from PIL import Image, ImageCms

_SIXTEEN_BITS = 257
"""What 65,535 is divided by to become 255."""
_WHITE = (255, 255, 255)


def in_srgb(image: Image.Image) -> Image.Image:
    """The picture in mode RGB or RGBA: deep greys scaled to eight bits, colours converted from the embedded profile (ICC.1)."""
    flat = _eight_bits(image)
    colours = _converted(flat, image.info.get("icc_profile"))
    if flat.has_transparency_data:
        colours.putalpha(flat.convert("RGBA").getchannel("A"))
    return colours


def on_white(image: Image.Image) -> Image.Image:
    """The same in mode RGB: what is transparent shows white."""
    colours = in_srgb(image)
    if colours.mode == "RGB":
        return colours
    white = Image.new("RGB", colours.size, _WHITE)
    white.paste(colours, mask=colours.getchannel("A"))
    return white


def _eight_bits(image: Image.Image) -> Image.Image:
    """Pillow cuts deep greys off at 255 when it converts them, which leaves them white."""
    if image.mode.startswith("I"):
        return image.convert("I").point(lambda value: value * (1 / _SIXTEEN_BITS)).convert("L")
    if image.mode == "F":
        return image.point(lambda value: value * (255 / _whole(image))).convert("L")
    return image


def _whole(image: Image.Image) -> float:
    """What stands for white in a picture of floating-point greys: one by convention, or the full range of eight or sixteen bits."""
    extrema = image.getextrema()
    brightest = max(float(value) for value in extrema if isinstance(value, int | float))
    return next((whole for whole in (1.0, 255.0) if brightest <= whole), 65_535.0)


def _converted(image: Image.Image, profile: object) -> Image.Image:
    """A profile that is damaged or meant for other channels says nothing: the colours stay as they are."""
    plain = image if image.mode in {"L", "CMYK"} else image.convert("RGB")
    if isinstance(profile, bytes) and profile:
        with suppress(ImageCms.PyCMSError, OSError):
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(plain, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
            if converted is not None:
                return converted
    return plain.convert("RGB")
