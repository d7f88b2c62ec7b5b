//! ChromeDriver: one process for each test, so that tests share nothing.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

use super::tools;

/// The process; it ends when dropped.
pub struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts it on a free port.
    pub fn start() -> Self {
        let mut process = Command::new(tools::driver())
            .arg("--port=0")
            // The page shows local times.
            .env("TZ", "Europe/London")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("ChromeDriver does not start");
        let output = process.stdout.take().expect("ChromeDriver has no output");
        let mut lines = BufReader::new(output).lines();
        let port = lines.by_ref().map_while(Result::ok).find_map(|line| port(&line));
        let port = port.expect("ChromeDriver does not say on which port it listens");
        // It stops if nobody reads what it prints.
        std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
        Self { process, port }
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It may have ended by itself.
        self.process.kill().ok();
        self.process.wait().ok();
    }
}

/// The port in `ChromeDriver was started successfully on port 45235.`
fn port(line: &str) -> Option<u16> {
    let (_, rest) = line.split_once("started successfully on port ")?;
    rest.trim_end_matches('.').parse().ok()
}
