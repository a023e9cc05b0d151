"""Pictures, recordings and files of a record: shown, added, opened, saved, fetched."""
