import { describe, expect, it } from "vitest";
import { changesOf } from "../../../cli/reports/changes";
import { roleRights } from "../../../cli/reports/role-rights";
import { routeHeaders } from "../../../cli/reports/route-headers";
import type { DeclaredResource } from "../../../core/resource";
import { tokens } from "../../../core/tokens";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { stackView } from "../../../policies/stack-view";
import { declare, urnOf } from "../../report/small-stack";

const project = "vercel:index/project:Project";
const view = (...resources: DeclaredResource[]) => stackView(resources, "prod");
const ofWeb = { projectId: [urnOf(project, "web")] };

function route(name: string, src: string, said: PropertyMap) {
  const inputs = { route: { src, ...said }, srcSyntax: "path-to-regexp" };
  return declare("vercel:index/projectRoute:ProjectRoute", name, inputs, ofWeb);
}
const domain = (host: string, more: PropertyMap = {}) =>
  declare("vercel:index/projectDomain:ProjectDomain", host, { domain: host, ...more }, ofWeb);

describe("headers of routes", () => {
  const web = declare(project, "web");
  const every = route("every", "/(.*)", {
    headers: { "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer" },
    transforms: [
      { type: "response.headers", op: "delete", target: '{"key":"x-powered-by"}', args: "" },
    ],
  });

  it("are told exactly, with the hosts of their project and the grade that the rules reckon", () => {
    const bare = domain("example.com", { redirect: "app.example.com" });
    expect(routeHeaders(view(web, every, domain("app.example.com"), bare))).toEqual([
      {
        urn: every.urn,
        hosts: [
          { host: "app.example.com" },
          { host: "example.com", redirectsTo: "app.example.com" },
        ],
        source: "/(.*)",
        covers: "every path",
        headers: [
          { name: "X-Content-Type-Options", state: "sent", value: "nosniff" },
          { name: "Referrer-Policy", state: "sent", value: "no-referrer" },
          { name: "x-powered-by", state: "removed" },
        ],
        grade: "D",
        points: 35,
      },
    ]);
  });

  it("of some paths are graded together with those of every path", () => {
    const worse = route("assets", "/assets/(.*)", { headers: { "Referrer-Policy": "unsafe-url" } });
    const better = route("docs", "/docs/(.*)", { headers: { "x-frame-options": "DENY" } });
    const points = routeHeaders(view(web, every, worse, better)).map((one) => one.points);
    expect(points).toEqual([30, 55, 35]);
  });

  it("have no grade while one is not known, and no place in the report where nothing is said", () => {
    const later = route("later", "/(.*)", { headers: { "X-Frame-Options": UNKNOWN } });
    const silent = route("redirect", "/old", { dest: "/new" });
    const [only, ...rest] = routeHeaders(view(web, later, silent));
    expect([only?.headers, only?.grade, rest]).toEqual([
      [{ name: "X-Frame-Options", state: "unknown" }],
      undefined,
      [],
    ]);
  });

  // Requirement: HOST-14, HOST-15, HOST-16
  it("are those of a site on any host, and tell which of them the app is to send", () => {
    const site = declare(tokens.hostedSite, "web-site", {
      domains: { "app.example.com": {}, "example.com": { redirect: "app.example.com" } },
    });
    const hosted = (name: string, sender: string, headers: PropertyMap) => {
      const inputs = { site: site.urn, sender, route: { src: "/(.*)", headers } };
      return declare(tokens.hostedRoute, name, inputs);
    };
    const all = [
      hosted("a", "host", { "X-Frame-Options": "DENY" }),
      hosted("b", "app", { "Referrer-Policy": "no-referrer" }),
    ];
    expect(routeHeaders(view(site, ...all))).toMatchObject([
      {
        urn: all[0]?.urn,
        hosts: [
          { host: "app.example.com" },
          { host: "example.com", redirectsTo: "app.example.com" },
        ],
        covers: "every path",
        headers: [{ name: "X-Frame-Options", state: "sent", value: "DENY" }],
        grade: "C",
      },
      { headers: [{ name: "Referrer-Policy", state: "sent", byApp: true }], grade: "C" },
    ]);
  });

  it("tell of the policy that the app sends by itself", () => {
    const owner = declare(tokens.hostingProject, "web", {
      headers: { contentSecurityPolicy: { owner: "app", policy: "default-src 'self'" } },
    });
    const [policy] = routeHeaders(view(owner, { ...web, parent: owner.urn }));
    expect(policy?.headers).toEqual([
      { name: "Content-Security-Policy", state: "sent", value: "default-src 'self'", byApp: true },
    ]);
  });
});

