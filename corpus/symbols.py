"""Document symbols: the one door to their modules.

Symbol            one document's symbol, single or joint, by its key   symbol_forms
parse, canonical  one spelling of one symbol → Symbol, its key         symbol_names
find              every symbol in running text, with its place         symbol_find
partial           the beginning of a key a person has typed so far     symbol_names
from_file_name    the symbol a file's name spells                      symbol_names
address           where the Organization publishes it                  symbol_names
"""

from __future__ import annotations

from corpus.symbol_find import Found, find
from corpus.symbol_forms import Symbol
from corpus.symbol_names import address, canonical, from_file_name, parse, partial

__all__ = ["Found", "Symbol", "address", "canonical", "find", "from_file_name", "parse", "partial"]
