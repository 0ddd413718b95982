namespace ClaimGraph.Extraction;

/// <summary>Universal part-of-speech tags, https://universaldependencies.org/u/pos/.</summary>
public enum Tag : byte { X, Adj, Adp, Adv, Aux, Cconj, Det, Intj, Noun, Num, Part, Pron, Propn, Punct, Sconj, Sym, Verb }

/// <summary>A word or punctuation mark with its place in the stored text.</summary>
/// <param name="Lower">Folded for look-ups: lower case, straight quotes, plain blanks.</param>
public readonly record struct Token(Span Span, string Text, string Lower, string Lemma, Tag Tag);

/// <summary>A sentence of the article's body, title or furniture.</summary>
/// <param name="Paragraph">Counted from 0.</param>
public sealed record Sentence(Span Span, IReadOnlyList<Token> Tokens, SentenceKind Kind, int Paragraph);
