//! Serving the unoptimised page while it is worked on.

use crate::{build, project, run, say};
use anyhow::{Context, Result};
use std::net::{Ipv4Addr, TcpListener};

const FIRST_PORT: u16 = 8080;
/// What no page is made of: an edit there rebuilds nothing.
const NOT_THE_PAGE: [&str; 7] = [".ci", "benches", "dist", "docs", "target", "tests", "xtask"];

/// Builds, serves and rebuilds on every edit, until stopped.
pub fn serve(port: Option<u16>) -> Result<()> {
    let mut trunk = build::trunk("serve")?;
    let port = match port {
        Some(port) => port,
        None => free_port().context("no free port from 8080 up: name one, `cargo xtask serve PORT`")?,
    };
    for folder in NOT_THE_PAGE {
        // Trunk stops at a name that is not there.
        if project::root().join(folder).exists() {
            trunk.args(["--ignore", folder]);
        }
    }
    say::step("Building and serving", "1 to 2 min from nothing, seconds after an edit");
    say::note(&format!("Heatgrid will be at http://localhost:{port}/ once it is built. Ctrl+C stops."));
    run::run(
        trunk
            .args(["--address", "127.0.0.1", "--port", &port.to_string(), "--dist"])
            .arg(project::unoptimised())
            .env("TRUNK_SERVE_DISABLE_ADDRESS_LOOKUP", "true"),
        "The reason is above.",
    )
}

fn free_port() -> Option<u16> {
    (FIRST_PORT..FIRST_PORT + 20).find(|port| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok())
}
