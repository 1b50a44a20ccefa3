"""Finding letters: a Whoosh index over array segments, and everything a screen may ask of it."""

import os

# numpy's linear algebra starts threads that spin for 20 ms of processor time beside every start; nothing here uses it.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
