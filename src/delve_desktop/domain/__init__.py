"""Pure rules: identifiers, operations, merging, membership. No I/O, no clock, no randomness."""
