//! A static file server, as any web host would serve the page: one thread and one answer a connection.
//!
//! The standard library's sockets are enough, and `tiny_http` 0.12 was tried and left some of Chromium's
//! parallel connections without an answer for a minute.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// What is served, and how.
#[derive(Clone, Debug)]
pub struct Place {
    /// The folder with the page.
    pub folder: PathBuf,
    /// The path under which it lies on the site, `/` or longer with a slash at both ends.
    pub path: &'static str,
    /// Whether the page has its policy, and is served with its headers.
    pub policy: bool,
}

/// The folder with the built page.
pub fn built() -> PathBuf {
    std::env::var_os("MAWQIF_DIST")
        .map(PathBuf::from)
        .expect("MAWQIF_DIST names the built page; `cargo xtask test` builds it and sets this")
}

/// Serves the page until it is dropped.
pub struct Site {
    /// Where.
    pub address: SocketAddr,
    /// Whether it has no answer to anything.
    cut: Arc<AtomicBool>,
    ended: Arc<AtomicBool>,
}

impl Site {
    /// Serves a place on a free port.
    pub fn serve(place: Place) -> Site {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = listener.local_addr().expect("an address");
        let ended = Arc::new(AtomicBool::new(false));
        let end = Arc::clone(&ended);
        let cut = Arc::new(AtomicBool::new(false));
        let silent = Arc::clone(&cut);
        std::thread::spawn(move || {
            for connection in listener.incoming().filter_map(std::result::Result::ok) {
                if end.load(Ordering::Relaxed) {
                    return;
                }
                if silent.load(Ordering::Relaxed) {
                    continue;
                }
                let place = place.clone();
                std::thread::spawn(move || drop(answer(&place, connection)));
            }
        });
        Site { address, cut, ended }
    }

    /// Answers nothing any more.
    pub fn cut(&self) {
        self.cut.store(true, Ordering::Relaxed);
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Relaxed);
        drop(TcpStream::connect(self.address));
    }
}

fn answer(place: &Place, mut connection: TcpStream) -> std::io::Result<()> {
    let mut lines = BufReader::new(&connection).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    // The head is read to its end: closing with unread bytes would reset the connection.
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let path = request.split_whitespace().nth(1).unwrap_or("/").split('?').next().unwrap_or("/");
    let inside = path.strip_prefix(place.path);
    let file = place.folder.join(inside.filter(|path| !path.is_empty()).unwrap_or("index.html"));
    let (status, body) = match std::fs::read(&file) {
        Ok(bytes) if inside.is_some() && !path.contains("..") => ("200 OK", bytes),
        _ => ("404 Not Found", Vec::new()),
    };
    let body = if place.policy || !file.ends_with("index.html") { body } else { without_policy(&body) };
    let kind = kind(&file.to_string_lossy());
    let length = body.len();
    write!(
        connection,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n"
    )?;
    if place.policy {
        for (name, value) in headers() {
            write!(connection, "{name}: {value}\r\n")?;
        }
    }
    connection.write_all(b"\r\n")?;
    connection.write_all(&body)?;
    connection.flush()
}

/// The headers that the page is served with, as `Trunk.toml` has them: a name and a value in quotation marks
/// on each line of their table.
fn headers() -> impl Iterator<Item = (&'static str, &'static str)> {
    let (_, table) = include_str!("../../../Trunk.toml").split_once("[serve.headers]").unwrap_or_default();
    table.lines().filter_map(|line| line.trim_matches('"').split_once("\" = \""))
}

/// The page with another name for its policy, so that no browser knows it.
fn without_policy(page: &[u8]) -> Vec<u8> {
    String::from_utf8_lossy(page).replace("Content-Security-Policy", "No-Policy").into_bytes()
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("json" | "webmanifest") => "application/json",
        _ => "application/octet-stream",
    }
}
