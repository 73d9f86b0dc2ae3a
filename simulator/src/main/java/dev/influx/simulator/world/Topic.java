package dev.influx.simulator.world;

import java.util.List;
import java.util.Set;

/**
 * The words of one domain.
 *
 * @param handleWords of at most four letters, to leave room for an index
 * @param interests what its people write about
 * @param roles what its people are
 */
record Topic(String domain, List<String> handleWords, List<String> interests, List<String> roles) {

  private static final Set<String> WITH_CASHTAGS = Set.of("crypto_web3", "fintech");

  static final List<Topic> ALL =
      List.of(
          new Topic(
              "ai_research",
              List.of("agi", "llm", "nlp", "ai"),
              List.of(
                  "deep learning",
                  "interpretability",
                  "robotics",
                  "LLMs",
                  "AI safety",
                  "diffusion"),
              List.of("Researcher", "Research scientist", "Professor")),
          new Topic(
              "vc_investing",
              List.of("vc", "fund", "seed", "lp"),
              List.of(
                  "venture",
                  "startups",
                  "seed rounds",
                  "portfolio maths",
                  "angels",
                  "hedge fund lore"),
              List.of("Investor", "General partner", "Angel investor")),
          new Topic(
              "tech_leadership",
              List.of("ceo", "cto", "vp", "lead"),
              List.of("engineering leaders", "hiring", "strategy", "board work", "scaling teams"),
              List.of("CEO", "CTO", "Founder and chairman")),
          new Topic(
              "crypto_web3",
              List.of("btc", "eth", "dao", "coin"),
              List.of("bitcoin", "DeFi", "stablecoins", "onchain data", "rollups", "Lightning"),
              List.of("Founder", "Analyst", "Core developer")),
          new Topic(
              "healthtech",
              List.of("bio", "med", "doc", "gene"),
              List.of(
                  "genomics",
                  "public health",
                  "longevity",
                  "clinical trials",
                  "nutrition",
                  "biotech"),
              List.of("Physician and author", "Researcher", "Professor of medicine")),
          new Topic(
              "climate_tech",
              List.of("sun", "wind", "eco", "co2"),
              List.of("clean energy", "solar", "carbon removal", "net zero", "renewables", "EVs"),
              List.of("Climate scientist", "Energy analyst", "Founder")),
          new Topic(
              "edtech",
              List.of("quiz", "math", "mooc", "book"),
              List.of("teaching", "courses", "tutorials", "university life", "students", "MOOCs"),
              List.of("Educator", "Teacher", "Course creator")),
          new Topic(
              "fintech",
              List.of("bank", "cash", "pay", "cfa"),
              List.of("payments", "macro", "markets", "banking", "trading", "economics"),
              List.of("Economist", "Head of payments", "Trader and writer")),
          new Topic(
              "gaming_esports",
              List.of("game", "gg", "cs2", "xp"),
              List.of(
                  "esports", "speedruns", "roguelikes", "game dev", "level design", "streaming"),
              List.of("Streamer", "Level designer", "Host")),
          new Topic(
              "security_devsecops",
              List.of("hack", "sec", "yara", "dfir"),
              List.of("infosec", "malware", "appsec", "threat hunting", "red team", "privacy"),
              List.of("Security engineer", "Hacker", "Cryptographer and author")),
          new Topic(
              "data_science_ml",
              List.of("data", "stat", "plot", "ml"),
              List.of("machine learning", "statistics", "data viz", "Kaggle", "MLOps", "pandas"),
              List.of("Data scientist", "Statistician", "ML engineer")),
          new Topic(
              "open_source",
              List.of("oss", "code", "rust", "node"),
              List.of("open source", "Rust", "Linux", "TypeScript", "Kubernetes", "web dev"),
              List.of("Maintainer", "Developer advocate", "Engineer and maintainer")));

  Topic {
    handleWords = List.copyOf(handleWords);
    interests = List.copyOf(interests);
    roles = List.copyOf(roles);
  }

  boolean usesCashtags() {
    return WITH_CASHTAGS.contains(domain);
  }
}
