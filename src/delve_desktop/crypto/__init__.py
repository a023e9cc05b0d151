"""Keys and what they seal: vault header, identity, envelopes, invites, words to compare."""
