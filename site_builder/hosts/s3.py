"""S3 behind CloudFront: a function that finds the page of an address, and a policy of headers, for its two commands.

https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-event-structure.html
"""

import json
from collections.abc import Iterator

from site_builder.hosts.hosting import FORM, SHORT, Hosting
from site_builder.page import PublishedFile

_NAME = "neighbourhood-charters"
_FUNCTION = """\
// The function of CloudFront for each request of a viewer. A store of files knows no first page of a folder.
function handler(event) {
  var request = event.request, uri = request.uri, moved = %s;
  for (var old in moved) {
    if (uri.indexOf(old) === 0) return away(moved[old] + uri.slice(old.length));
  }
  if (uri.slice(-1) === "/") request.uri = uri + "index.html";
  else if (uri.slice(uri.lastIndexOf("/")).indexOf(".") < 0) return away(uri + "/");
  return request;
}
function away(to) {
  return { statusCode: 301, statusDescription: "Moved Permanently", headers: { location: { value: to } } };
}
"""


def settings(hosting: Hosting) -> Iterator[PublishedFile]:
    """Give the function, the policy of headers, and that of the form, for a behaviour with the path admin/*."""
    moved = {f"{hosting.base}{old}": f"{hosting.base}{new}" for old, new in hosting.moved}
    yield PublishedFile("cloudfront-function.js", _FUNCTION % json.dumps(moved))
    yield PublishedFile(
        "cloudfront-headers.json", json.dumps(_policy(dict(hosting.headers)), indent=2) + "\n"
    )
    if hosting.form:
        policy = _policy(dict(hosting.headers_of_form), f"{_NAME}-{FORM.rstrip('/')}")
        yield PublishedFile("cloudfront-headers-admin.json", json.dumps(policy, indent=2) + "\n")


def _policy(headers: dict[str, str], name: str = _NAME) -> dict[str, object]:
    """The headers as the command ``create-response-headers-policy`` takes them."""
    security: dict[str, object] = {
        "ContentSecurityPolicy": {
            "Override": True,
            "ContentSecurityPolicy": headers["Content-Security-Policy"],
        },
        "ContentTypeOptions": {"Override": True},
        "ReferrerPolicy": {"Override": True, "ReferrerPolicy": headers["Referrer-Policy"]},
    }
    if "Strict-Transport-Security" in headers:
        age = int(headers["Strict-Transport-Security"].partition("=")[2])
        security["StrictTransportSecurity"] = {
            "Override": True,
            "AccessControlMaxAgeSec": age,
            "IncludeSubdomains": False,
        }
    others = {"Permissions-Policy": headers["Permissions-Policy"], "Cache-Control": SHORT}
    items = [
        {"Header": name, "Value": value, "Override": name != "Cache-Control"}
        for name, value in others.items()
    ]
    return {
        "Name": name,
        "SecurityHeadersConfig": security,
        "CustomHeadersConfig": {"Quantity": len(items), "Items": items},
    }
