import type { CostedStack } from "../estimate";

/** A stack with something cheaper in it. */
export interface Way {
  /** The setting and what it is to say: `database.instanceSize: small`. */
  setting: string;
  /** What is changed, for words: logical names of resources, or an account. */
  of: readonly string[];
  to: CostedStack;
}

/** One kind of saving: where it is to be had, and what is given up. */
export interface Advice {
  /** Kebab case, unique. */
  id: string;
  title: string;
  /** What is lost by it. */
  lost: string;
  /**
   * For each thing that could be cheaper the ways to make it so, the one that saves most first: the first that every rule
   * allows is told. Pure; says nothing of rules.
   */
  choices: (stack: CostedStack) => readonly (readonly Way[])[];
}
