"""Compares search engines on the same records, with the same queries and the same Chromium, in one run: `make bench-search`.

The engines are ours, Material's search with jieba, and Pagefind with its defaults. The others index the same pages, built by plain
MkDocs. Each runs in an empty page without a theme, so that only the search itself is measured. Queries are drawn from the records
(`tests/pages/search/questions.py`). An answer is a page, whichever section of it a hit points to.
"""
