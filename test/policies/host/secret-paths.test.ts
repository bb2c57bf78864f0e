import * as policyServer from "@pulumi/policy/server";
import { Secret, type ResourceValidationPolicy } from "@pulumi/policy";
import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import { type JavaScriptValue, Struct } from "google-protobuf/google/protobuf/struct_pb";
import { describe, expect, it } from "vitest";
import { signatureKey, signatures, unknownSentinel } from "../../../core/signatures";
import { readWire } from "../../../offline/values";
import { enginePolicies } from "../../../policies/engine";
import { secretPathsIn } from "../../../policies/host/secret-paths";
import { noPlaintextSecrets } from "../../../policies/rules/secrets/no-plaintext-secrets";
import { engineFor } from "../../support/rule-kit";
import { today } from "../support/stack";

type Props = Record<string, JavaScriptValue>;
const secret = (value: JavaScriptValue): Props => ({ [signatureKey]: signatures.secret, value });
const token = ["re", "8dKw3LmQ", "2Zx9vB7nT4yR6uP1sE5aG0h"].join("_");
const wire: Props = {
  plain: token,
  marked: secret(token),
  open: unknownSentinel,
  hidden: secret(unknownSentinel),
  list: [secret(token), { deep: secret(token), name: "x" }, token],
  map: { "with.dot": secret(token) },
  whole: secret({ inner: token }),
};

type Remediate = (
  call: { request: analyzer.AnalyzeRequest },
  callback: (error: Error | null, response?: analyzer.RemediateResponse) => void,
) => void;
const { makeRemediateRpcFun } = policyServer as unknown as {
  makeRemediateRpcFun: (...args: unknown[]) => Remediate;
};

/** Asks for a remediation as the engine does before it shows a resource to be judged. */
function remediate(
  policies: unknown,
  urn: string,
  props: Props,
): Promise<analyzer.RemediateResponse> {
  const request = new analyzer.AnalyzeRequest();
  request.setUrn(urn);
  request.setType("aws:x/y:Z");
  request.setName("z");
  request.setProperties(Struct.fromJavaScript(props));
  request.setOptions(new analyzer.AnalyzerResourceOptions());
  const call = makeRemediateRpcFun("groundwork-all", "0.1.0", "mandatory", policies);
  return new Promise((resolve, reject) => {
    call({ request }, (error, response) => {
      if (error || !response) reject(error ?? new Error("no response"));
      else resolve(response);
    });
  });
}

const urn = "urn:pulumi:prod::groundwork::aws:x/y:Z::z";
const pack = () =>
  enginePolicies({
    pack: "groundwork-all",
    version: "0.1.0",
    rules: [noPlaintextSecrets],
    clock: () => today,
  });

describe("secrets as the engine shows them to a remediation", () => {
  it("are found where the offline run finds them", async () => {
    const seen: string[][] = [];
    const spy: Partial<ResourceValidationPolicy> = {
      name: "spy",
      description: "",
      enforcementLevel: "remediate",
      remediateResource: ({ props }) => void seen.push(secretPathsIn(props).sort()),
    };
    await remediate([spy], urn, wire);
    expect(seen).toEqual([readWire(wire).secrets.sort()]);
    expect(seen[0]).toEqual([
      "hidden",
      "list[0]",
      "list[1].deep",
      'map["with.dot"]',
      "marked",
      "whole",
    ]);
  });

  it("are not looked at", () => {
    expect(secretPathsIn({ a: new Secret({ b: new Secret("c") }) })).toEqual(["a"]);
  });

  it("change nothing, and let the pack tell plain text from them", async () => {
    const policies = pack();
    const response = await remediate(policies, urn, wire);
    expect(response.getRemediationsList()).toEqual([]);
    const engine = engineFor(policies);
    const plain: Props = { ...wire, marked: token, whole: { inner: token } };
    const resource = { urn, type: "aws:x/y:Z", name: "z", props: plain, provider: true };
    await engine.declare(resource);
    const told = (await engine.finish([resource])).map(({ message }) => message.split(":")[0]);
    expect(told).toEqual(["list[2]", "plain"]);
  });

  it("are forgotten with the stack: what nobody told is not judged", async () => {
    const policies = pack();
    const engine = engineFor(policies);
    const resource = { urn, type: "aws:x/y:Z", name: "z", props: { plain: token }, provider: true };
    await remediate(policies, urn, { plain: token });
    await engine.declare(resource);
    expect(await engine.finish([resource])).toHaveLength(1);
    await engine.declare(resource);
    expect(await engine.finish([resource])).toEqual([]);
  });
});
