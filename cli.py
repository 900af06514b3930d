"""`danchu`: the commands, a few lines each.

Machine output goes to stdout, messages and progress bars to stderr. What needs torch is imported by the
command that uses it, so that the others start at once.
"""

import io
import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

import index
from eval.typing import Typing, typed_as
from ingest import SUPPORTED_SUFFIXES, Document, IngestError, read_documents, texts_in
from ingest.catalog import CATALOG_NAME, entries_without_file, read_catalog
from ingest.citation import UNIT_NAMES, document_label, provision_label

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from answer import Answer
    from check import Finding
    from collect import Address, Corpus, File, NationalText, Text
    from eval.answers import GivenAnswer
    from eval.questions import GoldQuestion
    from eval.report import Wanted

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Hỏi đáp có trích dẫn nguyên văn về thực hiện dân chủ ở cơ sở.",
)
index_app = typer.Typer(no_args_is_help=True, help="Dựng và xem chỉ mục.")
app.add_typer(index_app, name="index")
eval_app = typer.Typer(no_args_is_help=True, help="Chấm độ chính xác.")
app.add_typer(eval_app, name="eval")
corpus_app = typer.Typer(no_args_is_help=True, help="Thêm, bỏ và xem các văn bản trong kho.")
app.add_typer(corpus_app, name="corpus")

SOME_FAILED, WRONG_USAGE = 1, 2

IndexDir = Annotated[Path, typer.Option("--index", envvar="DANCHU_INDEX", help="Thư mục chỉ mục.")]
CorpusDir = Annotated[Path, typer.Option("--corpus", envvar="DANCHU_CORPUS", help="Thư mục văn bản.")]
Encoder = Annotated[
    str | None,
    typer.Option(envvar="DANCHU_ENCODER", help="Mô hình sentence-transformers, theo tên hoặc thư mục."),
]
LanguageModel = Annotated[
    str | None,
    typer.Option(envvar="DANCHU_LLM", help="Mô hình ngôn ngữ, dạng nhà-cung-cấp:mô-hình; không bắt buộc."),
]
AsJson = Annotated[bool, typer.Option("--json", help="In JSON cho chương trình đọc.")]
Place = Annotated[str | None, typer.Option(help="Chỉ tìm trong văn bản của địa phương này.")]
Kind = Annotated[str | None, typer.Option(help="Chỉ tìm trong loại văn bản này (Nghị quyết, Kế hoạch …).")]
Issuer = Annotated[str | None, typer.Option(help="Chỉ văn bản của cơ quan này (HĐND, Sở Nội vụ …).")]
Year = Annotated[int | None, typer.Option(min=1945, max=2100, help="Chỉ văn bản ban hành năm này.")]
Status = Annotated[
    Literal["draft", "issued"] | None,
    typer.Option(help="Chỉ dự thảo (draft), hoặc chỉ văn bản đã ban hành (issued)."),
]
Html = Annotated[Path | None, typer.Option(help="Tệp HTML ghi báo cáo cho người đọc.")]
Baseline = Annotated[
    Path | None,
    typer.Option(help="Báo cáo JSON của lần chạy trước; phép đo nào giảm thì mã thoát là 1."),
]
AsOf = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="Chỉ văn bản đã ban hành và có hiệu lực vào ngày này."),
]
INDEX, CORPUS, GOLD = Path("var/index"), Path("corpus"), Path("eval/gold/seeds-dev.jsonl")
HISTORY = Path("var/history.db")

stderr = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)


def main() -> None:
    """Run a command; a problem with settings or index ends it with its Vietnamese message and status 1."""
    from manage.settings import SettingsProblem, publish, settings

    for stream in (sys.stdout, sys.stderr):  # a Windows console is not UTF-8 by itself
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    try:
        publish(settings(), os.environ)
        app()
    except (index.IndexProblem, SettingsProblem) as problem:
        stderr.print(str(problem))
        sys.exit(SOME_FAILED)
    except OSError as error:
        stderr.print(f"{error.filename}: {error.strerror}. Hãy kiểm tra đường dẫn và quyền ghi của thư mục.")
        sys.exit(SOME_FAILED)


@app.command()
def ingest(
    paths: list[Path],
    recursive: Annotated[bool, typer.Option("-r", "--recursive", help="Đọc cả các thư mục con.")] = False,
    as_json: AsJson = False,
) -> None:
    """Đọc các tệp, in dữ kiện, số điều khoản, chỗ đã sửa trình bày và cảnh báo; không ghi gì."""
    files = list(_files(paths, recursive=recursive))
    if not files:
        stderr.print(f"Không có tệp {', '.join(SUPPORTED_SUFFIXES)} nào trong thư mục đã cho.")
        raise typer.Exit(SOME_FAILED)
    failures = []
    with _progress() as step:
        for done, outcome in enumerate(read_documents(files), start=1):
            step(f"Đọc {done}/{len(files)}: {files[done - 1].name}", done / len(files))
            if isinstance(outcome, IngestError):
                failures.append(outcome)
            elif as_json:
                _print_json(_summary(outcome))
            else:
                _print_summary(outcome)
    for failure in failures:
        stderr.print(str(failure))
    stderr.print(f"Đọc được {len(files) - len(failures)} tệp, không đọc được {len(failures)}.")
    if failures:
        raise typer.Exit(SOME_FAILED)


