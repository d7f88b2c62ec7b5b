//! Files of the user's own that a register is opened from and saved back to. The browser's own dialogs, which no test can
//! use, are stood in for by files of the page's private folder; reading and writing are real.

use browser_tests::known::{FIRE, FOUR_RISKS, TITLE, register_of};
use browser_tests::{Page, Rules, chromium_only, fixture, has, wait};
use serde_json::json;

const FILE: &str = "team.heatgrid.json";

const PICKERS: &str = "
    const folder = () => navigator.storage.getDirectory();
    window.showOpenFilePicker = async () => [await (await folder()).getFileHandle('team.heatgrid.json')];
    window.showSaveFilePicker = async ({ suggestedName }) => {
        if (window.cancels) throw new DOMException('', 'AbortError');
        return (await folder()).getFileHandle(window.named ?? suggestedName, { create: true });
    };";

/// The page with the four risks in a file of the user's.
fn with_file() -> Page {
    let page = Page::unopened();
    page.before_load(PICKERS);
    page.visit("");
    page.registers().wait();
    let text = std::fs::read_to_string(fixture(FOUR_RISKS)).expect("the fixture");
    put(&page, &text);
    page.button("Open file").click();
    page.grid().wait_text("3", "Risk", FIRE);
    page.frame().decline_name();
    page
}

/// Writes the file, as somebody else does.
fn put(page: &Page, text: &str) {
    let script = "return (async (name, text) => {
        const handle = await (await navigator.storage.getDirectory()).getFileHandle(name, { create: true });
        const stream = await handle.createWritable();
        await stream.write(text);
        await stream.close();
    })(...arguments)";
    page.run(script, &[json!(FILE), json!(text)]);
}

/// What is in a file.
fn get(page: &Page, name: &str) -> String {
    let script = "return (async (name) => {
        const handle = await (await navigator.storage.getDirectory()).getFileHandle(name);
        const read = async () => (await handle.getFile()).text();
        // It may be written just now.
        return read().catch(read);
    })(...arguments)";
    page.run(script, &[json!(name)]).as_str().expect("a text").to_owned()
}

fn wait_in_file(page: &Page, name: &str, words: &str) {
    wait::for_(&format!("{words} to be in {name}"), || get(page, name).contains(words));
}

/// As after looking into another window.
fn come_back(page: &Page) {
    page.run("window.dispatchEvent(new FocusEvent('focus'))", &[]);
}

/// What somebody else makes of what is in the file.
fn change_elsewhere(page: &Page, from: &str, to: &str) {
    let text = get(page, FILE);
    assert!(text.contains(from), "{text}");
    put(page, &text.replace(from, to));
}

#[test]
fn a_register_is_saved_back_to_the_file_it_was_opened_from() {
    chromium_only!("Firefox lets no page save back to a file");
    let page = with_file();
    page.frame().to_registers();
    assert_eq!(page.registers().row(TITLE).css(".when .hint").texts().join(""), "", "nothing has changed yet");
    page.registers().open(TITLE);
    page.grid().set("3", "Risk", "Records are lost in a flood");
    page.press("Control+s");
    page.frame().message().wait_says("Saved to “team.heatgrid.json”.");
    wait_in_file(&page, FILE, "lost in a flood");
    let (_, exported) = page.frame().export();
    assert_eq!(get(&page, FILE).as_bytes(), exported);
    // The browser knows the file after a reload too, and what is being typed is saved with the rest.
    page.reload();
    page.grid().cell("3", "Risk").click();
    page.press("F2");
    page.type_text(" of the river");
    page.press("Control+s");
    wait_in_file(&page, FILE, "lost in a flood of the river");
    page.grid().wait_focus("3", "Risk");
    page.css(".menu.export summary").click();
    page.button(has(FILE)).wait();
    assert!(page.css(".menu.export .hint").read().ends_with("Nothing has changed since."));
    page.check_accessible("the menu", Rules::Best);
}

