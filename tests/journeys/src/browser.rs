//! A headless Chromium with a profile of its own, which can be closed and started again.

use crate::reader::{Reader, Result};
use crate::server::{self, Place, Site};
use serde_json::json;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::Duration;
use tempfile::TempDir;
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::prelude::*;

/// What a browser is like.
#[derive(Clone, Debug)]
pub struct Options {
    /// The window's width and height in pixels.
    pub size: (u32, u32),
    /// Whether the reader has fingers and no mouse.
    pub touch: bool,
    /// A script that runs before the page's own, to break something.
    pub sabotage: Option<&'static str>,
    /// Whether the site sends the page's policy; without it hostile content would have its way.
    pub policy: bool,
    /// Where the page lies that is served; where empty, the one that was built.
    pub folder: Option<PathBuf>,
    /// The path under which it lies on the site.
    pub path: &'static str,
}

impl Default for Options {
    fn default() -> Self {
        Options { size: (1280, 1000), touch: false, sabotage: None, policy: true, folder: None, path: "/" }
    }
}

/// A browser's profile and the site that it visits: what outlives the browser's windows.
#[derive(Clone)]
pub struct Browser(Arc<Home>);

/// Kept until the last reader has gone.
struct Home {
    site: Site,
    profile: TempDir,
    downloads: TempDir,
    options: Options,
}

impl Browser {
    /// A browser that has never been anywhere.
    pub fn new() -> Browser {
        Browser::with(Options::default())
    }

    /// A new browser like this.
    pub fn with(options: Options) -> Browser {
        let folder = || tempfile::tempdir().expect("a temporary folder");
        let folder_served = options.folder.clone().unwrap_or_else(server::built);
        let site = Site::serve(Place { folder: folder_served, path: options.path, policy: options.policy });
        Browser(Arc::new(Home { site, profile: folder(), downloads: folder(), options }))
    }

    /// The site answers nothing any more, as if the network were gone.
    pub fn cut(&self) {
        self.0.site.cut();
    }

    /// Where downloads go.
    pub fn downloads(&self) -> &Path {
        self.0.downloads.path()
    }

    /// Starts the browser, opens the page and waits until it answers.
    pub async fn open(&self) -> Result<Reader> {
        let reader = self.start().await?;
        reader.visit().await?;
        Ok(reader)
    }

    /// Starts the browser and opens the page, which may never answer.
    pub async fn open_without_waiting(&self) -> Result<Reader> {
        let reader = self.start().await?;
        reader.go().await?;
        Ok(reader)
    }

    /// Ends every process of the browser at once, as a crash of the machine would.
    pub fn kill(&self) -> Result<()> {
        let profile = self.0.profile.path().display().to_string();
        let mut processes = Vec::new();
        for entry in std::fs::read_dir("/proc")?.flatten() {
            let Some(number) =
                entry.file_name().to_str().filter(|name| name.parse::<u32>().is_ok()).map(str::to_owned)
            else {
                continue;
            };
            let command = std::fs::read(entry.path().join("cmdline")).unwrap_or_default();
            if String::from_utf8_lossy(&command).contains(&profile) {
                processes.push(number);
            }
        }
        let killed = Command::new("kill").arg("-KILL").args(&processes).stderr(Stdio::null()).status()?;
        // Some may have ended with the first of them.
        let _ = killed;
        if processes.is_empty() { Err("no browser to kill".into()) } else { Ok(()) }
    }

    async fn start(&self) -> Result<Reader> {
        let port = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port();
        let process = Process(
            Command::new("chromedriver")
                .arg(format!("--port={port}"))
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()?,
        );
        let mut capabilities = DesiredCapabilities::chrome();
        let profile = format!("--user-data-dir={}", self.0.profile.path().display());
        let (width, height) = self.0.options.size;
        let size = format!("--window-size={width},{height}");
        for argument in [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // Two tabs are both at work, whichever is in front.
            "--disable-background-timer-throttling",
            "--disable-renderer-backgrounding",
            "--lang=en",
            &profile,
            &size,
        ] {
            capabilities.add_arg(argument)?;
        }
        let address = format!("http://127.0.0.1:{port}");
        let mut tries = 0;
        let driver = loop {
            match WebDriver::new(&address, capabilities.clone()).await {
                Ok(driver) => break driver,
                Err(error) if tries >= 100 => return Err(error.into()),
                Err(_) => tries += 1,
            }
            tokio::time::sleep(Duration::from_millis(100)).await;
        };
        driver.set_script_timeout(Duration::from_secs(600)).await?;
        let tools = driver.cdp();
        let folder = self.0.downloads.path().display().to_string();
        let downloads = json!({"behavior": "allow", "downloadPath": folder});
        tools.send_raw("Browser.setDownloadBehavior", downloads).await?;
        let metrics = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 || self.0.options.touch});
        tools.send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
        if self.0.options.touch {
            let touch = json!({"enabled": true, "maxTouchPoints": 1});
            tools.send_raw("Emulation.setTouchEmulationEnabled", touch).await?;
            let fingers = json!({"enabled": true, "configuration": "mobile"});
            tools.send_raw("Emulation.setEmitTouchEventsForMouse", fingers).await?;
        }
        if let Some(source) = self.0.options.sabotage {
            let script = json!({"source": source});
            tools.send_raw("Page.addScriptToEvaluateOnNewDocument", script).await?;
        }
        Ok(Reader::new(
            driver,
            process,
            self.clone(),
            format!("http://{}{}", self.0.site.address, self.0.options.path),
        ))
    }
}

impl Default for Browser {
    fn default() -> Self {
        Browser::new()
    }
}

/// The driver's process, ended with its reader.
pub struct Process(Child);

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
