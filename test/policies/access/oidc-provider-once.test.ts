import { describe, expect, it } from "vitest";
import { UNKNOWN, type PropertyMap } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { oidcProviderOnce as rule } from "../../../policies/rules/access/oidc-provider-once";
import { issuer } from "../support/access";
import { brief, judge, resource } from "../support/stack";

const provider = (name: string, inputs: PropertyMap = {}) =>
  resource(providerTypes.awsOidcProvider, name, {
    url: `https://${issuer}`,
    clientIdLists: ["sts.amazonaws.com"],
    ...inputs,
  });
const ask = (...all: ReturnType<typeof provider>[]) => brief(judge(rule, all));

// Requirement: COMP-03
describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts one provider for each address", () => {
    expect(ask(provider("a"), provider("b", { url: "https://gitlab.com" }))).toEqual([
      `pass a: ${rule.title}`,
      `pass b: ${rule.title}`,
    ]);
  });

  it.each([`https://${issuer}`, `https://${issuer.toUpperCase()}/`, issuer])(
    "reports a second one at %s",
    (url) => {
      expect(ask(provider("a"), provider("b", { url }))[1]).toBe(
        `fail b: url: found a second ${issuer}, wanted one provider for each address`,
      );
    },
  );

  it("reports one that takes tokens of any audience, or of none", () => {
    const wanted = "wanted at least one audience by name";
    expect(ask(provider("a", { clientIdLists: ["x", "*"] }))).toEqual([
      `fail a: clientIdLists: found any audience, ${wanted}`,
    ]);
    const none = [`fail a: clientIdLists: found nothing, ${wanted}`];
    expect(ask(provider("a", { clientIdLists: [] }))).toEqual(none);
    expect(ask(provider("a", { clientIdLists: undefined }))).toEqual(none);
    expect(ask(provider("a", { clientIdLists: "x" }))).toEqual(none);
  });

  it("cannot tell what is unknown, and has nothing to judge without a provider", () => {
    expect(ask(provider("a", { url: UNKNOWN }))[0]).toMatch(/^unknown a: url: not known/);
    expect(ask(provider("a", { clientIdLists: UNKNOWN }))[0]).toMatch(/^unknown a: clientIdLists/);
    expect(ask()).toEqual([
      "not-applicable groundwork-prod: this stack declares no identity provider",
    ]);
  });
});
