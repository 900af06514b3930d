"""The titles of entries and the terms they define, as memory-mapped arrays."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.arrays import mapped_arrays, save_arrays
from index.definitions import defined_terms
from index.tokens import phrase_key, search_syllables, term_keys


class Phrases:
    """The syllables of each entry's title, and the entries that define a term; memory-mapped.

    `title_keys` (syllables,) with `title_starts` (entries + 1,); `terms` (definitions,), ascending, with
    `definers` (definitions,): the row that defines each.
    """

    _ARRAYS = ("title_keys", "title_starts", "terms", "definers")

    def __init__(
        self, title_keys: np.ndarray, title_starts: np.ndarray, terms: np.ndarray, definers: np.ndarray
    ) -> None:
        self.title_keys, self.title_starts, self.terms, self.definers = (
            title_keys,
            title_starts,
            terms,
            definers,
        )

    @classmethod
    def build(cls, entries: Sequence[tuple[str, str]]) -> "Phrases":
        """Note the titles of entries, and the terms that their texts define."""
        words = [search_syllables(title) for title, _ in entries]
        keys = [term_keys(title)[: len(title)] for title in words]
        pairs = [
            (phrase_key(term), row) for row, (_, text) in enumerate(entries) for term in defined_terms(text)
        ]
        pairs.sort()
        return cls(
            np.concatenate(keys),
            np.cumsum([0, *map(len, keys)]),
            np.array([key for key, _ in pairs], np.uint64),
            np.array([row for _, row in pairs], np.int64),
        )

    def save(self, folder: Path) -> None:
        """Write the arrays into a folder, made for them."""
        save_arrays(folder, {name: getattr(self, name) for name in self._ARRAYS})

    @classmethod
    def open(cls, folder: Path) -> "Phrases":
        """Map what `save` wrote."""
        return cls(*mapped_arrays(folder, cls._ARRAYS))

    def titles_of(self, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the syllables of these titles, one after the other, and where each begins, the end too."""
        spans = [self.title_keys[self.title_starts[row] : self.title_starts[row + 1]] for row in rows]
        return np.concatenate([*spans, np.empty(0, np.uint64)]), np.cumsum([0, *map(len, spans)])

    def define(self, term: str | None, rows: np.ndarray) -> np.ndarray:
        """Tell which of these rows define a term; none if there is no term."""
        if term is None:
            return np.zeros(len(rows), bool)
        key = phrase_key(term)
        first, last = np.searchsorted(self.terms, key), np.searchsorted(self.terms, key, "right")
        return np.isin(rows, self.definers[first:last])
