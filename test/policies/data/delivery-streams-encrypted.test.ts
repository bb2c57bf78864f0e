import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { deliveryStreamsEncrypted as rule } from "../../../policies/rules/data/delivery-streams-encrypted";
import { brief, judge, resource } from "../support/stack";

const judged = (inputs: PropertyMap) =>
  brief(judge(rule, [resource(providerTypes.awsDeliveryStream, "carrier", inputs)]))[0];

// Requirement: ALRT-19, COMP-01
describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for a stream that encrypts what waits", () => {
    expect(judged({ serverSideEncryption: { enabled: true } })).toMatch(/^pass carrier/);
  });

  it.each<PropertyMap>([
    {},
    { serverSideEncryption: {} },
    { serverSideEncryption: { enabled: false } },
  ])("reports %o", (inputs) => {
    expect(judged(inputs)).toBe(
      "fail carrier: serverSideEncryption.enabled: found false, wanted true",
    );
  });

  it("cannot tell while it is unknown", () => {
    expect(judged({ serverSideEncryption: { enabled: UNKNOWN } })).toMatch(/^unknown carrier/);
  });

  it.each(["kinesisSourceConfiguration", "mskSourceConfiguration"])(
    "leaves alone what waits elsewhere: %s",
    (source) => {
      expect(judged({ [source]: {} })).toMatch(/^not-applicable/);
    },
  );
});
