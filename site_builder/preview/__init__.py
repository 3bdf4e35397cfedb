"""The live preview: the page of a charter that is being written is shown at once, and the rest of the site follows."""
