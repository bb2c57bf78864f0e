import { describe, expect, it } from "vitest";
import { tokens } from "../../../core/tokens";
import { UNKNOWN, type Value } from "../../../core/value";
import { containersUnprivileged as rule } from "../../../policies/rules/access/containers-unprivileged";
import { brief, judge, resource } from "../support/stack";

const declared = (services: Value) => [resource(tokens.containerService, "services", { services })];
const ask = (image: Value) => brief(judge(rule, declared({ hub: { previews: { image } } })));
const user = "services.hub.previews.image.user";

// Requirement: HOST-11
describe(`${rule.id}: ${rule.title}`, () => {
  it.each(["node", "1000", "node:node", "rooted"])("accepts the user %s", (name) => {
    expect(judge(rule, declared({ hub: { previews: { image: { user: name } } } }))).toMatchObject([
      { state: "pass" },
    ]);
  });

  it.each(["root", "0", "00", "root:node", "0:1000"])("refuses %s", (name) => {
    expect(ask({ user: name })).toEqual([
      `fail services: ${user}: found ${name}, wanted a user who is not root`,
    ]);
  });

  it("refuses an image that names nobody, which is root", () => {
    expect(ask({})).toEqual([
      `fail services: ${user}: found nothing, wanted a user who is not root`,
    ]);
  });

  it("cannot tell while the user, the image or all services are unknown", () => {
    expect(ask({ user: UNKNOWN })[0]).toMatch(/^unknown services: /);
    expect(ask(UNKNOWN)[0]).toMatch(/^unknown services: /);
    expect(brief(judge(rule, declared(UNKNOWN)))[0]).toMatch(/^unknown services: services: /);
  });

  it("has nothing to judge where no image of previews is declared", () => {
    const services = { hub: { previews: { poolSize: 2 } }, mailer: {} };
    expect(brief(judge(rule, declared(services)))).toEqual([
      "not-applicable services: no image of previews is declared",
    ]);
  });
});
