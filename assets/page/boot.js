// Starts the program. Where it cannot start, or breaks while it runs, says so and hands out what is stored:
// this file needs nothing but the browser.
const script = document.querySelector("script[data-wasm]");
const english = !(document.documentElement.lang || "ar").startsWith("ar");
let stopped = false;

function stop(reason) {
  if (stopped) return;
  stopped = true;
  document.getElementById("first")?.remove();
  document.body.removeAttribute("aria-busy");
  const box = document.getElementById("stopped");
  const say = (tag, lang, text) => {
    const element = document.createElement(tag);
    element.lang = lang;
    element.dir = lang === "ar" ? "rtl" : "ltr";
    element.textContent = text;
    box.append(element);
    return element;
  };
  const ar = () => {
    say("p", "ar", "توقّف البرنامج. كل ما حُفظ ما زال في هذا المتصفح، ويمكنك تنزيله كما هو ثم إعادة تحميل الصفحة.");
    say("button", "ar", "تنزيل المحفوظ").onclick = download;
  };
  const en = () => {
    say("p", "en", "The program has stopped. All that was saved is still in this browser; download it as it is, then reload the page.");
    say("button", "en", "Download what is saved").onclick = download;
  };
  (english ? [en, ar] : [ar, en]).forEach((part) => part());
  say("code", "en", String(reason).slice(0, 400));
  box.hidden = false;
}

// All that was written in this visit: by this tab, which tells it at once, and by the others, which tell it a
// moment later over the channel.
const visit = {};
const otherTabs = {};
const collect = (into) => ({ data }) => {
  // Over the channel this tab hears its own rows too.
  for (const { key, value } of JSON.parse(data)) if (visit[key] !== value) into[key] = value;
};
addEventListener("mawqif", collect(visit));
try {
  new BroadcastChannel("mawqif").onmessage = collect(otherTabs);
} catch {
  // Without it there is what the browser has stored.
}

async function download() {
  const records = { localStorage: {}, journal: {}, visit, otherTabs };
  try {
    for (let i = 0; i < localStorage.length; i++) {
      const key = localStorage.key(i);
      if (!key.startsWith("mawqif/")) continue;
      // One that cannot be read does not keep the others back.
      try {
        records.localStorage[key] = localStorage.getItem(key);
      } catch (error) {
        records.localStorage[key] = { error: String(error) };
      }
    }
  } catch (error) {
    records.localStorage.error = String(error);
  }
  try {
    records.journal = await journal();
  } catch (error) {
    records.journal.error = String(error);
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([JSON.stringify(records, null, 2)], { type: "application/json" }));
  link.download = `mawqif-stored-${new Date().toISOString().slice(0, 10)}.json`;
  link.click();
}

// The journal's entries by key; none where there is no journal, and then none is made.
function journal() {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open("mawqif");
    const late = setTimeout(() => reject("no answer"), 4000);
    opening.onupgradeneeded = () => opening.transaction.abort();
    opening.onerror = () => resolve({});
    opening.onsuccess = () => {
      const entries = {};
      const walk = opening.result.transaction("journal").objectStore("journal").openCursor();
      walk.onerror = () => reject(walk.error);
      walk.onsuccess = () => {
        const at = walk.result;
        if (!at) return clearTimeout(late), resolve(entries);
        entries[at.key] = at.value;
        at.continue();
      };
    };
  });
}

// A trap of the program comes as a RuntimeError of WebAssembly, too deep a recursion as a RangeError with
// WebAssembly in its trace; other scripts' errors are not ours.
const ours = (error) =>
  (typeof WebAssembly === "object" && error instanceof WebAssembly.RuntimeError) ||
  (error instanceof RangeError && /wasm/.test(error.stack));
addEventListener("error", (event) => ours(event.error) && stop(event.error));
addEventListener("unhandledrejection", (event) => ours(event.reason) && stop(event.reason));

// The program keeps line and browser busy when it comes: what is to be seen before is drawn first. A page in the
// background is not drawn.
const drawn = () => new Promise((done) => (document.hidden ? done() : requestAnimationFrame(() => setTimeout(done))));

const beside = (file) => new URL(file, document.baseURI).href;

// The program lies beside the page; where the page is one file, `bundled` takes it out of that.
async function fetched() {
  const { default: start } = await import(beside(script.dataset.js));
  return { start, program: beside(script.dataset.wasm) };
}

// Keeps the page for reading without the network, and tells the program of a new version that waits. Where
// the browser does not do it, the page is as it was.
async function keep() {
  if (!script?.dataset.worker || !navigator.serviceWorker) return;
  const address = beside(script.dataset.worker);
  // The page's policy allows this one maker of script addresses, and it makes this one address.
  const policy = globalThis.trustedTypes?.createPolicy("worker", { createScriptURL: () => address });
  const kept = await navigator.serviceWorker.register(policy?.createScriptURL("") ?? address, { updateViaCache: "none" });
  const tell = () => kept.waiting && kept.active && dispatchEvent(new Event("version-waits"));
  kept.addEventListener("updatefound", () => kept.installing?.addEventListener("statechange", tell));
  tell();
  addEventListener("version-asked", tell);
  addEventListener("take-version", () => {
    // Another tab may have taken it already.
    if (!kept.waiting) return location.reload();
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload());
    kept.waiting.postMessage("take over");
  });
}

try {
  await drawn();
  const { start, program } = await (globalThis.bundled ?? fetched)();
  await start({ module_or_path: program });
  await keep().catch(() => {});
} catch (error) {
  stop(error);
}
