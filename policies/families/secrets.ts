import type { Rule } from "../rule";
import { appVariablesEncrypted } from "../rules/secrets/app-variables-encrypted";
import { generatedSecretEntropy } from "../rules/secrets/generated-secret-entropy";
import { githubSecretNames } from "../rules/secrets/github-secret-names";
import { noCloudAccessKeys } from "../rules/secrets/no-cloud-access-keys";
import { noCredentialReuse } from "../rules/secrets/no-credential-reuse";
import { noPlaintextSecrets } from "../rules/secrets/no-plaintext-secrets";
import { noSecretOutputs } from "../rules/secrets/no-secret-outputs";
import { publicVariablesHarmless } from "../rules/secrets/public-variables-harmless";
import { requiredSecretsComplete } from "../rules/secrets/required-secrets-complete";
import { secretDeletionDelayed } from "../rules/secrets/secret-deletion-delayed";
import { secretRotationDeclared } from "../rules/secrets/secret-rotation-declared";
import { secretsRegistered } from "../rules/secrets/secrets-registered";
import { sensitiveVariables } from "../rules/secrets/sensitive-variables";
import { sentryConsistent } from "../rules/secrets/sentry-consistent";

export const secretsRules = [
  appVariablesEncrypted,
  generatedSecretEntropy,
  githubSecretNames,
  noCloudAccessKeys,
  noCredentialReuse,
  noPlaintextSecrets,
  noSecretOutputs,
  publicVariablesHarmless,
  requiredSecretsComplete,
  secretDeletionDelayed,
  secretRotationDeclared,
  secretsRegistered,
  sensitiveVariables,
  sentryConsistent,
] as const satisfies readonly Rule[];
