//! Taking out what the program has and the page never calls: the streams of responses, which a crate of Leptos' server side brings
//! along. `wasm-metadce` would do it too, but puts the functions into an order that compresses worse.

use anyhow::{Context, Result, anyhow};
use std::convert::Infallible;
use std::path::Path;
use wasm_encoder::reencode::{Error, Reencode, utils};
use wasm_encoder::{ExportSection, Module};
use wasmparser::{Export, Parser};

/// What the names of their classes begin with.
const CLASS: &str = "IntoUnderlying";
/// What the names of their functions have in them.
const FUNCTION: &str = "intounderlying";

/// Takes them out of the main file and its loader, so that what only they need can be left out too.
///
/// # Errors
/// The loader is not as this file knows it.
pub fn leave_out(folder: &Path, loader: &str) -> Result<()> {
    let path = folder.join(loader);
    std::fs::write(&path, without_classes(&std::fs::read_to_string(&path)?)?)?;
    let path = folder.join(loader.replace(".js", "_bg.wasm"));
    let module = without_exports(&std::fs::read(&path)?)?;
    std::fs::write(path, module)?;
    Ok(())
}

/// The loader without the classes, which stand first in it, and without what frees their objects, which stands at its end.
fn without_classes(script: &str) -> Result<String> {
    let known = "the loader is not as xtask/src/page/streams.rs knows it";
    let first = script.find(&format!("export class {CLASS}")).context(known)?;
    let last = script.rfind(".prototype.free;\n").context(known)? + ".prototype.free;\n".len();
    let (before, rest) = (&script[..first], script.get(last..).context(known)?);
    let mut rest = rest.to_owned();
    while let Some(from) = rest.find(&format!("const {CLASS}")) {
        let to = rest[from..].find(";\n").context(known)? + from + ";\n".len();
        rest.replace_range(from..to, "");
    }
    if rest.contains(CLASS) || script[first..last].contains("\nfunction ") {
        return Err(anyhow!(known));
    }
    Ok(format!("{before}{rest}"))
}

/// The module without the functions of the classes among its exports.
fn without_exports(module: &[u8]) -> Result<Vec<u8>> {
    let mut without = Module::new();
    Without
        .parse_core_module(&mut without, Parser::new(0), module)
        .map_err(|error| anyhow!("the program cannot be read: {error}"))?;
    Ok(without.finish())
}

struct Without;

impl Reencode for Without {
    type Error = Infallible;

    fn parse_export(&mut self, exports: &mut ExportSection, export: Export<'_>) -> Result<(), Error<Infallible>> {
        if export.name.contains(FUNCTION) { Ok(()) } else { utils::parse_export(self, exports, export) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{ExportKind, MemorySection, MemoryType};

    #[test]
    fn only_what_the_page_calls_is_exported() {
        let mut module = Module::new();
        let mut memory = MemorySection::new();
        memory.memory(MemoryType { minimum: 1, maximum: None, memory64: false, shared: false, page_size_log2: None });
        let mut exports = ExportSection::new();
        exports.export("memory", ExportKind::Memory, 0).export("__wbg_intounderlyingsink_free", ExportKind::Memory, 0);
        module.section(&memory).section(&exports);
        let without = without_exports(&module.finish()).unwrap();
        let names = |name: &[u8]| without.windows(name.len()).any(|it| it == name);
        assert!(names(b"memory") && !names(b"intounderlying"));
    }

    #[test]
    fn a_loader_loses_the_classes_and_nothing_else() {
        let class = |name: &str| {
            format!(
                "export class {CLASS}{name} {{\n}}\nif (Symbol.dispose) {CLASS}{name}.prototype[Symbol.dispose] = \
                 {CLASS}{name}.prototype.free;\n"
            )
        };
        let freed =
            |name: &str| format!("const {CLASS}{name}Finalization = (typeof F === 'undefined')\n    : new F(it);\n");
        let rest = "function imports() {\n}\n";
        let loader =
            [class("Sink"), class("Source"), rest.into(), freed("Sink"), freed("Source"), "let wasm;\n".into()];
        assert_eq!(without_classes(&loader.concat()).unwrap(), format!("{rest}let wasm;\n"));
        assert!(without_classes(rest).is_err());
        assert!(without_classes(&format!("{}let it = {CLASS}Sink;\n", class("Sink"))).is_err());
    }
}
