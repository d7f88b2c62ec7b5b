//! Being written.
use leptos::prelude::*;
/// Being written.
#[component]
pub fn CriteriaPage() -> impl IntoView {}
