import { describe, expect, it } from "vitest";
import { tokens } from "../../../core/tokens";
import { UNKNOWN, type PropertyMap } from "../../../core/value";
import { noPlaintextSecrets as rule } from "../../../policies/rules/secrets/no-plaintext-secrets";
import { brief, judge, resource } from "../support/stack";

const secret = ["re", "8dKw3LmQ", "2Zx9vB7nT4yR6uP1sE5aG0h"].join("_");
const ask = (inputs: PropertyMap, secrets: readonly string[] | undefined = []) =>
  judge(rule, [resource("aws:x/y:Z", "z", inputs, { secrets })]).filter(({ urn }) =>
    urn.endsWith("::z"),
  );

// Requirement: SECR-07
describe(`${rule.id}: ${rule.title}`, () => {
  it("accepts what is no secret, and what is marked as one at any depth", () => {
    expect(brief(ask({ name: "velocity", list: [1, null, true] }))).toEqual([
      `pass z: ${rule.title}`,
    ]);
    expect(ask({ key: secret }, ["key"])[0]?.state).toBe("pass");
    expect(
      ask({ secrets: [{ name: "MAIL", value: secret }] }, ["secrets[0].value"])[0]?.state,
    ).toBe("pass");
    expect(ask({ secrets: [{ name: "MAIL", value: secret }] }, ["secrets"])[0]?.state).toBe("pass");
    expect(ask({ by: { "a.example": secret } }, ['by["a.example"]'])[0]?.state).toBe("pass");
  });

  it("reports kind and length, never the text", () => {
    const results = ask({ key: secret });
    expect(brief(results)).toEqual([
      `fail z: key: found Resend key, ${secret.length} characters, wanted a secret`,
    ]);
    expect(results[0]).toMatchObject({ level: "mandatory", severity: "critical", input: "key" });
    expect(JSON.stringify(results)).not.toContain(secret);
  });

  it("looks into lists, maps and JSON text", () => {
    const inputs = {
      list: [{ deep: secret }],
      auth: JSON.stringify({ smtp_pass: secret, site: "a" }),
      broken: `{${secret}`,
    };
    expect(ask(inputs).map(({ property }) => property)).toEqual([
      "auth.smtp_pass",
      "broken",
      "list[0].deep",
    ]);
  });

  it("takes the name beside a value for the value's name", () => {
    const value = "s3cr3t-Value-9!";
    expect(ask({ all: [{ name: "MAIL_PASSWORD", value }] })[0]?.property).toBe("all[0].value");
    expect(ask({ all: [{ key: "MAIL_TOKEN", value }] })[0]?.state).toBe("fail");
    expect(ask({ all: [{ name: "GREETING", value }] })[0]?.state).toBe("pass");
    expect(ask({ all: [{ value }] })[0]?.state).toBe("pass");
  });

  it("judges the inputs of components too", () => {
    const services = resource(
      tokens.containerService,
      "services",
      { services: { hub: { env: { MAIL: secret } } } },
      { secrets: [] },
    );
    expect(brief(judge(rule, [services])).filter((line) => line.includes("services:"))).toEqual([
      `fail services: services.hub.env.MAIL: found Resend key, ${secret.length} characters, wanted a secret`,
    ]);
  });

  it("leaves what is unknown alone: another run sees it", () => {
    expect(ask({ key: UNKNOWN })[0]?.state).toBe("pass");
  });

  it("has no ground where nobody tells what is secret", () => {
    const untold = judge(rule, [resource("aws:x/y:Z", "z", { key: secret })]);
    expect(brief(untold)).toContain(
      "not-applicable z: it is not told here which inputs are secret",
    );
  });

  it("tells of a provider only what is wrong with it", () => {
    const provider = (inputs: PropertyMap, secrets?: string[]) =>
      brief(
        judge(rule, [resource("pulumi:providers:vercel", "p", inputs, secrets && { secrets })]),
      ).filter((line) => line.includes(" p:"));
    expect(provider({ region: "ca-central-1" }, [])).toEqual([]);
    expect(provider({ apiToken: secret })).toEqual([]);
    expect(provider({ apiToken: secret }, [])).toHaveLength(1);
  });
});
