// What shows before the program runs. To somebody who was never here, the page as it is at a first visit, out of
// the element `first`: `cargo xtask first` takes it down from the page itself. To somebody who was, only that bar
// of it which is the same in every state: his article and his language are known when the program has read them.
// His theme is known at once. The program takes this view away in the moment in which it shows its own.
{
  const page = document.documentElement;

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

  const show = () => {
    const template = document.getElementById("first");
    const view = document.createElement("div");
    view.id = "first";
    // Nothing of it answers, and nobody is led into what will be gone.
    view.inert = true;
    view.append(template.content);
    template.replaceWith(view);
    if (known || !CSS.highlights || location.hash.startsWith("#text=")) {
      view.replaceChildren(...(page.lang === "ar" ? [view.querySelector(".bar")] : []));
      return;
    }
    const text = view.querySelector(".text");
    mark(text.children, text.dataset.marks);
    const settle = () => view.isConnected && place(view, text.children);
    settle();
    addEventListener("resize", settle);
  };
  // When all of the page's text is read, before the scripts that wait for that.
  document.addEventListener("readystatechange", show, { once: true });
}
