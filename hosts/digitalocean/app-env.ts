import * as pulumi from "@pulumi/pulumi";

/** One variable of an app of App Platform. A secret one is kept secret by the engine, and encrypted by DigitalOcean. */
export function appEnv(
  key: string,
  value: pulumi.Input<string>,
  secret: boolean,
  scope: "RUN_TIME" | "RUN_AND_BUILD_TIME",
) {
  return secret
    ? { key, value: pulumi.secret(value), type: "SECRET", scope }
    : { key, value, type: "GENERAL", scope };
}
