import { describe, expect, it } from "vitest";
import { exposureFault, knownNames, secretNamesCheckedOn } from "../../catalogue/secret-names";
import { checkStackFile } from "../../config/stack-file";
import { textOf } from "../config/support";

const prefixes = [
  "NEXT_PUBLIC_",
  "PUBLIC_",
  "VITE_",
  "NUXT_PUBLIC_",
  "REACT_APP_",
  "GATSBY_",
  "VUE_APP_",
  "EXPO_PUBLIC_",
  "SANITY_STUDIO_",
];
const namesOf = (kind: string) =>
  Object.entries(knownNames).flatMap(([name, fact]) =>
    fact.kind === kind ? [name, ...(fact.aliases ?? [])] : [],
  );

/** Requirement: SECR-07 */
describe("a name that browsers read", () => {
  it.each(namesOf("secret"))("is refused to %s, with every prefix and as itself", (secret) => {
    for (const prefix of prefixes) {
      expect(exposureFault({ key: `${prefix}KEY`, secret })?.found).toContain(`${secret}, which `);
      expect(exposureFault({ key: `${prefix}${secret}` })?.fix).toContain(prefix);
    }
  });

  it.each(namesOf("public"))("is free for %s, registered or not", (secret) => {
    for (const registered of [true, false]) {
      expect(exposureFault({ key: "NEXT_PUBLIC_KEY", secret, registered })).toBeUndefined();
    }
  });

  it.each([
    "SERVICE_KEY",
    "STRIPE_SECRET_KEY",
    "SMTP_PASSWORD",
    "APP_PRIVATE_KEY",
    "SHADOW_DATABASE_URL",
    "GOOGLE_SERVICE_ACCOUNT",
    "ADMIN_TOKEN",
  ])("is refused to %s, whose own name says that it is for servers", (secret) => {
    expect(exposureFault({ key: "VITE_KEY", secret })?.found).toBe(
      `${secret}, which by its name is for servers alone, under the prefix VITE_, ` +
        "which puts it into what browsers download",
    );
  });

  it.each(["STRIPE_PUBLISHABLE_KEY", "MAPS_KEY", "MAP_TOKEN", "SECRETARY_NAME", "constructor"])(
    "is free for %s, which may be made for browsers, unless the stack registers it",
    (secret) => {
      expect(exposureFault({ key: "VITE_KEY", secret })).toBeUndefined();
      const registered = exposureFault({ key: "VITE_KEY", secret, registered: true });
      expect(registered?.found).toContain("which goes to its destinations in the registry alone");
    },
  );

  it.each(["KEY", "SUPABASE_SERVICE_ROLE_KEY", "API_PUBLIC_KEY", "next_public_key"])(
    "is none without such a prefix: %s",
    (key) => {
      const secret = "SUPABASE_SERVICE_ROLE_KEY";
      expect(exposureFault({ key, secret, registered: true })).toBeUndefined();
    },
  );
});

it("a stack file that gives browsers the service-role key is told so by file and line", () => {
  const text = textOf("Pulumi.prod.yaml");
  const honest = "NEXT_PUBLIC_SUPABASE_ANON_KEY: { secret: SUPABASE_ANON_KEY }";
  const line = text.split("\n").findIndex((it) => it.includes(honest)) + 1;
  const broken = text.replace(honest, "NEXT_PUBLIC_KEY: { secret: SUPABASE_SERVICE_ROLE_KEY }");
  expect(checkStackFile(text, "Pulumi.prod.yaml", "groundwork")).toEqual([]);
  expect(checkStackFile(broken, "Pulumi.prod.yaml", "groundwork")).toMatchObject([
    {
      where: {
        file: "Pulumi.prod.yaml",
        line,
        path: "groundwork:hosting.variables.NEXT_PUBLIC_KEY.secret",
      },
      found:
        "SUPABASE_SERVICE_ROLE_KEY, which goes to its destinations in the registry alone, under the prefix " +
        "NEXT_PUBLIC_, which puts it into what browsers download",
      allowed: "a secret that the catalogue knows as public, or a name without such a prefix",
      fix: "take NEXT_PUBLIC_ off its name, and read it on the server only",
    },
  ]);
});

it("the names are dated", () => {
  expect(new Date(secretNamesCheckedOn).toISOString().slice(0, 10)).toBe(secretNamesCheckedOn);
});
