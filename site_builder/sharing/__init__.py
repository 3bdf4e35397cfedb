"""Pictures that stand for a page where somebody shares it: drawn at build, with a font that came with the engine."""
