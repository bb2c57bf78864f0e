/** Type tokens of the providers' resources that rules judge. */
export const providerTypes = {
  vercelProject: "vercel:index/project:Project",
  vercelRoute: "vercel:index/projectRoute:ProjectRoute",
  vercelDomain: "vercel:index/projectDomain:ProjectDomain",
  vercelVariable: "vercel:index/projectEnvironmentVariable:ProjectEnvironmentVariable",
  supabaseProject: "supabase:index/project:Project",
  supabaseSettings: "supabase:index/settings:Settings",
  awsHealthCheck: "aws:route53/healthCheck:HealthCheck",
  awsBudget: "aws:budgets/budget:Budget",
} as const;
