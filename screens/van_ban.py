"""Văn bản: the list of documents; `?doc=…&at=…` opens one at a provision, with what it is tied to."""

from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from index import HybridRetriever
from ingest import Document
from ingest.akn import to_akn
from ingest.citation import date_label, document_label
from ingest.document import Relation
from materials import document_docx
from view import document_html, opened_index, plain
from view.catalogue import STATUSES, Choice, places, summary, year
from view.links import links_of
from view.relations import CITED, CITES, Related, cited, cites, diagram
from view.remarks import Citing, citings, remarks_of

READER_HEIGHT = 760
LISTED = 20  # documents at a time
STYLE = """
<style>
[data-testid="stPageLink"] a, [data-testid="stPageLink"] a:hover { background: none; padding-inline: 0; }
[data-testid="stPageLink"] a:hover p { text-decoration: underline; }
[data-testid="stPageLink"] p { white-space: normal; overflow: visible; color: #8a4500; font-weight: 600; }
/* On a phone the diagram's words are too small to read; the lists below it say the same. */
@media (max-width: 640px) { .st-key-diagram { display: none; } }
</style>
"""


@st.cache_resource(max_entries=2, show_spinner="Đang đối chiếu dẫn chiếu giữa các văn bản…")
def all_citings(version: str, _retriever: HybridRetriever) -> dict[str, tuple[Citing, ...]]:  # noqa: ARG001 (the version is the key)
    """Return who cites whom in one version of the index, found once for all sessions."""
    return citings(_retriever.documents.values())


@st.cache_resource(max_entries=16, show_spinner=False)
def text_page(version: str, name: str, at: str | None, _retriever: HybridRetriever) -> str:
    """Return the reader of a document at a provision, made once a version of the index."""
    document = _retriever.documents[name]
    citing = all_citings(version, _retriever).get(name, ())
    return document_html(
        document,
        [document.provision(at).span] if at else [],
        at,
        links=links_of(document, _retriever.documents),
        remarks=remarks_of(document, citing, _retriever.facts),
        tools=True,
    )


def facts(document: Document) -> dict[str, str]:
    """Return what a reader wants to know of a document, in Vietnamese; blank where the print is."""
    place, signer = document.place, document.signer
    return {
        "Số, ký hiệu": document.number or "để trống",
        "Cơ quan ban hành": document.issuer or "không ghi",
        "Ban hành": date_label(document.issued_on) if document.issued_on else "không ghi",
        "Có hiệu lực": date_label(document.effective_on) if document.effective_on else "không ghi",
        "Người ký": f"{signer.name} ({signer.title})" if signer else "không ghi",
        "Trạng thái": "Dự thảo, chưa có hiệu lực" if document.status == "draft" else "Đã ban hành",
        "Địa phương nay thuộc": place.now if place and place.now else "không rõ",
    }


def choose(documents: Mapping[str, Document]) -> Choice:
    """Ask what to narrow the list to."""
    words = st.text_input(
        "Tìm trong số hiệu, tên văn bản (có dấu hoặc không dấu)", placeholder="vi du: dan chu o co so"
    )
    with st.expander("Lọc theo địa phương, loại, năm, trạng thái"):
        place, kind, issued, status = st.columns(4)
    known = documents.values()
    return Choice(
        place=place.selectbox("Địa phương", places(known), index=None, placeholder="Tất cả"),
        kind=kind.selectbox(
            "Loại văn bản", sorted({each.kind for each in known}), index=None, placeholder="Tất cả"
        ),
        year=issued.selectbox(
            "Năm ban hành",
            sorted({found for each in known if (found := year(each))}, reverse=True),
            index=None,
            placeholder="Tất cả",
        ),
        status=status.selectbox(
            "Trạng thái", list(STATUSES), index=None, placeholder="Tất cả", format_func=STATUSES.__getitem__
        ),
        words=words,
    )


