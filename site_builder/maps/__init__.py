"""Outlines of areas: read and looked into, laid beside each other, and drawn. The only room that does sums on a map."""
