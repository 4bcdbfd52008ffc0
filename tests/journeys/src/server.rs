//! A static file server, as any web host would serve the page: one thread and one answer a connection.
//!
//! The standard library's sockets are enough, and `tiny_http` 0.12 was tried and left some of Chromium's
//! parallel connections without an answer for a minute.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Serves the built page until it is dropped.
pub struct Site {
    /// Where.
    pub address: SocketAddr,
    ended: Arc<AtomicBool>,
}

impl Site {
    /// Serves the folder that `MAWQIF_DIST` names on a free port, with the page's policy or without it.
    pub fn serve(policy: bool) -> Site {
        let folder = std::env::var_os("MAWQIF_DIST")
            .map(PathBuf::from)
            .expect("MAWQIF_DIST names the built page; `cargo xtask test` builds it and sets this");
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = listener.local_addr().expect("an address");
        let ended = Arc::new(AtomicBool::new(false));
        let end = Arc::clone(&ended);
        std::thread::spawn(move || {
            for connection in listener.incoming().filter_map(std::result::Result::ok) {
                if end.load(Ordering::Relaxed) {
                    return;
                }
                let folder = folder.clone();
                std::thread::spawn(move || drop(answer(&folder, policy, connection)));
            }
        });
        Site { address, ended }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.ended.store(true, Ordering::Relaxed);
        drop(TcpStream::connect(self.address));
    }
}

fn answer(folder: &Path, policy: bool, mut connection: TcpStream) -> std::io::Result<()> {
    let mut lines = BufReader::new(&connection).lines();
    let request = lines.next().transpose()?.unwrap_or_default();
    // The head is read to its end: closing with unread bytes would reset the connection.
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let path = request.split_whitespace().nth(1).unwrap_or("/").split('?').next().unwrap_or("/");
    let path = path.trim_start_matches('/');
    let file = folder.join(if path.is_empty() { "index.html" } else { path });
    let (status, body) = match std::fs::read(&file) {
        Ok(bytes) if !path.contains("..") => ("200 OK", bytes),
        _ => ("404 Not Found", Vec::new()),
    };
    let body = if policy || !file.ends_with("index.html") { body } else { without_policy(&body) };
    let kind = kind(&file.to_string_lossy());
    let length = body.len();
    write!(
        connection,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    )?;
    connection.write_all(&body)?;
    connection.flush()
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
        Some("json") => "application/json",
        _ => "application/octet-stream",
    }
}
