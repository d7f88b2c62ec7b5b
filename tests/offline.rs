//! The page without its host: after one visit it opens from what the browser has kept, and a new release is offered whole.

use std::path::{Path, PathBuf};

use browser_tests::{Page, dist, has, wait};

/// A page that has kept its files.
fn visited() -> Page {
    let page = Page::unopened_with_worker();
    page.visit("");
    page.registers().wait();
    page.wait_kept();
    page
}

/// Another release of the page in a folder of the test: the same program under other names.
struct Release {
    folder: PathBuf,
    name: String,
}

const NEXT: &str = "0123456789abcdef";

/// A release that names itself after `next`, or whose page still is of the one before.
fn release(page: &Page, is_whole: bool) -> Release {
    let (now, folder) = (page.release(), page.folder().join("next"));
    copy(&dist(), &folder);
    let edit = |name: &str| {
        let path = folder.join(name);
        let text = std::fs::read_to_string(&path).expect("a file of the page");
        assert!(text.contains(&now), "{name} does not name its release");
        std::fs::write(path, text.replace(&now, NEXT)).expect("the copy cannot be changed");
    };
    edit("sw.js");
    if is_whole {
        edit("index.html");
    }
    Release { folder, name: NEXT.to_owned() }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).expect("no folder for the copy");
    for entry in std::fs::read_dir(from).expect("there is no built page").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).expect("the copy fails");
        }
    }
}

/// Has the browser look for a newer release, as it does by itself with every visit; waits until it has it or cannot have it.
fn look_for_news(page: &Page) {
    page.run(
        "navigator.serviceWorker.getRegistration().then((found) => {
             found.addEventListener('updatefound', () => {
                 const next = found.installing;
                 next.addEventListener('statechange', () => { window.outcome = next.state });
             });
             window.look = () => { found.update().catch(() => {}) };
         })",
        &[],
    );
    // A look that the browser had begun before the update finds nothing.
    let script = "window.look?.(); return window.outcome ?? null";
    wait::for_("the browser to find the update", || !page.run(script, &[]).is_null());
}

/// Reloads in the newer release, once nothing of the older one is under way: Firefox complains of what it breaks off.
fn take_newer(page: &Page) {
    page.press("Shift");
    page.whole_program();
    page.button("Reload").click();
}

#[test]
fn after_one_visit_everything_works_without_the_host() {
    let mut page = visited();
    page.network(false);
    // As after a cold start, with nothing in the browser's own cache to rely on.
    page.restart();
    page.visit("");
    page.registers().make("Offline");
    page.frame().decline_name();
    page.button("Add the first risk").click();
    page.type_text("A risk");
    page.press("Enter");
    page.grid().set("1", "Residual", "3x3");
    let (name, _) = page.frame().export_page();
    assert!(name.starts_with("Offline") && name.ends_with(".html"), "{name}");
    for view in ["Cards", "Heat map", "Criteria", "History", "Actions", "Controls", "Report"] {
        page.frame().go(view);
    }
    page.frame().to_settings();
    page.settings().name().wait();
    page.frame().to_registers();
    page.button("Open a sample").click();
    page.button(has("Corporate risks 2021")).click();
    page.grid().wait();
    page.frame().to_registers();
    wait::equal("the list", vec!["Corporate risks 2021".to_owned(), "Offline".to_owned()], || {
        page.registers().titles()
    });
    // Another tab opens as well.
    page.new_tab("");
    page.registers().wait();
}

#[test]
fn a_new_release_is_offered_and_never_put_over_what_is_being_typed() {
    let page = visited();
    let before = page.release();
    page.registers().make("Through an update");
    page.frame().decline_name();
    page.button("Add the first risk").click();
    page.type_text("Typed while");
    let next = release(&page, true);
    page.serve(next.folder.clone());
    look_for_news(&page);
    page.text(has("A new version of Heatgrid is ready.")).wait();
    page.type_text(" it came");
    assert_eq!(page.release(), before);
    // Who puts it off goes on as before.
    page.button("Later").click();
    wait::for_("the notice to go", || !page.text(has("A new version of Heatgrid")).is_there());
    page.reload();
    page.text(has("A new version of Heatgrid is ready.")).wait();
    assert_eq!(page.release(), before);
    take_newer(&page);
    wait::equal("the release", next.name.clone(), || page.release());
    page.grid().wait();
    page.grid().wait_text("1", "Risk", "Typed while it came");
    assert!(!page.text(has("A new version of Heatgrid")).is_there());
}

#[test]
fn tabs_of_two_releases_each_have_their_own_files() {
    let page = visited();
    let before = page.release();
    page.new_tab("");
    page.registers().wait();
    let next = release(&page, true);
    // The host has no file of the older release any more.
    for file in std::fs::read_dir(&next.folder).expect("the release").flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        if name.ends_with(".wasm") || name.ends_with(".css") {
            std::fs::remove_file(file.path()).expect("the file stays");
        }
    }
    let sw = next.folder.join("sw.js");
    let text = std::fs::read_to_string(&sw).expect("the worker");
    let (head, tail) = text.split_once("const FILES = [").expect("the list of files");
    let (_, tail) = tail.split_once(']').expect("the end of the list");
    std::fs::write(&sw, format!("{head}const FILES = [\"./\"]{tail}")).expect("the worker cannot be changed");
    page.serve(next.folder.clone());
    look_for_news(&page);
    take_newer(&page);
    wait::equal("the release", next.name.clone(), || page.release());
    // The other tab is told, and goes on with what it has: it has not yet loaded any part but the list.
    page.switch(0);
    page.text(has("A new version of Heatgrid is ready.")).wait();
    assert_eq!(page.release(), before);
    page.registers().make("In the older release");
    page.grid().wait();
}

#[test]
fn a_host_that_has_half_a_release_changes_nothing() {
    let page = visited();
    let before = page.release();
    let half = release(&page, false);
    page.serve(half.folder);
    page.may_complain();
    look_for_news(&page);
    page.reload();
    page.registers().wait();
    assert_eq!(page.release(), before);
    assert!(!page.text(has("A new version of Heatgrid")).is_there());
    page.network(false);
    page.reload();
    page.registers().wait();
}

#[test]
fn a_host_that_cannot_give_a_release_again_takes_nothing_away() {
    let page = visited();
    let folder = page.folder().join("again");
    copy(&dist(), &folder);
    let sw = folder.join("sw.js");
    let text = std::fs::read_to_string(&sw).expect("the worker");
    std::fs::write(&sw, format!("{text}\n// The same release, not quite.")).expect("the worker cannot be changed");
    std::fs::remove_file(folder.join("install/icon-512.png")).expect("the icon stays");
    page.serve(folder);
    page.may_complain();
    look_for_news(&page);
    page.network(false);
    page.reload();
    page.registers().wait();
    page.registers().make("Still here");
    page.grid().wait();
}
