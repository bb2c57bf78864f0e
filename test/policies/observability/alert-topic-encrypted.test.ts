import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../core/value";
import { providerTypes } from "../../../policies/lib/provider-types";
import { alertTopicEncrypted as rule } from "../../../policies/rules/observability/alert-topic-encrypted";
import { topic, topicKey } from "../support/alarms";
import { judge, resource } from "../support/stack";

const judged = (inputs: PropertyMap) =>
  judge(rule, [resource(providerTypes.awsTopic, "topic", inputs)])[0];

describe(`${rule.id}: ${rule.title}`, () => {
  it("holds for a key of the stack that is still to be made, or its alias", () => {
    expect(judge(rule, [topic, topicKey])[0]).toMatchObject({
      state: "pass",
      found: "alerts-key",
    });
    const alias = resource(providerTypes.awsKeyAlias, "alias");
    const aliased = { ...topic, propertyDependencies: { kmsMasterKeyId: [alias.urn] } };
    expect(judge(rule, [aliased, alias])[0]?.state).toBe("pass");
  });

  it.each(["alias/shop", "arn:aws:kms:ca-central-1:123456789012:key/5b1c7e0a"])(
    "holds for %s",
    (kmsMasterKeyId) => {
      expect(judged({ kmsMasterKeyId })).toMatchObject({ state: "pass", found: kmsMasterKeyId });
    },
  );

  it("reports a topic without a key, in full", () => {
    const expected = {
      rule: "alert-topic-encrypted",
      state: "fail",
      urn: "urn:pulumi:prod::groundwork::aws:sns/topic:Topic::topic",
      level: "mandatory",
      severity: "high",
      message: "kmsMasterKeyId: found nothing, wanted a KMS key of one's own",
      property: "kmsMasterKeyId",
      found: null,
      wanted: "a KMS key of one's own",
    };
    expect(judged({})).toEqual(expected);
    expect(judged({ kmsMasterKeyId: "" })).toEqual(expected);
  });

  it.each(["alias/aws/sns", "arn:aws:kms:ca-central-1:123456789012:alias/aws/sns"])(
    "reports AWS's own key %s",
    (kmsMasterKeyId) => {
      expect(judged({ kmsMasterKeyId })).toMatchObject({ state: "fail", found: kmsMasterKeyId });
    },
  );

  it("cannot tell while the key is unknown and comes from nothing that is one", () => {
    expect(judged({ kmsMasterKeyId: UNKNOWN })?.state).toBe("unknown");
    const other = resource(providerTypes.awsCanary, "canary");
    const propertyDependencies = { kmsMasterKeyId: [other.urn, "urn:of-nothing"] };
    const inputs: PropertyMap = { kmsMasterKeyId: UNKNOWN };
    const odd = { ...topic, inputs, propertyDependencies };
    expect(judge(rule, [odd, other])[0]?.state).toBe("unknown");
  });
});
