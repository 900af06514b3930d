"""What the tests of materials share: kits made once a run, one of a place and one of all places."""

import pytest

from index import HybridRetriever
from materials.kit import PARTS, Kit, audience_named, build_kit, paper_parts

KITS = [
    ("thực hiện dân chủ ở cơ sở", "trưởng thôn, tổ dân phố", "Điện Biên"),
    ("cong khai thong tin", "nhan dan", None),
]


@pytest.fixture(scope="session", params=KITS, ids=[topic for topic, _, _ in KITS])
def kit(
    request: pytest.FixtureRequest, retriever: HybridRetriever, tmp_path_factory: pytest.TempPathFactory
) -> Kit:
    topic, audience, place = request.param
    out = tmp_path_factory.mktemp("kit") / "out"
    parts = (*PARTS, *paper_parts(2, seed=5))
    return build_kit(topic, audience_named(audience), place, retriever, out, parts=parts)
