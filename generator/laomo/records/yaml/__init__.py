"""YAML as records use it: read with positions, diagnosed, written, edited, tidied."""
