package dev.frontdesk.texts;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * The sentences of one language, by key. A sentence is a {@link MessageFormat} pattern; a plural is
 * its choice format ({@code {0,choice,0#no changes|1#1 change|1<{0} changes}}), so each language
 * counts in its own way. Where an argument is a number that must not be grouped (a version), the
 * pattern says {@code {0,number,#}}.
 */
public final class Texts {
  private static final String BUNDLE = "dev/frontdesk/texts/messages";

  private final Locale locale;
  private final ResourceBundle sentences;

  private Texts(Locale locale) {
    this.locale = locale;
    // Not the system's language for one that we do not speak, but English.
    var control = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    this.sentences =
        ResourceBundle.getBundle(BUNDLE, locale, Texts.class.getClassLoader(), control);
  }

  /** The sentences for {@code locale}; English where there are none for its language. */
  public static Texts of(Locale locale) {
    return new Texts(locale);
  }

  /** The language in which numbers and dates beside these sentences are to be written. */
  public Locale locale() {
    return locale;
  }

  /**
   * The sentence for a key with its arguments put in.
   *
   * @throws java.util.MissingResourceException where the key is unknown: a fault of the program
   */
  public String text(String key, Object... arguments) {
    return new MessageFormat(sentences.getString(key), locale).format(arguments);
  }

  /** Whether there is a sentence for a key that was put together at run time. */
  public boolean knows(String key) {
    return sentences.containsKey(key);
  }
}
