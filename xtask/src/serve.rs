//! `cargo xtask serve`: the page, built and served.

use crate::run::{root, run};
use crate::tools::Tools;
use std::net::{Ipv4Addr, TcpListener};

const PORT: u16 = 8080;

/// Sets up, builds and serves until it is interrupted.
pub fn serve(options: &[&str]) -> Result<(), String> {
    let (port, release) = parse(options)?;
    let tools = Tools::set_up()?;
    let port = match port {
        Some(port) if free(port) => port,
        Some(port) => return Err(format!("port {port} is taken; choose another with --port")),
        None => (PORT..=u16::MAX).find(|p| free(*p)).ok_or("no port is free")?,
    };
    println!("xtask: building; then the page is at http://127.0.0.1:{port}/ (end with Ctrl+C)");
    let mut trunk = tools.command("trunk");
    trunk.args(["serve", "--offline", "--address", "127.0.0.1", "--port", &port.to_string()]);
    if release {
        trunk.arg("--release");
    }
    run(&mut trunk)
}

/// Builds the release page into `dist/`.
pub fn build(tools: &Tools) -> Result<std::path::PathBuf, String> {
    run(tools.command("trunk").args(["build", "--release", "--offline"]))?;
    Ok(root().join("dist"))
}

fn free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}

fn parse(options: &[&str]) -> Result<(Option<u16>, bool), String> {
    match options {
        [] => Ok((None, false)),
        ["--release", rest @ ..] => parse(rest).map(|(port, _)| (port, true)),
        ["--port", number, rest @ ..] => {
            let port = number.parse().map_err(|_| format!("‘{number}’ is no port number (1 to 65535)"))?;
            parse(rest).map(|(_, release)| (Some(port), release))
        }
        [other, ..] => Err(format!("serve knows --port N and --release, not ‘{other}’")),
    }
}
