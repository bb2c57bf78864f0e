import type { Reference } from "../../rule";

/** Controls of AWS's own standard, by the service that they are listed under. */
export function awsControl(service: "s3" | "kms", clause: string): Reference {
  return {
    standard: "AWS Foundational Security Best Practices",
    clause,
    url: `https://docs.aws.amazon.com/securityhub/latest/userguide/${service}-controls.html`,
  };
}

/** An article of the GDPR: `32`. */
export function gdpr(article: number, clause = `Article ${article}`): Reference {
  return { standard: "GDPR", clause, url: `https://gdpr-info.eu/art-${article}-gdpr/` };
}

export const iso = (clause: string): Reference => ({ standard: "ISO/IEC 27001:2022", clause });

export const soc2 = (clause: string): Reference => ({ standard: "SOC 2", clause });

export const asvs = (clause: string): Reference => ({ standard: "OWASP ASVS 5.0", clause });

export function supabaseDocs(clause: string, page: string): Reference {
  return { standard: "Supabase", clause, url: `https://supabase.com/docs/guides/${page}` };
}
