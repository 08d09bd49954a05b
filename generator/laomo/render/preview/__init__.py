"""The live preview: the page that a browser asks for, made when it asks."""
