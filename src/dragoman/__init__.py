"""Reads news and keeps a cited record of how states and organisations deal with each other."""
