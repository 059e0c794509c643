package dev.frontdesk.sandbox.control;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A request as the APIs look at it.
 *
 * @param server its own address
 * @param accessKeyId from the signature's credential scope; null if the request is not signed. The
 *     sandbox accepts every id and checks no signature.
 */
@SuppressWarnings("ArrayRecordComponent") // read once, where it is parsed
record Request(
    String id,
    URI server,
    String method,
    URI uri,
    Headers headers,
    @Nullable String accessKeyId,
    byte[] content) {
  /** The largest legal CreateInvalidation, 3,000 paths of 4,000 characters, and some air. */
  private static final int MAX_BODY = 16 * 1024 * 1024;

  private static final Pattern CREDENTIAL =
      Pattern.compile("AWS4-[A-Z0-9-]+ .*?Credential=([^/,\\s]+)/.*");

  /** Looks up a header's first value. */
  interface Headers {
    @Nullable String first(String name);
  }

  static Request read(HttpExchange exchange, String id) throws IOException {
    var headers = exchange.getRequestHeaders();
    var authorization = headers.getFirst("Authorization");
    var credential = authorization == null ? null : CREDENTIAL.matcher(authorization);
    var body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
    if (body.length > MAX_BODY) {
      throw CloudFrontError.batchTooLarge();
    }
    return new Request(
        id,
        URI.create("http://127.0.0.1:" + exchange.getLocalAddress().getPort()),
        exchange.getRequestMethod(),
        exchange.getRequestURI(),
        headers::getFirst,
        credential != null && credential.matches() ? credential.group(1) : null,
        body);
  }

  String body() {
    return new String(content, StandardCharsets.UTF_8);
  }

  /** The path's parts between slashes, decoded; a slash at its end counts for nothing. */
  String[] path() {
    return uri.getPath().replaceAll("^/+|/+$", "").split("/");
  }

  /** A parameter of the query string. */
  @Nullable String query(String name) {
    return form(uri.getRawQuery()).get(name);
  }

  /** A parameter of the query protocol: in the body, or with GET in the query string. */
  @Nullable String parameter(String name) {
    return parameters().get(name);
  }

  /** All parameters of the query protocol. */
  Map<String, String> parameters() {
    var parameters = form(uri.getRawQuery());
    parameters.putAll(form(body()));
    return parameters;
  }

  private static Map<String, String> form(@Nullable String encoded) {
    var parameters = new HashMap<String, String>();
    if (encoded != null) {
      for (var pair : encoded.split("&")) {
        int equals = pair.indexOf('=');
        parameters.put(
            decode(equals < 0 ? pair : pair.substring(0, equals)),
            equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
    return parameters;
  }

  private static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw CloudFrontError.invalidArgument("The request's parameters are not well encoded.");
    }
  }
}
