"""Files beside pages, made safe: pictures, attachments, share cards, QR codes.

Imports from `registry` and what stands below it; knows nothing of `checks`.
"""
