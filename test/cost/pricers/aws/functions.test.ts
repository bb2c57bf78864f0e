import { describe, expect, it } from "vitest";
import { type PropertyMap, UNKNOWN } from "../../../../core/value";
import { declared } from "../../stand-ins";
import { billed, free, lines, total, unpriced } from "./bill";

/* us-east-1, https://aws.amazon.com/lambda/pricing/: 1 million requests and 400,000 GB-seconds are free. */

function lambda(inputs: PropertyMap, name = "intake") {
  return declared("aws:lambda/function:Function", name, inputs);
}

const used = (requests: number, milliseconds: number) => ({
  usage: { "compute.functionRequests": requests, "compute.functionMs": milliseconds },
});

describe("the price of functions", () => {
  it("adds requests and the memory held while they are answered", () => {
    const bill = billed([lambda({ memorySize: 1536 })], used(3_000_000, 120));
    expect(lines(bill)).toEqual([
      "lambda-requests 3 0.6", // 3 × $0.20
      "lambda-x86 540000 9.000018", // 3,000,000 × 0.12 s × 1.5 GB × $0.0000166667
      "lambda-requests -1 -0.2",
      "lambda-x86 -400000 -6.66668",
    ]);
    // AWS's own example of this function: $2.73.
    expect(total(bill)).toBe("2.733338");
  });

  it.each([
    [999_990, "0"],
    [1_000_000, "0"],
    // 0.01 million × $0.20.
    [1_010_000, "0.002"],
  ])("asks nothing for the first million requests: %i", (requests, expected) => {
    expect(total(billed([lambda({})], used(requests, 1)))).toBe(expected);
  });

  it("grants free seconds once for both architectures, in parts as they are used", () => {
    // 300,000 s each at 1 GB: 200,000 GB-seconds of each are free.
    const functions = [
      lambda({ memorySize: 1024 }, "a"),
      lambda({ memorySize: 1024, architectures: ["arm64"] }, "b"),
    ];
    const bill = billed(functions, used(2_000_000, 300));
    expect(lines(bill).filter((line) => /lambda-(x86|arm)/.test(line))).toEqual([
      "lambda-x86 300000 5.00001",
      "lambda-arm 300000 4.00002",
      "lambda-x86 -200000 -3.33334",
      "lambda-arm -200000 -2.66668",
    ]);
  });

  it("is cheaper beyond 6 billion GB-seconds", () => {
    const bill = billed([lambda({ memorySize: 1024 })], {
      ...used(6_000_010_000, 1_000),
      share: 0,
    });
    // 10,000 GB-seconds × ($0.0000166667 − $0.000015).
    expect(lines(bill)[2]).toBe("lambda-x86 -10000 -0.016667");
  });

  it("pays temporary storage above 512 MB", () => {
    const inputs = { ephemeralStorage: { size: 1536 } };
    // 1,000 s × 1 GB × $0.0000000309.
    expect(lines(billed([lambda(inputs)], { ...used(10_000, 100), share: 0 }))[0]).toBe(
      "lambda-ephemeral-storage 1000 0.000031",
    );
  });

  it("takes 128 MB where none is said", () => {
    const [, time] = billed([lambda({})], { ...used(8_000, 1_000), share: 0 }).lines;
    expect(time?.quantity.expected.toString()).toBe("1000");
  });

  it.each<[PropertyMap, string]>([
    [{ memorySize: UNKNOWN }, "memorySize is not known before the update"],
    [{ architectures: UNKNOWN }, "architectures is not known before the update"],
    [
      { capacityProviderConfig: {} },
      "it runs on instances of its own, whose price is not known here",
    ],
  ])("does not price what it cannot tell: %j", (inputs, reason) => {
    expect(unpriced(billed([lambda(inputs)]))).toEqual([reason]);
  });

  it("asks nothing for reading queues, but for pollers that are kept ready", () => {
    const ready = { provisionedPollerConfig: { minimumPollers: 2 } };
    const bill = billed([
      declared("aws:lambda/eventSourceMapping:EventSourceMapping", "queue"),
      declared("aws:lambda/eventSourceMapping:EventSourceMapping", "stream", ready),
    ]);
    expect(free(bill)).toEqual(["part of the function, whose calls are paid"]);
    expect(unpriced(bill)).toEqual(["no price of pollers kept ready is known here"]);
  });

  it("asks nothing for permissions and addresses", () => {
    const parts = [
      declared("aws:lambda/permission:Permission", "may-call"),
      declared("aws:lambda/functionUrl:FunctionUrl", "url"),
    ];
    expect(free(billed(parts))).toHaveLength(2);
  });
});
