import type { Edit } from "./edit";

export const httpsEdits: readonly Edit[] = [
  { requirement: "HDR-09", at: ["database", "sslEnforcement"], to: false, fails: ["database-tls"] },
  {
    requirement: "HDR-09",
    at: ["hosting", "variables", "ORCHESTRATOR_URL"],
    to: "http://velocity-orchestrator.fly.dev",
    fails: ["urls-https"],
  },
  {
    requirement: "HDR-09",
    at: ["services", "orchestrator", "env", "APP_URL"],
    to: "http://app.velocity-platform.com",
    fails: ["service-https"],
  },
  { requirement: "LOG-03", beside: "a drain over plain HTTP", fails: ["log-drain-https"] },
  { requirement: "HDR-09", beside: "a bucket policy that asks for no TLS", fails: ["s3-tls-only"] },
];
