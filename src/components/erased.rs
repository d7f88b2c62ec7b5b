//! What the page is made of, without the type of each closure.
//!
//! Leptos' memos, effects and listeners are generic over the closure they are given, so each closure of the page would
//! bring its own copy of their machinery, and the file that the browser loads would be far larger. What is made here is
//! one type per result or event instead of one per closure; only the small constructors are repeated.

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
