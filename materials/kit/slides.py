"""slide.pptx: one idea a slide, the full quotation in the notes; what is too long goes on to the next."""

import re
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import groupby
from math import ceil
from typing import Any

import pptx
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.presentation import Presentation
from pptx.slide import Slide
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Inches, Length, Pt

from ingest.citation import capitalized, document_label
from materials.duty import Target
from materials.kit.lesson import Lesson, Point, Section
from materials.kit.pieces import pieces
from materials.printable import one_line

FONT = "Arial"
BODY, SMALL = 28, 20
"""Points; nothing on a slide is smaller than `SMALL`."""

_WIDTH, _HEIGHT, _MARGIN = Inches(13.333), Inches(7.5), Inches(0.6)
_INNER = Length(_WIDTH - 2 * _MARGIN)
_TOP, _BODY_HEIGHT = Inches(1.55), Inches(4.45)
_INK = RGBColor(0x1F, 0x23, 0x28)  # type: ignore[no-untyped-call]
_ACCENT = RGBColor(0x0B, 0x4F, 0x6C)  # type: ignore[no-untyped-call]
_LETTER = 0.52
"""Mean width of a Vietnamese letter of Arial over its size, with room to spare."""

_ON_A_SLIDE = 400
"""Characters of a quotation: seven lines of `BODY`, of nine that the slide holds."""

_BARS, _BAR_NAME = 5, 46
_TITLE_ONLY = 5
_NUMBER = re.compile(r"\d+(?:,\d+)?")
"""Takes "99,5" in "trên 99,5"."""


def slides(lesson: Lesson, targets: Sequence[Target]) -> bytes:
    """Return the presentation: title, aims, contents, a slide a rule, questions, chart, sources."""
    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = _WIDTH, _HEIGHT
    deck.core_properties.title, deck.core_properties.author = lesson.topic, "Dân chủ cơ sở"
    _opening(deck, lesson)
    _listed(deck, "Mục tiêu", [section.aspect.aim for section in lesson.sections])
    _listed(deck, "Nội dung", [section.aspect.title for section in lesson.sections])
    for section in lesson.sections:
        _section(deck, section)
    _charts(deck, [target for target in targets if _is_share(target)])
    sources = dict.fromkeys(document_label(point.citation.document) for point in lesson.points)
    _listed(deck, "Văn bản làm căn cứ", list(sources))
    _listed(deck, "Lưu ý khi dùng các văn bản trên", lesson.warnings)
    stream = BytesIO()
    deck.save(stream)
    return stream.getvalue()


def _opening(deck: Presentation, lesson: Lesson) -> None:
    slide = _slide(deck, "")
    title = slide.shapes.title
    if title is not None:
        title.top, title.height = Inches(2.2), Inches(2.2)
        _write(title.text_frame, capitalized(lesson.topic), 40, bold=True)
    where = f" – {lesson.place}" if lesson.place else ""
    _text(slide, f"Tài liệu tập huấn cho {lesson.audience.name}{where}", Inches(4.6), Inches(1), 24)


def _section(deck: Presentation, section: Section) -> None:
    for point in section.points:
        parts = pieces(point.words, _ON_A_SLIDE)
        for at, part in enumerate(parts, start=1):
            more = f" ({at}/{len(parts)})" if len(parts) > 1 else ""
            slide = _slide(deck, section.aspect.title + more)
            before, after = "… " if at > 1 else "", " …" if at < len(parts) else ""
            _text(slide, f"“{before}{part}{after}”", _TOP, _BODY_HEIGHT, BODY)
            where = capitalized(point.citation.label)
            _text(slide, where, Inches(6.15), Inches(1), SMALL, color=_ACCENT)
            _note(slide, point)
    slide = _slide(deck, f"Thảo luận: {section.aspect.title}")
    _text(slide, section.aspect.discuss, _TOP, _BODY_HEIGHT, 28)


def _note(slide: Slide, point: Point) -> None:
    frame = slide.notes_slide.notes_text_frame
    if frame is not None:
        frame.text = f"{point.citation.label}: “{one_line(point.citation.quote)}”"


def _listed(deck: Presentation, title: str, items: Sequence[str]) -> None:
    """Write a list, on as many slides as its lines need."""
    size = 24
    lines = _INNER.pt / (size * _LETTER)
    fit = int(Inches(5.3).pt / (size * 1.45))
    pages: list[list[str]] = [[]]
    left = fit
    for item in items:
        need = ceil((len(item) + 2) / lines)
        if need > left and pages[-1]:
            pages.append([])
            left = fit
        pages[-1].append(item)
        left -= need
    for page in (page for page in pages if page):
        slide = _slide(deck, title if page is pages[0] else f"{title} (tiếp)")
        box = _text(slide, f"• {page[0]}", _TOP, Inches(5.3), size)
        for item in page[1:]:
            _style(box.add_paragraph(), f"• {item}", size)  # type: ignore[no-untyped-call]
        for paragraph in box.paragraphs:
            paragraph.space_after = Pt(8)


