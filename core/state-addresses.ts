/** Where a state is kept on S3, as a stack's file names it. */
export interface StatePlace {
  bucket: string;
  region: string;
  /** Alias of the key for secrets, without `alias/`. */
  keyAlias: string;
}

/** For `pulumi login` and PULUMI_BACKEND_URL. */
export function backendUrl({ bucket, region }: Pick<StatePlace, "bucket" | "region">): string {
  return `s3://${bucket}?region=${region}`;
}

/**
 * For `pulumi stack init --secrets-provider` and `pulumi stack change-secrets-provider`. The context binds the secrets to
 * the stack: a role that may decrypt those of one stack cannot decrypt those of another.
 */
export function secretsProvider({ keyAlias, region }: StatePlace, stack: string): string {
  return `awskms://alias/${keyAlias}?region=${region}&context_stack=${stack}`;
}
