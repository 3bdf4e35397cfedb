"""Charters in other languages: what a translator wrote beside a charter, and a finished page said in their language."""
