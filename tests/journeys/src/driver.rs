//! Starting a browser under its driver, and ending both whatever has become of the test.

use crate::browser::{Kind, Options};
use crate::reader::{PATIENCE, Result};
use serde_json::json;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};
use thirtyfour::Capabilities;
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::common::capabilities::firefox::FirefoxPreferences;
use thirtyfour::extensions::query::ElementPollerWithTimeout;
use thirtyfour::prelude::*;

/// So long one question may take, a start of the browser or a whole check of a page.
const LONGEST: Duration = Duration::from_secs(600);

/// So often a driver is started that ends before it has a port.
const STARTS: usize = 20;

/// Starts a browser like this with its profile in a folder.
pub async fn start(options: &Options, profile: &Path, downloads: &Path) -> Result<(WebDriver, Process)> {
    let (program, capabilities) = match options.kind {
        Kind::Chromium => ("chromedriver", chromium(options, profile)?),
        Kind::Firefox => ("geckodriver", firefox(options, profile, downloads)?),
    };
    let (process, port) = Process::start(program, profile)?;
    let driver = connect(port, capabilities).await?;
    driver.set_script_timeout(LONGEST).await?;
    if options.kind == Kind::Chromium {
        dress(&driver, options, downloads).await?;
    }
    Ok((driver, process))
}

fn chromium(options: &Options, profile: &Path) -> Result<Capabilities> {
    let mut capabilities = DesiredCapabilities::chrome();
    let folder = profile;
    let profile = format!("--user-data-dir={}", profile.display());
    let (width, height) = options.size;
    let size = format!("--window-size={width},{height}");
    if options.watched {
        capabilities.add_arg(&format!("--log-net-log={}", watch(folder).display()))?;
    }
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
    Ok(capabilities.into())
}

/// Where a watched browser writes down what it asks of the network.
pub fn watch(profile: &Path) -> PathBuf {
    profile.join("asked.json")
}

fn firefox(options: &Options, profile: &Path, downloads: &Path) -> Result<Capabilities> {
    let mut capabilities = DesiredCapabilities::firefox();
    let (width, height) = options.size;
    let profile = profile.display().to_string();
    let size = [format!("--width={width}"), format!("--height={height}")];
    for argument in ["-headless", "-profile", &profile, &size[0], &size[1]] {
        capabilities.add_arg(argument)?;
    }
    let mut preferences = FirefoxPreferences::new();
    preferences.set("browser.download.folderList", 2)?;
    preferences.set("browser.download.dir", downloads.display().to_string())?;
    preferences.set("browser.download.useDownloadDir", true)?;
    capabilities.set_preferences(preferences)?;
    Ok(capabilities.into())
}

/// Asks the driver for a browser. What is waited for later is looked for often and long.
async fn connect(port: u16, capabilities: Capabilities) -> Result<WebDriver> {
    let poller = ElementPollerWithTimeout::new(PATIENCE, Duration::from_millis(50));
    let driver = WebDriver::builder(format!("http://127.0.0.1:{port}"), capabilities);
    Ok(driver.poller(Arc::new(poller)).request_timeout(LONGEST).connect().await?)
}

