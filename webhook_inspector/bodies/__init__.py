"""Bodies for people: decode, recognise, re-indent, colour. Pure; each view is a file."""
