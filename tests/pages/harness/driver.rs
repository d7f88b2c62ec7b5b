//! The WebDriver of a browser: one process for each test, so that tests share nothing.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// The process; it ends when dropped.
pub struct Driver {
    process: Child,
    port: u16,
}

impl Driver {
    /// Starts it on a free port, which it prints after the words `listens`.
    pub fn start(program: &Path, arguments: &[&str], listens: &str) -> Self {
        // One takes a port that is free for one kind of address, and ends where another test has it for the other.
        let started = (0..5).find_map(|_| Self::try_start(program, arguments, listens));
        started.expect("the driver does not say on which port it listens")
    }

    fn try_start(program: &Path, arguments: &[&str], listens: &str) -> Option<Self> {
        let mut process = Command::new(program)
            .args(arguments)
            // The page shows local times.
            .env("TZ", "Europe/London")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the driver does not start");
        let output = process.stdout.take().expect("the driver has no output");
        let mut lines = BufReader::new(output).lines();
        let Some(port) = lines.by_ref().map_while(Result::ok).find_map(|line| port(&line, listens)) else {
            process.wait().ok();
            return None;
        };
        // It stops if nobody reads what it prints.
        std::thread::spawn(move || lines.map_while(Result::ok).for_each(drop));
        Some(Self { process, port })
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
fn port(line: &str, listens: &str) -> Option<u16> {
    let (_, rest) = line.split_once(listens)?;
    rest.trim_end_matches('.').parse().ok()
}
