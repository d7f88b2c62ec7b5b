//! Fresh exports in `target/exports/`, for `cargo xtask` to hold against the published schema.

mod common;

use common::{file, read, registers, sample};
use register::{Register, generate};

fn export(name: &str, registers: &[Register]) {
    let folder = common::path("target/exports");
    std::fs::create_dir_all(&folder).expect("the folder can be made");
    std::fs::write(folder.join(format!("{name}.json")), exchange::write(registers)).expect("the export can be written");
}

#[test]
fn fresh_exports_are_written() {
    let samples = common::SAMPLES.map(|name| (name, registers(read(&sample(name)).expect("a sample can be read"))));
    for (name, registers) in &samples {
        export(name, registers);
    }
    export("generated", &[generate::register(1, 60)]);
    export("compact", &[generate::compact(1, 60)]);
    let several: Vec<Register> = samples.into_iter().flat_map(|(_, registers)| registers).collect();
    export("several", &several);
    // Everything that is kept although it is odd, and still agrees with the schema.
    let odd = file(
        r#"{"title": 2024, "x-custom": {"deep": [1, {"er": null}]}, "criteria": {"bands": [{"name": "High", "from": "x"}], "likelihood": "five"},
            "risks": ["stray", {"number": 7, "corporate": "yes", "status": "waiting", "owners": "Head of Housing", "category": "Weather",
              "residual": {"likelihood": 9, "impact": "often"}, "inherent": 16, "next_review": "31/04/2021", "title": "a\u0000\ud800<script>",
              "controls": [{"id": "c", "number": "8."}, {"id": "c", "number": "8.", "owners": [5, {}]}, null], "y": 1e400}]}"#,
    );
    export("odd", &registers(read(odd.as_bytes()).expect("it can be read")));
}
