import { z } from "zod";
import { tokens } from "../../../core/tokens";
import { judgeProperty } from "../../lib/judge-property";
import { providerTypes } from "../../lib/provider-types";
import { tlsBetween } from "../../lib/references";
import { defineRule, pass } from "../../rule";

/** Where each type says that it takes TLS alone. Serverless caches take nothing else. */
const says: Readonly<Record<string, string>> = {
  [tokens.cache]: "tls",
  [providerTypes.awsCacheCluster]: "transitEncryptionEnabled",
  [providerTypes.awsCacheGroup]: "transitEncryptionEnabled",
};

// Requirement: CAP-06
export const cacheEncryptedInTransit = defineRule({
  id: "cache-encrypted-in-transit",
  title: "A cache is reached by TLS alone",
  why: "A cache holds what users have just read and written, and its password goes first over the same wire.",
  fix: "Reach it by rediss://, or set transitEncryptionEnabled to true.",
  severity: "high",
  topics: ["data", "https", "cache"],
  references: [
    tlsBetween,
    {
      standard: "AWS Foundational Security Best Practices",
      clause: "ElastiCache.5",
      url: "https://docs.aws.amazon.com/securityhub/latest/userguide/elasticache-controls.html",
    },
  ],
  appliesTo: [...Object.keys(says), providerTypes.awsCacheServerless],
  options: z.strictObject({}),
  check: (cache) => {
    const property = says[cache.type];
    if (property === undefined) return pass({ found: "TLS alone" });
    return judgeProperty(cache, {
      property,
      wanted: true,
      absent: false,
      holds: (found) => found === true,
    });
  },
});
