/** What a service does: it answers requests, or it works through what waits for it, and nobody asks it anything. */
export const serviceRoles = ["web", "worker"] as const;
export type ServiceRole = (typeof serviceRoles)[number];

/** What a service is where nobody says. */
export const defaultServiceRole = "web" satisfies ServiceRole;

/** Keys of a service that requests alone need, each with what to do about it on a worker. */
export const webOnly = {
  port: {
    allowed: "no port on a worker: nobody reaches it",
    fix: "take port out, or say kind: web",
  },
  checks: {
    allowed: "no checks on a worker: nobody can ask it whether it is well",
    fix: "take checks out, let the process end when it is ill, and it is started again; or say kind: web",
  },
  "limits.connections": {
    allowed: "no connections on a worker: it takes none",
    fix: "take connections out, or say kind: web",
  },
  previews: {
    allowed: "no previews on a worker: they are started by requests",
    fix: "move previews to a service of kind web",
  },
} as const;
