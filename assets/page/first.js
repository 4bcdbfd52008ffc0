// What shows before the program runs. To somebody who was never here, the page as it is at a first visit, out of
// the element `first`: `cargo xtask first` takes it down from the page itself. To somebody who was, the page from its
// top as he left it, which is taken down when he leaves it; where that is not to be had, the bar. His theme is known
// at once. The program takes this view away in the moment in which it shows its own.
const first = (() => {
  const page = document.documentElement;
  // Beside the records, which begin with "mawqif/": what stands here is no work of anybody's.
  const LEFT = "mawqif-view";

  // What the store holds; where there is none to be read, or it cannot be understood, the program says so.
  const look = () => {
    try {
      const settings = JSON.parse(localStorage.getItem("mawqif/1/settings") ?? "{}");
      return { settings, known: Object.keys(localStorage).some((key) => key.startsWith("mawqif/")) };
    } catch {
      return { settings: {}, known: true };
    }
  };
  const { settings, known } = look();

  // Before anything is drawn.
  if (settings.language) {
    page.lang = settings.language;
    page.dir = settings.language === "ar" ? "rtl" : "ltr";
  }
  if (settings.theme) {
    page.dataset.theme = settings.theme;
    for (const colour of document.querySelectorAll("meta[data-scheme]")) {
      colour.media = colour.dataset.scheme === settings.theme ? "all" : "not all";
    }
  }

  // The words at `paragraph:start-end`, or several such places.
  const words = (paragraphs, places) =>
    places.split(" ").map((place) => {
      const [paragraph, start, end] = place.split(/[:-]/);
      const range = document.createRange();
      range.setStart(paragraphs[paragraph].firstChild, start);
      range.setEnd(paragraphs[paragraph].firstChild, end);
      return range;
    });

  // As `page/browser/highlights.rs` does it.
  const mark = (paragraphs, marks) => {
    marks.split(";").forEach((mark, priority) => {
      const [name, places] = mark.split("=");
      if (!places) return;
      const highlight = new Highlight(...words(paragraphs, places));
      highlight.priority = priority;
      CSS.highlights.set(name, highlight);
    });
  };

  // As `page/browser/layout.rs` does it: cards level with their words, each side's strip along them.
  const place = (view, paragraphs) => {
    const top = (element) => element.getBoundingClientRect().top;
    const extents = (list) =>
      [...list.children].map((element) => {
        const ranges = words(paragraphs, element.dataset.at);
        const from = ranges[0].getClientRects()[0].top - top(list);
        const to = ranges.at(-1).getBoundingClientRect().bottom - top(list);
        return { element, from, to, height: element.getBoundingClientRect().height };
      });
    const pixels = (length) => `${Math.round(length)}px`;
    const set = (element, from) => element.style.setProperty("inset-block-start", from);
    const cards = view.querySelector(".claims");
    const strip = view.querySelector("#strip");
    const wide = !matchMedia("(max-width: 62rem)").matches;
    const parts = extents(strip);
    let free = 0;
    let bottom = 0;
    for (const { element, from, height } of extents(cards)) {
      const start = Math.max(from, free);
      set(element, wide ? pixels(start) : "");
      bottom = start + height;
      free = bottom + 10;
    }
    cards.style.setProperty("--reach", wide ? pixels(bottom) : "");
    for (const { element, from, to } of parts) {
      set(element, pixels(from));
      element.style.setProperty("block-size", pixels(Math.max(to - from, 4)));
    }
  };

  // An element as data: its name, its attributes as far as they are seen, and what is in it.
  const SEEN =
    /^(class|id|lang|dir|disabled|aria-pressed|data-at|data-marks|viewBox|d|[xyr]|[xy][12]|c[xy]|r[xy]|width|height|points)$/;
  const taken = (element) => {
    const attributes = [...element.attributes].filter(({ name }) => SEEN.test(name));
    const inside = [...element.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? node.data : taken(node)));
    return [element.localName, Object.fromEntries(attributes.map(({ name, value }) => [name, value])), ...inside];
  };
  const made = (data, space = "http://www.w3.org/1999/xhtml") => {
    if (typeof data === "string") return data;
    const [name, attributes, ...inside] = data;
    if (name === "svg") space = "http://www.w3.org/2000/svg";
    const element = document.createElementNS(space, name);
    for (const [name, value] of Object.entries(attributes)) {
      if (SEEN.test(name)) element.setAttribute(name, value);
    }
    element.append(...inside.map((part) => made(part, space)));
    return element;
  };

  // What the page shows in so many heights of the window, without what nobody sees, what only the program needs, and
  // what is not there when the page comes anew.
  const UNSEEN = ".skip, .drop, .notices, .panel, .find, .toolbar, .editor, .unseen, [hidden], input, #board > :not(h2)";
  const take = (heights, unseen) => {
    const app = document.getElementById("app");
    const text = app.querySelector("#article-text");
    const within = (element) => {
      const { top, height } = element.getBoundingClientRect();
      return height > 0 && top + scrollY < innerHeight * heights;
    };
    const all = [...text.children];
    // Of a long article only these are measured.
    const end = all.findIndex((paragraph) => !within(paragraph));
    const near = end < 0 ? all : all.slice(0, end);
    const beside = [...app.querySelectorAll(".card, #strip > *")].filter((element) => !within(element));
    const beyond = new Set(all.slice(near.length).concat(beside));
    const view = document.createElement("div");
    const copy = (from, into) => {
      for (const node of from.childNodes) {
        if (node.nodeType === Node.TEXT_NODE) into.append(node.data);
        else if (node.nodeType === Node.ELEMENT_NODE && !beyond.has(node)) {
          if (!node.matches(unseen)) copy(node, into.appendChild(node.cloneNode(false)));
        }
      }
    };
    copy(app, view);
    for (const button of view.querySelectorAll("#undo, #redo")) button.setAttribute("disabled", "disabled");
    view.querySelector("#margin").classList.remove("open", "chosen");
    // What is being saved when the page is left is not so any more when it comes again.
    if (app.querySelector("#save-state").dataset.state !== "saved") view.querySelector("#save-state").replaceChildren();
    // A place is the number of a paragraph and units of UTF-16 in it.
    const paragraphs = [...view.querySelectorAll("#article-text > *")];
    const places = ({ start, end }) =>
      paragraphs.flatMap((paragraph, number) => {
        const letters = [...paragraph.textContent];
        const inside = (at) => Math.min(Math.max(at - paragraph.dataset.start, 0), letters.length);
        const units = (at) => letters.slice(0, inside(at)).join("").length;
        return units(start) < units(end) ? [`${number}:${units(start)}-${units(end)}`] : [];
      });
    for (const element of view.querySelectorAll(".card, #strip > *")) {
      element.dataset.at = places(element.dataset).join(" ");
      if (!element.dataset.at) element.remove();
    }
    const numbers = new Map(near.map((paragraph, number) => [paragraph, number]));
    const number = (range) => numbers.get(range.startContainer.parentElement);
    const place = (range) => `${number(range)}:${range.startOffset}-${range.endOffset}`;
    const marks = [...CSS.highlights]
      .filter(([name]) => !/found|focus|cursor/.test(name))
      .map(([name, ranges]) => [name, ranges.priority, [...ranges].filter((range) => number(range) !== undefined)])
      .filter(([, , ranges]) => ranges.length > 0)
      .sort(([, a], [, b]) => a - b);
    view.querySelector("#article-text").dataset.marks = marks
      .map(([name, , ranges]) => `${name}=${ranges.map(place).join(" ")}`)
      .join(";");
    return taken(view).slice(2);
  };

  // What was left, which is removed: while the page is open it takes no room that a note may need, and an old one
  // never shows. Where the store is full it stands in the tab's own.
  const takeOut = () => {
    const [kept, tabs] = [localStorage, sessionStorage].map((store) => {
      const view = store.getItem(LEFT);
      store.removeItem(LEFT);
      return view;
    });
    return kept ?? tabs;
  };
  const putIn = (view) => {
    try {
      localStorage.setItem(LEFT, view);
    } catch {
      sessionStorage.setItem(LEFT, view);
    }
  };
  const left = () => {
    try {
      const { language, style, parts } = JSON.parse(takeOut());
      if (!known || language !== page.lang || location.hash.startsWith("#text=")) return null;
      return { style: [...style], parts: parts.map((part) => made(part)) };
    } catch {
      return null;
    }
  };

  // As `page/browser/dom.rs` does it.
  const uncover = (view) => {
    const app = document.getElementById("app");
    if (!app.querySelector("#article-text > *")) return;
    view.remove();
    app.hidden = false;
  };

  const show = () => {
    const template = document.getElementById("first");
    const view = document.createElement("div");
    view.id = "first";
    // Nothing of it answers, and nobody is led into what will be gone.
    view.inert = true;
    view.append(template.content);
    template.replaceWith(view);
    const own = left();
    if (!CSS.highlights || (known && !own)) {
      view.replaceChildren(...(page.lang === "ar" ? [view.querySelector(".bar")] : []));
      return;
    }
    if (own) {
      view.replaceChildren(...own.parts);
      for (const [name, value] of own.style) page.style.setProperty(name, value);
      // Of a long article it stays until the engine has read that, unless the reader wants to do something.
      for (const input of ["pointerdown", "keydown", "wheel", "touchstart"]) {
        addEventListener(input, () => view.isConnected && uncover(view), { passive: true });
      }
    }
    const text = view.querySelector(".text");
    mark(text.children, text.dataset.marks);
    const settle = () => view.isConnected && place(view, text.children);
    settle();
    addEventListener("resize", settle);
  };

  // The page from its top is taken down while that is in sight: when the reader reads on, and when he leaves.
  const view = () => {
    const text = document.querySelector("#app #article-text");
    if (!document.body.dataset.ready || !CSS.highlights || !text || text.closest("[hidden]")) return null;
    const style = [...page.style].map((name) => [name, page.style.getPropertyValue(name)]);
    return { language: page.lang, style, parts: take(1.5, `${UNSEEN}, .tour`) };
  };
  const atTop = () => scrollY < innerHeight / 2;
  let readOn = null;
  addEventListener("scroll", () => {
    if (atTop()) readOn = null;
    else readOn ??= view();
  });
  let gone = false;
  const leave = (left) => {
    try {
      takeOut();
      const now = left ? (atTop() ? view() : readOn) : null;
      if (now) putIn(JSON.stringify(now));
    } catch {
      // A store that is refused has no room for it.
    }
  };
  // Before the program hears that it is left: what it saves then is saved when it comes again.
  addEventListener("pagehide", () => {
    leave(true);
    gone = true;
  });
  document.addEventListener("visibilitychange", () => {
    gone &&= document.hidden;
    if (!gone) leave(document.hidden);
  });

  // When all of the page's text is read, before the scripts that wait for that.
  document.addEventListener("readystatechange", show, { once: true });

  // For `cargo xtask first`. Which picture is on the button of the theme is another thing with each reader.
  return { whole: () => take(Infinity, `${UNSEEN}, #theme .icon > *`).map((part) => made(part)) };
})();
