package dev.frontdesk.aws;

import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * No credentials came from where they were to come from. The SDK has no type of its own for it, so
 * the provider is wrapped: no sentence has to be searched for words.
 */
final class CredentialsException extends SdkClientException {
  private static final long serialVersionUID = 1L;

  private CredentialsException(SdkException cause) {
    super(SdkClientException.builder().message(cause.getMessage()).cause(cause));
  }

  /** The same credentials, with a failure to get them made recognisable. */
  static AwsCredentialsProvider recognisable(AwsCredentialsProvider provider) {
    return new AwsCredentialsProvider() {
      @Override
      public AwsCredentials resolveCredentials() {
        try {
          return provider.resolveCredentials();
        } catch (SdkException e) {
          throw new CredentialsException(e);
        }
      }
    };
  }

  @Override
  public boolean retryable() {
    return false;
  }
}
