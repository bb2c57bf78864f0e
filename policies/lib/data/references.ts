import type { Reference } from "../../rule";

/** Controls of AWS's own standard, by the service that they are listed under. */
export function awsControl(service: "cloudfront" | "s3" | "kms", clause: string): Reference {
  return {
    standard: "AWS Foundational Security Best Practices",
    clause,
    url: `https://docs.aws.amazon.com/securityhub/latest/userguide/${service}-controls.html`,
  };
}

export function supabaseDocs(clause: string, page: string): Reference {
  return { standard: "Supabase", clause, url: `https://supabase.com/docs/guides/${page}` };
}