def show_list(documents: Mapping[str, Document]) -> None:
    """Show the documents within the reader's choice, some at a time, each a link."""
    choice = choose(documents)
    found = [document for document in documents.values() if choice.admits(document)]
    if not found:
        st.info("Không có văn bản nào khớp; hãy bỏ bớt điều kiện lọc.")
        return
    pages = -(-len(found) // LISTED)
    number = st.number_input(f"Trang (có {pages} trang)", 1, pages) if pages > 1 else 1
    st.caption(f"{len(found)} văn bản")
    for document in found[(number - 1) * LISTED : number * LISTED]:
        link_to(document_label(document), document.id)
        st.caption(plain(summary(document)))


def link_to(name: str, document: str) -> None:
    """Show a link that opens a document on this page."""
    st.page_link("screens/van_ban.py", label=plain(name), query_params={"doc": document})


def show_text(document: Document, at: str | None, retriever: HybridRetriever) -> None:
    """Show the reader, at a provision if one is asked for."""
    known = {provision.eid: provision for provision in document.provisions}
    if at and at not in known:
        st.warning("Văn bản này không có điều khoản mà liên kết chỉ tới.")
    page = text_page(retriever.manifest.version, document.id, at if at in known else None, retriever)
    with st.container(border=True):
        st.iframe(page, height=READER_HEIGHT, alt=f"Nguyên văn: {document_label(document)}")


def show_facts(document: Document) -> None:
    """Show a document's facts and what was corrected in them."""
    for name, value in facts(document).items():
        st.text(f"{name}: {value}")
    for correction in document.corrections:
        st.text(f"Đính chính: “{correction.printed}” → “{correction.corrected}”. {correction.reason}")


def show_relations(document: Document, documents: Mapping[str, Document]) -> None:
    """Show the acts that a document cites and those that cite it, as a diagram and as lists."""
    above = cites(document, documents)
    below = cited(document, citing.get(document.id, ()), documents)
    drawn = diagram(document, above, below)
    if drawn:
        with st.container(key="diagram"):
            st.graphviz_chart(drawn, width="stretch", alt="Sơ đồ quan hệ; nội dung như danh sách bên dưới")
            st.caption(
                "Mũi tên đi từ văn bản dẫn tới văn bản được dẫn; khung nét đứt: chưa có trong kho. "
                "Danh sách bên dưới có đủ các văn bản."
            )
    left, right = st.columns(2, gap="large")
    with left:
        show_related("Văn bản này dẫn", above, CITES)
    with right:
        show_related("Được dẫn bởi", below, CITED)


def show_related(title: str, acts: list[Related], heads: Mapping[Relation, str]) -> None:
    """Show related acts under the name of their relation; those in the corpus are links."""
    st.markdown(f"**{title}**" if acts else f"**{title}:** không có văn bản nào trong kho.")
    for relation, head in heads.items():
        under = [act for act in acts if act.relation == relation]
        if under:
            st.caption(head)
        for act in under:
            if act.document:
                link_to(act.name, act.document)
            else:
                st.markdown(f"{plain(act.name)} :gray[(chưa có trong kho)]")


def show_downloads(document: Document) -> None:
    """Offer the file as it came, a Word file of its text, and Akoma Ntoso; each is made when asked for."""
    source = Path(document.source)
    if source.is_file():
        st.download_button(
            f"Tệp nguồn ({source.suffix.removeprefix('.')})",
            source.read_bytes,
            source.name,
            on_click="ignore",
        )
    else:
        st.caption("Tệp nguồn không còn trong kho.")
    word = f"{document.id}.docx"
    st.download_button("Bản Word (docx)", lambda: document_docx(document), word, on_click="ignore")
    xml = f"{document.id}.xml"
    st.download_button(
        "Akoma Ntoso 3.0 (xml)", lambda: to_akn(document), xml, "application/xml", on_click="ignore"
    )


def show_document(document: Document, at: str | None, retriever: HybridRetriever) -> None:
    """Show one document: its text first, then what is known of it."""
    if document.status == "draft":
        st.warning("Dự thảo: chưa có hiệu lực, chỉ để tham khảo.")
    st.markdown(f"**{plain(document.title)}**")
    text, known, tied, files = st.tabs(["Nội dung", "Thông tin văn bản", "Quan hệ", "Tải về"])
    with text:
        show_text(document, at, retriever)
    with known:
        show_facts(document)
    with tied:
        show_relations(document, retriever.documents)
    with files:
        show_downloads(document)


st.header("Văn bản")
st.html(STYLE)
retriever = opened_index()
citing = all_citings(retriever.manifest.version, retriever)
ids = list(retriever.facts)
asked = st.query_params.get("doc")
if asked and asked not in retriever.facts:
    st.warning("Không có văn bản mà liên kết này chỉ tới; hãy chọn trong danh sách.")
chosen = st.selectbox(
    "Chọn văn bản",
    ids,
    index=ids.index(asked) if asked in ids else None,
    placeholder="Chọn trong danh sách dưới đây, hoặc gõ tên",
    format_func=lambda name: document_label(retriever.facts[name]),
)
if chosen != asked and (chosen or asked in ids):
    st.query_params.clear()
    if chosen:
        st.query_params["doc"] = chosen
    st.rerun()
if chosen:
    st.query_params["doc"] = chosen  # again: a link within the page leaves the address as it was
    show_document(retriever.documents[chosen], st.query_params.get("at"), retriever)
else:
    show_list(retriever.facts)
