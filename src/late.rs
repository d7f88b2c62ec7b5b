//! Code that the browser loads when it is first needed.
//!
//! A first visit loads the list of registers and what every view stands on; the rest of the program is in files of its
//! own. The optimised build cuts it up at the functions declared here (`xtask/src/page/split.rs`), any other build has it
//! in one piece.

/// A part of the program that could not be fetched.
#[derive(Clone, Copy, Debug)]
pub struct Unavailable;

#[cfg(all(feature = "split", target_family = "wasm"))]
impl From<leptos::wasm_split::SplitLoaderError> for Unavailable {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

/// Declares a function that stands in the file named before it: calling it loads that file first.
macro_rules! late {
    ($file:ident: $(#[$meta:meta])* $vis:vis fn $name:ident($($arg:ident: $ty:ty),*) -> $output:ty = $body:expr) => {
        $(#[$meta])*
        #[cfg(all(feature = "split", target_family = "wasm"))]
        #[leptos::wasm_split::wasm_split($file, wasm_split_path = leptos::wasm_split, fallible)]
        $vis fn $name($($arg: $ty),*) -> Result<$output, crate::late::Unavailable> {
            Ok($body)
        }

        $(#[$meta])*
        #[cfg(not(all(feature = "split", target_family = "wasm")))]
        $vis async fn $name($($arg: $ty),*) -> Result<$output, crate::late::Unavailable> {
            Ok($body)
        }
    };
}
pub(crate) use late;
