"""Bytes that travel: segments, acts and messages, their limits, versions and the hub interface."""
