import path from "node:path";
import { describe, expect, it } from "vitest";
import { loadSdk } from "../../offline/sdk";
import { signatureKey, signatures, unknownSentinel } from "../../core/signatures";
import { projectDir } from "./support";

/** The SDK keeps these to itself; an upgrade that changes one must fail here, not in a wrong answer. */
describe("the SDK's inner parts that the offline run leans on", () => {
  const sdk = loadSdk(path.join(projectDir, "dist/program.cjs"), projectDir);

  it("give each run a store of its own, with the fields that we set and read", () => {
    const { state } = sdk;
    const store = () => state.withLocalStorage(() => state.getLocalStore());
    expect(state.getLocalStore()).toBeUndefined();
    const [one, two] = [store(), store()];
    expect(one).not.toBe(two);
    expect(one).toMatchObject({
      settings: { options: { rootDirectory: expect.any(String) as unknown } },
      leakCandidates: new Set(),
    });
  });

  it("hand a run its monitor, project, stack and config", () => {
    const seen = sdk.state.withLocalStorage(() => {
      sdk.runtime.setMockOptions({ marker: 1 }, "shop", "prod", true, "org");
      sdk.runtime.setAllConfig({ "shop:a": "b" }, ["shop:a"]);
      const { getProject, getStack, getOrganization, isDryRun, getMonitor, getConfig } =
        sdk.runtime;
      const settings = [getProject(), getStack(), getOrganization(), isDryRun()];
      return { settings, monitor: getMonitor(), config: getConfig("shop:a") };
    });
    expect(seen.settings).toEqual(["shop", "prod", "org", true]);
    expect(seen.monitor).toEqual({ marker: 1 });
    expect(seen.config).toBe("b");
  });

  it("tell leaked promises as a set and a text", () => {
    const [leaks, text] = sdk.state.withLocalStorage(() => sdk.debuggable.leakedPromises());
    expect([...leaks]).toEqual([]);
    expect(text).toBe("");
  });

  it("let plain functions be replaced, as providers call them through the module", () => {
    for (const name of ["invoke", "invokeSingle"]) {
      expect(Object.getOwnPropertyDescriptor(sdk.runtime, name)).toMatchObject({ writable: true });
    }
  });

  it("mark unknowns and secrets as we do", () => {
    expect(sdk.runtime).toMatchObject({
      unknownValue: unknownSentinel,
      specialSigKey: signatureKey,
      specialSecretSig: signatures.secret,
    });
  });

  it("answer for features that its own monitor for tests has", () => {
    for (const method of ["getDeploymentInfo", "supportsFeature", "registerPackage"]) {
      expect(sdk.MockMonitor.prototype).toHaveProperty(method);
    }
  });
});