describe("rights of roles", () => {
  const document = (...statements: object[]) => JSON.stringify({ Statement: statements });
  const trust = document({
    Effect: "Allow",
    Principal: { Federated: "arn:aws:iam::1:oidc-provider/github" },
    Condition: { StringEquals: { "github:sub": "repo:shop:environment:prod" } },
  });
  const role = declare("aws:iam/role:Role", "deploy", { name: "deploy", assumeRolePolicy: trust });
  const given = (policy: PropertyMap[string]) =>
    declare("aws:iam/rolePolicy:RolePolicy", "rights", { role: "deploy", policy });

  it("are the statements of its documents, who may take it over and AWS's own policies", () => {
    const rights = given(
      document(
        { Effect: "Allow", Action: "s3:GetObject", Resource: "*" },
        { Effect: "Deny", NotAction: ["iam:*"], NotResource: "arn:x" },
      ),
    );
    const attached = declare("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "read", {
      role: "deploy",
      policyArn: "arn:aws:iam::aws:policy/ReadOnlyAccess",
    });
    expect(roleRights(view(role, rights, attached))).toEqual([
      {
        urn: role.urn,
        openTo: ["Federated arn:aws:iam::1:oidc-provider/github as repo:shop:environment:prod"],
        grants: [
          { allows: true, actions: ["s3:GetObject"], on: ["*"], conditions: [] },
          {
            allows: false,
            actions: ["iam:*"],
            allBut: true,
            on: ["all but arn:x"],
            conditions: [],
          },
        ],
        policies: ["ReadOnlyAccess"],
      },
    ]);
  });

  it("are partial while a document is not known", () => {
    expect(roleRights(view(role, given(UNKNOWN)))).toMatchObject([{ partial: true, grants: [] }]);
  });
});

describe("changes of a run", () => {
  const bucket = "aws:s3/bucket:Bucket";
  const urn = urnOf(bucket, "files");
  const state = (protect: boolean, inputs: PropertyMap) => ({ protect, inputs });
  const step = (op: string, over: object = {}) => ({
    urn,
    type: bucket,
    op,
    diffs: ["forceDestroy"],
    protect: false,
    failed: false,
    ...over,
  });

  it("tell which inputs differ and what it comes to, in the words of the rules about changes", () => {
    const changed = {
      urn,
      type: bucket,
      op: "update",
      old: state(true, { forceDestroy: false }),
      new: state(false, { forceDestroy: true }),
    };
    expect(changesOf({ steps: [step("update")], changed: [changed] })).toEqual([
      {
        urn,
        operation: "update",
        properties: ["forceDestroy"],
        meaning: [
          {
            what: "deleting the bucket deletes its files",
            property: "forceDestroy",
            before: "false",
            after: "true",
            direction: "weaker",
          },
          {
            what: "protect",
            property: "protect",
            before: "true",
            after: "false",
            direction: "weaker",
          },
        ],
      },
    ]);
  });

  it("say what failed, and leave out what stays, the stack itself and providers", () => {
    const others = ["pulumi:pulumi:Stack", "pulumi:providers:aws"].map((type) => ({
      urn: urnOf(type, "x"),
      type,
      op: "create",
    }));
    const same = { urn: urnOf(bucket, "same"), type: bucket, op: "same" };
    const create = { urn, type: bucket, op: "create", new: state(false, {}) };
    expect(
      changesOf({
        steps: [step("create", { failed: true })],
        changed: [...others, same, create],
      }),
    ).toEqual([{ urn, operation: "create failed", properties: [], meaning: [] }]);
  });
});
