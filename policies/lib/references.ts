import type { Reference } from "../rule";

/** A control of Annex A. */
export const iso = (clause: string): Reference => ({ standard: "ISO/IEC 27001:2022", clause });

/** A criterion of the Trust Services Criteria. */
export const soc2 = (clause: string): Reference => ({ standard: "SOC 2", clause });

export const asvs = (clause: string): Reference => ({ standard: "OWASP ASVS 5.0", clause });

/** An article of the GDPR: `32`. */
export function gdpr(article: number, clause = `Article ${article}`): Reference {
  return { standard: "GDPR", clause, url: `https://gdpr-info.eu/art-${article}-gdpr/` };
}

/** The project that lists headers to send and to remove. */
export function owaspHeaders(header: string): Reference {
  return {
    standard: "OWASP Secure Headers Project",
    clause: header,
    url: "https://owasp.org/www-project-secure-headers/",
  };
}

export const owaspCsp: Reference = {
  standard: "OWASP Content Security Policy Cheat Sheet",
  clause: "Strict CSP",
  url: "https://cheatsheetseries.owasp.org/cheatsheets/Content_Security_Policy_Cheat_Sheet.html",
};

export const owaspClickjacking: Reference = {
  standard: "OWASP Clickjacking Defense Cheat Sheet",
  clause: "Content-Security-Policy: frame-ancestors",
  url: "https://cheatsheetseries.owasp.org/cheatsheets/Clickjacking_Defense_Cheat_Sheet.html",
};

/** Who decides by what a system is judged, and that it is written down. */
export const governance: Reference = soc2("CC5.2");

/** That exceptions are decided by somebody, recorded and reviewed. */
export const exceptions: Reference = iso("A.5.36");

/** TLS for whatever clients reach from outside, and for connections between services. */
export const tlsOutside: Reference = asvs("12.2.1");
export const tlsBetween: Reference = asvs("12.3.1");

/** That secrets are kept and handed on by a means made for them. */
export const secretHandling: Reference = asvs("13.3.1");
