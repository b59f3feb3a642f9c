"""In what two captures differ: request line, headers, body by value or by line. Pure; what is ignored comes in as a value."""
