import { z } from "zod";
import { secretName } from "../formats";

/**
 * Encrypted values by name, for variables to refer to. Only the names are looked at here: values are read as
 * secrets by `load` and are never judged, shown or kept.
 */
export const secretsSection = z
  .record(secretName, z.unknown())
  .describe(
    "Encrypted values by name: pulumi config set --secret --path 'groundwork:secrets.NAME'. Never written by hand.",
  );
