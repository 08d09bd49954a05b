"""Attachments: files beside hand-written pages, read in a process of their own, cleaned, and told of behind their links."""
