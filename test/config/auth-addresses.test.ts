import { describe, expect, it } from "vitest";
import { withAuthAddresses } from "../../config/auth-addresses";

const database = { name: "shop", organizationId: "acme", region: "ca-central-1" } as const;
const app = "app.shop.example";
const admin = "admin.shop.example";
const domains = { "shop.example": { redirect: app }, [app]: {}, [admin]: {} };

describe("the addresses that sign-in may lead to", () => {
  it("are the hosts that serve the app, the first one being the site", () => {
    expect(withAuthAddresses(database, domains).auth).toEqual({
      site_url: `https://${app}`,
      uri_allow_list: `https://${admin}`,
    });
  });

  it("hold no other address where one host serves the app", () => {
    expect(withAuthAddresses(database, { [app]: {} }).auth).toEqual({
      site_url: `https://${app}`,
      uri_allow_list: "",
    });
  });

  it("are those that the file gives", () => {
    const auth = { site_url: "https://elsewhere.example", uri_allow_list: "myapp://callback" };
    expect(withAuthAddresses({ ...database, auth }, domains).auth).toEqual(auth);
  });

  it("join what else the file says about sign-in", () => {
    const given = { ...database, auth: { password_min_length: 14 } };
    expect(withAuthAddresses(given, domains).auth).toMatchObject({
      password_min_length: 14,
      site_url: `https://${app}`,
    });
  });

  it.each([
    ["no host serves the app", database, {}],
    ["no host is given", database, undefined],
    ["sign-in is left alone", { ...database, auth: false as const }, domains],
  ])("are not said where %s", (_, given, hosts) => {
    expect(withAuthAddresses(given, hosts)).toEqual(given);
  });
});
