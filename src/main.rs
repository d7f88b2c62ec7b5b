//! Heatgrid: an editor for council risk registers that is one static page.

use leptos::prelude::*;

fn main() {
    mount_to_body(|| view! { <main><h1>"Heatgrid"</h1></main> });
}
