import { byText } from "../../core/order";
import type { FlyMachine } from "../vendors/fly";
import { refusal } from "./refusal";

/** What is true of a container service when somebody wants to go back. */
export interface ContainerFacts {
  /** Name in the stack: `orchestrator`. */
  service: string;
  app: string;
  /** Regions in the order in which they are updated. */
  regions: readonly string[];
  machines: readonly FlyMachine[];
  /** The image that the stack declares to run. */
  image: string;
  /** What the stack declares to go back to: `recovery.rollback.images`. */
  declared?: string | undefined;
}

export interface ContainerPlan {
  service: "orchestrator";
  name: string;
  app: string;
  image: string;
  /** Machines that run another image, in the order in which they are updated. */
  machines: FlyMachine[];
  /** Those that run it already. */
  there: number;
}

// Requirement: DR-12
/** Which image to run again: of the commit or digest named, else the one that the stack declares. Throws what forbids it. */
export function planContainer(facts: ContainerFacts, to?: string): ContainerPlan {
  const { service: name, app, machines, regions } = facts;
  if (machines.length === 0)
    throw refusal(name, `${app} has no machine`, { fix: "deploy it first" });
  const image = imageToRun(facts, to);
  const others = machines.filter((machine) => machine.image !== image);
  if (others.length === 0) {
    throw refusal(name, `every machine of ${app} runs ${image}`, { allowed: "an earlier image" });
  }
  const place = ({ region }: FlyMachine) => {
    const at = regions.indexOf(region);
    return String(at < 0 ? regions.length : at).padStart(3, "0");
  };
  const ordered = [...others].sort(byText(place, ({ id }) => id));
  const there = machines.length - others.length;
  return { service: "orchestrator", name, app, image, machines: ordered, there };
}

type ImageFacts = Pick<ContainerFacts, "service" | "image" | "declared">;

/** The image of the commit or digest named, else the one that the stack declares to go back to. */
export function imageToRun(facts: ImageFacts, to?: string): string {
  return to === undefined ? declaredOf(facts) : imageOf(facts, to);
}

function declaredOf({ service, declared }: ImageFacts): string {
  if (declared !== undefined) return declared;
  throw refusal(service, "the stack declares no image to go back to", {
    fix: `name a commit with --to, or set groundwork:recovery rollback.images.${service}`,
  });
}

const commit = /^[0-9a-f]{40}$/;
const digest = /^sha256:[0-9a-f]{64}$/;

/** The image of a commit, in the repository that the stack declares: an image of anybody else's is not gone back to. */
function imageOf({ service, image }: ImageFacts, to: string): string {
  const repository = repositoryOf(image);
  const own = to.startsWith(`${repository}:`) || to.startsWith(`${repository}@`);
  const name = own ? to.slice(repository.length + 1) : to;
  if (commit.test(name)) return `${repository}:${name}`;
  if (digest.test(name)) return `${repository}@${name}`;
  throw refusal(service, `--to ${to}`, {
    allowed: `a whole commit (40 characters) or a digest (sha256:…) of ${repository}`,
  });
}

/** `ghcr.io/owner/name` of `ghcr.io/owner/name:tag@sha256:…`; a port of the registry is no tag. */
function repositoryOf(image: string): string {
  return image.replace(/@.*$/, "").replace(/:[^/]*$/, "");
}
