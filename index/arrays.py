"""Named arrays in a folder, one .npy file each, mapped when they are opened."""

from collections.abc import Iterable
from pathlib import Path

import numpy as np


def save_arrays(folder: Path, arrays: dict[str, np.ndarray]) -> None:
    """Write arrays into a folder, made for them."""
    folder.mkdir()
    for name, array in arrays.items():
        np.save(folder / f"{name}.npy", array)


def mapped_arrays(folder: Path, names: Iterable[str]) -> list[np.ndarray]:
    """Map the arrays that `save_arrays` wrote, in the order of these names."""
    return [mapped(folder / f"{name}.npy") for name in names]


def mapped(path: Path) -> np.ndarray:
    """Map an array on disk: nothing is read before it is asked for."""
    return np.asarray(np.lib.format.open_memmap(path, mode="r"))
