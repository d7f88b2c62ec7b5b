//! A small static file server. It serves the page under a path, as a council's web server might, so that an address
//! that is not relative breaks every test.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// The path under which the page is served.
const PATH: &str = "/council/registers/";

/// How the network between the browser and the server is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Network {
    /// As it should be.
    Works,
    /// Each answer takes four seconds.
    Slow,
    /// There is none: connections break before an answer.
    Gone,
}

/// The server; it stops when dropped.
pub struct Server {
    address: SocketAddr,
    network: Arc<Mutex<Network>>,
    stop: Arc<AtomicBool>,
    folder: Arc<Mutex<PathBuf>>,
}

impl Server {
    /// Serves a folder on a free port of this machine.
    pub fn start(folder: PathBuf) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("no free port for the server");
        let address = listener.local_addr().expect("the server has no address");
        let stop = Arc::new(AtomicBool::new(false));
        let network = Arc::new(Mutex::new(Network::Works));
        let folder = Arc::new(Mutex::new(folder));
        let (served, stopped, between) = (Arc::clone(&folder), Arc::clone(&stop), Arc::clone(&network));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if stopped.load(Ordering::Relaxed) {
                    return;
                }
                let network = *between.lock().expect("the test has failed");
                if network == Network::Gone {
                    continue;
                }
                let folder = served.lock().expect("no folder").clone();
                // A browser that hangs up early is no concern of the test.
                std::thread::spawn(move || {
                    if network == Network::Slow {
                        std::thread::sleep(Duration::from_secs(4));
                    }
                    answer(stream, &folder).ok()
                });
            }
        });
        Self { address, network, stop, folder }
    }

    /// Serves another folder from now on, as after an update.
    pub fn serve(&self, folder: PathBuf) {
        *self.folder.lock().expect("no folder") = folder;
    }

    /// Makes the network what it is from now on.
    pub fn behave(&self, network: Network) {
        *self.network.lock().expect("the server has failed") = network;
    }

    /// The origin, e.g. `http://127.0.0.1:40123`.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The address of the page.
    pub fn page(&self) -> String {
        format!("{}{PATH}", self.origin())
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        // The listener looks at the flag once it hears of somebody.
        TcpStream::connect(self.address).ok();
    }
}

fn answer(mut stream: TcpStream, folder: &std::path::Path) -> std::io::Result<()> {
    let mut lines = BufReader::new(stream.try_clone()?).lines();
    let first = lines.next().transpose()?.unwrap_or_default();
    // The rest of the request must be read, or closing the connection resets it.
    while lines.next().transpose()?.is_some_and(|line| !line.is_empty()) {}
    let asked = first.split(' ').nth(1).unwrap_or_default();
    let path = asked.split('?').next().unwrap_or_default().replace("%20", " ");
    let file = path.strip_prefix(PATH).filter(|file| !file.contains("..")).map(|file| {
        let file = if file.is_empty() { "index.html" } else { file };
        folder.join(file)
    });
    let body = file.as_ref().and_then(|file| std::fs::read(file).ok());
    let status = match &body {
        Some(_) => "200 OK",
        None if path == "/favicon.ico" => "204 No Content",
        None => "404 Not Found",
    };
    let body = body.unwrap_or_default();
    let kind = file.as_deref().map_or("text/plain", media_type);
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\
         Cache-Control: no-store\r\nConnection: close\r\n\r\n"
    )?;
    stream.write_all(&body)
}

fn media_type(file: &std::path::Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript",
        "css" => "text/css",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webmanifest" => "application/manifest+json",
        _ => "application/octet-stream",
    }
}
