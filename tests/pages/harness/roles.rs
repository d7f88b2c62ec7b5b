//! A method for each role that the page has things of.

use super::find::Target;
use super::name::Name;
use super::page::Page;

macro_rules! roles {
    ($($(#[$doc:meta])* $method:ident: $role:literal),* $(,)?) => {$(
        $(#[$doc])*
        pub fn $method<'n>(&self, name: impl Into<Name<'n>>) -> Target<'p> {
            self.role($role, name)
        }
    )*};
}

impl<'p> Target<'p> {
    roles! {
        /// A button.
        button: "button",
        /// A link.
        link: "link",
        /// A field for text.
        textbox: "textbox",
        /// A field for finding.
        searchbox: "searchbox",
        /// A list to choose from.
        select: "combobox",
        /// A box to tick.
        checkbox: "checkbox",
        /// One of several to choose from.
        radio: "radio",
        /// A dialog.
        dialog: "dialog",
        /// A region of the page.
        region: "region",
        /// A group of fields.
        group: "group",
        /// A cell of a grid.
        gridcell: "gridcell",
        /// A row of a table or grid.
        row: "row",
        /// An entry of a list.
        item: "listitem",
        /// A heading.
        heading: "heading",
        /// What is told at once.
        alert: "alert",
        /// What is told in passing.
        status: "status",
    }
}

/// What can be found in the whole page.
macro_rules! in_page {
    ($($method:ident),*) => {
        impl Page {$(
            #[doc = concat!("In the whole page: see [`Target::", stringify!($method), "`].")]
            pub fn $method<'n>(&self, name: impl Into<Name<'n>>) -> Target<'_> {
                self.all().$method(name)
            }
        )*}
    };
}
in_page!(
    button, link, textbox, searchbox, select, checkbox, radio, dialog, region, group, gridcell, row, item, heading,
    alert, status, text
);

impl Page {
    /// In the whole page: see [`Target::role`].
    pub fn role<'n>(&self, role: &str, name: impl Into<Name<'n>>) -> Target<'_> {
        self.all().role(role, name)
    }

    /// In the whole page: see [`Target::css`].
    pub fn css(&self, selector: &str) -> Target<'_> {
        self.all().css(selector)
    }
}
