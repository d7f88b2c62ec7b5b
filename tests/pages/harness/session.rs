//! A WebDriver session whose commands return when they are done, so that tests read as a list of steps.

use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Map, Value, json};
use tokio::runtime::{Builder, Runtime};
use url::{ParseError, Url};

/// A session. Commands come back with the driver's answer, or with its words on why not.
pub struct Session {
    runtime: Runtime,
    client: Client,
}

impl Session {
    /// Starts a browser.
    pub fn start(driver: &str, capabilities: Map<String, Value>) -> Self {
        let runtime = Builder::new_current_thread().enable_all().build().expect("no runtime");
        let mut builder = ClientBuilder::new(HttpConnector::new());
        builder.capabilities(capabilities);
        let client = runtime.block_on(builder.connect(driver)).expect("the browser does not start");
        Self { runtime, client }
    }

    /// Sends `POST` with a body to a path of the session.
    pub fn post(&self, path: &str, body: Value) -> Result<Value, String> {
        self.send(Method::POST, path, Some(body))
    }

    /// Sends `GET` to a path of the session.
    pub fn get(&self, path: &str) -> Result<Value, String> {
        self.send(Method::GET, path, None)
    }

    /// Sends `DELETE` to a path of the session.
    pub fn delete(&self, path: &str) -> Result<Value, String> {
        self.send(Method::DELETE, path, None)
    }

    /// What the browser said of itself when the session began.
    pub fn capability(&self, name: &str) -> Value {
        self.client.capabilities().and_then(|all| all.get(name)).cloned().unwrap_or_default()
    }

    /// Sends one of Chrome's own commands.
    pub fn chrome(&self, command: &str, parameters: Value) -> Result<Value, String> {
        self.post("goog/cdp/execute", json!({"cmd": command, "params": parameters}))
    }

    /// Ends the session and the browser.
    pub fn end(&self) {
        // The driver's end ends it too.
        self.runtime.block_on(self.client.clone().close()).ok();
    }

    fn send(&self, method: Method, path: &str, body: Option<Value>) -> Result<Value, String> {
        let command = Command { method, path: path.to_owned(), body: body.map(|body| body.to_string()) };
        self.runtime.block_on(self.client.issue_cmd(command)).map_err(|error| error.to_string())
    }
}

#[derive(Debug)]
struct Command {
    method: Method,
    path: String,
    body: Option<String>,
}

impl WebDriverCompatibleCommand for Command {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (self.method.clone(), self.body.clone())
    }
}
