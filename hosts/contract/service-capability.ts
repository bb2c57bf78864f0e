/**
 * What a container service can ask for and not every vendor can do. A vendor answers every line in its own file of this
 * folder, so that nothing asked for is passed over.
 */
export const serviceCapabilities = [
  "near-region",
  "several-regions",
  "whole-cpus",
  "own-cpus",
  "scale-to-zero",
  "scale-by-load",
  "scale-times",
  "connection-limits",
  "tcp-check",
  "check-times",
  "check-after-deploy",
  "release-strategy",
  "disk",
  "database",
  "preview-pool",
  "secret-values",
  "unchanged-secrets",
  "host-name",
] as const;
export type ServiceCapability = (typeof serviceCapabilities)[number];
