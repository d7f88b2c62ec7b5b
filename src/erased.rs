//! What the page is made of, without the type of each closure.
//!
//! Leptos' memos, effects and listeners are generic over the closure they are given, so each closure of the page would
//! bring its own copy of their machinery, and the file that the browser loads would be far larger. What is made here is
//! one type per result or event instead of one per closure; only the small constructors are repeated.

use std::hash::Hash;
use std::pin::Pin;
use std::sync::Arc;

use leptos::prelude::*;

type Read<T> = Box<dyn Fn() -> T + Send + Sync>;

/// A memo of what a closure reads.
pub fn memo<T: PartialEq + Send + Sync + 'static>(read: impl Fn() -> T + Send + Sync + 'static) -> Memo<T> {
    memo_of(Box::new(read))
}

#[inline(never)]
fn memo_of<T: PartialEq + Send + Sync + 'static>(read: Read<T>) -> Memo<T> {
    Memo::new(move |_| read())
}

/// A signal derived by a closure: nothing is kept, each reader calls the closure.
pub fn derived<T: Send + Sync + 'static>(read: impl Fn() -> T + Send + Sync + 'static) -> Signal<T> {
    derived_of(Box::new(read))
}

#[inline(never)]
fn derived_of<T: Send + Sync + 'static>(read: Read<T>) -> Signal<T> {
    Signal::derive(read)
}

/// Does something now and again whenever what it reads has changed.
pub fn effect(run: impl FnMut() + 'static) {
    effect_of(Box::new(run));
}

#[inline(never)]
fn effect_of(mut run: Box<dyn FnMut()>) {
    Effect::new(move |_| run());
}

/// The listener of an event, for `on:` in a view.
pub fn heard<E: 'static>(listen: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(listen)
}

/// Runs a future to its end beside everything else.
pub fn spawn(future: impl Future<Output = ()> + 'static) {
    spawn_of(Box::pin(future));
}

#[inline(never)]
fn spawn_of(future: Pin<Box<dyn Future<Output = ()>>>) {
    // Leptos has its own way to spawn, but only once it has mounted something.
    wasm_bindgen_futures::spawn_local(future);
}

/// A view that is there while a condition holds, and is made anew when it holds again.
pub fn shown_while(
    holds: impl Fn() -> bool + Send + Sync + 'static,
    view: impl Fn() -> AnyView + Send + Sync + 'static,
) -> AnyView {
    shown_while_of(Box::new(holds), Box::new(view))
}

#[inline(never)]
fn shown_while_of(holds: Read<bool>, view: Read<AnyView>) -> AnyView {
    view! { <Show when=holds>{view()}</Show> }.into_any()
}

/// A view of each item. It stays, wherever the item goes, as long as the item's key does.
pub fn each<T, K>(
    items: impl Fn() -> Vec<T> + Send + Sync + 'static,
    key: fn(&T) -> K,
    view: impl Fn(T) -> AnyView + Send + Sync + 'static,
) -> AnyView
where
    T: Send + 'static,
    K: Eq + Hash + 'static,
{
    each_of(Box::new(items), key, Arc::new(view))
}

#[inline(never)]
fn each_of<T, K>(items: Read<Vec<T>>, key: fn(&T) -> K, view: Arc<dyn Fn(T) -> AnyView + Send + Sync>) -> AnyView
where
    T: Send + 'static,
    K: Eq + Hash + 'static,
{
    view! { <For each=items key=key children=move |item| view(item) /> }.into_any()
}
