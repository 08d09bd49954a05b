"""How our search compares: the same records, the same questions, the same Chromium, in one run. `make bench-search`.

Compared are ours; Material's search with jieba; Pagefind as shipped. The peers index the same pages as plain MkDocs builds
them, and answer in a bare page that loads nothing of a theme, so that only what searching itself takes is counted.
Questions are drawn from the records (`tests/pages/search/questions.py`); an answer is a page, whatever place of it a hit names.
"""
