import { renderedScriptStart } from "../../render/header";
import { isWorker, poolAppVariable, poolSizeVariable } from "../../render/service";
import type {
  HostedSpec,
  NamedServices,
  Renderer,
  ServiceFile,
  ServiceSpec,
  StackTarget,
} from "../../render/service";
import { call, type Literal, script } from "./script";

/** Railway counts memory in bytes. */
const megabyte = 1024 * 1024;

// Requirement: HOST-16
/**
 * `.railway/railway.ts`: all services of a stack that Railway runs, as its tool compares them with an environment and
 * applies them. One file for all, since what stands in the environment and not in the file is taken away.
 */
function renderRailway(all: NamedServices, target: StackTarget): ServiceFile[] {
  const hosted = all.flatMap(([, spec]) => (spec.hosted ? [{ spec, hosted: spec.hosted }] : []));
  const [first] = hosted;
  if (!first) return [];
  const file = fileName(target);
  const resources = hosted.map(({ spec, hosted }) => serviceOf(spec, hosted));
  const comments = [
    header(target),
    ...notes(
      hosted.map(({ spec }) => spec),
      target,
      file,
    ),
  ];
  const text = [
    ...comments.map((line) => `// ${line}`),
    `import { defineRailway, image, preserve, project, service } from "railway/iac";`,
    "",
    `export default defineRailway(() => ${script(call("project", first.spec.org, { resources }))});`,
    "",
  ].join("\n");
  return [{ file, text, services: all.map(([name]) => name) }];
}

export const service: Renderer = renderRailway;

function fileName({ stack, tier }: StackTarget): string {
  return tier === "prod" ? ".railway/railway.ts" : `.railway/railway.${stack}.ts`;
}

function header({ stack }: StackTarget): string {
  const start = renderedScriptStart.replace(/^\/\/ /, "");
  return `${start}Pulumi.${stack}.yaml, groundwork:services. Change it there, then: npx groundwork render ${stack}`;
}

function notes(specs: readonly ServiceSpec[], { stack, tier }: StackTarget, file: string) {
  const named = tier === "prod" ? "" : ` --file ${file}`;
  return [
    `Once: npm install railway, then railway link to the project ${specs[0]?.org ?? ""} and its environment ${stack}.`,
    `Deploy: railway config plan${named}, then railway config apply${named}. It owns that environment: what is not here goes.`,
    ...specs.flatMap(({ app, secrets }) =>
      secrets.length > 0
        ? [
            `Secrets, each by railway variable set NAME --stdin --service ${app}: ${secrets.join(", ")}`,
          ]
        : [],
    ),
    ...specs.map((spec) =>
      isWorker(spec)
        ? `${spec.app} is a worker: it gets no name outside.`
        : `Its name outside, once: railway domain --service ${spec.app}`,
    ),
  ];
}

function serviceOf(spec: ServiceSpec, hosted: HostedSpec): Literal {
  const { app, image, checks } = spec;
  return call("service", app, {
    source: call("image", image),
    ...(checks.http && { healthcheck: checks.http.path }),
    replicas: Object.fromEntries(byName(hosted.regions)),
    env: variablesOf(spec),
    deploy: {
      // Else Railway gives up after ten times.
      restartPolicyType: "ALWAYS",
      limitOverride: {
        containers: { cpu: hosted.cpus, memoryBytes: hosted.memoryMb * megabyte },
      },
    },
  });
}

/** Plain variables with their texts; a secret keeps what Railway has of it. */
function variablesOf({ env, port, previews, secrets }: ServiceSpec): Record<string, Literal> {
  const all: [string, Literal][] = [
    ...Object.entries(env),
    ...(port === undefined ? [] : [["PORT", String(port)] as [string, Literal]]),
    ...(previews ? [[poolSizeVariable, String(previews.poolSize)] as [string, Literal]] : []),
    ...(previews?.image ? [[poolAppVariable, previews.app] as [string, Literal]] : []),
    ...secrets.map((name): [string, Literal] => [name, call("preserve")]),
  ];
  return Object.fromEntries(byName(Object.fromEntries(all)));
}

/** Whatever the order in which they were declared. */
function byName<T>(all: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1));
}
