//! A static file server, as any web host would serve the page.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use tiny_http::{Header, Response, Server};

/// Serves the built page until it is dropped.
pub struct Site {
    server: Arc<Server>,
    /// Where.
    pub address: SocketAddr,
}

impl Site {
    /// Serves the folder that `MAWQIF_DIST` names on a free port.
    pub fn serve() -> Site {
        let folder = std::env::var_os("MAWQIF_DIST")
            .map(PathBuf::from)
            .expect("MAWQIF_DIST names the built page; `cargo xtask test` builds it and sets this");
        let server = Arc::new(Server::http((Ipv4Addr::LOCALHOST, 0)).expect("a free port"));
        let address = server.server_addr().to_ip().expect("an address");
        let worker = Arc::clone(&server);
        std::thread::spawn(move || {
            for request in worker.incoming_requests() {
                let path = request.url().split('?').next().unwrap_or("/").trim_start_matches('/').to_owned();
                let file = folder.join(if path.is_empty() { "index.html" } else { &path });
                let _ = match std::fs::read(&file) {
                    Ok(bytes) if !path.contains("..") => {
                        let kind = kind(&file.to_string_lossy());
                        request.respond(Response::from_data(bytes).with_header(kind))
                    }
                    _ => request.respond(Response::empty(404)),
                };
            }
        });
        Site { server, address }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.server.unblock();
    }
}

fn kind(name: &str) -> Header {
    let kind = match name.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("json") => "application/json",
        _ => "application/octet-stream",
    };
    Header::from_bytes("Content-Type", kind).expect("a header")
}
