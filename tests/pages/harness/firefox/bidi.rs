//! WebDriver BiDi: commands and events over a WebSocket, beside the session's own commands.

use std::net::TcpStream;
use std::time::Duration;

use serde_json::{Value, json};
use tungstenite::{Message, WebSocket};

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// The connection. Events are kept until they are taken.
pub struct Bidi {
    socket: WebSocket<TcpStream>,
    sent: u64,
    events: Vec<Value>,
}

impl Bidi {
    /// Connects to the address that the session's capabilities name.
    pub fn connect(address: &str) -> Self {
        let host = address.trim_start_matches("ws://").split('/').next().unwrap_or_default();
        let stream = TcpStream::connect(host).expect("the browser has no BiDi");
        stream.set_read_timeout(Some(PATIENCE)).expect("the connection has no patience");
        let (socket, _) = tungstenite::client(address, stream).expect("the browser does not speak BiDi");
        Self { socket, sent: 0, events: Vec::new() }
    }

    /// Sends a command and waits for its answer.
    ///
    /// # Errors
    /// What the browser said against it.
    pub fn send(&mut self, method: &str, parameters: Value) -> Result<Value, String> {
        self.sent += 1;
        let command = json!({"id": self.sent, "method": method, "params": parameters});
        self.socket.send(Message::text(command.to_string())).map_err(|error| error.to_string())?;
        loop {
            let Message::Text(text) = self.socket.read().map_err(|error| error.to_string())? else { continue };
            let message: Value = serde_json::from_str(&text).map_err(|error| error.to_string())?;
            if message["type"] == "event" {
                self.events.push(message);
            } else if message["id"] == self.sent {
                return if message["type"] == "success" {
                    Ok(message["result"].clone())
                } else {
                    Err(text.to_string())
                };
            }
        }
    }

    /// The events of this kind since the last look, all that had happened before this call among them.
    pub fn take(&mut self, method: &str) -> Vec<Value> {
        // Events that come before the answer have been heard by then. A browser that has gone has no more of them.
        self.send("session.status", json!({})).ok();
        let taken = self.events.extract_if(.., |event| event["method"] == method);
        taken.map(|mut event| event["params"].take()).collect()
    }
}
