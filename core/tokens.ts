/** Type tokens of our components: `groundwork:<module>:<Thing>`, as they stand in URNs and state. */
export const tokens = {
  stackProfile: "groundwork:stack:StackProfile",
  hostingProject: "groundwork:hosting:HostingProject",
  hostedSite: "groundwork:hosting:HostedSite",
  hostedRoute: "groundwork:hosting:HostedRoute",
  database: "groundwork:database:Database",
  uptimeChecks: "groundwork:uptime:UptimeChecks",
  dns: "groundwork:dns:Dns",
  budget: "groundwork:budget:Budget",
  containerService: "groundwork:services:ContainerService",
  storageBucket: "groundwork:storage:StorageBucket",
  secrets: "groundwork:secrets:Secrets",
  recovery: "groundwork:recovery:Recovery",
  repository: "groundwork:repository:Repository",
  alerts: "groundwork:alerts:Alerts",
  dashboard: "groundwork:alerts:Dashboard",
  logs: "groundwork:logs:Logs",
  access: "groundwork:access:Access",
  oidcProvider: "groundwork:access:OidcProvider",
  stateBackend: "groundwork:state:StateBackend",
  errorTracking: "groundwork:errors:ErrorTracking",
  cache: "groundwork:cache:Cache",
  webVitals: "groundwork:vitals:WebVitals",
} as const;

export type ComponentToken = (typeof tokens)[keyof typeof tokens];
