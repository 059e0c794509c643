package dev.frontdesk.sandbox.cloudwatch;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** What is made of the samples of a period (CloudWatch User Guide, "Statistics definitions"). */
sealed interface Statistic {
  Pattern PERCENTILE = Pattern.compile("p(\\d{1,2}(\\.\\d{1,10})?|100)");

  /** Empty where the samples do not tell. */
  OptionalDouble of(Samples samples);

  /** By the names of the API. */
  enum Simple implements Statistic {
    SAMPLE_COUNT("SampleCount") {
      @Override
      public OptionalDouble of(Samples samples) {
        return OptionalDouble.of((double) samples.count());
      }
    },
    AVERAGE("Average") {
      @Override
      public OptionalDouble of(Samples samples) {
        return OptionalDouble.of(samples.sum() / samples.count());
      }
    },
    SUM("Sum") {
      @Override
      public OptionalDouble of(Samples samples) {
        return OptionalDouble.of(samples.sum());
      }
    },
    MINIMUM("Minimum") {
      @Override
      public OptionalDouble of(Samples samples) {
        return samples.least();
      }
    },
    MAXIMUM("Maximum") {
      @Override
      public OptionalDouble of(Samples samples) {
        return samples.most();
      }
    };

    private final String word;

    Simple(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /**
   * @param percent from 0 to 100
   */
  record Percentile(double percent) implements Statistic {
    @Override
    public OptionalDouble of(Samples samples) {
      var distribution = samples.distribution();
      return distribution == null
          ? OptionalDouble.empty()
          : OptionalDouble.of(distribution.percentile(percent));
    }
  }

  static Optional<Statistic> simple(String word) {
    for (var simple : Simple.values()) {
      if (simple.word.equals(word)) {
        return Optional.of(simple);
      }
    }
    return Optional.empty();
  }

  /** {@code p50}, {@code p99.9}. */
  static Optional<Statistic> percentile(String word) {
    var match = PERCENTILE.matcher(word);
    return match.matches()
        ? Optional.of(new Percentile(Double.parseDouble(match.group(1))))
        : Optional.empty();
  }
}
