"""The Streamlit entry: navigation first, then the index, then the page.

Start it with `make app` or `streamlit run app.py`.
"""

import streamlit as st

_STYLE = """
<style>
/* A citation's label is read in full: buttons wrap instead of cutting it off. */
div[data-testid="stButton"] button { text-align: left; justify-content: flex-start; height: auto; }
div[data-testid="stButton"] button p { white-space: normal; overflow: visible; }
blockquote { border-left: 3px solid #d0d7de; margin: 0; padding: .1rem .9rem; color: #57606a; }
</style>
"""

st.set_page_config(page_title="Dân chủ cơ sở", page_icon="📖", layout="wide")
page = st.navigation(
    [
        st.Page("pages/hoi_dap.py", title="Hỏi đáp", icon=":material/forum:", default=True),
        st.Page("pages/van_ban.py", title="Văn bản", icon=":material/menu_book:", url_path="van-ban"),
        st.Page("pages/tap_huan.py", title="Tập huấn", icon=":material/school:", url_path="tap-huan"),
        st.Page("pages/so_sanh.py", title="So sánh", icon=":material/compare:", url_path="so-sanh"),
        st.Page(
            "pages/nhiem_vu.py", title="Nhiệm vụ & chỉ tiêu", icon=":material/checklist:", url_path="nhiem-vu"
        ),
        st.Page(
            "pages/kiem_tra.py", title="Kiểm tra trích dẫn", icon=":material/fact_check:", url_path="kiem-tra"
        ),
        st.Page(
            "pages/chat_luong.py", title="Chất lượng", icon=":material/monitoring:", url_path="chat-luong"
        ),
    ]
)
st.html(_STYLE)
with st.spinner("Đang nạp thư viện, lần đầu mất khoảng mười giây…"):
    from view import ensure_index  # after the spinner: this import loads torch
ensure_index()
page.run()
