import { describe, expect, it } from "vitest";
import type { Wanted } from "../../../operations/adopt/model";
import { sentTwice } from "../../../operations/adopt/vercel-json";

const route: Wanted = {
  urn: "urn:pulumi:prod::shop::vercel:index/projectRoute:ProjectRoute::web-headers",
  type: "vercel:index/projectRoute:ProjectRoute",
  name: "web-headers",
  custom: true,
  from: {},
  inputs: {
    route: {
      src: "/.*",
      headers: { "X-Frame-Options": "DENY" },
      transforms: [{ type: "response.headers", op: "delete", target: { key: "x-powered-by" } }],
    },
  },
};

const file = `{
  "headers": [
    {
      "source": "/(.*)",
      "headers": [
        { "key": "x-frame-options", "value": "SAMEORIGIN" },
        {
          "key": "X-Powered-By",
          "value": "us"
        },
        { "key": "X-Own", "value": "1" }
      ]
    }
  ]
}
`;

describe("headers that vercel.json and the program would both send", () => {
  it("are told with the lines to delete, whatever their case", () => {
    expect(sentTwice(file, [route])).toEqual([
      { header: "x-frame-options", source: "/(.*)", lines: [6, 6], route: "web-headers" },
      { header: "X-Powered-By", source: "/(.*)", lines: [7, 10], route: "web-headers" },
    ]);
  });

  it.each([["{}"], [`{ "headers": [] }`], [`{ "headers": [{ "source": "/" }] }`]])(
    "are none in %s",
    (text) => {
      expect(sentTwice(text, [route])).toEqual([]);
    },
  );

  it.each([["[]"], ["nothing"], [`{ "headers": `]])("cannot be told of %s", (text) => {
    expect(sentTwice(text, [route])).toBeUndefined();
  });
});
