"""Attachments: files beside hand-written pages. They are read in a separate process, cleaned, and labelled after their links."""
