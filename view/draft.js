// What is being typed outlives a reload of the tab, and goes with the tab. Streamlit's text box keeps its words
// to itself until they are sent, so they are written down here as they are typed.
(() => {
  const box = () => document.querySelector(".st-key-question textarea");
  const putBack = () => {
    const area = box(), words = sessionStorage.getItem("draft");
    if (!area) return void setTimeout(putBack, 100);
    if (!words || area.value) return;
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(area, words);
    area.dispatchEvent(new Event("input", { bubbles: true }));
  };
  if (!window.draftIsKept) {
    window.draftIsKept = true;
    document.addEventListener("input", ({ target }) => {
      if (target === box()) sessionStorage.setItem("draft", target.value);
    });
  }
  putBack();
})();
