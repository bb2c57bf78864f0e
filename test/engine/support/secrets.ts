import { standInPrefix } from "../../../config/stand-in";
import { readLedger } from "../../../sandbox/client";
import type { Secrets } from "../../support/secret-scan";

/* The secrets of a stack on a sandbox, from the places that keep them sealed. */

interface Exported {
  deployment: { resources: ExportedResource[] };
}
interface ExportedResource {
  urn: string;
  type: string;
  outputs?: Record<string, unknown>;
}

/** Outputs that hold what the update generated, in one spelling or another. */
const generated = /^(random:.* (result|hex|base64|bcryptHash)|vercel:.*:LogDrain secret)$/;

/** Secrets that an update generated, by resource and output, out of `stack export --show-secrets`. */
export function generatedSecrets(exported: string): Secrets {
  const { resources } = (JSON.parse(exported) as Exported).deployment;
  return Object.fromEntries(
    resources.flatMap(({ urn, type, outputs = {} }) =>
      Object.entries(outputs)
        .filter(([output]) => generated.test(`${type} ${output}`))
        .map(([output, sealed]): [string, string] => [
          `${urn.split("::").at(-1)} ${output}`,
          opened(sealed),
        ])
        // What a person names has a text that stands for it, and is looked for by that.
        .filter(([, value]) => !value.startsWith(standInPrefix)),
    ),
  );
}

/** Keys of the Supabase projects, which the provider plugin asks the Management API for by itself. */
export async function serviceKeys(cloud: string, endpoint: string): Promise<Secrets> {
  const projects = readLedger(cloud).objects.filter(({ type }) => type.endsWith(":Project"));
  const refs = projects.filter(({ type }) => type.startsWith("supabase:")).map(({ id }) => id);
  const keys = refs.map(async (ref) => {
    const address = `${endpoint}/v1/projects/${ref}/api-keys?reveal=true`;
    const answer = await fetch(address, { headers: { authorization: "Bearer sandbox" } });
    const [first] = (await answer.json()) as { api_key: string }[];
    if (!first) throw new Error(`no key of ${ref}`);
    return [`service key of ${ref}`, first.api_key] as const;
  });
  return Object.fromEntries(await Promise.all(keys));
}

function opened(sealed: unknown): string {
  return JSON.parse((sealed as { plaintext: string }).plaintext) as string;
}
