"""What runs inside the process of the tests."""