@index_app.command("build")
def index_build(
    corpus: CorpusDir = CORPUS,
    index_dir: IndexDir = INDEX,
    encoder: Encoder = None,
    force: Annotated[bool, typer.Option("--force", help="Dựng lại dù kho văn bản không đổi.")] = False,
) -> None:
    """Dựng chỉ mục nếu chưa có hoặc kho văn bản đã đổi; chỉ mục cũ dùng được cho tới khi xong."""
    with _progress() as step:
        report = index.build_index(
            corpus, index_dir, encoder or index.SHIPPED_ENCODER, force=force, progress=step
        )
    for failure in report.failures:
        stderr.print(str(failure))
    _warn_of_entries_without_file(corpus)
    done = "Đã dựng chỉ mục" if report.built else "Chỉ mục đã mới nhất"
    stderr.print(f"{done}: {report.manifest.documents} văn bản, {report.manifest.passages} đoạn.")
    if report.failures:
        raise typer.Exit(SOME_FAILED)


@index_app.command("info")
def index_info(index_dir: IndexDir = INDEX, as_json: AsJson = False) -> None:
    """Cho biết chỉ mục đang dùng được dựng khi nào, từ những tệp nào, bằng mô hình nào."""
    facts = asdict(index.read_manifest(index_dir))
    if as_json:
        _print_json(facts)
        return
    for name, value in facts.items():
        print(f"{name}: {', '.join(value) if isinstance(value, dict) else value}")


@corpus_app.command("add")
def corpus_add(
    texts: Annotated[
        list[str] | None,
        typer.Argument(metavar="PATH|URL", help="Tệp, thư mục, hoặc địa chỉ http(s)."),
    ] = None,
    national: Annotated[
        bool, typer.Option("--national", help="Tải các văn bản trung ương ghi trong sources.toml của kho.")
    ] = False,
    corpus: CorpusDir = CORPUS,
) -> None:
    """Thêm văn bản vào kho; tệp hỏng hay trùng được nêu tên, phần còn lại vẫn được thêm."""
    if not texts and not national:
        stderr.print("Hãy cho một tệp, một thư mục, một địa chỉ http(s), hoặc --national.")
        raise typer.Exit(WRONG_USAGE)
    outcomes: Counter[str] = Counter()
    with _corpus(corpus) as kept:
        for text in _wanted(texts or [], corpus if national else None):
            outcomes[_add(text, kept)] += 1
    stderr.print(
        f"Thêm được {outcomes['added']} văn bản, không thêm được {outcomes['failed']}, "
        f"đã có sẵn {outcomes['held']}."
    )
    if outcomes["added"]:
        stderr.print("Để hỏi được các văn bản mới, hãy chạy: danchu index build")
    if outcomes["failed"]:
        raise typer.Exit(SOME_FAILED)


@corpus_app.command("remove")
def corpus_remove(document_id: str, corpus: CorpusDir = CORPUS) -> None:
    """Bỏ một văn bản khỏi kho, theo mã của nó."""
    with _corpus(corpus) as kept:
        path = kept.remove(document_id)
        stderr.print(f"Đã bỏ {path}. Chỉ mục còn giữ nó cho tới khi chạy: danchu index build")
        if read_catalog(path).values:
            stderr.print(f"Đính chính cho {path.name} vẫn còn trong {path.with_name(CATALOG_NAME)}.")


@corpus_app.command("list")
def corpus_list(corpus: CorpusDir = CORPUS, as_json: AsJson = False) -> None:
    """Liệt kê các văn bản trong kho: mã, tệp, tên gọi, ngày thêm, nguồn; hoặc vì sao không đọc được."""
    with _corpus(corpus) as kept:
        rows = [_listed(text) for text in kept.texts()]
        _print_json(rows) if as_json else _print_list(rows)
        _warn_of_entries_without_file(corpus)


@app.command()
def documents(index_dir: IndexDir = INDEX, as_json: AsJson = False) -> None:
    """Liệt kê các văn bản trong chỉ mục."""
    found = index.read_documents(index_dir)
    if as_json:
        _print_json([_summary(document) for document in found.values()])
        return
    for document in found.facts.values():
        print(f"{document.id}\t{document_label(document)}\t{document.title}")


