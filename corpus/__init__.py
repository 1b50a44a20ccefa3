"""What a letter is: reading, symbols, footnotes, citations, relations. Knows no other room."""
