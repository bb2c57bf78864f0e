/** How Stryker runs, whatever is mutated. */
export declare const options: { readonly ignorePatterns: readonly string[] };
