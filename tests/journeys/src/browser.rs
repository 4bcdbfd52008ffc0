//! A headless browser with a profile of its own, which can be closed and started again.

use crate::driver::{self, watch};
use crate::reader::{Reader, Result};
use crate::server::{self, Place, Site};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tempfile::TempDir;

/// Which browser it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// Chromium, whose own tools can do more than the standard of drivers.
    #[default]
    Chromium,
    /// Firefox: mouse and keys only, and nothing of `touch` or `sabotage`.
    Firefox,
}

/// What a browser is like.
#[derive(Clone, Debug)]
pub struct Options {
    /// Which browser.
    pub kind: Kind,
    /// The window's width and height in pixels.
    pub size: (u32, u32),
    /// Whether the reader has fingers and no mouse.
    pub touch: bool,
    /// Whether the reader's system is dark; Chromium only.
    pub dark: bool,
    /// A script that runs before the page's own, to break something.
    pub sabotage: Option<&'static str>,
    /// Whether the browser writes down all that it asks of the network; Chromium only.
    pub watched: bool,
    /// Whether the site sends the page's policy; without it hostile content would have its way.
    pub policy: bool,
    /// Where the page lies that is served; where empty, the one that was built.
    pub folder: Option<PathBuf>,
    /// The path under which it lies on the site.
    pub path: &'static str,
    /// A file that is opened from the disk in place of the site.
    pub file: Option<PathBuf>,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            kind: Kind::default(),
            size: (1280, 1000),
            touch: false,
            dark: false,
            sabotage: None,
            watched: false,
            policy: true,
            folder: None,
            path: "/",
            file: None,
        }
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

    /// The browser's own folder.
    #[cfg(test)]
    pub(crate) fn profile(&self) -> &Path {
        self.0.profile.path()
    }

    /// Which browser it is.
    pub fn kind(&self) -> Kind {
        self.0.options.kind
    }

    /// The site answers nothing any more, as if the network were gone.
    pub fn cut(&self) {
        self.0.site.cut();
    }

    /// The addresses beside its own site that pages of a watched browser asked for, in all its visits; told when it
    /// is closed. What the browser itself asks of its maker has another initiator.
    pub fn asked(&self) -> Result<BTreeSet<String>> {
        let log = String::from_utf8_lossy(&std::fs::read(watch(self.0.profile.path()))?).into_owned();
        let own = format!("http://{}", self.0.site.address);
        // An event a line.
        let of_pages = format!("\"initiator\":\"{own}\"");
        let address = |event: &str| {
            let (_, rest) = event.split_once("\"url\":\"")?;
            rest.split('"').next().map(str::to_owned)
        };
        let asked: BTreeSet<String> =
            log.lines().filter(|event| event.contains(&of_pages)).filter_map(address).collect();
        if !asked.iter().any(|address| address.starts_with(&own)) {
            return Err("the browser has written nothing down of its own site".into());
        }
        let elsewhere =
            |asked: &String| ![own.as_str(), "blob:", "data:"].iter().any(|own| asked.starts_with(own));
        Ok(asked.into_iter().filter(elsewhere).collect())
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

    /// What the reader opens.
    fn address(&self) -> String {
        match &self.0.options.file {
            Some(file) => format!("file://{}", file.display()),
            None => format!("http://{}{}", self.0.site.address, self.0.options.path),
        }
    }

    async fn start(&self) -> Result<Reader> {
        let Home { options, profile, downloads, .. } = &*self.0;
        let (driver, process) = driver::start(options, profile.path(), downloads.path()).await?;
        Ok(Reader::new(driver, process, self.clone(), self.address()))
    }
}

impl Default for Browser {
    fn default() -> Self {
        Browser::new()
    }
}
