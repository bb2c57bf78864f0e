import { config } from "zod";

/* A schema judges one file, or one rule's options: compiling a parser of its own takes longer than it ever saves. */
config({ jitless: true });
