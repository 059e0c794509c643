package dev.frontdesk.probing;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Takes a body up to a length. The client's own limit fails with an exception that nothing tells
 * from a broken connection.
 */
final class BoundedBody implements BodySubscriber<byte[]> {
  private final BodySubscriber<byte[]> whole = BodySubscribers.ofByteArray();
  private final long longest;
  private long length;
  private boolean isOver;
  private Flow.@Nullable Subscription subscription;

  /** The body is longer. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * @param longest in bytes
   */
  BoundedBody(long longest) {
    this.longest = longest;
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    whole.onSubscribe(given);
  }

  @Override
  public void onNext(List<ByteBuffer> part) {
    if (isOver) {
      return; // what was on its way when it was cancelled
    }
    length += part.stream().mapToLong(ByteBuffer::remaining).sum();
    if (length <= longest) {
      whole.onNext(part);
      return;
    }
    isOver = true;
    if (subscription != null) {
      subscription.cancel();
    }
    whole.onError(new TooLong());
  }

  @Override
  public void onError(Throwable failure) {
    if (!isOver) {
      whole.onError(failure);
    }
  }

  @Override
  public void onComplete() {
    if (!isOver) {
      whole.onComplete();
    }
  }
}