#[test]
fn nothing_is_saved_over_what_somebody_else_has_saved() {
    chromium_only!("Firefox lets no page save back to a file");
    let page = with_file();
    page.grid().set("1", "Risk", "Mine");
    page.frame().wait_saved();
    change_elsewhere(&page, FIRE, "Theirs");
    // Said as soon as the user comes back.
    let notice = page.region("The file has changed");
    assert!(!notice.is_there());
    come_back(&page);
    notice.wait_says("has changed since it was last opened or saved here");
    page.press("Control+s");
    let dialog = page.dialog("Somebody else has changed the file");
    dialog.wait_says("Nothing has been written.");
    page.check_accessible("the question", Rules::Best);
    dialog.button("Cancel").click();
    assert!(!get(&page, FILE).contains("Mine"));
    // Looked at and taken over, as is offered first: mine goes to the bin, and the file is that of what came from it.
    page.press("Control+s");
    dialog.button("Look at the file first").click();
    page.import().go();
    page.grid().wait_text("3", "Risk", "Theirs");
    notice.wait_gone();
    page.css(".menu.export summary").click();
    page.button(has("Save to “team")).wait();
    page.press("Escape");
    page.grid().set("1", "Risk", "Both");
    page.press("Control+s");
    wait_in_file(&page, FILE, "Both");
    assert!(get(&page, FILE).contains("Theirs"));
    page.frame().to_registers();
    wait::equal("the bin", vec![TITLE.to_owned()], || page.registers().in_bin());
}

#[test]
fn the_user_may_save_over_it_or_elsewhere() {
    chromium_only!("Firefox lets no page save back to a file");
    let page = with_file();
    page.grid().set("1", "Risk", "Mine");
    change_elsewhere(&page, FIRE, "Theirs");
    page.press("Control+s");
    let dialog = page.dialog("Somebody else has changed the file");
    page.run("window.named = 'mine.json'", &[]);
    dialog.button("Save to another file…").click();
    wait_in_file(&page, "mine.json", "Mine");
    assert!(get(&page, FILE).contains("Theirs"));
    // From then on the other one is its file.
    page.grid().set("1", "Risk", "Still mine");
    page.press("Control+s");
    wait_in_file(&page, "mine.json", "Still mine");
    page.run("window.named = 'team.heatgrid.json'", &[]);
    page.css(".menu.export summary").click();
    page.button("Save to another file…").click();
    wait_in_file(&page, FILE, "Still mine");
    change_elsewhere(&page, "Still mine", "Theirs again");
    page.press("Control+s");
    dialog.button("Save over it").click();
    wait_in_file(&page, FILE, "Still mine");
}

#[test]
fn a_file_that_cannot_be_written_is_told_of_and_nothing_is_lost() {
    chromium_only!("Firefox lets no page save back to a file");
    let page = with_file();
    page.grid().set("1", "Risk", "Kept");
    let fails = |how: &str, error: &str| {
        let script = "const [how, error] = arguments;
            FileSystemFileHandle.prototype[how] = async () => { throw new DOMException('', error) }";
        page.run(script, &[json!(how), json!(error)]);
    };
    page.run("window.allows = FileSystemHandle.prototype.requestPermission", &[]);
    page.run("FileSystemHandle.prototype.requestPermission = async () => 'denied'", &[]);
    page.press("Control+s");
    page.frame().message().wait_says("The browser or the folder does not allow it.");
    page.run("FileSystemHandle.prototype.requestPermission = window.allows", &[]);
    fails("createWritable", "QuotaExceededError");
    page.press("Control+s");
    page.frame().message().wait_says("Check that the disk has room");
    fails("getFile", "NotFoundError");
    page.press("Control+s");
    page.frame().message().wait_says("It is not where it was");
    page.reload();
    page.grid().wait_text("1", "Risk", "Kept");
    assert!(!get(&page, FILE).contains("Kept"));
    page.press("Control+s");
    wait_in_file(&page, FILE, "Kept");
}

/// Makes reading, or writing, take as long as the test says.
const SLOW: &str = "
    for (const name of ['getFile', 'createWritable']) {
        const now = FileSystemFileHandle.prototype[name];
        FileSystemFileHandle.prototype[name] = async function (...given) {
            await window.held?.[name];
            return now.apply(this, given);
        };
    }";

/// Holds a step of saving up until it is let go.
fn hold(page: &Page, step: &str) {
    page.run("window.held = { [arguments[0]]: new Promise((go) => { window.go = go }) }", &[json!(step)]);
}

fn let_go(page: &Page) {
    page.run("window.held = {}; window.go()", &[]);
}

