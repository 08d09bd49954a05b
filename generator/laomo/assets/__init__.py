"""Files that are published beside the pages: pictures, attachments, share cards, QR codes.

Imports from `registry` and the rooms below it; never from `checks`.
"""
