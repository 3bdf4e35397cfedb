"""Reads a code for cameras from its modules, with no encoder's help: byte mode, versions 2 to 6, undamaged."""

from collections.abc import Iterator

# Blocks and bytes of data in each, for level M, by version: ISO/IEC 18004, table 9.
BLOCKS = {2: (1, 28), 3: (1, 44), 4: (2, 32), 5: (2, 43), 6: (4, 27)}
FORMAT_MASK = 0b101010000010010
LEVEL_M = 0
BYTES = 4
MASKS = (
    lambda y, x: (y + x) % 2,
    lambda y, _: y % 2,
    lambda _, x: x % 3,
    lambda y, x: (y + x) % 3,
    lambda y, x: (y // 2 + x // 3) % 2,
    lambda y, x: y * x % 2 + y * x % 3,
    lambda y, x: (y * x % 2 + y * x % 3) % 2,
    lambda y, x: ((y + x) % 2 + y * x % 3) % 2,
)


def read(modules: list[list[bool]]) -> str:
    """Return what the code says; `modules` are its rows without the white around it, dark as true."""
    side = len(modules)
    version = (side - 17) // 4
    blocks, length = BLOCKS[version]
    level, mask = _format(modules)
    assert level == LEVEL_M
    bits = [modules[y][x] ^ (MASKS[mask](y, x) == 0) for y, x in _path(side)]
    codewords = [_number(bits[at : at + 8]) for at in range(0, blocks * length * 8, 8)]
    data = [byte for block in range(blocks) for byte in codewords[block::blocks]]
    stream = [bool(byte >> shift & 1) for byte in data for shift in range(7, -1, -1)]
    assert _number(stream[:4]) == BYTES
    count = _number(stream[4:12])
    return bytes(_number(stream[at : at + 8]) for at in range(12, 12 + count * 8, 8)).decode()


def _number(bits: list[bool]) -> int:
    return int("".join(str(int(bit)) for bit in bits), 2)


def _format(modules: list[list[bool]]) -> tuple[int, int]:
    xs = (0, 1, 2, 3, 4, 5, 7, 8)
    read_bits = [modules[8][x] for x in xs] + [modules[y][8] for y in (7, 5, 4, 3, 2, 1, 0)]
    bits = _number(read_bits) ^ FORMAT_MASK
    return bits >> 13, bits >> 10 & 0b111


def _path(side: int) -> Iterator[tuple[int, int]]:
    """Give the places of data: in pairs of columns from the right, up and down in turn."""
    rights = [x for x in range(side - 1, 0, -2) if x > 6] + [5, 3, 1]
    for turn, right in enumerate(rights):
        rows = range(side) if turn % 2 else range(side - 1, -1, -1)
        for y in rows:
            for x in (right, right - 1):
                if not _is_fixed(y, x, side):
                    yield y, x


def _is_fixed(y: int, x: int, side: int) -> bool:
    far = side - 8
    corner = (y < 9 and (x < 9 or x >= far)) or (y >= far and x < 9)
    aligned = side - 9 <= y < side - 4 and side - 9 <= x < side - 4
    return corner or aligned or 6 in (y, x)