#[test]
fn what_is_edited_while_a_file_is_saved_is_in_no_file_yet() {
    chromium_only!("Firefox lets no page save back to a file");
    let page = with_file();
    page.run(SLOW, &[]);
    page.grid().set("1", "Risk", "In the file");
    hold(&page, "getFile");
    page.press("Control+s");
    page.grid().set("2 (CR)", "Risk", "Not in the file");
    page.frame().wait_saved();
    let_go(&page);
    page.frame().message().wait_says("Saved to “team.heatgrid.json”.");
    assert!(get(&page, FILE).contains("In the file") && !get(&page, FILE).contains("Not in the file"));
    page.css(".menu.export summary").click();
    wait::for_("the menu to say so", || page.css(".menu.export .hint").read().ends_with("One change since."));
    page.press("Escape");
    // Asked for twice, it is saved twice, and nobody else is suspected.
    hold(&page, "createWritable");
    page.press("Control+s");
    page.grid().set("3", "Risk", "Asked for meanwhile");
    page.press("Control+s");
    let_go(&page);
    wait_in_file(&page, FILE, "Asked for meanwhile");
    assert!(!page.dialog("Somebody else has changed the file").is_there());
}

#[test]
fn what_somebody_else_saves_at_the_last_moment_stays_too() {
    chromium_only!("Firefox lets no page save back to a file");
    let page = with_file();
    page.grid().set("1", "Risk", "Mine");
    // Between the last look at the file and the end of writing.
    page.run(
        "const open = FileSystemFileHandle.prototype.createWritable;
         FileSystemFileHandle.prototype.createWritable = async function () {
             FileSystemFileHandle.prototype.createWritable = open;
             const text = (await (await this.getFile()).text()).replace('The old payroll fails', 'Theirs');
             const other = await this.createWritable();
             await other.write(text);
             await other.close();
             return this.createWritable();
         }",
        &[],
    );
    page.press("Control+s");
    let dialog = page.dialog("Somebody else has changed the file");
    dialog.wait();
    assert!(get(&page, FILE).contains("Theirs"));
    dialog.button("Save over it").click();
    wait_in_file(&page, FILE, "Mine");
}

#[test]
fn a_change_is_noticed_where_only_reading_is_allowed() {
    chromium_only!("Firefox lets no page save back to a file");
    let page = with_file();
    page.before_load(
        "FileSystemHandle.prototype.queryPermission = async ({ mode }) => mode === 'read' ? 'granted' : 'prompt'",
    );
    page.reload();
    page.grid().wait();
    change_elsewhere(&page, FIRE, "Theirs");
    come_back(&page);
    page.region("The file has changed").wait();
    // Chosen once more, the file is shown as it is now.
    page.frame().to_registers();
    page.button("Open file").click();
    page.import().go();
    page.grid().wait_text("3", "Risk", "Theirs");
}

#[test]
fn a_file_opened_from_inside_another_register_is_gone_to_and_what_was_typed_stays_where_it_was() {
    chromium_only!("Firefox lets no page save back to a file");
    let page = with_file();
    page.frame().to_registers();
    page.registers().make("Another");
    page.button("Add the first risk").click();
    page.type_text("Of the other one");
    page.press("Enter");
    page.frame().wait_saved();
    let other = page.hash();
    put(&page, &get(&page, FILE).replace("four-risks", "four-more").replace(FIRE, "Of the file"));
    // Nothing is known of the file.
    page.run("indexedDB.deleteDatabase('heatgrid-handles')", &[]);
    page.run(SLOW, &[]);
    hold(&page, "getFile");
    page.run("document.activeElement?.blur()", &[]);
    page.press("Control+k");
    page.type_text("Open file");
    page.press("Enter");
    page.grid().cell("1", "Risk").double_click();
    page.type_text(", half");
    let_go(&page);
    page.grid().wait_text("3", "Risk", "Of the file");
    assert_ne!(page.hash(), other);
    page.visit(&other);
    page.grid().wait_text("1", "Risk", "Of the other one, half");
    assert_eq!(page.grid().numbers().len(), 1);
}

