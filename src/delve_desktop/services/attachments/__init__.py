"""Use cases on attachments: add, show, fetch, save, open, check. No Qt, no SQL."""
