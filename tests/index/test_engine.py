"""The engine ranks by terms, vectors, titles and definitions, within the entries admitted."""

from pathlib import Path

import numpy as np
import pytest

from index.engine import SearchEngine
from index.entry import Entry

ENTRIES = [
    Entry("Kinh phí thực hiện", "Nghị quyết", "Điều 3. Kinh phí do ngân sách bảo đảm."),
    Entry("Giải thích từ ngữ", "Luật", "1. Công dân cư trú là người thường trú.\n2. Hương ước là văn bản."),
    Entry("", "Luật", "Công dân cư trú có quyền được thông tin, công dân cư trú được bàn."),
    Entry("", "Luật", "…"),
]
VECTORS = np.eye(4, 3, dtype=np.float32)
NOWHERE = np.zeros(3, np.float32)


@pytest.fixture
def engine(tmp_path: Path) -> SearchEngine:
    SearchEngine.build(tmp_path, ENTRIES, VECTORS)
    return SearchEngine.open(tmp_path)


@pytest.mark.parametrize("question", ["Kinh phí lấy từ đâu?", "kinh phi lay tu dau", "KINH PHÍ"])
def test_by_terms(engine: SearchEngine, question: str) -> None:
    assert engine.rank(question, NOWHERE, 1)[0].row == 0


def test_accents_change_no_score(engine: SearchEngine) -> None:
    assert engine.rank("quyền của công dân", NOWHERE, 4) == engine.rank("quyen cua cong dan", NOWHERE, 4)


def test_by_vectors(engine: SearchEngine) -> None:
    best = engine.rank("xyz", VECTORS[2], 4)[0]
    assert (best.row, best.lexical, best.dense) == (2, 0, 1)


def test_the_text_that_defines_the_term_asked_comes_first(engine: SearchEngine) -> None:
    assert engine.rank("công dân cư trú được thông tin", NOWHERE, 1)[0].row == 2
    assert engine.rank("Công dân cư trú là gì?", NOWHERE, 1)[0].row == 1


def test_only_what_is_admitted_is_found(engine: SearchEngine) -> None:
    admitted = np.array([False, True, True, False])
    assert {found.row for found in engine.rank("kinh phí", VECTORS[0], 4, admitted)} <= {1, 2}
    assert engine.rank("kinh phí", VECTORS[0], 4, np.zeros(4, bool)) == []


@pytest.mark.parametrize(
    "question", ["", "?!", "😀", "\x00", "'; DROP TABLE--", "(.*", "x" * 10_000, "là " * 3000]
)
def test_any_question(engine: SearchEngine, question: str) -> None:
    assert len(engine.rank(question, NOWHERE, 2)) <= 2


def test_a_broken_part_is_an_error(tmp_path: Path) -> None:
    SearchEngine.build(tmp_path, ENTRIES, VECTORS)
    (tmp_path / "terms" / "keys.npy").write_bytes(b"")
    with pytest.raises((OSError, ValueError)):
        SearchEngine.open(tmp_path)
