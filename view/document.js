"use strict";
const main = document.querySelector("main");
const tools = document.getElementById("tools");
const part = (id) => document.getElementById(id);

// Only this frame scrolls: scrollIntoView would move the page around it as well. What was not yet laid out
// has an estimated height, so the aim is taken again until it holds.
function reveal(where, share, tries = 8) {
  const off = where.getBoundingClientRect().top - innerHeight * share;
  if (Math.abs(off) < 2 && tries < 7) return;
  scrollBy({ top: off, behavior: "instant" });
  if (tries > 0) requestAnimationFrame(() => reveal(where, share, tries - 1));
}

const target = document.querySelector("mark") || document.querySelector(".cited");
if (target) reveal(target, 1 / 3);

if (tools) {
  // Without accents and case, letter for letter, so that offsets stay; the whole text at once where it can be.
  const plain = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/đ/g, "d");
  function fold(text) {
    const whole = plain(text);
    if (whole.length === text.length) return whole;
    return Array.from(text, (letter) => plain(letter).padEnd(letter.length).slice(0, letter.length)).join("");
  }

  let text = "", starts = [], nodes = [];
  function read() {
    let paragraph = null;
    const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest(".citing, .amended") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const pieces = [];
    let length = 0;
    while (walker.nextNode()) {
      const node = walker.currentNode, own = node.parentElement.closest("p, h1");
      if (own !== paragraph) { pieces.push("\n"); length += 1; paragraph = own; }
      nodes.push(node); starts.push(length);
      pieces.push(node.data); length += node.data.length;
    }
    text = fold(pieces.join(""));
  }

  function place(offset) {
    let low = 0, high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= offset) low = middle; else high = middle - 1;
    }
    return [nodes[low], offset - starts[low]];
  }

  function range(start, length) {
    const found = new Range();
    found.setStart(...place(start));
    const [node, offset] = place(start + length - 1);
    found.setEnd(node, offset + 1);
    return found;
  }

  const PAINTED = 2000;  // hits marked at once; an old laptop need not paint every "a"
  let hits = [], at = -1, sought = "";
  function paint(name, ranges) {
    if (!CSS.highlights) return;
    const highlight = new Highlight();
    for (const one of ranges) highlight.add(one);
    CSS.highlights.set(name, highlight);
  }

  function search() {
    const typed = fold(part("sought").value.trim().replace(/\s+/g, " "));
    if (typed === sought) return;
    sought = typed; hits = []; at = -1;
    if (!nodes.length) read();
    if (typed.length > 1)
      for (let found = text.indexOf(typed); found >= 0; found = text.indexOf(typed, found + typed.length))
        hits.push(found);
    paint("found", hits.slice(0, PAINTED).map((hit) => range(hit, typed.length)));
    paint("current", []);
    part("previous").disabled = part("next").disabled = !hits.length;
    part("count").value = typed.length > 1 && !hits.length ? "Không thấy" : "";
    if (hits.length) go(1);
  }

  function go(step) {
    if (!hits.length) return;
    at = (at + step + hits.length) % hits.length;
    const current = range(hits[at], sought.length);
    part("count").value = `${at + 1}/${hits.length}`;
    paint("current", [current]);
    if (!CSS.highlights) { getSelection().removeAllRanges(); getSelection().addRange(current); }
    reveal(current, 0.4);
  }

  let waiting;
  part("sought").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, 250); });
  part("sought").addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const before = sought;
    search();
    if (before === sought) go(event.shiftKey ? -1 : 1);
  });
  tools.addEventListener("submit", (event) => event.preventDefault());
  part("previous").addEventListener("click", () => go(-1));
  part("next").addEventListener("click", () => go(1));
  part("print").addEventListener("click", () => print());

  let saying;
  function say(words) {
    part("said").value = words;
    clearTimeout(saying);
    saying = setTimeout(() => { part("said").value = ""; }, 4000);
  }

  // A server in an office is often reached by http, where browsers keep the clipboard from scripts.
  function copied(link) {
    if (navigator.clipboard) return navigator.clipboard.writeText(link).then(() => true, () => typed(link));
    return Promise.resolve(typed(link));
  }
  function typed(link) {
    const box = document.createElement("textarea");
    box.value = link;
    box.style.cssText = "position:fixed;top:0;opacity:0";
    document.body.append(box);
    box.select();
    const done = document.execCommand("copy");
    box.remove();
    return done;
  }

  document.addEventListener("click", async (event) => {
    const link = event.target.closest("a");
    if (!link) return;
    const here = new URL(link.href, document.baseURI), own = new URL(main.dataset.address, document.baseURI);
    const same = here.pathname === own.pathname && here.searchParams.get("doc") === own.searchParams.get("doc");
    if (link.classList.contains("copy")) {
      event.preventDefault();
      const done = await copied(link.href);
      say(done ? "Đã sao chép liên kết." : `Trình duyệt không cho sao chép; liên kết là: ${link.href}`);
    } else if (link.hash || (same && here.searchParams.get("at"))) {
      event.preventDefault();
      const id = link.hash ? decodeURIComponent(link.hash.slice(1)) : here.searchParams.get("at");
      if (contents && !wide.matches) contents.open = false;
      reveal(part(id), 0.15);
      part(id).tabIndex = -1;
      part(id).focus({ preventScroll: true });
    }
  });
  const wide = matchMedia("(min-width: 700px)"), contents = part("contents");
  if (contents) {
    contents.open = wide.matches;
    part("toggle").addEventListener("click", () => { contents.open = !contents.open; });
    wide.addEventListener("change", () => { contents.open = wide.matches; });
  }
}
