import { describe, expect, it } from "vitest";
import { refuseVariables } from "../../cli/engine/variables";

const told = (env: NodeJS.ProcessEnv) => {
  try {
    refuseVariables(env);
    return "";
  } catch (error) {
    return (error as Error).message;
  }
};

describe("variables of the person", () => {
  it("may say where the state is, and who opens it", () => {
    const env = {
      PULUMI_BACKEND_URL: "file:///state",
      PULUMI_CONFIG_PASSPHRASE: "x",
      OPTION_A: "",
    };
    expect(told(env)).toBe("");
    expect(told({})).toBe("");
  });

  it("may not give the engine options, whatever they hold", () => {
    expect(told({ PULUMI_OPTION_POLICY_PACK: "" })).toBe(
      "PULUMI_OPTION_POLICY_PACK: it sets an option of the engine's own command line; expected an engine that does what " +
        "this command line asks of it; unset PULUMI_OPTION_POLICY_PACK",
    );
  });

  it("may not name what runs the policy pack, and are all told at once, without their values", () => {
    expect(told({ PULUMI_DEBUG_LANGUAGES: "nodejs:1", PULUMI_OPTION_TARGET: "urn" })).toBe(
      [
        "PULUMI_DEBUG_LANGUAGES: it names another language host, which would run the policy pack; expected an engine that " +
          "does what this command line asks of it; unset PULUMI_DEBUG_LANGUAGES",
        "PULUMI_OPTION_TARGET: it sets an option of the engine's own command line; expected an engine that does what " +
          "this command line asks of it; unset PULUMI_OPTION_TARGET",
      ].join("\n"),
    );
  });
});
