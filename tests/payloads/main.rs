//! Texts that would run where a page puts text into its markup, its addresses, its styles or its templates: in every field of a
//! register, shown in every place, printed and exported. They stay texts.

mod filled;

use browser_tests::{Page, known, say, wait};
use filled::{filled, payloads};
use serde_json::{Map, Value, json};

const TRAP: &str = include_str!("trap.js");
const PLACES: &str = include_str!("places.js");
/// What is in a picture that could run or lead elsewhere.
const PICTURE: &str = "
    const picture = new DOMParser().parseFromString(arguments[0], 'image/svg+xml');
    const usual = ['svg', 'g', 'rect', 'text', 'tspan', 'title', 'desc', 'circle', 'line', 'path', 'polygon', 'style', 'defs', 'marker'];
    const strange = [...picture.querySelectorAll('*')].filter((it) =>
        !usual.includes(it.localName) || [...it.attributes].some(({ name }) => name.startsWith('on') || name.includes('href')));
    return strange.map((it) => it.outerHTML)";

/// A page with a trap in which a register for each payload is imported, and how many fields each payload stands in.
fn with_payloads() -> (Page, usize) {
    let page = Page::unopened();
    page.before_load(TRAP);
    page.with_deeds();
    page.visit("");
    page.registers().wait();
    let (registers, fields) = filled();
    let file = json!({"format": "heatgrid", "version": 1, "registers": registers}).to_string();
    // A file's name is shown too; a slash cannot be in one.
    let named = page.file("<img src=x onerror=alert(0)>.json", file.as_bytes());
    let wrong: Vec<_> =
        payloads().iter().map(|it| page.file(&format!("{}.txt", it.replace('/', "∕")), it.as_bytes())).collect();
    let mut files = vec![named.as_path()];
    files.extend(wrong.iter().map(std::path::PathBuf::as_path));
    page.registers().choose_files(&files);
    wait::for_("all files in the preview", || page.import().dialog().css("section").count() >= files.len());
    assert_quiet(&page, "import preview");
    page.import().go();
    (page, fields)
}

/// Fails with what payloads have done or made.
#[track_caller]
fn assert_quiet(page: &Page, place: &str) {
    page.run("document.querySelectorAll('main details, dialog details').forEach((it) => { it.open = true })", &[]);
    let found = page.run("return trap.look(arguments[0])", &[json!(place)]);
    assert_eq!(found, json!([]));
}

#[test]
fn payloads_in_every_field_stay_texts_in_every_place() {
    let (page, fields) = with_payloads();
    // The rest is asked of the page's own files only.
    page.whole_program();
    page.requests();
    // Filters have names too, and so has the user.
    let mut other: Map<String, Value> = payloads().iter().map(|it| (format!("filter/{it}"), json!("q=a"))).collect();
    other.extend(["asked-name", "tour-offered"].map(|it| (it.to_owned(), json!("yes"))));
    let settings = json!({"v": 1, "name": payloads()[1], "other": other});
    page.store("heatgrid/1/settings", &settings.to_string());
    page.reload();
    page.registers().wait();
    assert_quiet(&page, "registers");
    let hashes = page
        .run("return [...document.querySelectorAll('main tbody a.title')].map((it) => it.getAttribute('href'))", &[]);
    let hashes = hashes.as_array().cloned().unwrap_or_default();
    assert_eq!(hashes.len(), payloads().len());
    let mut places = 0;
    for (hash, payload) in hashes.iter().zip(payloads()) {
        page.visit(hash.as_str().unwrap_or_default());
        let answer = page.do_all(PLACES, &[hash.clone(), json!(payload)]);
        assert_eq!(answer["found"], json!([]), "{payload}");
        places = answer["places"].as_u64().unwrap_or_default();
    }
    // On paper, and in the files that the page makes.
    let some = hashes.iter().zip(payloads()).step_by(6);
    for ((hash, payload), view) in
        some.zip(["card", "heatmap", "history", "criteria", "grid", "actions", "controls", "report"].iter().cycle())
    {
        page.visit(hash.as_str().unwrap_or_default());
        page.to_view(view);
        assert!(page.print().starts_with(b"%PDF"), "{payload}");
        assert_quiet(&page, "paper");
        page.to_view("heatmap");
        let (_, picture) = page.download(|| drop(page.run("deeds.button('Save as SVG').click()", &[])));
        assert_eq!(page.run(PICTURE, &[json!(String::from_utf8_lossy(&picture))]), json!([]), "{payload}");
    }
    page.frame().to_settings();
    let (_, file) = page.download(|| page.button("Save all registers as a file").click());
    let saved = known::registers(&file);
    for payload in payloads() {
        assert!(
            saved.iter().any(|register| register.title == payload && register.risks[0].notes == payload),
            "{payload}"
        );
    }
    page.frame().to_registers();
    assert_quiet(&page, "registers");
    assert_eq!(page.count_tabs(), 1, "a window was opened");
    let strange: Vec<String> = page.requests().into_iter().filter(|url| url.contains("evil")).collect();
    assert_eq!(strange, Vec::<String>::new());
    let tried = payloads().len() * fields * places as usize;
    say(&format!("reliability: payloads: {tried} tried, 0 executed"));
}
