"""`python -m laomo`: the `laomo` command where its script is not on the path."""

from laomo.cli import main

if __name__ == "__main__":  # tools that walk the package import this module too
    main()
