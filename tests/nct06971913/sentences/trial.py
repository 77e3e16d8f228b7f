"""The sentences of the trial in whose folder this stands."""

from __future__ import annotations

from functools import partial

from words import corpus as every

from flows import FLOW

flow = partial(every.flow, FLOW)
setting = partial(every.setting, FLOW)
corpus = partial(every.corpus, FLOW)
