/**
 * Outputs of our components that another component's settings may name, `<component>.<output>`. All of them are
 * public; what is confidential has a name among the secrets.
 */
export const stackOutputs = ["database.url", "database.projectRef", "webVitals.client"] as const;
export type StackOutput = (typeof stackOutputs)[number];
