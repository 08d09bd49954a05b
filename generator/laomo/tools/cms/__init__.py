"""Sveltia CMS for a site whose records lie at GitHub, GitLab or Gitea: a folder of files for a web server. May import what `tools` may.

`host` says where the records lie, `fields` how a record is drawn, `config` which records there are, and `page` what the folder holds.
"""
