"""The Streamlit entry: navigation first, then the index, then the page.

Start it with `make app` or `streamlit run app.py`.
"""

import streamlit as st

from manage.logs import configure_logs
from manage.settings import SettingsProblem, settings

_STYLE = """
<style>
/* A citation's label is read in full: buttons wrap instead of cutting it off. */
div[data-testid="stButton"] button { text-align: left; justify-content: flex-start; height: auto; }
div[data-testid="stButton"] button > div { justify-content: flex-start; text-align: left; width: 100%; }
div[data-testid="stButton"] button[kind="tertiary"] { min-height: 0; padding: .15rem 0; }
div[data-testid="stButton"] button p { white-space: normal; overflow: visible; }
/* Streamlit's own words here are English. */
[data-testid="stFileUploaderDropzoneInstructions"] { display: none; }
[data-testid="stFileUploaderDropzone"] button { font-size: 0; gap: 0; }
[data-testid="stFileUploaderDropzone"] button p { display: none; }
[data-testid="stFileUploaderDropzone"] button::after {
  content: "Chọn tệp hoặc kéo tệp vào đây"; font-size: 1rem;
}
blockquote { border-left: 3px solid #d0d7de; margin: 0; padding: .1rem .9rem; color: #57606a;
             overflow-wrap: anywhere; }
blockquote.question { border-color: #8a4500; color: inherit; font-size: 1.1rem; font-weight: 600; }
div[data-testid="stAlertContentWarning"] { color: #5c4300; }
/* Beside the answer the text needs no link to it; below it, on a phone, it does. */
.to-text { display: none; margin: 0; }
@media (max-width: 640px) { .to-text { display: block; } }
[data-testid="stCaptionContainer"] { color: #57606a; opacity: 1; }  /* 4.5:1 at least (WCAG 2.2, 1.4.3) */
@media screen { [data-testid="stMainBlockContainer"] { padding-top: 3.5rem; } }
/* On paper: what was asked and answered, not what is clicked; the reader prints its text itself. */
@media print {
  [data-testid="stSidebar"], [data-testid="stHeader"], [data-testid="stForm"], [data-testid="stExpander"],
  [data-testid="stButtonGroup"], [data-testid="stPopover"], [data-testid="stDownloadButton"],
  [class*="st-key-unprinted"], [data-testid="stColumn"]:has(#nguyen-van) { display: none !important; }
  [data-testid="stApp"], [data-testid="stAppViewContainer"], [data-testid="stMain"] {
    position: static; overflow: visible; height: auto; }
  [data-testid="stElementContainer"]:has(> iframe)::before {
    content: "Khung này chỉ in được phần đang thấy; để in cả văn bản, bấm nút “In” ở đầu khung."; }
  [data-testid="stMainBlockContainer"] { padding: 0; max-width: none; }
  [data-testid="stColumn"] { flex: 1 1 100%; min-width: 100%; }
  [data-testid="stButton"] button { border: 0; padding: .1rem 0; background: none; color: #1f2328; }
}
</style>
"""

st.set_page_config(page_title="Dân chủ cơ sở", page_icon="📖", layout="wide")
# Their folder must not be called "pages": until a server first calls st.navigation, Streamlit runs what is in
# a folder of that name, without this script, for whoever comes by a link or was there before a restart.
page = st.navigation(
    [
        st.Page("screens/hoi_dap.py", title="Hỏi đáp", icon=":material/forum:", default=True),
        st.Page("screens/van_ban.py", title="Văn bản", icon=":material/menu_book:"),
        st.Page("screens/so_sanh.py", title="So sánh", icon=":material/compare:"),
        st.Page("screens/nhiem_vu.py", title="Nhiệm vụ & chỉ tiêu", icon=":material/checklist:"),
        st.Page("screens/tap_huan.py", title="Tập huấn", icon=":material/school:"),
        st.Page("screens/kiem_tra.py", title="Kiểm tra trích dẫn", icon=":material/fact_check:"),
        st.Page("screens/chat_luong.py", title="Chất lượng", icon=":material/monitoring:"),
        st.Page("screens/quan_tri.py", title="Quản trị", icon=":material/settings:"),
    ]
)
st.html(_STYLE)
try:
    configure_logs(settings())
except (SettingsProblem, OSError) as problem:
    st.error(str(problem))
    st.stop()
with st.spinner("Đang nạp thư viện, lần đầu mất khoảng mười giây…"):
    from view import ensure_index  # after the spinner: this import loads torch
ensure_index()
page.run()
