import type * as pulumi from "@pulumi/pulumi";
import * as admin from "../../providers/supabase-admin/sdk";
import { child, type ChildOptions, type Component, type Transform } from "../component";
import type { DatabaseSpec } from "./spec";

/** The last word on each child that our own provider manages. */
export interface AdminTransforms {
  /** The connection pooler. */
  pooler?: Transform<admin.PoolerArgs> | undefined;
  /** Recovery to a point in time. */
  pitr?: Transform<admin.PitrAddonArgs> | undefined;
  /** Called for each read replica. */
  readReplica?: Transform<admin.ReadReplicaArgs> | undefined;
  /** The hour of the daily backup. */
  backupSchedule?: Transform<admin.BackupScheduleArgs> | undefined;
  /** The hostname of one's own. */
  customHostname?: Transform<admin.CustomHostnameArgs> | undefined;
  /** The limits of Realtime. */
  realtime?: Transform<admin.RealtimeConfigArgs> | undefined;
  /** Called for each edge function's check of its callers. */
  functionJwt?: Transform<admin.FunctionJwtArgs> | undefined;
}

/** How far a custom hostname is. */
export interface CustomHostnameState {
  /** `2_initiated` until it is activated, `5_services_reconfigured` in the end. */
  status: pulumi.Output<string>;
  /** DNS record that proves whose the hostname is: `{ type, name, value }`. */
  verification: pulumi.Output<Record<string, string>>;
}

/** What the children belong to and come after. */
interface Project {
  projectRef: pulumi.Output<string>;
  settings: pulumi.Resource;
  functions: Record<string, { localChecksum: pulumi.Output<string> } & pulumi.Resource>;
}

interface Place {
  parent: Component;
  spec: DatabaseSpec;
  project: Project;
  transforms: AdminTransforms;
}

/**
 * Declares what Supabase's own provider cannot manage. Requirement: DB-02, DB-06, DB-07, DB-14, DR-07
 */
export function declareWithAdmin(
  parent: Component,
  spec: DatabaseSpec,
  project: Project,
  transforms: AdminTransforms,
): CustomHostnameState | undefined {
  const place = { parent, spec, project, transforms };
  declareConnections(place);
  declareRecovery(place);
  declareJwtChecks(place);
  return declareHostname(place);
}

/** After the settings: they may raise `max_connections`, and a change of theirs restarts the database. */
function declareConnections(place: Place): void {
  const { parent, spec, project, transforms } = place;
  const { projectRef } = project;
  const { pooler, realtime } = spec.admin;
  if (pooler) {
    const args = { projectRef, ...pooler };
    new admin.Pooler(...child(parent, "pooler", args, after(place, transforms.pooler)));
  }
  if (realtime) {
    const args = { projectRef, ...realtime };
    new admin.RealtimeConfig(...child(parent, "realtime", args, after(place, transforms.realtime)));
  }
}

/** A replica starts from the physical backups that recovery to a point in time brings. */
function declareRecovery(place: Place): void {
  const { parent, spec, project, transforms } = place;
  const { projectRef } = project;
  const { pitr, backupSchedule, readReplicas } = spec.admin;
  const addon = pitr && { projectRef, ...pitr };
  const recovery =
    addon && new admin.PitrAddon(...child(parent, "pitr", addon, after(place, transforms.pitr)));
  for (const region of readReplicas) {
    const opts = after(place, transforms.readReplica, recovery);
    new admin.ReadReplica(...child(parent, `replica-${region}`, { projectRef, region }, opts));
  }
  if (backupSchedule) {
    const args = { projectRef, ...backupSchedule };
    const opts = after(place, transforms.backupSchedule);
    new admin.BackupSchedule(...child(parent, "backups", args, opts));
  }
}

/** Said of every function, so that one opened by hand is seen; said again after each deployment, which may undo it. */
function declareJwtChecks(place: Place): void {
  const { parent, spec, project, transforms } = place;
  const { projectRef, functions } = project;
  for (const { slug, verifyJwt } of spec.admin.functions) {
    const deployed = functions[slug];
    const deployment = deployed?.localChecksum;
    const args = { projectRef, slug, verifyJwt, ...(deployment && { deployment }) };
    const opts = after(place, transforms.functionJwt, deployed);
    new admin.FunctionJwt(...child(parent, `function-${slug}-jwt`, args, opts));
  }
}

function declareHostname(place: Place): CustomHostnameState | undefined {
  const { parent, spec, project, transforms } = place;
  const { customHostname } = spec.admin;
  if (!customHostname) return undefined;
  const args = { projectRef: project.projectRef, ...customHostname };
  const opts = after(place, transforms.customHostname);
  const { status, verification } = new admin.CustomHostname(
    ...child(parent, "hostname", args, opts),
  );
  return { status, verification };
}

/** Options of a child that comes after the project's settings, or after something that does. */
function after<Args>(
  { spec, project }: Place,
  transform: Transform<Args> | undefined,
  other?: pulumi.Resource,
): ChildOptions<Args> {
  return {
    transform,
    dependsOn: [project.settings, ...(other ? [other] : [])],
    ...(spec.retainOnDelete && { retainOnDelete: true }),
  };
}
