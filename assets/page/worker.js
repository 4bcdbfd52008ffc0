// Keeps the page readable without the network. What stands above this line is written by `cargo xtask finish`
// at the end of each build: `BUILD.version`, and in `BUILD.files` each file's address with the digest of what
// is in it. A version is kept whole in a cache of its own or not at all, and only its own files come from it:
// no two versions are ever mixed. A new version waits until the reader takes it.
const scope = self.registration.scope;
const family = `mawqif ${scope} `;
const name = family + BUILD.version;
const addresses = new Map(BUILD.files.map(([path, digest]) => [new URL(path, scope).href, digest]));

// A file is asked for past the browser's own store, and refused where it is not the one of this build.
const fresh = ([address, integrity]) => new Request(address, { cache: "no-cache", integrity });

addEventListener("install", (event) => {
  event.waitUntil(caches.open(name).then((cache) => cache.addAll([...addresses].map(fresh))));
});

// The version before stays for the tabs that are still open with it; those before that go.
addEventListener("activate", (event) => {
  const forget = async () => {
    const others = (await caches.keys()).filter((key) => key.startsWith(family) && key !== name);
    await Promise.all(others.slice(0, -1).map((key) => caches.delete(key)));
    // While the page is being developed there is nothing to keep.
    if (!addresses.size) await self.registration.unregister();
  };
  event.waitUntil(forget());
});

addEventListener("message", ({ data }) => data === "take over" && self.skipWaiting());

addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || !url.href.startsWith(scope)) return;
  url.search = url.hash = "";
  const address = url.href === `${scope}index.html` ? scope : url.href;
  // Of the version before, a tab may still want what carries its digest in its name.
  const cacheName = addresses.has(address) ? name : undefined;
  event.respondWith(caches.match(address, { cacheName }).then((kept) => kept ?? fetch(request)));
});
