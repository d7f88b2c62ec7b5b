//! Files in and out: import by button and by drop, the preview, what replaces what, what is exported.

use browser_tests::known::{CASELOADS, FIRE, FOUR_RISKS, TITLE, register_in, register_of, registers, without_id};
use browser_tests::{Page, came_back, fixture, has, sample, starts, wait};

const CORPORATE: &str = "2021-corporate-cards.json";

#[test]
fn files_are_chosen_and_looked_at_before_anything_is_stored() {
    let page = Page::open();
    page.registers().choose_files(&[&fixture(FOUR_RISKS), &sample(CORPORATE)]);
    let import = page.import();
    import.file(FOUR_RISKS).wait_says("4 risks, 3 controls, 3 actions");
    import.file(FOUR_RISKS).wait_says("County Council / Services");
    import.file(CORPORATE).wait_says("7 risks");
    assert_eq!(import.button().read(), "Import 2 registers");
    assert_eq!(page.stored_registers(), browser_tests::Stored::new());
    import.choose("Corporate risks 2021", "Leave out");
    wait::equal("the button", "Import 1 register".to_owned(), || import.button().read());
    import.choose("Corporate risks 2021", "Add as a new register");
    import.go();
    page.frame().message().wait_says("Imported 2 registers with 11 risks.");
    wait::equal("the registers", 2, || page.registers().titles().len());
    page.registers().open(TITLE);
    page.grid().wait_text("3", "Risk", FIRE);
}

#[test]
fn an_import_that_is_cancelled_stores_nothing() {
    let page = Page::open();
    page.registers().choose_files(&[&fixture(FOUR_RISKS)]);
    page.import().file(FOUR_RISKS).wait_says("4 risks");
    page.import().cancel();
    assert_eq!(page.stored_registers(), browser_tests::Stored::new());
    page.text("There are no registers in this browser yet.").wait();
    // The same file can be chosen again.
    page.registers().choose_files(&[&fixture(FOUR_RISKS)]);
    page.import().go();
    page.grid().wait_text("3", "Risk", FIRE);
}

#[test]
fn files_are_dropped_anywhere() {
    let page = Page::open();
    page.registers().wait();
    page.css("main").drop_files(&[&fixture(FOUR_RISKS), &sample(CORPORATE)]);
    page.import().file(CORPORATE).wait_says("7 risks");
    page.import().go();
    wait::equal("the registers", 2, || page.registers().titles().len());
    page.registers().open(TITLE);
    // On a register's grid too.
    page.grid().itself().drop_files(&[&sample("2024-directorate-cards.json")]);
    page.import().go();
    wait::equal("the title", "Children, education and families 2024".to_owned(), || page.frame().title());
}

#[test]
fn a_register_that_replaces_another_puts_it_into_the_bin() {
    let page = Page::with_four_risks();
    page.grid().set("3", "Risk", "The one that is here");
    page.frame().to_registers();
    page.registers().choose_files(&[&fixture(FOUR_RISKS)]);
    page.import().file(FOUR_RISKS).wait_says("A register with this title and entity is here already.");
    page.import().choose(TITLE, starts("Replace the one here with 4 risks, last changed"));
    page.import().go();
    page.frame().message().wait_says("The old one is in the bin.");
    page.grid().wait_text("3", "Risk", FIRE);
    page.frame().to_registers();
    assert_eq!(
        (page.registers().titles(), page.registers().in_bin()),
        (vec![TITLE.to_owned()], vec![TITLE.to_owned()])
    );
    page.registers().button("Restore", TITLE).click();
    wait::equal("the registers", 2, || page.registers().titles().len());
    let (_, all) = page.download(|| page.button("Export all").click());
    let mut titles: Vec<String> = registers(&all).iter().map(|it| it.risks[2].title.clone()).collect();
    titles.sort();
    assert_eq!(titles, [FIRE, "The one that is here"]);
}

