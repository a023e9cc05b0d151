"""The measured figures of the project, each beside its raw limit from the same run: `make bench`."""
