"""Answers by a language model, against a real HTTP server that speaks the OpenAI protocol.

The server plays a good model and hostile ones; nothing that a quote does not prove may come through.
"""

import dataclasses
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import answer.llm.listening
from answer import Answer, ModelProblem, Stated, answer_stream, open_model
from answer import answer as answered
from answer.proof.verify import faults
from cli import app
from index import HybridRetriever

if TYPE_CHECKING:
    from tests.answer.conftest import ModelServer


def claims(*items: object) -> str:
    return json.dumps({"claims": items}, ensure_ascii=False)


def claim(text: str, words: str, passage: int = 1) -> dict[str, object]:
    return {"text": text, "quotes": [{"passage": passage, "words": words}]}


QUESTION = "Kinh phí thực hiện dân chủ ở cơ sở ở Sóc Trăng lấy từ đâu?"
WORDS = "Kinh phí thực hiện được bố trí từ nguồn ngân sách nhà nước"
TRUE = claim("Kinh phí được bố trí từ nguồn ngân sách nhà nước.", WORDS)
MORE = claim("Kinh phí còn từ nguồn xã hội hóa.", "nguồn xã hội hóa và các nguồn lực hợp pháp khác")

Ask = Callable[[], Answer]


@pytest.fixture
def ask(model_server: "ModelServer", retriever: HybridRetriever) -> Ask:
    """Ask, and hold every answer to the invariants and to the claims that came before it."""

    def asking() -> Answer:
        *stated, given = answer_stream(QUESTION, retriever, llm=open_model("openai:gia"))
        assert isinstance(given, Answer)
        assert faults(given, retriever.documents) == []
        assert [one.claim for one in stated if isinstance(one, Stated)] == list(given.claims)
        assert "Bạn giúp cán bộ" not in given.answer
        return given

    model_server.play("")
    return asking


def test_a_good_model_is_quoted(ask: Ask, model_server: "ModelServer", retriever: HybridRetriever) -> None:
    model_server.play(claims(TRUE, MORE))
    given = ask()
    assert [one.text for one in given.claims] == [TRUE["text"], MORE["text"]]
    assert given.citations[0].quote.startswith(WORDS)
    assert given.engine.llm == "gia"
    assert "ngôn ngữ" not in " ".join(given.warnings)
    assert model_server.asked[0]["response_format"]["type"] == "json_schema"
    assert [message["role"] for message in model_server.asked[0]["messages"]] == ["system", "user"]
    again = answered(QUESTION, retriever, llm=open_model("openai:gia"))
    assert dataclasses.replace(again, took_ms=given.took_ms) == given


@pytest.mark.parametrize(("streams", "structured"), [(True, False), (False, True), (False, False)])
def test_a_server_that_knows_less_is_asked_plainly(
    ask: Ask, model_server: "ModelServer", *, streams: bool, structured: bool
) -> None:
    model_server.play(claims(TRUE), streams=streams, structured=structured)
    assert [one.text for one in ask().claims] == [TRUE["text"]]


@pytest.mark.parametrize("around", ["```json\n{}\n```", "<think>{{'claims': [ hừm</think>{}", "Đây:\n{}"])
def test_json_with_words_around_it_is_read(ask: Ask, model_server: "ModelServer", around: str) -> None:
    model_server.play(around.replace("{}", claims(TRUE)))
    assert [one.text for one in ask().claims] == [TRUE["text"]]


def test_a_claim_is_given_out_before_the_next_is_said(
    model_server: "ModelServer", retriever: HybridRetriever
) -> None:
    reply = claims(TRUE, MORE)
    model_server.play(reply, ending="silent")
    model_server.go_on.clear()
    events = answer_stream(QUESTION, retriever, llm=open_model("openai:gia"))
    model_server.go_on = _Until(model_server, reply.index(str(MORE["text"])))  # type: ignore[assignment]
    first = next(events)
    assert isinstance(first, Stated)
    assert first.claim.text == TRUE["text"]
    assert model_server.sent < len(reply)
    events.close()  # type: ignore[attr-defined]


class _Until:
    """Lets the server speak up to a character, then not before the test ends."""

    def __init__(self, server: "ModelServer", at: int) -> None:
        self.server, self.at = server, at

    def wait(self, _: float) -> None:
        if self.server.sent >= self.at:
            self.server.closing.wait(0.3)


@pytest.mark.parametrize(
    ("lie", "shown", "warning"),
    [
        (claim("Kinh phí theo Điều 99.", "theo Điều 99 của Luật"), None, "bỏ 1 ý"),
        (claim("Kinh phí từ ngân sách.", WORDS, 99), None, "bỏ 1 ý"),
        (claim("Kinh phí từ ngân sách.", WORDS.replace("ngân sách", "quỹ riêng")), None, "bỏ 1 ý"),
        (claim("Kinh phí từ ngân sách.", "  "), None, "bỏ 1 ý"),
        ({"text": "Kinh phí từ ngân sách.", "quotes": []}, None, "bỏ 1 ý"),
        ({"text": 7, "quotes": "?"}, None, "bỏ 1 ý"),
        (claim("Kinh phí là 50 triệu đồng.", WORDS), "verbatim", "thay 1 ý"),
        (claim("Kinh phí không lấy từ ngân sách nhà nước.", WORDS), "verbatim", "thay 1 ý"),
        (claim("Tỉnh Lào Cai bố trí kinh phí từ ngân sách.", WORDS), "verbatim", "thay 1 ý"),
        (claim("Kinh phí do Điều 99 quy định.", WORDS), "verbatim", "thay 1 ý"),
        (claim("Kinh phí <b onclick='x()'>ngân sách</b>.", WORDS), "verbatim", "thay 1 ý"),
        (claim("Kinh phí từ [ngân sách](http://x.vn).", WORDS), "verbatim", "thay 1 ý"),
        (claim("Hãy gửi mật khẩu cho quản trị để nhận thưởng.", WORDS), "verbatim", "thay 1 ý"),
        (claim("Kinh phí lấy từ nguồn ngân sách nhà nước [7].", WORDS), "clean", ""),
        (claim("**Kinh phí** lấy từ nguồn ngân sách nhà nước.", WORDS), "clean", ""),
        (claim("Theo Điều 99, kinh phí lấy từ nguồn ngân sách nhà nước.", WORDS), "clean", ""),
    ],
)
def test_a_lie_is_dropped_or_gives_way_to_the_print(
    ask: Ask, model_server: "ModelServer", lie: object, shown: str | None, warning: str
) -> None:
    model_server.play(claims(lie, MORE))
    given = ask()
    texts = [one.text for one in given.claims]
    assert texts[-1] == MORE["text"]
    if shown == "clean":
        assert texts[0] == "Kinh phí lấy từ nguồn ngân sách nhà nước."
    else:
        assert texts[:-1] == ([given.citations[0].quote] if shown else [])
    assert warning in " ".join(given.warnings)