#[test]
fn one_register_all_registers_and_what_the_filter_shows_are_exported() {
    let page = Page::with_four_risks();
    let (name, one) = page.frame().export();
    assert!(name.starts_with("Services to children 2031 20") && name.ends_with(".heatgrid.json"), "{name}");
    assert_eq!(without_id(&register_of(&one)), without_id(&register_in(&fixture(FOUR_RISKS))));
    assert_eq!(page.frame().export().1, one, "the same state is not exported the same");
    page.filter().quick(&["High"]);
    wait::equal("the risks", 2, || page.grid().numbers().len());
    let (name, shown) = page.frame().export_filtered();
    assert!(name.starts_with("Services to children 2031 (filtered) 20"), "{name}");
    let shown = register_of(&shown);
    assert_eq!(shown.risks.iter().map(|it| it.title.as_str()).collect::<Vec<_>>()[0], CASELOADS);
    assert_eq!(shown.risks.len(), 2);
    assert_eq!(page.frame().export().1, one, "the filter changes the whole export");
    page.frame().to_registers();
    page.registers().choose_files(&[&sample(CORPORATE)]);
    page.import().go();
    page.frame().to_registers();
    let (_, listed) = page.download(|| page.registers().button("Export", TITLE).click());
    assert_eq!(listed, one);
    let (name, all) = page.download(|| page.button("Export all").click());
    assert!(name.starts_with("All registers 20"), "{name}");
    assert_eq!(registers(&all).len(), 2);
}

#[test]
fn a_file_taken_out_and_in_again_is_the_same() {
    let page = Page::with_four_risks();
    let (name, one) = page.frame().export();
    page.frame().to_registers();
    page.registers().choose_files(&[&page.folder().join("downloads").join(name)]);
    page.import().file(&register_name(&page)).wait();
    page.import().go();
    page.grid().wait_text("3", "Risk", FIRE);
    let (_, two) = page.frame().export();
    assert_eq!(without_id(&register_of(&two)), without_id(&register_of(&one)));
    assert!(!page.css("details.oddities").is_there());
}

fn register_name(page: &Page) -> String {
    let name = page.import().dialog().css("h3").read();
    assert!(name.starts_with("Services to children 2031"), "{name}");
    name
}

#[test]
fn registers_are_renamed_duplicated_deleted_and_restored() {
    let page = Page::with_four_risks();
    page.frame().to_registers();
    page.registers().button("Rename", TITLE).click();
    page.dialog("Rename register").textbox("Title").fill("Renamed");
    page.press("Enter");
    wait::equal("the registers", vec!["Renamed".to_owned()], || page.registers().titles());
    page.registers().button("Duplicate", "Renamed").click();
    wait::equal("the registers", 2, || page.registers().titles().len());
    page.registers().button("Delete", "Renamed").click();
    page.frame().message().wait_says("“Renamed” is in the bin.");
    wait::equal("the registers", vec!["Renamed (copy)".to_owned()], || page.registers().titles());
    page.frame().message().button("Undo").click();
    wait::equal("the registers", 2, || page.registers().titles().len());
    page.registers().button("Delete", "Renamed (copy)").click();
    wait::equal("the bin", vec!["Renamed (copy)".to_owned()], || page.registers().in_bin());
    page.button("Delete for good: Renamed (copy)").click();
    let question = page.dialog(has("Delete “Renamed (copy)” with 4 risks for good?"));
    question.button("Cancel").click();
    question.wait_gone();
    page.button("Delete for good: Renamed (copy)").click();
    question.button("Delete for good").click();
    wait::for_("an empty bin", || page.registers().in_bin().is_empty());
    // Nothing of it is left behind, and nothing brings it back.
    let stored = page.stored();
    assert_eq!(stored.keys().filter(|key| key.ends_with("/head")).count(), 1);
    page.reload();
    wait::equal("the registers", vec!["Renamed".to_owned()], || page.registers().titles());
    assert_eq!(came_back(&stored, &page.stored()), Vec::<String>::new());
}

#[test]
fn an_import_and_a_copy_are_taken_back_from_their_message() {
    let page = Page::with_four_risks();
    page.frame().message().wait_says("Imported");
    page.frame().message().button("Undo").click();
    page.frame().message().wait_says("Taken back.");
    page.registers().wait();
    wait::equal("the bin", vec![TITLE.to_owned()], || page.registers().in_bin());
    page.registers().button("Restore", TITLE).click();
    page.registers().button("Duplicate", TITLE).click();
    page.frame().message().wait_says("The copy is called");
    page.frame().message().button("Undo").click();
    wait::equal("the bin", vec![format!("{TITLE} (copy)")], || page.registers().in_bin());
    wait::equal("the registers", vec![TITLE.to_owned()], || page.registers().titles());
}

#[test]
fn a_register_in_the_bin_is_not_opened_by_its_address() {
    let page = Page::with_four_risks();
    let hash = page.hash();
    page.frame().to_registers();
    page.registers().button("Delete", TITLE).click();
    page.frame().message().wait_says("is in the bin.");
    page.visit(&hash);
    page.heading("This register cannot be shown").wait();
    page.text(has("It is in the bin.")).wait();
    page.frame().message().button("Undo").click();
    page.grid().wait();
    assert_eq!(page.grid().numbers().len(), 4);
}
