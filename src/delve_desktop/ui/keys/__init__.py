"""Parts about what opens a vault, for the start and the settings: passphrases, codes, the recovery sheet."""