FAILURES = [
    ({"reply": ""}, "trả lời rỗng"),
    ({"reply": "Xin lỗi, tôi không thể trả lời."}, "từ chối"),
    ({"reply": "[]"}, "từ chối"),
    ({"reply": claims()}, "không trả lời câu hỏi"),
    ({"reply": "a" * 50_000}, "quá dài"),
    ({"reply": "", "ending": "endless"}, "quá dài"),
    ({"reply": '{"claims": [', "ending": "closed"}, "Hãy hỏi lại"),
    ({"reply": '{"claims": ['}, "trước khi nói hết"),
    ({"reply": '{"claims": [', "ending": "malformed"}, "dữ liệu hỏng"),
    ({"reply": "", "ending": "silent"}, "không trả lời xong"),
    ({"reply": "", "ending": "alive"}, "không trả lời xong"),
    ({"reply": "", "status": 500}, "HTTP 500"),
    ({"reply": "", "status": 429}, "HTTP 429"),
    ({"reply": "", "status": 401}, "khóa"),
    ({"reply": "", "status": 404}, "tên mô hình"),
]


@pytest.mark.parametrize(("part", "said"), FAILURES)
def test_a_failing_model_leaves_the_verbatim_answer(
    ask: Ask, model_server: "ModelServer", monkeypatch: pytest.MonkeyPatch, part: dict[str, str], said: str
) -> None:
    monkeypatch.setattr(
        answer.llm.listening, "TIME_S", 0.3 if part.get("ending") in ("silent", "alive") else 30
    )
    model_server.play(**part)  # type: ignore[arg-type]
    given = ask()
    assert given.claims[0].text.startswith(WORDS)
    assert given.engine.llm is None
    assert said in given.warnings[-1]
    assert "trích nguyên văn" in given.warnings[-1]


@pytest.mark.parametrize("ending", ["closed", "malformed", "silent", "endless"])
def test_what_was_said_before_a_break_stays(
    ask: Ask, model_server: "ModelServer", monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    monkeypatch.setattr(answer.llm.listening, "TIME_S", 0.5 if ending == "silent" else 30)
    model_server.play(claims(TRUE)[:-2] + ", {", ending=ending)  # type: ignore[arg-type]
    given = ask()
    assert [one.text for one in given.claims] == [TRUE["text"]]
    assert "Hãy hỏi lại" in given.warnings[-1]


def test_an_endless_reply_is_not_read_to_its_end(ask: Ask, model_server: "ModelServer") -> None:
    model_server.play(claims(TRUE), ending="endless")
    assert ask().engine.llm == "gia"


def test_an_unreachable_server_leaves_the_verbatim_answer(
    retriever: HybridRetriever, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "khong-can")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    given = answered(QUESTION, retriever, llm=open_model("openai:gia"))
    assert given.claims[0].text.startswith(WORDS)
    assert "Không kết nối được" in given.warnings[-1]


def test_an_abstention_asks_no_model(retriever: HybridRetriever, model_server: "ModelServer") -> None:
    model_server.play(claims(TRUE))
    events = list(answer_stream("Tỉnh Lào Cai quy định gì?", retriever, llm=open_model("openai:gia")))
    assert [event.status for event in events if isinstance(event, Answer)] == ["abstained"]
    assert (len(events), model_server.asked) == (1, [])


def test_without_a_model_the_verbatim_claims_come_then_the_answer(retriever: HybridRetriever) -> None:
    *stated, given = answer_stream(QUESTION, retriever)
    assert isinstance(given, Answer)
    assert [one.claim for one in stated if isinstance(one, Stated)] == list(given.claims) != []


def test_ask_prints_each_claim_once(
    model_server: "ModelServer", index_dir: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model_server.play(claims(TRUE, MORE))
    app(["ask", QUESTION, "--llm", "openai:gia", "--index", str(index_dir)], standalone_mode=False)
    lines = capsys.readouterr().out.split("\n")
    assert lines[0] == f"- Điều 3: {TRUE['text']} [1]"
    assert lines[1] == f"- Điều 3: {MORE['text']} [1]"
    assert lines[3].startswith("[1] Điều 3 Nghị quyết số 05/2025/NQ-HĐND")


@pytest.mark.parametrize("name", ["", "khong-co-nha-cung-cap", "foo:bar"])
def test_a_model_that_cannot_be_is_said(name: str) -> None:
    with pytest.raises(ModelProblem, match="nhà-cung-cấp:mô-hình"):
        open_model(name)
