//! The accessibility tree: what the browser hands to a screen reader.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::page::Page;

/// A thing in the tree.
#[derive(Clone, Debug)]
pub struct Node {
    /// Its role, e.g. `button`; some are Chrome's own, e.g. `DisclosureTriangle`.
    pub role: String,
    /// Its name.
    pub name: String,
    /// All text in it.
    pub text: String,
    properties: HashMap<String, Value>,
}

impl Node {
    /// A property, e.g. `level`, `live`, `focusable`.
    pub fn property(&self, name: &str) -> Option<&Value> {
        self.properties.get(name)
    }

    /// Whether a property is true.
    pub fn is(&self, name: &str) -> bool {
        self.property(name) == Some(&json!(true))
    }
}

impl Page {
    /// Everything a screen reader is told of the page as it is now, in the order of reading.
    pub fn tree(&self) -> Vec<Node> {
        let answer = self.session.chrome("Accessibility.getFullAXTree", json!({})).expect("there is no tree");
        let nodes = answer["nodes"].as_array().cloned().unwrap_or_default();
        let places: HashMap<&str, &Value> =
            nodes.iter().filter_map(|node| Some((node["nodeId"].as_str()?, node))).collect();
        let told = nodes.iter().filter(|node| node["ignored"] != true);
        told.map(|node| read(node, &places)).collect()
    }
}

fn word(value: &Value) -> String {
    value["value"].as_str().unwrap_or_default().to_owned()
}

fn read(node: &Value, places: &HashMap<&str, &Value>) -> Node {
    let properties = node["properties"].as_array().into_iter().flatten();
    let property = |it: &Value| Some((it["name"].as_str()?.to_owned(), it["value"]["value"].clone()));
    let mut text = String::new();
    gather(node, places, &mut text);
    Node {
        role: word(&node["role"]),
        name: word(&node["name"]),
        text: text.split_whitespace().collect::<Vec<_>>().join(" "),
        properties: properties.filter_map(property).collect(),
    }
}

fn gather(node: &Value, places: &HashMap<&str, &Value>, text: &mut String) {
    if word(&node["role"]) == "StaticText" {
        text.push_str(&word(&node["name"]));
        return;
    }
    text.push(' ');
    for child in node["childIds"].as_array().into_iter().flatten() {
        if let Some(child) = child.as_str().and_then(|id| places.get(id)) {
            gather(child, places, text);
        }
    }
}
