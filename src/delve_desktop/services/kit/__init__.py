"""Kits: the installers of one version with all that goes with them, as they go round on a stick.

A kit proves itself by a signed list of its files. `docs/releasing.md` tells how one is made.
"""