/// What Chromium learns only when it runs: where downloads go, the window's size, fingers, a script that
/// runs first.
async fn dress(driver: &WebDriver, options: &Options, downloads: &Path) -> Result<()> {
    let tools = driver.cdp();
    let folder = downloads.display().to_string();
    let downloads = json!({"behavior": "allow", "downloadPath": folder});
    tools.send_raw("Browser.setDownloadBehavior", downloads).await?;
    let (width, height) = options.size;
    let metrics = json!({"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600 || options.touch});
    tools.send_raw("Emulation.setDeviceMetricsOverride", metrics).await?;
    if options.touch {
        let touch = json!({"enabled": true, "maxTouchPoints": 1});
        tools.send_raw("Emulation.setTouchEmulationEnabled", touch).await?;
        let fingers = json!({"enabled": true, "configuration": "mobile"});
        tools.send_raw("Emulation.setEmitTouchEventsForMouse", fingers).await?;
    }
    if options.dark {
        let dark = json!({"features": [{"name": "prefers-color-scheme", "value": "dark"}]});
        tools.send_raw("Emulation.setEmulatedMedia", dark).await?;
    }
    if let Some(source) = options.sabotage {
        let script = json!({"source": source});
        tools.send_raw("Page.addScriptToEvaluateOnNewDocument", script).await?;
    }
    Ok(())
}

/// The driver's process and those of its browser, known by the profile that is theirs alone. Whatever is left
/// of them ends when this is dropped: a test that fails leaves none behind.
pub struct Process {
    driver: Child,
    profile: String,
}

impl Process {
    /// Starts a driver on a port that it chooses itself and tells: one chosen for it might be taken by another test
    /// before it comes to it. ChromeDriver chooses one of IPv4 and gives up where the same of IPv6 is taken, so
    /// that it is started again.
    fn start(program: &str, profile: &Path) -> Result<(Process, u16)> {
        for _ in 0..STARTS {
            let mut driver = Command::new(program)
                .arg("--port=0")
                .stdout(Stdio::piped())
                .stderr(Stdio::null())
                .spawn()
                .map_err(|error| format!("{program}: {error}"))?;
            let told = driver.stdout.take();
            let process = Process { driver, profile: profile.display().to_string() };
            if let Some(port) = told.and_then(port) {
                return Ok((process, port));
            }
        }
        Err(format!("{program} does not tell its port, however often it is started").into())
    }

    /// Ends every process of the browser at once, as a crash of the machine would; how many there were.
    pub fn kill_browser(&self) -> usize {
        let browser = self.browser();
        if !browser.is_empty() {
            // Some may have ended with the first of them.
            let _ = Command::new("kill").arg("-KILL").args(&browser).stderr(Stdio::null()).status();
        }
        browser.len()
    }

    /// Waits for the browser to end by itself, which it may do a moment after it has been told to.
    pub async fn ended(&self) {
        let begin = Instant::now();
        while !self.browser().is_empty() && begin.elapsed() < PATIENCE {
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// The numbers of the browser's processes.
    fn browser(&self) -> Vec<String> {
        let processes = std::fs::read_dir("/proc").into_iter().flatten().flatten();
        let own = self.driver.id().to_string();
        processes
            .filter_map(|entry| {
                let number =
                    entry.file_name().into_string().ok().filter(|name| name.parse::<u32>().is_ok())?;
                let command = std::fs::read(entry.path().join("cmdline")).ok()?;
                let ours = String::from_utf8_lossy(&command).contains(&self.profile) && number != own;
                ours.then_some(number)
            })
            .collect()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        let _ = self.driver.kill();
        let _ = self.driver.wait();
        // A process that has been killed ends a moment later, and may have begun another before.
        for _ in 0..100 {
            if self.kill_browser() == 0 {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(20));
        }
    }
}

/// The port that a driver tells when it has started: "… started successfully on port 33243.", "Listening on
/// 127.0.0.1:35349". What it says later is read and forgotten, or it would wait for somebody to read it.
fn port(told: ChildStdout) -> Option<u16> {
    let mut told = BufReader::new(told);
    let mut line = String::new();
    let port = loop {
        line.clear();
        if told.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let last = line.trim_end().trim_end_matches('.').rsplit([' ', ':']).next();
        let started = line.contains("started successfully") || line.contains("Listening on");
        if let Some(port) = last.filter(|_| started).and_then(|last| last.parse().ok()) {
            break port;
        }
    };
    std::thread::spawn(move || std::io::copy(&mut told, &mut std::io::sink()));
    Some(port)
}

#[cfg(test)]
mod tests {
    use crate::{Browser, Kind, Options};

    /// How many processes name the folder.
    fn processes(folder: &str) -> usize {
        let all = std::fs::read_dir("/proc").unwrap().flatten();
        let commands = all.filter_map(|entry| std::fs::read(entry.path().join("cmdline")).ok());
        commands.filter(|command| String::from_utf8_lossy(command).contains(folder)).count()
    }

    #[tokio::test]
    async fn a_test_that_fails_leaves_no_browser_behind() {
        for kind in [Kind::Chromium, Kind::Firefox] {
            let browser = Browser::with(Options { kind, ..Options::default() });
            let profile = browser.profile().display().to_string();
            let test = tokio::spawn(async move {
                let _reader = browser.open().await.unwrap();
                panic!("as a test that fails");
            });
            assert!(test.await.unwrap_err().is_panic());
            assert_eq!(processes(&profile), 0, "{kind:?}");
        }
    }
}
