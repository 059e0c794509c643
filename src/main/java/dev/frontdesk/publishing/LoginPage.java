package dev.frontdesk.publishing;

import java.util.regex.Pattern;

/** Tells the address of a page where people sign in from another. */
final class LoginPage {
  /**
   * The words that such addresses have, each as a whole: {@code /login}, {@code sso.acme.example},
   * {@code /oauth2/authorize}. A document called {@code /authors} is none.
   */
  private static final Pattern WORDS =
      Pattern.compile(
          "(?i)(?<![a-z])(log-?in|log-?on|sign-?in|signon|sso|saml2?|oauth2?|openid|oidc"
              + "|authorize|auth|authn|cas|accounts?)(?![a-z])");

  private LoginPage() {}

  /**
   * @param location where a redirect leads; its query string counts for nothing, for it may name
   *     any page
   */
  static boolean isOne(String location) {
    int question = location.indexOf('?');
    return WORDS.matcher(question < 0 ? location : location.substring(0, question)).find();
  }
}
