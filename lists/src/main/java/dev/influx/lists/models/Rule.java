package dev.influx.lists.models;

import dev.influx.lists.canonical.Written;
import dev.influx.lists.models.Input.Unknown;
import java.util.List;

/** How a term is computed from what is known of an author. */
public sealed interface Rule {

  <R> R fold(Cases<R> cases);

  /** The most it can yield, which may be infinite. */
  double most();

  /** What a person is told about it. */
  String inWords();

  /** Whether it looks into the lexicons of the domains. */
  default boolean readsLexicons() {
    return false;
  }

  /** One answer for each kind of rule. */
  interface Cases<R> {
    R ofNumber(OfNumber rule);

    R badge(Badge rule);

    R pinned(Pinned rule);

    R description(Description rule);

    R identity(Identity rule);

    R alignment(Alignment rule);

    R keywords(Keywords rule);

    R tags(Tags rule);
  }

  /** A curve over a number; its kind is that of the curve. */
  record OfNumber(Input input, Unknown unknown, @Written.Inline Curve curve) implements Rule {
    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.ofNumber(this);
    }

    @Override
    public double most() {
      return curve.most();
    }

    @Override
    public String inWords() {
      return curve.inWords();
    }
  }

  /** A step for each badge, in parts of so many. */
  record Badge(double outOf, double blue, double org, double legacy, double none)
      implements Rule, Written.WithKind {
    @Override
    public String kind() {
      return "badge";
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.badge(this);
    }

    @Override
    public double most() {
      return blue / outOf;
    }

    @Override
    public String inWords() {
      return "badge: blue %s, org %s, legacy %s, none %s"
          .formatted(Words.of(blue), Words.of(org), Words.of(legacy), Words.of(none));
    }
  }

  /** Something for having a pinned post. */
  record Pinned(double points) implements Rule, Written.WithKind {
    @Override
    public String kind() {
      return "pinned";
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.pinned(this);
    }

    @Override
    public double most() {
      return points;
    }

    @Override
    public String inWords() {
      return "pinned post: " + Words.of(points);
    }
  }

  /**
   * How much a bio says: a base for an empty one, more with its length, which pays ever less, and
   * something for each of three signs of a person who stands behind it.
   *
   * @param unknown for a bio that is not known
   */
  record Description(
      double unknown,
      double base,
      double length,
      double lengthScale,
      double roleWord,
      double mention,
      double link,
      List<String> roleWords)
      implements Rule, Written.WithKind {

    public Description {
      roleWords = List.copyOf(roleWords);
    }

    @Override
    public String kind() {
      return "description";
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.description(this);
    }

    @Override
    public double most() {
      return base + length + roleWord + mention + link;
    }

    @Override
    public String inWords() {
      return "bio: %s, length %s, role %s, mention %s, link %s"
          .formatted(
              Words.of(base),
              Words.of(length),
              Words.of(roleWord),
              Words.of(mention),
              Words.of(link));
    }
  }

  /**
   * How much handle and name say who this is: the handle found in the name, or both speaking of the
   * author's domain.
   *
   * @param power of the share of the handle that is found in the name
   * @param alignmentGain of the alignment with the domain
   * @param saturation terms of a lexicon after which a further one adds little
   */
  record Identity(double base, double power, double alignmentGain, double saturation)
      implements Rule, Written.WithKind {
    @Override
    public String kind() {
      return "identity";
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.identity(this);
    }

    @Override
    public double most() {
      return 1;
    }

    @Override
    public String inWords() {
      return "identity: handle in name to the power of %s, or alignment times %s"
          .formatted(Words.of(power), Words.of(alignmentGain));
    }

    @Override
    public boolean readsLexicons() {
      return true;
    }
  }

  /**
   * How much the bio speaks of the author's domain, or of any.
   *
   * @param saturation terms of a lexicon after which a further one adds little
   * @param otherDomains what the best of all domains counts beside the curated one
   * @param curated for authors to whom a person assigned a domain
   * @param open for all others
   */
  record Alignment(double saturation, double otherDomains, Standing curated, Standing open)
      implements Rule, Written.WithKind {
    @Override
    public String kind() {
      return "alignment";
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.alignment(this);
    }

    @Override
    public double most() {
      return 1;
    }

    @Override
    public String inWords() {
      return "alignment: from %s with a curated domain, from %s without"
          .formatted(Words.of(curated.base()), Words.of(open.base()));
    }

    @Override
    public boolean readsLexicons() {
      return true;
    }
  }

  /**
   * Where an alignment starts from.
   *
   * @param noBio what an author without a bio gets
   */
  record Standing(double base, double noBio) {}

  /**
   * Points for each of some words that stands anywhere in handle, name or bio, inside words too.
   *
   * @param mostForWords what the words alone can bring
   * @param withBadge for a badge beside at least one word
   */
  record Keywords(double each, double mostForWords, double withBadge, List<String> words)
      implements Rule, Written.WithKind {

    public Keywords {
      words = List.copyOf(words);
    }

    @Override
    public String kind() {
      return "keywords";
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.keywords(this);
    }

    @Override
    public double most() {
      return mostForWords + withBadge;
    }

    @Override
    public String inWords() {
      return "keywords: %s each, at most %s, and %s with a badge"
          .formatted(Words.of(each), Words.of(mostForWords), Words.of(withBadge));
    }
  }

  /** Points for each of some topic tags. */
  record Tags(double each, List<String> tags) implements Rule, Written.WithKind {

    public Tags {
      tags = List.copyOf(tags);
    }

    @Override
    public String kind() {
      return "tags";
    }

    @Override
    public <R> R fold(Cases<R> cases) {
      return cases.tags(this);
    }

    @Override
    public double most() {
      return each * tags.size();
    }

    @Override
    public String inWords() {
      return "topic tags: " + Words.of(each) + " each";
    }
  }
}
