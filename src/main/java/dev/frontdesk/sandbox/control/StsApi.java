package dev.frontdesk.sandbox.control;

/** AWS STS's query API of 2011-06-15: who signed the request. */
final class StsApi {
  /** The account of everything in the sandbox. */
  static final String ACCOUNT = "000000000000";

  static final String NAMESPACE = "https://sts.amazonaws.com/doc/2011-06-15/";

  static boolean concerns(Request request) {
    return request.uri().getPath().equals("/") && request.parameter("Action") != null;
  }

  Answer handle(Request request) {
    try {
      var action = request.parameter("Action");
      if (!"GetCallerIdentity".equals(action)) {
        throw new CloudFrontError(
            "InvalidAction",
            400,
            "Could not find operation %s for version %s"
                .formatted(action, request.parameter("Version")));
      }
      var caller = request.accessKeyId();
      if (caller == null) {
        throw new CloudFrontError(
            "MissingAuthenticationToken", 403, "Request is missing Authentication Token");
      }
      return Answer.xml(200, identity(caller, request.id()), NAMESPACE);
    } catch (CloudFrontError e) {
      return Answer.error(e, request.id(), NAMESPACE);
    }
  }

  private static Xml identity(String accessKeyId, String requestId) {
    return Xml.node(
        "GetCallerIdentityResponse",
        Xml.node(
            "GetCallerIdentityResult",
            Xml.leaf(
                "Arn", "arn:aws:sts::%s:assumed-role/sandbox/%s".formatted(ACCOUNT, accessKeyId)),
            Xml.leaf("UserId", "AROASANDBOX:" + accessKeyId),
            Xml.leaf("Account", ACCOUNT)),
        Xml.node("ResponseMetadata", Xml.leaf("RequestId", requestId)));
  }
}