#[test]
fn only_a_plain_file_that_was_taken_over_whole_is_saved_back_to() {
    chromium_only!("Firefox lets no page save back to a file");
    let page = with_file();
    let plain = get(&page, FILE);
    let asks = |page: &Page| {
        page.css(".menu.export summary").click();
        page.button("Save to a file of your choice…").wait();
        page.press("Escape");
    };
    // Heatgrid in one file.
    let (_, whole) = page.frame().export_page();
    let whole = String::from_utf8(whole).expect("a page").replace("four-risks", "in-a-page");
    page.frame().to_registers();
    put(&page, &whole);
    page.run("indexedDB.deleteDatabase('heatgrid-handles')", &[]);
    page.button("Open file").click();
    page.grid().wait();
    asks(&page);
    assert_eq!(get(&page, FILE).len(), whole.len());
    // One of which something was left out.
    page.frame().to_registers();
    put(&page, &plain.replace("four-risks", "not-whole").replacen('{', "{\"appendix\": \"precious\",", 1));
    page.button("Open file").click();
    page.import().go();
    page.grid().wait();
    wait::for_("that to be said", || page.frame().messages().join(" ").contains("Save asks for a new file"));
    asks(&page);
}

#[test]
fn a_register_keeps_its_file_through_what_is_put_in_its_place() {
    chromium_only!("Firefox lets no page save back to a file");
    let page = with_file();
    page.grid().set("1", "Risk", "Mine");
    page.frame().wait_saved();
    change_elsewhere(&page, FIRE, "Theirs");
    come_back(&page);
    page.region("The file has changed").button("Look at the file").click();
    page.import().choose(TITLE, has("Add as a new register"));
    page.import().go();
    page.grid().wait_text("3", "Risk", "Theirs");
    // The file stays that of the register that it was the file of.
    page.css(".menu.export summary").click();
    page.button("Save to a file of your choice…").wait();
    page.press("Escape");
    page.button("Undo").nth(1).click();
    page.registers().open(TITLE);
    page.region("The file has changed").button("Look at the file").click();
    page.import().go();
    page.grid().wait_text("3", "Risk", "Theirs");
    page.css(".toast").button("Undo").click();
    page.registers().open(TITLE);
    page.grid().wait_text("1", "Risk", "Mine");
    // It was taken back: saving does not take the file for its own.
    page.press("Control+s");
    page.dialog("Somebody else has changed the file").wait();
    assert!(get(&page, FILE).contains("Theirs"));
}

#[test]
fn a_file_is_that_of_its_register_whatever_id_and_title_others_give_it() {
    chromium_only!("Firefox lets no page save back to a file");
    let page = with_file();
    // A colleague's Heatgrid has the register under another id, and the colleague has renamed it.
    let theirs = get(&page, FILE).replace("four-risks", "another-id").replace(TITLE, "Renamed").replace(FIRE, "Theirs");
    put(&page, &theirs);
    page.frame().to_registers();
    page.button("Open file").click();
    page.import().go();
    page.grid().wait_text("3", "Risk", "Theirs");
    page.frame().to_registers();
    wait::equal("the registers", vec!["Renamed".to_owned()], || page.registers().titles());
    page.registers().open("Renamed");
    page.grid().set("1", "Risk", "Mine");
    page.press("Control+s");
    wait_in_file(&page, FILE, "Mine");
}

#[test]
fn a_register_without_a_file_is_given_one_and_can_be_freed_from_it() {
    chromium_only!("Firefox lets no page save back to a file");
    let page = Page::unopened();
    page.before_load(PICKERS);
    page.visit("");
    page.bring_in(&fixture(FOUR_RISKS));
    page.frame().decline_name();
    page.run("window.cancels = true", &[]);
    page.press("Control+s");
    page.run("window.cancels = false; window.named = 'first.json'", &[]);
    page.press("Control+s");
    page.frame().message().wait_says("Saved to “first.json”.");
    assert_eq!(register_of(get(&page, "first.json").as_bytes()).title, TITLE);
    page.css(".menu.export summary").click();
    page.button("Stop saving to this file").click();
    page.button("Save to a file of your choice…").wait();
    // Opened again while it is here unchanged, it is the same register.
    page.frame().to_registers();
    let text = get(&page, "first.json");
    put(&page, &text);
    page.button("Open file").click();
    page.grid().wait_text("3", "Risk", FIRE);
    page.frame().to_registers();
    assert_eq!(page.registers().titles(), [TITLE]);
}

#[test]
fn where_no_file_can_be_saved_back_to_a_download_stands_in() {
    let page = Page::unopened();
    page.before_load("delete window.showOpenFilePicker");
    page.visit("");
    page.registers().wait();
    assert!(!page.button("Open file").is_there());
    page.bring_in(&fixture(FOUR_RISKS));
    page.frame().decline_name();
    let (name, _) = page.download(|| page.press("Control+s"));
    assert!(name.starts_with(TITLE) && name.ends_with(".heatgrid.json"), "{name}");
}
