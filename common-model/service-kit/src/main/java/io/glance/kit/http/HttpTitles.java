package io.glance.kit.http;

/** Titles and standard sentences of the statuses, as WebOb (and so Glance) words them. */
final class HttpTitles {
  private HttpTitles() {}

  static String title(int status) {
    return switch (status) {
      case 300 -> "Multiple Choices";
      case 302 -> "Found";
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not Found";
      case 405 -> "Method Not Allowed";
      case 406 -> "Not Acceptable";
      case 408 -> "Request Timeout";
      case 409 -> "Conflict";
      case 410 -> "Gone";
      case 411 -> "Length Required";
      case 412 -> "Precondition Failed";
      case 413 -> "Request Entity Too Large";
      case 414 -> "Request-URI Too Long";
      case 415 -> "Unsupported Media Type";
      case 416 -> "Request Range Not Satisfiable";
      case 417 -> "Expectation Failed";
      case 422 -> "Unprocessable Entity";
      case 429 -> "Too Many Requests";
      case 431 -> "Request Header Fields Too Large";
      case 500 -> "Internal Server Error";
      case 501 -> "Not Implemented";
      case 502 -> "Bad Gateway";
      case 503 -> "Service Unavailable";
      case 504 -> "Gateway Timeout";
      default -> status < 500 ? "Client Error" : "Server Error";
    };
  }

  static String explanation(int status) {
    return switch (status) {
      case 401 ->
          "This server could not verify that you are authorized to access the document you"
              + " requested. Either you supplied the wrong credentials (e.g., bad password), or"
              + " your browser does not understand how to supply the credentials required.";
      case 403 -> "Access was denied to this resource.";
      case 404 -> "The resource could not be found.";
      case 408 -> "The server has waited too long for the request to be sent by the client.";
      case 409 -> "There was a conflict when trying to complete your request.";
      case 410 -> "This resource is no longer available. No forwarding address is given.";
      case 411 -> "Content-Length header required.";
      case 412 -> "Request precondition failed.";
      case 413 -> "The body of your request was too large for this server.";
      case 414 -> "The request URI was too long for this server.";
      case 416 -> "The Range requested is not available.";
      case 417 -> "Expectation failed.";
      case 422 -> "Unable to process the contained instructions";
      case 429 -> "The client has sent too many requests in a given amount of time";
      case 431 -> "The request header fields were too large";
      case 502 -> "Bad gateway.";
      case 503 -> "The server is currently unavailable. Please try again at a later time.";
      case 504 -> "The gateway has timed out.";
      default ->
          status < 500
              ? "The server could not comply with the request since it is either malformed or"
                  + " otherwise incorrect."
              : "The server has either erred or is incapable of performing the requested"
                  + " operation.";
    };
  }
}
