import type * as pulumi from "@pulumi/pulumi";
import * as admin from "../../providers/supabase-admin/sdk";
import { child, type Component, type Transform } from "../component";
import { defaults, type SupabaseBucketSettings } from "./args";
import { ownerFolderPolicies } from "./row-policies";

/** The last word on each child of a bucket on Supabase. */
export interface SupabaseTransforms {
  /** The bucket. */
  bucket?: Transform<admin.BucketArgs> | undefined;
  /** Its row policies. */
  policies?: Transform<admin.BucketPoliciesArgs> | undefined;
}

// Requirement: STOR-01, STOR-06
/** Declares the bucket and the row policies that open it; answers its name. */
export function declareOnSupabase(
  parent: Component,
  projectRef: pulumi.Input<string>,
  args: SupabaseBucketSettings,
  transforms: SupabaseTransforms,
): pulumi.Output<string> {
  const { name, fileSizeLimit, allowedMimeTypes, protect, retainOnDelete } = args;
  const bucketArgs: admin.BucketArgs = {
    projectRef,
    name,
    public: args.public ?? false,
    ...(fileSizeLimit !== undefined && { fileSizeLimit }),
    ...(allowedMimeTypes !== undefined && { allowedMimeTypes: [...allowedMimeTypes] }),
  };
  const options = {
    ...(protect !== undefined && { protect }),
    ...(retainOnDelete !== undefined && { retainOnDelete }),
    transform: transforms.bucket,
  };
  const bucket = new admin.Bucket(...child(parent, "", bucketArgs, options));
  const policies = ownerFolderPolicies(name, args.ownerFolder ?? defaults.ownerFolder);
  if (policies.length > 0) {
    const policyArgs: admin.BucketPoliciesArgs = { projectRef, bucket: name, policies };
    new admin.BucketPolicies(
      ...child(parent, "policies", policyArgs, {
        dependsOn: [bucket],
        transform: transforms.policies,
      }),
    );
  }
  return bucket.name;
}
