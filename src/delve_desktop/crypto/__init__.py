"""Keys and envelopes, on the primitives of `cryptography` only."""
