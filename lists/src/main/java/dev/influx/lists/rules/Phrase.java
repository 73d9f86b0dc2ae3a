package dev.influx.lists.rules;

/**
 * A pattern for what no fixed list of words can say. It runs on an engine that takes time linear in
 * the text, and only on texts that hold its literal.
 *
 * @param needs a literal, folded, without which the pattern cannot match
 * @param matches the pattern, over the folded text
 */
public record Phrase(String needs, String matches) {}
