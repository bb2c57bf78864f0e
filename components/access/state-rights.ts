import type { StateArgs } from "./args";
import type { Conditions, Statement } from "../policy-document";

/** Whose state it is. */
export interface StateOwner {
  accountId: string;
  project: string;
  stack: string;
}

/**
 * Reading a stack's own state, and nobody else's. The layout is that of the engine's bucket backend.
 * Source: pulumi v3.259.0, pkg/backend/diy/store.go and lock.go
 */
export function readState({ bucket }: StateArgs, owner: StateOwner): Statement[] {
  const at = `arn:aws:s3:::${bucket}`;
  return [
    // Without a condition on the prefix: to ask for an object that is not there is else refused, not answered.
    { Effect: "Allow", Action: "s3:ListBucket", Resource: at },
    {
      Effect: "Allow",
      Action: "s3:GetObject",
      Resource: [`${at}/.pulumi/meta.yaml`, ...own(at, owner)],
    },
  ];
}

/** Updating it: the lock is written before and deleted after each update. */
export function writeState({ bucket }: StateArgs, owner: StateOwner): Statement[] {
  const resources = own(`arn:aws:s3:::${bucket}`, owner);
  return [{ Effect: "Allow", Action: ["s3:DeleteObject", "s3:PutObject"], Resource: resources }];
}

/** A comparison writes nothing, but the engine locks the state while it reads. */
export function lockState({ bucket }: StateArgs, { project, stack }: StateOwner): Statement[] {
  const locks = `arn:aws:s3:::${bucket}/.pulumi/locks/organization/${project}/${stack}/*`;
  return [{ Effect: "Allow", Action: ["s3:DeleteObject", "s3:PutObject"], Resource: locks }];
}

/** Secrets of this stack alone: the engine names the stack in the encryption context. */
export function decryptState(
  state: StateArgs,
  owner: StateOwner,
  actions: readonly string[] = ["kms:Decrypt", "kms:Encrypt"],
): Statement[] {
  return [
    {
      Effect: "Allow",
      Action: [...actions],
      Resource: anyKey(state, owner),
      Condition: {
        ...withAlias(state),
        StringEquals: { "kms:EncryptionContext:stack": owner.stack },
      },
    },
  ];
}

/** Whatever else is allowed on keys, not on the one that all stacks need. */
export function keepStateKey(state: StateArgs, owner: StateOwner): Statement[] {
  return [
    {
      Sid: "KeepStateKey",
      Effect: "Deny",
      Action: [
        "kms:DeleteAlias",
        "kms:DisableKey",
        "kms:PutKeyPolicy",
        "kms:ScheduleKeyDeletion",
        "kms:TagResource",
        "kms:UpdateAlias",
      ],
      Resource: anyKey(state, owner),
      Condition: withAlias(state),
    },
  ];
}

const anyKey = ({ region }: StateArgs, { accountId }: StateOwner): string =>
  `arn:aws:kms:${region}:${accountId}:key/*`;

function withAlias({ keyAlias }: StateArgs): Conditions {
  return { "ForAnyValue:StringEquals": { "kms:ResourceAliases": [`alias/${keyAlias}`] } };
}

function own(at: string, { project, stack }: StateOwner): string[] {
  return [
    `${at}/.pulumi/stacks/${project}/${stack}.json*`,
    `${at}/.pulumi/locks/organization/${project}/${stack}/*`,
    `${at}/.pulumi/history/${project}/${stack}/*`,
    `${at}/.pulumi/backups/${project}/${stack}/*`,
  ];
}
