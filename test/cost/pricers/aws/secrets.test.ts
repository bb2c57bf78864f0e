import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../../core/value";
import { declared } from "../../stand-ins";
import { billed, free, lines, total, unpriced } from "./bill";

/* Prices: https://aws.amazon.com/secrets-manager/pricing/ and https://aws.amazon.com/kms/pricing/ for us-east-1. */

const secret = (inputs: PropertyMap = {}) =>
  declared("aws:secretsmanager/secret:Secret", "token", inputs);
const key = (inputs: PropertyMap = {}, name = "key") => declared("aws:kms/key:Key", name, inputs);

describe("the price of a secret", () => {
  it("is that of keeping it, and of asking for it", () => {
    // $0.40 + 30,000 ÷ 10,000 × $0.05.
    expect(total(billed([secret()], { usage: { "secrets.apiCalls": 30_000 } }))).toBe("0.55");
  });

  it("is paid again for each replica, where that is", () => {
    const replicas = [{ region: "ca-central-1" }, { region: "eu-west-2" }];
    const bill = billed([secret({ replicas })], { usage: { "secrets.apiCalls": 0 } });
    // 3 × $0.40; the price of us-east-1 stands in for eu-west-2.
    expect(total(bill)).toBe("1.2");
    expect(bill.lines.filter(({ standsIn }) => standsIn !== undefined)).toHaveLength(1);
  });

  it("is not told where its replicas are not known; its versions are free", () => {
    expect(unpriced(billed([secret({ replicas: UNKNOWN })]))).toEqual([
      "replicas is not known before the update",
    ]);
    const version = declared("aws:secretsmanager/secretVersion:SecretVersion", "version");
    expect(free(billed([version]))).toEqual(["a part of its secret, which is paid"]);
  });

  it("is nothing for a parameter, but of the advanced tier", () => {
    const parameter = (inputs: PropertyMap) =>
      declared("aws:ssm/parameter:Parameter", "one", inputs);
    expect(free(billed([parameter({ type: "String" })]))).toEqual([
      "a parameter of the standard tier",
    ]);
    expect(total(billed([parameter({ tier: "Advanced" })]))).toBe("0.05");
    expect(unpriced(billed([parameter({ tier: "Intelligent-Tiering" })]))).toHaveLength(1);
  });
});

describe("the price of a key", () => {
  const quiet = { usage: { "secrets.keyRequests": 0 } };

  it("grows by a dollar with each of its first two rotations", () => {
    const { low, expected, high } = billed([key({ enableKeyRotation: true })], quiet).total;
    // $1, and $1 for each rotation that is past.
    expect([low, expected, high].map(String)).toEqual(["1", "2", "3"]);
    expect(total(billed([key()], quiet))).toBe("1");
  });

  it.each([
    // 20,000 requests are free.
    [20_000, "1"],
    // 10,000 more: $0.03.
    [30_000, "1.03"],
    // 100 of 10,000 more: $0.0003.
    [20_100, "1.0003"],
  ])("leaves 20,000 requests of an account free: %i", (count, expected) => {
    expect(total(billed([key()], { usage: { "secrets.keyRequests": count } }))).toBe(expected);
  });

  it("bills requests of an asymmetric key more, and none of them free", () => {
    const signing = key({ customerMasterKeySpec: "ECC_NIST_P256" });
    // $1 + 10,000 ÷ 10,000 × $0.15.
    expect(total(billed([signing], { usage: { "secrets.keyRequests": 10_000 } }))).toBe("1.15");
  });

  it("counts the free requests in one stack alone", () => {
    const bill = billed([key()], { usage: { "secrets.keyRequests": 20_000 }, share: 0 });
    expect(lines(bill)).toEqual(["kms-key 1 1", "kms-requests 2 0.06"]);
  });

  it("is not told where it is not known whether it is rotated", () => {
    expect(unpriced(billed([key({ enableKeyRotation: UNKNOWN })]))).toEqual([
      "enableKeyRotation is not known before the update",
    ]);
  });
});
