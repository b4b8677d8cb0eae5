"""Slovnet's tagger and parser run over many sentences at once, in one row without padding.

The weights are Natasha's; the sums are those of ``slovnet.exec.model``. A sentence is read alike
whatever stands beside it in the batch: zeros before its first word, the padding word behind its
last.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
Ids = NDArray[np.int64]
KEPT_WORDS = 6000


class Vocabulary:
    """The numbers of a word and of its shape, as the models know them."""

    def __init__(self, encoder: Any, shape: Callable[[str], str]) -> None:
        words, shapes = encoder.words_vocab, encoder.shapes_vocab
        self.padding = (words.pad_id, shapes.pad_id)
        self.ids = lru_cache(maxsize=100_000)(
            lambda word: (words.encode(word.lower()), shapes.encode(shape(word)))
        )


class Row:
    """Sentences set one behind the other: for each, an empty place, its words, a padding word."""

    def __init__(self, vocabulary: Vocabulary, sentences: Sequence[Sequence[str]]) -> None:
        pairs: list[tuple[int, int]] = []
        self.bounds: list[tuple[int, int]] = []
        for words in sentences:
            start = len(pairs) + 1
            pairs.append(vocabulary.padding)
            pairs += map(vocabulary.ids, words)
            pairs.append(vocabulary.padding)
            self.bounds.append((start, len(pairs) - 1))
        self.words, self.shapes = np.array(pairs, dtype=np.int64).T
        self.empty = np.array([start - 1 for start, _ in self.bounds])
        self.outside = np.concatenate([self.empty, [stop for _, stop in self.bounds]])


class Layer:
    """A convolution over three words, rectified and normalised."""

    def __init__(self, layer: Any) -> None:
        weight = layer.conv.weight.array
        self.filters = weight.shape[0]
        # in x (three words x filters)
        self.weight = np.ascontiguousarray(np.concatenate([weight[:, :, k].T for k in range(3)], 1))
        self.bias = layer.conv.bias.array
        norm = layer.norm
        self.scale = (norm.weight.array / norm.std.array).astype(np.float32)
        self.shift = (norm.bias.array - norm.mean.array * self.scale).astype(np.float32)

    def finish(self, products: Matrix, outside: Ids) -> Matrix:
        """Return the layer's values from each word's products with the three weights."""
        size = self.filters
        found: Matrix = products[:, size : 2 * size] + self.bias
        found[1:] += products[:-1, :size]
        found[:-1] += products[1:, 2 * size :]
        np.maximum(found, 0, out=found)
        found *= self.scale
        found += self.shift
        found[outside] = 0
        return found


class Tower:
    """The layers of one model, with the first one's products kept for words met before."""

    def __init__(self, model: Any) -> None:
        first, *rest = (Layer(layer) for layer in model.encoder.layers)
        self.first, self.rest = first, rest
        self.embed = model.emb.word
        size = self.embed.dim
        self.by_word = first.weight[:size]
        self.by_shape = model.emb.shape.weight.array @ first.weight[size:]
        self.places: dict[int, int] = {}
        self.kept = np.empty((KEPT_WORDS, 3 * first.filters), dtype=np.float32)

    def encode(self, row: Row) -> Matrix:
        """Return the last layer's values of each place in the row."""
        products = self._word_products(row.words) + self.by_shape[row.shapes]
        products[row.empty] = 0
        found = self.first.finish(products, row.outside)
        for layer in self.rest:
            found = layer.finish(found @ layer.weight, row.outside)
        return found

    def _word_products(self, words: Ids) -> Matrix:
        """Return the first layer's products of each word, computed once for a word."""
        distinct, where = np.unique(words, return_inverse=True)
        unknown = [word for word in distinct.tolist() if word not in self.places]
        if len(self.places) + len(unknown) > KEPT_WORDS:
            self.places.clear()
            unknown = distinct.tolist()
        if len(unknown) > KEPT_WORDS:
            products: Matrix = (self.embed(distinct) @ self.by_word)[where]
            return products
        if unknown:
            start = len(self.places)
            self.kept[start : start + len(unknown)] = self.embed(np.array(unknown)) @ self.by_word
            self.places.update((word, start + n) for n, word in enumerate(unknown))
        rows = np.array([self.places[word] for word in distinct.tolist()])
        kept: Matrix = self.kept[rows[where]]
        return kept


class Tagger:
    """The number of each word's tag."""

    def __init__(self, model: Any) -> None:
        self.tower = Tower(model)
        self.weight, self.bias = model.head.proj.weight.array, model.head.proj.bias.array

    def __call__(self, row: Row) -> Ids:
        """Return the tag of each place in the row."""
        tags: Ids = (self.tower.encode(row) @ self.weight + self.bias).argmax(-1)
        return tags


class Forward:
    """A linear step that is rectified."""

    def __init__(self, step: Any) -> None:
        self.weight, self.bias = step.proj.weight.array, step.proj.bias.array

    def __call__(self, values: Matrix) -> Matrix:
        """Return the step's values."""
        found: Matrix = np.maximum(values @ self.weight + self.bias, 0)
        return found


class HeadFinder:
    """The head of each word (0 for the root), and the number of the relation to it."""

    def __init__(self, model: Any) -> None:
        self.tower = Tower(model)
        head, relation = model.head, model.rel
        self.head = Forward(head.head), Forward(head.tail), head.kernel.array
        self.relation = Forward(relation.head), Forward(relation.tail), relation.kernel.array
        self.roots = head.root.array.reshape(1, -1), relation.root.array.reshape(1, -1)

    def __call__(self, row: Row) -> tuple[Ids, Ids]:
        """Return head and relation of each place in the row; heads count from 1 in a sentence."""
        values = self.tower.encode(row)
        heads = np.zeros(len(values), dtype=np.int64)
        above = np.zeros(len(values), dtype=np.int64)
        below, over, kernel = self.head
        lower, upper = below(values) @ kernel, over(values)
        root = over(self.roots[0])
        for start, stop in row.bounds:
            scores = lower[start:stop] @ np.concatenate((root, upper[start:stop])).T
            heads[start:stop] = found = scores.argmax(-1)
            above[start:stop] = np.where(found > 0, start + found - 1, -1)
        return heads, self._relations(values, above)

    def _relations(self, values: Matrix, above: Ids) -> Ids:
        """Return the relation of each place to the place above it (-1 for the root)."""
        from_head, from_word, kernel = self.relation
        seen = np.concatenate((from_head(values), from_head(self.roots[1])))
        tail = from_word(values)
        size = tail.shape[1]
        scores = (seen[above] @ kernel).reshape(len(values), -1, size) @ tail[:, :, None]
        relations: Ids = scores[:, :, 0].argmax(-1)
        return relations
