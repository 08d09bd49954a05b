"""Attachments: files beside hand-written pages, read in a process of their own, cleaned, and named behind their links."""
