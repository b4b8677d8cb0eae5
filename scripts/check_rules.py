"""Run the examples beside a language's rules: python scripts/check_rules.py LANG [ACT…] [--parse].

Prints each sentence that reads otherwise than its rule promises, and (--unused) the triggers that
no example exercises.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable

from dragoman.core.matching import find_matches
from dragoman.core.parties import Cast
from dragoman.core.reading import ArticleReader
from dragoman.core.rules import RuleBook
from dragoman.examples import failures, plain_article
from dragoman.reader import article_reader


def show_parse(reader: ArticleReader, sentence: str) -> None:
    """Print the words of a sentence with their relations, and the mentions."""
    document = reader.document(plain_article(sentence, reader.language.code))
    for mention in document.mentions:
        codes = [p.id or p.role or "?" for p in mention.parties] or [mention.place]
        print(f"      mention {sentence[mention.start : mention.stop]!r} {mention.kind} {codes}")
    for parse in reader.parsed(document, ()).parses:
        for token in parse.tokens if parse else ():
            head = parse.tokens[token.head].text if parse else ""
            cells = (token.text, token.lemma, token.pos, token.dep, head, token.feats)
            print("      " + "\t".join(cells))


def unused(reader: ArticleReader, book: RuleBook) -> Iterable[str]:
    """Yield the triggers of each block that none of its examples exercises."""
    for rule in book.rules:
        seen: set[str] = set()
        for example in rule.examples:
            document = reader.document(plain_article(example.text, reader.language.code))
            for parse in reader.parsed(document, ()).parses:
                if parse is None:
                    continue
                mentions = document.mentions_in(parse.sentence.start, parse.sentence.stop)
                cast = Cast.of(parse, reader.language.grammar, mentions)
                for match in find_matches(parse, book, reader.language.grammar, cast.covered):
                    if match.pattern.rule.id == rule.id:
                        seen.add(match.token.lemma.lower())
        index = book.nouns if rule.id.endswith("n") else book.verbs
        lemmas = {k for k, ps in index.items() for p in ps if p.rule.id == rule.id}
        if lemmas - seen:
            yield f"{rule.id}: {', '.join(sorted(lemmas - seen))}"


def main() -> int:
    """Read the command line, run the examples, and tell how many failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("language")
    parser.add_argument("acts", nargs="*")
    parser.add_argument("--parse", action="store_true", help="show the parse of what fails")
    parser.add_argument("--unused", action="store_true", help="list triggers without example")
    parser.add_argument("--ties", action="store_true", help="the rules of ties, not of acts")
    options = parser.parse_args()
    reader = article_reader(options.language)
    book = reader.language.ties if options.ties else reader.language.acts
    count = 0
    for failure in failures(reader, book, options.acts):
        count += 1
        print(failure)
        if options.parse:
            show_parse(reader, failure.sentence)
    total = sum(len(r.examples) + len(r.counters) for r in book.blocks)
    print(f"{count} of {total} failed; {len({r.act for r in book.rules})} acts")
    if options.unused:
        print("\n".join(unused(reader, book)))
    return int(bool(count))


if __name__ == "__main__":
    sys.exit(main())
