//! Files with a password.

use leptos::prelude::GetUntracked;

use super::App;
use super::shelf::NO_DOWNLOAD;
use crate::platform::lock::{self, Failure};
use crate::platform::{clock, files};

impl App {
    /// Saves the open register as a file that only the password opens.
    ///
    /// # Errors
    /// [`Failure::Unavailable`]; nothing was saved then.
    pub async fn export_locked(self, password: &str) -> Result<(), Failure> {
        let Some(register) = self.with_register(|register| Some(register.clone())) else { return Ok(()) };
        let now = clock::now();
        let bytes = exchange::write(std::slice::from_ref(&register));
        let locked = lock::lock(bytes.as_ref(), password).await?;
        if !self.locking.get_untracked() {
            // The user has thought better of it meanwhile.
            return Ok(());
        }
        let name = exchange::locked_name(&register.title, clock::today());
        if files::download(&name, &locked.write(), "application/json").is_err() {
            self.tell(NO_DOWNLOAD.to_owned());
            return Ok(());
        }
        self.note_filed(&register.id, now);
        self.tell(format!("Exported as {name}. It opens only with the password."));
        Ok(())
    }
}
