// What Streamlit leaves to the browser on the page of questions.
(() => {
  const box = () => document.querySelector(".st-key-question textarea");

  // What is being typed outlives a reload of the tab, and goes with the tab. The text box keeps its words to
  // itself until they are sent, so they are written down here as they are typed.
  const putBack = () => {
    const area = box(), words = sessionStorage.getItem("draft");
    if (!area) return void setTimeout(putBack, 100);
    if (!words || area.value) return;
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(area, words);
    area.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const writeDown = ({ target }) => {
    if (target === box()) sessionStorage.setItem("draft", target.value);
  };

  // A citation's number in an answer opens its passage, as the button of the citation does.
  const open = event => {
    const number = event.target.closest?.("a.n")?.textContent.slice(1, -1);
    const button = number && document.querySelector(`.st-key-open-${number} button`);
    if (!button) return;
    event.preventDefault();
    button.click();
    const passage = document.getElementById("nguyen-van"), top = passage?.getBoundingClientRect().top;
    if (top < 0 || top > innerHeight / 2) passage.scrollIntoView({ behavior: "smooth" });
  };

  if (!window.listens) {
    window.listens = true;
    document.addEventListener("input", writeDown);
    document.addEventListener("click", open);
  }
  putBack();
})();