@app.command()
def show(
    document_id: str,
    index_dir: IndexDir = INDEX,
    as_json: AsJson = False,
    as_akn: Annotated[bool, typer.Option("--akn", help="In XML theo chuẩn Akoma Ntoso 3.0.")] = False,
) -> None:
    """In cây điều khoản của một văn bản."""
    found = index.read_documents(index_dir)
    document = found.get(document_id)
    if document is None:
        stderr.print(f"Không có văn bản “{document_id}”. Các mã đang có: {', '.join(found)}.")
        raise typer.Exit(SOME_FAILED)
    if as_json:
        _print_json(document.to_json())
        return
    if as_akn:
        from ingest.akn import to_akn

        print(to_akn(document).decode())
        return
    _print_summary(document)
    for provision in document.provisions:
        words = " ".join(part for part in (provision.num, provision.heading, provision.text) if part)
        print(f"{'  ' * (len(provision.path) - 1)}{' '.join(words.split())}")


@app.command()
def search(
    question: str,
    k: Annotated[int, typer.Option("-k", min=1, max=1000, help="Số đoạn.")] = 10,
    place: Place = None,
    kind: Kind = None,
    issuer: Issuer = None,
    year: Year = None,
    status: Status = None,
    as_of: AsOf = None,
    index_dir: IndexDir = INDEX,
    encoder: Encoder = None,
    as_json: AsJson = False,
) -> None:
    """Tìm các đoạn gần với câu hỏi, gần nhất trước."""
    from answer.question import checked_question
    from answer.result import retrieved

    with _refusing_bad_questions():
        question = checked_question(question)
    filters = _filters(place, kind, issuer, year, status, as_of)
    hits = index.open_index(index_dir, encoder).search(question, k, filters)
    found = [retrieved(hit, n) for n, hit in enumerate(hits, start=1)]
    if as_json:
        _print_json([asdict(hit) for hit in found])
        return
    for hit in found:
        print(f"{hit.n}. {hit.label} ({hit.score:.3f})\n   {' '.join(hit.quote.split())}")


@app.command()
def ask(
    question: Annotated[str | None, typer.Argument(help="Câu hỏi; bỏ trống khi dùng --batch.")] = None,
    batch: Annotated[Path | None, typer.Option(help='Tệp JSONL, mỗi dòng {"id","question"}.')] = None,
    out: Annotated[Path | None, typer.Option(help="Tệp JSONL ghi câu trả lời, cùng thứ tự.")] = None,
    place: Place = None,
    kind: Kind = None,
    issuer: Issuer = None,
    year: Year = None,
    status: Status = None,
    as_of: AsOf = None,
    index_dir: IndexDir = INDEX,
    encoder: Encoder = None,
    llm: LanguageModel = None,
    as_json: AsJson = False,
) -> None:
    """Trả lời một câu hỏi, hoặc cả tệp câu hỏi, kèm trích dẫn nguyên văn."""
    import answer

    if (question is None) == (batch is None) or (batch is None) != (out is None):
        stderr.print("Hãy cho một câu hỏi, hoặc --batch TỆP_VÀO --out TỆP_RA.")
        raise typer.Exit(WRONG_USAGE)
    retriever = index.open_index(index_dir, encoder)
    filters = _filters(place, kind, issuer, year, status, as_of)
    model = _open_model(llm)
    if batch and out:
        from answer.batch import answer_batch

        with _progress() as step:
            failures = answer_batch(batch, out, retriever, filters, progress=step, llm=model)
        for failure in failures:
            stderr.print(failure)
        raise typer.Exit(SOME_FAILED if failures else 0)
    with _refusing_bad_questions():
        for event in answer.answer_stream(question or "", retriever, filters, llm=model):
            if isinstance(event, answer.Answer):
                _print_json(event.to_json()) if as_json else _print_answer(event, claims=model is None)
            elif model and not as_json:
                print(answer.claim_line(event.claim, event.citations[0]), flush=True)


@app.command("check")
def check_text(
    text: Annotated[str, typer.Argument(metavar="FILE|-", help="Tệp txt, md, docx …; - là đầu vào chuẩn.")],
    html: Annotated[Path | None, typer.Option(help="Ghi trang HTML có đánh dấu vào tệp này.")] = None,
    docx: Annotated[Path | None, typer.Option(help="Ghi tệp Word có ghi chú vào tệp này.")] = None,
    index_dir: IndexDir = INDEX,
    as_json: AsJson = False,
) -> None:
    """Kiểm tra mọi điều khoản được dẫn và mọi trích dẫn trong một văn bản, đối chiếu với kho."""
    from check import Library, check, read_draft, read_standard_input

    try:
        draft = read_standard_input(sys.stdin.buffer.read()) if text == "-" else read_draft(Path(text))
    except IngestError as problem:
        stderr.print(str(problem))
        raise typer.Exit(SOME_FAILED) from problem
    library = Library(index.read_documents(index_dir))
    with _progress() as step:
        report = check(draft, library, step)
    if html:
        from check.html import report_html

        html.write_text(report_html(report), "utf-8")
    if docx:
        from check.word import report_docx

        docx.write_bytes(report_docx(report))
    if as_json:
        _print_json(report.to_json())
        return
    for finding in report.findings:
        line = report.text.count("\n", 0, finding.span[0]) + 1
        print(f"dòng {line}: {' '.join(finding.text.split())}\n  {_verdict(finding)}")
    wrong = sum(finding.is_wrong for finding in report.findings)
    stderr.print(f"{len(report.findings)} dẫn chiếu và trích dẫn, {wrong} chỗ sai cần sửa.")


