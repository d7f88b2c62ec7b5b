//! Nothing leaves the page and nothing foreign runs in it.

use browser_tests::known::{FOUR_RISKS, register_in, register_of};
use browser_tests::{Page, fixture, wait};

/// Texts that would run a script where a page puts text into its markup.
const PAYLOADS: [&str; 6] = [
    "<script>window.ran = 1</script>",
    "<img src=x onerror=\"window.ran = 2\">",
    "\"><svg onload=alert(3)>",
    "javascript:alert(4)",
    "'-alert(5)-'",
    "{{constructor.constructor('alert(6)')()}}<iframe srcdoc=\"<script>alert(7)</script>\"></iframe>",
];

#[test]
fn the_page_asks_for_nothing_but_its_own_files_from_wherever_it_stands() {
    let page = Page::open();
    page.registers().wait();
    let requests = page.requests();
    assert!(requests.iter().any(|url| url.ends_with(".wasm")), "{requests:?}");
    assert!(requests.iter().all(|url| url.contains("/council/registers/")), "{requests:?}");
    // The rest of the program comes with the first key; then it asks for nothing more, whatever the user does.
    page.press("Tab");
    page.whole_program();
    let rest = page.requests();
    assert!(rest.iter().all(|url| url.contains("/council/registers/")), "{rest:?}");
    let is_own = |url: &String| url.ends_with(".wasm") || url.ends_with(".css") || url.contains("/texts/");
    assert!(rest.iter().all(is_own), "{rest:?}");
    page.registers().make("Quiet");
    page.frame().decline_name();
    page.button("Add the first risk").click();
    page.type_text("A risk");
    page.press("Enter");
    page.grid().set("1", "Residual", "3x3");
    for view in ["Cards", "Heat map", "Criteria", "History", "Report", "Grid"] {
        page.frame().go(view);
    }
    page.frame().export();
    page.frame().to_settings();
    let requests: Vec<String> = page.requests().into_iter().filter(|url| !url.starts_with("blob:")).collect();
    assert_eq!(requests, Vec::<String>::new());
}

#[test]
fn the_policy_forbids_what_the_page_does_not_need() {
    let page = Page::open();
    page.may_complain();
    page.registers().wait();
    let blocked = page.run(
        "const script = document.createElement('script');
         script.textContent = 'window.inline = true';
         document.head.append(script);
         return [window.inline === true, document.querySelector('meta[http-equiv=Content-Security-Policy]') !== null]",
        &[],
    );
    assert_eq!(blocked, serde_json::json!([false, true]));
    let complaints = page.console();
    assert!(complaints.iter().any(|line| line.replace('-', " ").contains("Content Security Policy")), "{complaints:?}");
}

#[test]
fn payloads_in_every_text_stay_text() {
    let page = Page::open();
    let register = register_in(&fixture(FOUR_RISKS));
    // Every text of the register's JSON, ids included, becomes a payload; numbers and the names of fields stay.
    let mut value = serde_json::to_value(&register).expect("a register has a JSON form");
    let mut count = 0;
    poison(&mut value, &mut count);
    let file = format!(r#"{{"format": "heatgrid", "version": 1, "registers": [{value}]}}"#);
    let file = page.file("payloads.json", file.as_bytes());
    page.registers().choose_files(&[&file]);
    page.run("document.querySelectorAll('details').forEach((it) => { it.open = true })", &[]);
    page.import().go();
    page.grid().wait();
    page.frame().decline_name();
    for view in ["Cards", "Heat map", "Criteria", "History", "Report", "Grid"] {
        page.frame().go(view);
        wait::stays(&format!("{view} quiet"), std::time::Duration::from_millis(300), || {
            page.run(
                "return window.ran === undefined && !document.querySelector('main :is(script, iframe, img, svg[onload])')",
                &[],
            ) == true
        });
    }
    page.frame().to_registers();
    page.frame().to_settings();
    page.settings().name().set(PAYLOADS[1]);
    page.visit(&format!("#/r/{}/grid?q={}&owner={}", PAYLOADS[0], PAYLOADS[1], PAYLOADS[2]).replace(' ', "%20"));
    page.heading("This register cannot be shown").wait();
    assert_eq!(page.run("return window.ran === undefined", &[]), true);
}

fn poison(value: &mut serde_json::Value, count: &mut usize) {
    match value {
        // A status says what it says; ids must stay apart.
        serde_json::Value::String(text) if text != "closed" => {
            *text = format!("{} {count}", PAYLOADS[*count % PAYLOADS.len()]);
            *count += 1;
        }
        serde_json::Value::Array(list) => list.iter_mut().for_each(|it| poison(it, count)),
        serde_json::Value::Object(map) => map.values_mut().for_each(|it| poison(it, count)),
        _ => {}
    }
}

#[test]
fn payloads_typed_into_fields_stay_text() {
    let page = Page::with_four_risks();
    for (row, payload) in ["1", "2 (CR)", "3"].into_iter().zip(PAYLOADS) {
        page.grid().set(row, "Risk", payload);
        page.grid().wait_text(row, "Risk", payload);
        page.grid().set(row, "Owner", payload);
    }
    page.frame().go("Cards");
    page.card().field("Notes").set(PAYLOADS[1]);
    page.frame().go("History");
    page.frame().go("Heat map");
    assert_eq!(page.run("return window.ran === undefined", &[]), true);
    let risks = register_of(&page.frame().export().1).risks;
    assert_eq!([&risks[0].title, &risks[1].title, &risks[2].title], [PAYLOADS[0], PAYLOADS[1], PAYLOADS[2]]);
}

#[test]
fn the_page_has_an_icon_a_language_and_a_description() {
    let page = Page::open();
    page.registers().wait();
    let found = page.run(
        "return [document.documentElement.lang, !!document.querySelector('link[rel~=icon]'), \
         !!document.querySelector('meta[name=description]')?.content, document.title]",
        &[],
    );
    assert_eq!(found, serde_json::json!(["en-GB", true, true, "Heatgrid"]));
    assert!(page.requests().iter().all(|url| !url.ends_with("/favicon.ico")));
}
