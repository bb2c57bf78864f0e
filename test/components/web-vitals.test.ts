import { describe, expect, it } from "vitest";
import { WebVitals, type WebVitalsArgs } from "../../components/web-vitals";
import { find, listOf, onMocks, valueOf } from "../support/mocks";

const smallest: WebVitalsArgs = {
  product: "shop",
  tier: "prod",
  owner: "web-team",
  region: "ca-central-1",
  domains: ["shop.example.com"],
};

const full: WebVitalsArgs = {
  ...smallest,
  domains: ["shop.example.fr", "shop.example.com"],
  sampleRate: 0.5,
  telemetries: ["performance", "http"],
  cookies: true,
  tracing: true,
  customEvents: true,
  keepLogs: true,
  variable: "VITE_WEB_VITALS",
};

const types = {
  component: "groundwork:vitals:WebVitals",
  monitor: "aws:rum/appMonitor:AppMonitor",
  pool: "aws:cognito/identityPool:IdentityPool",
  role: "aws:iam/role:Role",
  rights: "aws:iam/rolePolicy:RolePolicy",
  roles: "aws:cognito/identityPoolRoleAttachment:IdentityPoolRoleAttachment",
};

const own = "arn:aws:rum:ca-central-1:*:appmonitor/shop-prod-web-vitals";
const outputs = {
  [types.monitor]: { appMonitorId: "5b1c7e0a" },
  [types.role]: { arn: "arn:aws:iam::123456789012:role/shop-prod-web-vitals" },
};
const declare = (args: WebVitalsArgs, preview = false) =>
  onMocks(() => new WebVitals("web-vitals", args), { preview, outputs });

const name = "shop-prod-web-vitals";
const tags = { product: "shop", tier: "prod", owner: "web-team", service: "web" };

// Requirement: ALRT-17
describe("WebVitals", () => {
  it("is an app monitor, and guests that may send to it", async () => {
    const { resources } = await declare(smallest);
    expect(listOf(resources).sort()).toEqual(
      [
        `${types.component} web-vitals`,
        `${types.monitor} web-vitals`,
        `${types.pool} web-vitals-guests`,
        `${types.role} web-vitals-role`,
        `${types.rights} web-vitals-rights`,
        `${types.roles} web-vitals-roles`,
      ].sort(),
    );
    expect(find(resources, types.monitor).inputs).toEqual({
      name,
      domainLists: ["shop.example.com"],
      appMonitorConfiguration: {
        allowCookies: false,
        enableXray: false,
        identityPoolId: "web-vitals-guests-id",
        sessionSampleRate: 0.1,
        telemetries: ["performance"],
      },
      customEvents: { status: "DISABLED" },
      cwLogEnabled: false,
      tags,
    });
    expect(find(resources, types.component).inputs).toMatchObject({
      region: "ca-central-1",
      endpoints: {
        data: "https://dataplane.rum.ca-central-1.amazonaws.com",
        guests: "https://cognito-identity.ca-central-1.amazonaws.com",
      },
      variable: "NEXT_PUBLIC_WEB_VITALS",
    });
  });

  it("lets guests of the account's pools send to its own monitor, by the enhanced flow alone", async () => {
    const { resources } = await declare(smallest);
    expect(find(resources, types.pool).inputs).toEqual({
      identityPoolName: name,
      allowUnauthenticatedIdentities: true,
      allowClassicFlow: false,
      tags,
    });
    const { inputs } = find(resources, types.role);
    expect(JSON.parse(inputs["assumeRolePolicy"] as string)).toMatchObject({
      Statement: [
        {
          Principal: { Federated: "cognito-identity.amazonaws.com" },
          Action: "sts:AssumeRoleWithWebIdentity",
          Condition: {
            "ForAnyValue:StringEquals": {
              "cognito-identity.amazonaws.com:amr": "unauthenticated",
            },
          },
        },
      ],
    });
    const { policy } = find(resources, types.rights).inputs as { policy: string };
    expect((JSON.parse(policy) as { Statement: unknown }).Statement).toEqual([
      { Effect: "Allow", Action: "rum:PutRumEvents", Resource: own },
    ]);
    expect(find(resources, types.roles).inputs).toEqual({
      identityPoolId: "web-vitals-guests-id",
      roles: { unauthenticated: "arn:aws:iam::123456789012:role/shop-prod-web-vitals" },
    });
  });

  it("takes all that may be asked of it", async () => {
    const { resources } = await declare(full);
    expect(find(resources, types.monitor).inputs).toMatchObject({
      domainLists: ["shop.example.com", "shop.example.fr"],
      appMonitorConfiguration: {
        allowCookies: true,
        enableXray: true,
        sessionSampleRate: 0.5,
        telemetries: ["performance", "http"],
      },
      customEvents: { status: "ENABLED" },
      cwLogEnabled: true,
    });
  });

  it("says all that the app's client needs, in the client's words", async () => {
    const { result } = await declare(smallest);
    expect(JSON.parse(await valueOf(result.client))).toEqual({
      applicationId: "5b1c7e0a",
      region: "ca-central-1",
      config: {
        identityPoolId: "web-vitals-guests-id",
        endpoint: "https://dataplane.rum.ca-central-1.amazonaws.com",
        sessionSampleRate: 0.1,
        telemetries: ["performance"],
        allowCookies: false,
        enableXRay: false,
      },
    });
  });

  it("can be previewed before anything exists, and lets transforms have the last word", async () => {
    const monitor = (args: object) => ({ ...args, cwLogEnabled: true });
    const { resources } = await declare({ ...smallest, transform: { monitor } }, true);
    expect(find(resources, types.monitor).inputs).toMatchObject({ cwLogEnabled: true });
  });
});

describe("WebVitals refuses", () => {
  const six = ["a", "b", "c", "d", "e", "f"].map((host) => `${host}.example.com`);
  it.each<[string, Partial<WebVitalsArgs>, string]>([
    ["no region", { region: "" }, "web-vitals.region: nothing"],
    ["what is no region", { region: "canada" }, "canada; expected a region of AWS"],
    ["no host", { domains: [] }, "0 of them; expected 1 to 5 hosts"],
    ["more hosts than a monitor takes", { domains: six }, "6 of them; expected 1 to 5 hosts"],
    ["to measure nobody", { sampleRate: 0 }, "0; expected above 0, at most 1"],
    ["to measure visits twice", { sampleRate: 2 }, "2; expected above 0, at most 1"],
    ["a variable that no browser reads", { variable: "WEB_VITALS" }, "a name that browsers read"],
  ])("%s", async (_, args, words) => {
    await expect(declare({ ...smallest, ...args })).rejects.toThrow(words);
  });

  it("tells all of it at once", async () => {
    const args = { ...smallest, region: "", domains: [] };
    await expect(declare(args)).rejects.toThrow(/region[\s\S]*domains/);
  });
});