def _verdict(finding: "Finding") -> str:
    from check.report import VERDICT_NAMES

    return " ".join([f"{VERDICT_NAMES[finding.verdict]}.", finding.message, *finding.warnings])


@eval_app.command("run")
def eval_run(
    gold: Annotated[Path, typer.Option(help="Câu hỏi có đáp án, mỗi dòng một đối tượng JSON.")] = GOLD,
    out: Annotated[Path | None, typer.Option(help="Tệp JSONL ghi các câu trả lời.")] = None,
    show: Annotated[int, typer.Option(min=0, help="In ra chừng này câu hỏi cùng câu trả lời, rải đều.")] = 0,
    size: Annotated[
        int | None, typer.Option("--sample", min=1, help="Chỉ chừng này câu hỏi, chọn theo quy tắc cố định.")
    ] = None,
    html: Html = None,
    baseline: Baseline = None,
    index_dir: IndexDir = INDEX,
    encoder: Encoder = None,
    llm: LanguageModel = None,
    as_json: AsJson = False,
) -> None:
    """Trả lời bộ câu hỏi chuẩn rồi chấm: tìm kiếm, trích dẫn, dữ kiện phải có, từ chối trả lời."""
    from eval.answers import given
    from eval.questions import sample, usable_gold
    from eval.run import answered

    retriever = index.open_index(index_dir, encoder)
    started = perf_counter()
    questions, bad = usable_gold(gold, retriever.documents)
    questions = sample(questions, size) if size else questions
    with _progress() as step:
        answers = answered(questions, retriever, _open_model(llm), step)
    answering = perf_counter() - started
    written = [answer.to_json() for answer in answers]
    if out:
        out.write_text("".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in written), "utf-8")
    for shown in answers[:: max(1, len(answers) // show)][:show] if show else ():
        print(f"\n## {shown.question}\n\n{shown.answer}")
        print("".join(f"\nLưu ý: {warning}" for warning in shown.warnings))
    found = {one["id"]: given(one) for one in written}
    report = _evaluated(gold, questions, found, retriever.documents, html, baseline)
    total = perf_counter() - started
    timing = {"answering_s": answering, "total_s": total, "total / answering": total / answering}
    report["timing"] = {name: round(value, 3) for name, value in timing.items()}
    _print_scores(report, bad, as_json=as_json)


@eval_app.command("score")
def eval_score(
    gold: Annotated[Path, typer.Option(help="Câu hỏi có đáp án, mỗi dòng một đối tượng JSON.")],
    answers: Annotated[Path, typer.Option(help="Câu trả lời đúng dạng, mỗi dòng một đối tượng JSON.")],
    html: Html = None,
    baseline: Baseline = None,
    index_dir: IndexDir = INDEX,
    encoder: Encoder = None,
    as_json: AsJson = False,
) -> None:
    """Chấm câu trả lời của bất kỳ hệ thống nào theo bộ câu hỏi chuẩn."""
    from eval.answers import read_answers
    from eval.questions import usable_gold

    documents = index.open_index(index_dir, encoder).documents
    questions, bad_questions = usable_gold(gold, documents)
    found, bad_answers = read_answers(answers)
    report = _evaluated(gold, questions, found, documents, html, baseline)
    asked = {question.id for question in questions}
    for name in found:
        if name not in asked:
            stderr.print(f"{name}: bộ câu hỏi không có câu này; không tính.")
    _print_scores(report, [*bad_questions, *bad_answers], as_json=as_json)


def _evaluated(
    gold: Path,
    questions: "Sequence[GoldQuestion]",
    answers: "Mapping[str, GivenAnswer]",
    documents: Mapping[str, Document],
    html: Path | None,
    baseline: Path | None,
) -> dict[str, Any]:
    """Score answers, compare them with an earlier report, and write the page, if asked for."""
    from eval.baseline import BadBaseline, changes, read_baseline
    from eval.report import report_html
    from eval.score import score

    if not questions:
        stderr.print(f"{gold}: không có câu hỏi nào dùng được.")
        raise typer.Exit(SOME_FAILED)
    scores = score(questions, answers, documents)
    try:
        compared = changes(scores.per_question, read_baseline(baseline)) if baseline else []
    except BadBaseline as problem:
        stderr.print(str(problem))
        raise typer.Exit(SOME_FAILED) from problem
    if html:
        page = report_html(f"Báo cáo chấm {gold.name}", questions, answers, scores, documents, compared)
        html.write_text(page, "utf-8")
    return {**scores.to_json(), **({"changes": [asdict(one) for one in compared]} if baseline else {})}


def _print_scores(report: dict[str, Any], bad: Sequence[str], *, as_json: bool) -> None:
    """Print a report, and on stderr what could not be used and what fell; either is exit status 1."""
    if as_json:
        _print_json(report)
    else:
        for name, value in report["metrics"].items():
            low, high = report["intervals"][name]
            print(f"{name:30} {value:.4f}  [{low:.3f}, {high:.3f}]  n = {report['counts'][name]}")
        if calibration := report["calibration"]:
            print(f"{'ECE':30} {calibration['ECE']:.4f}  {'':14}  n = {calibration['questions']}")
    for one in report["unknown"]:
        what = "văn bản này trong kho" if one["missing"] == "document" else "điều khoản này trong văn bản"
        stderr.print(f"{one['question']}: {one['document']}, {one['path']}: không có {what}; tính là sai.")
    for message in bad:
        stderr.print(message)
    drops = [one for one in report.get("changes", ()) if one["drop"]]
    for one in drops:
        way, to = ("giảm", "xuống") if one["after"] < one["before"] else ("tăng", "lên")
        stderr.print(
            f"{one['measure']} {way} từ {one['before']:.4f} {to} {one['after']:.4f} (p = {one['p']:.3f})."
        )
    if bad or drops:
        raise typer.Exit(SOME_FAILED)


@eval_app.command("check")
def eval_check(
    seed: Annotated[int, typer.Option(help="Hạt giống của các lỗi cài vào.")] = 0,
    of_each: Annotated[int, typer.Option("--of-each", min=1, help="Số cặp đúng và sai mỗi loại lỗi.")] = 80,
    index_dir: IndexDir = INDEX,
    as_json: AsJson = False,
) -> None:
    """Chấm việc kiểm tra trích dẫn: dẫn chiếu đúng của kho, và những câu ấy bị làm sai theo từng cách."""
    from eval.checking import score_check

    with _progress() as step:
        scores = score_check(index.read_documents(index_dir), seed, of_each, step).to_json()
    if as_json:
        _print_json(scores)
        return
    for name, score in {**scores["by_error"], "overall": scores["overall"]}.items():
        print(
            f"{name:10} {score['broken']:4} recall {score['recall']:.3f} precision {score['precision']:.3f}"
        )


@eval_app.command("tables")
def eval_tables(
    gold: Annotated[Path, typer.Option(help="Thư mục có duties.tsv và targets.tsv.")] = GOLD.parent,
    index_dir: IndexDir = INDEX,
    as_json: AsJson = False,
) -> None:
    """Chấm bảng nhiệm vụ và bảng chỉ tiêu rút từ văn bản, theo bảng do người lập."""
    from eval.measures.tables import score_tables

    try:
        scores = score_tables(index.read_documents(index_dir), gold)
    except ValueError as problem:
        stderr.print(str(problem))
        raise typer.Exit(SOME_FAILED) from None
    if as_json:
        _print_json({name: score.to_json() for name, score in scores.items()})
        return
    for name, score in scores.items():
        fields = " ".join(f"{field} {share:.2f}" for field, share in score.agreement.items())
        print(
            f"{name:8} precision {score.precision:.3f} recall {score.recall:.3f} "
            f"({score.found} found, {score.gold} gold) agreement {fields}"
        )


@eval_app.command("retrieval")
def eval_retrieval(
    corpus: Annotated[
        Path | None, typer.Option(help="Kho điều luật, mỗi dòng một đối tượng JSON (.jsonl, .jsonl.gz).")
    ] = None,
    queries: Annotated[
        Path | None, typer.Option(help="Câu hỏi và các điều trả lời được, mỗi dòng một câu.")
    ] = None,
    gold: Annotated[
        Path, typer.Option(help="Câu hỏi có đáp án trên kho văn bản, khi không có --corpus.")
    ] = GOLD,
    index_dir: IndexDir = INDEX,
    encoder: Encoder = None,
    typed: Annotated[
        Typing | None,
        typer.Option(help="Gõ lại mọi câu hỏi: không dấu, nửa dấu, phím Telex, một hay hai lỗi gõ."),
    ] = None,
    seed: Annotated[int, typer.Option(help="Hạt giống của các câu gõ lại.")] = 0,
    html: Html = None,
    as_json: AsJson = False,
) -> None:
    """Chấm thứ hạng tìm được trên một kho điều luật (--corpus, --queries) hoặc kho văn bản (--gold)."""
    if bool(corpus) != bool(queries):
        raise typer.BadParameter("--corpus và --queries phải đi cùng nhau.")
    from eval.report import ranking_html

    copy = typed_as(typed, seed) if typed else str
    try:
        report, wanted = (
            _score_articles(corpus, queries, encoder, copy)
            if corpus and queries
            else _score_gold(gold, index_dir, encoder, copy)
        )
    except ValueError as problem:
        stderr.print(str(problem))
        raise typer.Exit(SOME_FAILED) from problem
    if html:
        per_question = report.get("per_query") or report["per_question"]
        page = ranking_html(f"Báo cáo xếp hạng {(queries or gold).name}", wanted, per_question)
        html.write_text(page, "utf-8")
    if as_json:
        _print_json(report)
    else:
        print("  ".join(f"{name} {value:.3f}" for name, value in report["metrics"].items()))


def _score_articles(
    corpus: Path, queries: Path, encoder: str | None, typed: Callable[[str], str]
) -> tuple[dict[str, Any], list["Wanted"]]:
    from eval.articles import read_articles, read_queries
    from eval.report import Wanted
    from eval.retrieval import score_retrieval
    from index.encoder import load_encoder

    articles = read_articles(corpus)
    asked = [replace(query, text=typed(query.text)) for query in read_queries(queries)]
    with _progress() as step:
        model = load_encoder(encoder or index.SHIPPED_ENCODER)
        report = score_retrieval(articles, asked, model, step).to_json()
    return report, [Wanted(query.id, query.text, query.relevant) for query in asked]


def _score_gold(
    gold: Path, index_dir: Path, encoder: str | None, typed: Callable[[str], str]
) -> tuple[dict[str, Any], list["Wanted"]]:
    from eval.questions import read_gold, score_gold
    from eval.report import Wanted

    retriever = index.open_index(index_dir, encoder)
    questions = read_gold(gold, retriever.documents)
    wanted = [
        Wanted(
            one.id,
            typed(one.text),
            tuple(provision_label(at.path, retriever.documents[d]) for d, at in one.gold),
        )
        for one in questions
    ]
    return score_gold(retriever, questions, typed).to_json(), wanted


@app.command()
def config() -> None:
    """Kiểm tra cấu hình (biến DANCHU_*, tệp danchu.toml) và in các giá trị đang dùng."""
    from manage.settings import settings

    _print_json(settings().model_dump(mode="json", exclude={"admin_password_hash"}))


@app.command("admin-password")
def admin_password() -> None:
    """In mã băm của mật khẩu quản trị, để ghi vào mục admin_password_hash của cấu hình."""
    from manage.access import hash_password

    try:
        print(
            hash_password(typer.prompt("Mật khẩu", hide_input=True, confirmation_prompt="Nhập lại", err=True))
        )
    except ValueError as problem:
        stderr.print(str(problem))
        raise typer.Exit(WRONG_USAGE) from problem


@app.command()
def health(
    url: Annotated[
        str, typer.Option(help="Địa chỉ ứng dụng, kể cả đường dẫn con nếu có.")
    ] = "http://127.0.0.1:8501",
) -> None:
    """Hỏi ứng dụng đang chạy có phục vụ được không; mã thoát 1 là không."""
    from manage.health import is_healthy

    if not is_healthy(url):
        stderr.print(f"{url}: ứng dụng không trả lời. Hãy xem nhật ký của dịch vụ.")
        raise typer.Exit(SOME_FAILED)
    print("ok")


@app.command()
def kit(
    topic: Annotated[str, typer.Argument(help="Chủ đề, như “giám sát đầu tư của cộng đồng”.")],
    out: Annotated[Path, typer.Option(help="Thư mục ghi bộ tài liệu.")],
    audience: Annotated[str, typer.Option(help="Người học: nhân dân, Ban Thanh tra nhân dân …")] = (
        "cán bộ, công chức"
    ),
    place: Place = None,
    force: Annotated[bool, typer.Option("--force", help="Thay bộ tài liệu đã có trong thư mục.")] = False,
    pdf: Annotated[bool, typer.Option(help="Ghi cả bản PDF, nếu máy có LibreOffice.")] = True,
    papers: Annotated[
        int,
        # as MOST_PAPERS in materials/kit, which takes long to import
        typer.Option(min=0, max=50, help="Số đề thi (mỗi đề một mã, kèm đáp án riêng)."),
    ] = 0,
    seed: Annotated[int, typer.Option(help="Số chọn câu cho đề thi; cùng số thì cùng đề.")] = 0,
    index_dir: IndexDir = INDEX,
    encoder: Encoder = None,
) -> None:
    """Soạn bộ tài liệu tập huấn một chủ đề; mỗi quy định đều là nguyên văn kèm nơi trích."""
    from materials.kit import (
        ALL_PARTS,
        PARTS,
        BadTopic,
        KitProblem,
        UnknownAudience,
        audience_named,
        build_kit,
        paper_parts,
    )

    try:
        learners = audience_named(audience)
        if out.exists() and not force and sys.stdin.isatty():
            force = typer.confirm(f"{out} đã có. Thay bộ tài liệu trong đó?", err=True)
        retriever = index.open_index(index_dir, encoder)
        with _progress() as step:
            made = build_kit(
                topic,
                learners,
                place,
                retriever,
                out,
                force=force,
                parts=(*(ALL_PARTS if pdf else PARTS), *paper_parts(papers, seed)),
                progress=step,
            )
    except KitProblem as problem:
        stderr.print(str(problem))
        usage = isinstance(problem, BadTopic | UnknownAudience)
        raise typer.Exit(WRONG_USAGE if usage else SOME_FAILED) from problem
    print("\n".join((made.folder / file).as_posix() for file in made.files))


@app.command()
def bench(
    as_json: AsJson = False,
    corpus: CorpusDir = CORPUS,
    install: Annotated[
        bool, typer.Option("--install", help="Đo cả việc cài đặt từ đầu (vài phút, cần mạng).")
    ] = False,
    reading: Annotated[
        float | None,
        typer.Option(min=0.01, help="Chỉ đo việc đọc: một văn bản dài từng này MB, 1/10, và đọc PDF, Word."),
    ] = None,
    sessions: Annotated[
        int | None,
        typer.Option(
            min=1, max=200, help="Chỉ đo chừng này người cùng hỏi trên trình duyệt thật (Chromium)."
        ),
    ] = None,
    index_dir: IndexDir = INDEX,
) -> None:
    """Đo thời gian và bộ nhớ: dựng chỉ mục, câu trả lời đầu tiên, câu trả lời khi đã mở sẵn."""
    if reading:
        with _dev_packages():
            from eval.formats import reading_ratios
        from eval.growth import reading_growth

        figures = {**reading_growth(corpus, reading), **reading_ratios(corpus)}
        _print_json(figures) if as_json else print("\n".join(f"{n}: {v}" for n, v in figures.items()))
        return
    if sessions:
        _bench_sessions(corpus, index_dir, sessions, as_json=as_json)
        return
    from eval.bench import run_benchmark

    with _progress() as step:
        report = run_benchmark(corpus, install=install, progress=step)
    _print_json(report.to_json()) if as_json else print(report.to_text())


@contextmanager
def _dev_packages() -> Iterator[None]:
    """End a command that needs a package for development which is not installed, saying what to install."""
    try:
        yield
    except ImportError as error:
        stderr.print(f"Cần gói {error.name}. Hãy cài: pip install 'danchu[dev]'")
        raise typer.Exit(SOME_FAILED) from error


def _bench_sessions(corpus: Path, index_dir: Path, sessions: int, *, as_json: bool) -> None:
    with _dev_packages():
        from eval.sessions import run_sessions

    try:
        with _progress() as step:
            measured = run_sessions(corpus, index_dir, sessions, step)
    except RuntimeError as problem:
        stderr.print(str(problem))
        raise typer.Exit(SOME_FAILED) from problem
    figures = dict(measured.figures)
    _print_json(figures) if as_json else print("\n".join(f"{n}: {v}" for n, v in figures.items()))
    for fault in measured.faults:
        stderr.print(fault, markup=False)
    if measured.faults:
        raise typer.Exit(SOME_FAILED)


def _bench_engine(articles: Path, queries: Path, *, as_json: bool) -> None:
    from eval.articles import read_articles, read_queries

    with _dev_packages():
        from eval.engine_bench import engine_figures
    from index.encoder import load_encoder

    with _progress() as step:
        figures = engine_figures(
            read_articles(articles), read_queries(queries), load_encoder(index.SHIPPED_ENCODER), step
        )
    _print_json(figures) if as_json else print("\n".join(f"{n}: {v}" for n, v in figures.items()))


def _files(paths: list[Path], *, recursive: bool) -> Iterator[Path]:
    for path in paths:
        yield from texts_in(path, recursive=recursive) if path.is_dir() else [path]


@app.command()
def feedback(
    out: Annotated[Path, typer.Option(help="Tệp JSONL ghi các câu, theo dạng bộ câu hỏi chuẩn.")],
    history: Annotated[
        Path, typer.Option(envvar="DANCHU_HISTORY", help="Tệp lịch sử hỏi đáp của ứng dụng.")
    ] = HISTORY,
) -> None:
    """Xuất các câu được người đọc chấm đúng hay chưa đúng, để soát rồi thêm vào bộ câu hỏi chuẩn."""
    import sqlite3

    from view.gold_candidates import gold_candidates
    from view.history import History

    if not history.is_file():
        stderr.print(
            f"{history}: chưa có lịch sử hỏi đáp. Hãy hỏi trong ứng dụng, hoặc cho tệp bằng --history."
        )
        raise typer.Exit(SOME_FAILED)
    try:
        lines = gold_candidates(History(history))
    except (sqlite3.Error, ValueError) as problem:
        stderr.print(f"{history}: không đọc được lịch sử hỏi đáp ({problem}). Hãy kiểm tra tệp.")
        raise typer.Exit(SOME_FAILED) from problem
    out.write_text("".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines), "utf-8")
    open_lines = sum(line["gold"] is None for line in lines)
    stderr.print(
        f"Đã ghi {len(lines)} câu; {open_lines} câu bị chấm chưa đúng còn chờ điền answerable, gold."
    )


def _filters(
    place: str | None,
    kind: str | None,
    issuer: str | None,
    year: int | None,
    status: Literal["draft", "issued"] | None,
    as_of: datetime | None,
) -> "index.Filters":
    day = as_of.date() if as_of else None
    return index.Filters((place,) if place else (), kind, day, issuer, year, status)


def _open_model(name: str | None) -> "BaseChatModel | None":
    from answer import ModelProblem, open_model

    try:
        return open_model(name) if name else None
    except ModelProblem as problem:
        stderr.print(str(problem))
        raise typer.Exit(WRONG_USAGE) from problem


@contextmanager
def _corpus(folder: Path) -> "Iterator[Corpus]":
    """Open a corpus; a problem with it as a whole ends the command with its Vietnamese message."""
    from collect import CollectProblem, Corpus

    try:
        yield Corpus(folder)
    except (CollectProblem, IngestError) as problem:
        stderr.print(str(problem))
        raise typer.Exit(SOME_FAILED) from problem


def _wanted(words: list[str], sources: Path | None) -> "Iterator[File | Address | NationalText]":
    """Yield the texts to add: those a person named, then those in the table of a corpus folder, if given."""
    import collect

    yield from collect.wanted(words)
    if sources:
        yield from collect.national_texts(sources)


def _add(text: "File | Address | NationalText", corpus: "Corpus") -> Literal["added", "held", "failed"]:
    """Add one text and print what it is, or why it cannot be added."""
    from collect import CollectProblem

    try:
        with _progress() as step:
            document = text.add_to(corpus, step)
    except (IngestError, CollectProblem) as problem:
        stderr.print(str(problem))
        return "failed"
    if document is None:
        return "held"
    _print_summary(document)
    print(f"  tệp: {document.source}\n  sha256: {document.sha256}")
    return "added"


def _listed(text: "Text") -> dict[str, str | None]:
    """Return one line of `corpus list`; what is not known is None."""
    row: dict[str, str | None] = dict.fromkeys(("id", "file", "label", "added_on", "source", "problem"))
    row["file"] = text.path.name
    if isinstance(text.read, Document):
        row |= {"id": text.read.id, "label": document_label(text.read)}
    else:
        row["problem"] = str(text.read)
    if text.origin:
        row |= {"added_on": text.origin.added_on.isoformat(), "source": text.origin.source}
    return row


def _print_list(rows: list[dict[str, str | None]]) -> None:
    for row in rows:
        print("\t".join(row[column] or "-" for column in row if column != "problem"))
        if row["problem"]:
            print(f"  không đọc được: {row['problem']}")


def _warn_of_entries_without_file(corpus: Path) -> None:
    for name in entries_without_file(corpus):
        stderr.print(
            f"{corpus / CATALOG_NAME}: đính chính cho “{name}” không được dùng, vì kho không có tệp ấy. "
            "Hãy sửa tên mục cho đúng tên tệp, hoặc xóa mục."
        )


@contextmanager
def _refusing_bad_questions() -> Iterator[None]:
    from answer import BadQuestion

    try:
        yield
    except BadQuestion as error:
        stderr.print(str(error))
        raise typer.Exit(WRONG_USAGE) from error


@contextmanager
def _progress() -> Iterator[Callable[[str, float], None]]:
    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    shared = sys.stdout.isatty()  # only there would what is printed run into the bar
    with Progress(*columns, console=stderr, transient=True, redirect_stdout=shared) as bar:
        task = bar.add_task("", total=1.0)
        yield lambda message, share: bar.update(task, description=message, completed=share)


def _summary(document: Document) -> dict[str, Any]:
    """Return a document's facts, counts, repairs and warnings, without its text and tree."""
    data = document.to_json()
    for long in ("provisions", "references", "text"):
        del data[long]
    counts = Counter(provision.unit for provision in document.provisions)
    return {**data, "counts": dict(counts), "reference_count": len(document.references)}


def _print_summary(document: Document) -> None:
    counts = Counter(provision.unit for provision in document.provisions)
    print(f"{document.id}: {document_label(document)}\n  {document.title}")
    print(f"  điều khoản: {', '.join(f'{count} {UNIT_NAMES[unit]}' for unit, count in counts.items())}")
    print(f"  hiệu lực: {document.effective_on or 'không ghi'}; chỗ sửa trình bày: {len(document.repairs)}")
    for correction in document.corrections:
        print(f"  đính chính {correction.field}: “{correction.printed}” → “{correction.corrected}”")
    for warning in document.warnings:
        print(f"  cảnh báo: {warning}")


def _print_answer(given: "Answer", *, claims: bool) -> None:
    """Print an answer; its claims, too, unless they were printed as they came."""
    if claims or given.status == "abstained":
        print(given.answer)
    for citation in given.citations:
        print(f"\n[{citation.n}] {citation.label}")
    for warning in given.warnings:
        print(f"\nLưu ý: {warning}")
    if given.status == "abstained" and given.retrieved:
        print("\nCác đoạn gần nhất:")
        for hit in given.retrieved[:3]:
            print(f"- {hit.label}")


def _print_json(data: object) -> None:
    print(json.dumps(data, ensure_ascii=False))
