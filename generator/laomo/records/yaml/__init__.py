"""YAML as records use it: reading with positions, diagnosis of errors, writing, editing and formatting."""
