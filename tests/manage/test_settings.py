"""Settings: variables before the file before defaults; every wrong one is named, with where it stands."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from manage.access import hash_password
from manage.settings import Settings, SettingsProblem, load_settings, publish


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "danchu.toml"


def loaded(file: Path, text: str, **variables: str) -> Settings:
    file.write_text(text, encoding="utf-8")
    return load_settings({"DANCHU_CONFIG": str(file), **variables})


def test_without_anything_the_defaults_hold() -> None:
    assert load_settings({}) == Settings()


def test_a_variable_goes_before_the_file(file: Path) -> None:
    given = loaded(
        file,
        'corpus = "a"\nindex = "b"\nadmins = ["x@y.vn"]\nlog_questions = true\n',
        DANCHU_CORPUS="c",
        DANCHU_LLM="",
    )
    assert (given.corpus, given.index, given.llm) == (Path("c"), Path("b"), None)
    assert given.admins == ("x@y.vn",)
    assert given.log_questions


def test_a_list_in_a_variable_is_split_at_commas() -> None:
    assert load_settings({"DANCHU_ADMINS": "a@x.vn, b@x.vn"}).admins == ("a@x.vn", "b@x.vn")


@pytest.mark.parametrize(
    ("text", "variables", "said"),
    [
        ('kho = "a"\n', {}, "mục kho: không có mục cấu hình nào tên như vậy. Các mục có: corpus, index"),
        ("encoder = 5\n", {}, "mục encoder: phải là chữ"),
        ("corpus = 5\n", {}, "mục corpus: phải là đường dẫn"),
        ("admins = 5\n", {}, "mục admins: phải là danh sách"),
        ('log_questions = "nửa"\n', {}, "mục log_questions: phải là true hoặc false"),
        ("", {"DANCHU_LOG_LEVEL": "ồn"}, "biến DANCHU_LOG_LEVEL: chỉ nhận 'DEBUG', 'INFO'"),
        ("", {"DANCHU_INDX": "x"}, "biến DANCHU_INDX: không có mục cấu hình"),
        ('admin_password_hash = "matkhau"\n', {}, "danchu admin-password"),
        ("corpus = [\n", {}, "không phải TOML"),
    ],
)
def test_what_is_wrong_is_said_and_where(file: Path, text: str, variables: dict[str, str], said: str) -> None:
    with pytest.raises(SettingsProblem) as problem:
        loaded(file, text, **variables)
    assert said in str(problem.value)
    assert "matkhau" not in str(problem.value)


def test_a_file_that_is_named_must_be_there(file: Path) -> None:
    with pytest.raises(SettingsProblem, match="DANCHU_CONFIG"):
        load_settings({"DANCHU_CONFIG": str(file)})


def test_settings_do_not_change() -> None:
    with pytest.raises(ValidationError):
        Settings().llm = "x"


def test_commands_see_what_the_file_says_but_no_secret(file: Path) -> None:
    hashed = hash_password("mật khẩu đủ dài")
    environ = {"DANCHU_INDEX": "of the variable"}
    publish(loaded(file, f'corpus = "a"\nindex = "b"\nadmin_password_hash = "{hashed}"\n'), environ)
    assert environ == {"DANCHU_INDEX": "of the variable", "DANCHU_CORPUS": "a"}


def test_the_example_is_valid() -> None:
    assert load_settings({"DANCHU_CONFIG": "deploy/danchu.toml"}).log_file == Path("var/danchu.log")
