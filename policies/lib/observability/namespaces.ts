/** Namespaces that AWS's own services publish in: most begin with `AWS/`. */
const awsNamespaces =
  /^(AWS\/|CloudWatchSynthetics$|CWAgent$|ContainerInsights$|ECS\/|LambdaInsights$)/;

/** Whether the product itself publishes in the namespace. */
export const isOwnNamespace = (namespace: string): boolean => !awsNamespaces.test(namespace);