def _charts(deck: Presentation, targets: Sequence[Target]) -> None:
    """Draw the shares to be reached, some documents' bars on a slide of their own."""
    for _, of_document in groupby(targets, key=lambda one: one.citation.document.id):
        listed = list(of_document)
        for page in _in_parts(listed, ceil(len(listed) / _BARS)):
            _chart(deck, page)


def _in_parts(items: Sequence[Target], parts: int) -> Iterator[Sequence[Target]]:
    size = ceil(len(items) / parts)
    return (items[at : at + size] for at in range(0, len(items), size))


def _chart(deck: Presentation, targets: Sequence[Target]) -> None:
    data: Any = CategoryChartData(number_format='0.##"%"')  # type: ignore[no-untyped-call]
    data.categories = [_bar_name(target) for target in targets]
    data.add_series("Chỉ tiêu (%)", [_value(target) for target in targets])
    slide = _slide(deck, "Chỉ tiêu phải đạt (%)")
    frame: Any = slide.shapes.add_chart(
        XL_CHART_TYPE.BAR_CLUSTERED, _MARGIN, Inches(1.4), _INNER, Inches(4.7), data
    )
    chart = frame.chart
    chart.has_legend = chart.has_title = False
    chart.font.size, chart.font.name = Pt(SMALL), FONT
    plot = chart.plots[0]
    plot.gap_width, plot.has_data_labels = 45, True
    plot.data_labels.font.size, plot.data_labels.show_value = Pt(SMALL), True
    plot.series[0].format.fill.solid()
    plot.series[0].format.fill.fore_color.rgb = _ACCENT
    chart.category_axis.reverse_order = True  # the first rule on top
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = 0, 100
    chart.value_axis.visible = chart.value_axis.has_major_gridlines = False
    _text(slide, document_label(targets[0].citation.document), Inches(6.15), Inches(1), SMALL, color=_ACCENT)
    notes = slide.notes_slide.notes_text_frame
    if notes is not None:
        cited = {one.citation.n: one.citation for one in targets}.values()
        notes.text = "\n".join(f"{one.label}: “{one_line(one.quote)}”" for one in cited)


def _bar_name(target: Target) -> str:
    name = f"{target.figure}{target.unit} {target.population}"
    return name if len(name) <= _BAR_NAME else name[:_BAR_NAME].rsplit(" ", 1)[0] + " …"


def _is_share(target: Target) -> bool:
    return target.unit == "%" and bool(_NUMBER.search(target.figure))


def _value(target: Target) -> float:
    """Return the number of a figure: "trên 70" → 70, "từ 99,5" → 99.5."""
    return max(float(number.replace(",", ".")) for number in _NUMBER.findall(target.figure))


def _slide(deck: Presentation, title: str) -> Slide:
    slide: Slide = deck.slides.add_slide(deck.slide_layouts[_TITLE_ONLY])
    shape = slide.shapes.title
    if shape is not None:
        shape.left, shape.top, shape.width, shape.height = _MARGIN, Inches(0.35), _INNER, Inches(0.9)
        _write(shape.text_frame, title, 30, bold=True, color=_ACCENT)
    rule = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Length(0), Length(0), _WIDTH, Inches(0.14))
    rule.fill.solid()
    rule.fill.fore_color.rgb = _ACCENT
    rule.line.fill.background()
    rule._element.nvSpPr.cNvPr.set("descr", "")  # noqa: SLF001 (decoration, nothing to read out)
    return slide


def _text(
    slide: Slide, words: str, top: Length, height: Length, size: int, *, color: RGBColor = _INK
) -> TextFrame:
    frame: TextFrame = slide.shapes.add_textbox(_MARGIN, top, _INNER, height).text_frame
    _write(frame, words, size, color=color)
    return frame


def _write(frame: TextFrame, words: str, size: int, *, bold: bool = False, color: RGBColor = _INK) -> None:
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = Length(0)
    _style(frame.paragraphs[0], words, size, bold=bold, color=color)


def _style(
    paragraph: _Paragraph, words: str, size: int, *, bold: bool = False, color: RGBColor = _INK
) -> None:
    run = paragraph.add_run()
    run.text = words
    run.font.size, run.font.bold, run.font.name = Pt(size), bold, FONT
    run.font.color.rgb = color
    run._r.get_or_add_rPr().set("lang", "vi-VN")  # noqa: SLF001 (no public way)
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 (no public way)
    properties.set("algn", "l")
    paragraph.line_spacing = 1.1
