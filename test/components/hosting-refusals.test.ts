import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { UserError } from "../../core/errors";
import { HostingProject, type HostingProjectArgs } from "../../components/hosting";
import { onMocks } from "../support/mocks";

const declare = (args: Partial<HostingProjectArgs>) =>
  onMocks(() => new HostingProject("web", { name: "shop", ...args }));

describe("a HostingProject refuses", () => {
  it.each<[string, Partial<HostingProjectArgs>, string]>([
    [
      "a redirect to a host that it does not have",
      { domains: { "www.example.com": { redirect: "app.example.com" } } },
      'web.domains["www.example.com"].redirect: app.example.com, no host of this project; ' +
        "expected a host of the same project that serves the app; add app.example.com to the domains",
    ],
    [
      "a redirect to a host that redirects",
      { domains: { a: {}, b: { redirect: "a" }, c: { redirect: "b" } } },
      'web.domains["c"].redirect: b, which itself redirects; ' +
        "expected a host of the same project that serves the app",
    ],
    [
      "a redirect to itself",
      { domains: { a: { redirect: "a" } } },
      'web.domains["a"].redirect: a, which itself redirects; ' +
        "expected a host of the same project that serves the app",
    ],
    [
      "a status code without a redirect",
      { domains: { a: { redirectStatusCode: 308 } } },
      'web.domains["a"].redirectStatusCode: 308 without a redirect; ' +
        "add redirect, or remove the status code",
    ],
    [
      "a sensitive variable for development",
      { variables: { KEY: { value: "x", sensitive: true, targets: ["development", "preview"] } } },
      "web.variables.KEY.sensitive: true with the target development; " +
        "expected false: Vercel refuses sensitive variables for development; " +
        "give development a variable of its own",
    ],
    [
      "a secret for servers alone under a name that browsers read",
      { variables: { VITE_KEY: { secret: "JWT_SECRET" } }, secrets: { JWT_SECRET: "x" } },
      "web.variables.VITE_KEY.secret: JWT_SECRET, which signs the product's own tokens, under the prefix VITE_, " +
        "which puts it into what browsers download; " +
        "expected a secret that the catalogue knows as public, or a name without such a prefix; " +
        "take VITE_ off its name, and read it on the server only",
    ],
    [
      "an Output under the public name of a secret for servers alone",
      { variables: { PUBLIC_DATABASE_URL: { value: pulumi.secret("x") } } },
      "web.variables.PUBLIC_DATABASE_URL: DATABASE_URL, which connects to the database, password included, " +
        "under the prefix PUBLIC_, which puts it into what browsers download; " +
        "expected a secret that the catalogue knows as public, or a name without such a prefix; " +
        "take PUBLIC_ off its name, and read it on the server only",
    ],
    [
      "a secret that nobody set",
      { variables: { KEY: { secret: "S" } }, secrets: { T: "x" } },
      "web.variables.KEY.secret: no secret named S; " +
        "set it: pulumi config set --secret --path 'groundwork:secrets.S'",
    ],
    [
      "a secret named like a property of every object",
      { variables: { KEY: { secret: "constructor" } } },
      "web.variables.KEY.secret: no secret named constructor; " +
        "set it: pulumi config set --secret --path 'groundwork:secrets.constructor'",
    ],
    [
      "a header that would say something else",
      { headers: { contentSecurityPolicy: { directives: { "img-src": ["self"] } } } },
      "web.headers.contentSecurityPolicy.directives.img-src[0]: " +
        `self, which without quotes is the name of a host; expected "'self'"; ` +
        "write both kinds of quotes: YAML takes one pair away",
    ],
  ])("%s", async (_what, args, message) => {
    await expect(declare(args)).rejects.toMatchObject({ message });
  });

  it("everything at once, before it registers anything", async () => {
    const args: HostingProjectArgs = {
      name: "shop",
      variables: { A: { secret: "A" }, B: { secret: "B" } },
      headers: { remove: ["not a name"] },
    };
    const { result, resources } = await onMocks(() =>
      caught(() => new HostingProject("web", args)),
    );
    expect(result).toBeInstanceOf(UserError);
    expect((result as UserError).problems.map(({ where }) => where.path)).toEqual([
      "web.headers.remove[0]",
      "web.variables.A.secret",
      "web.variables.B.secret",
    ]);
    expect(pulumi.RunError.isInstance(result)).toBe(true);
    expect(resources).toEqual([]);
  });
});

function caught(build: () => unknown): unknown {
  try {
    return build();
  } catch (error) {
    return error;
  }
}
