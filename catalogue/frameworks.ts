/**
 * Frameworks whose pages a server makes unless the app says otherwise, by the slug of Vercel's preset. All others build
 * files. Source: each framework's own guide to deployment; the slugs are those of https://vercel.com/docs/frameworks.
 */
const serverFrameworks: readonly string[] = [
  "blitzjs",
  "express",
  "fastify",
  "h3",
  "hono",
  "hydrogen",
  "nestjs",
  "nextjs",
  "nitro",
  "nuxtjs",
  "react-router",
  "redwoodjs",
  "remix",
  "solidstart-1",
  "sveltekit",
  "sveltekit-1",
  "tanstack-start",
];

/** Folder that a framework's build fills, where the stack file does not say. */
const outputFolders: Readonly<Record<string, string>> = {
  angular: "dist",
  astro: "dist",
  "create-react-app": "build",
  docusaurus: "build",
  "docusaurus-2": "build",
  eleventy: "_site",
  gatsby: "public",
  hexo: "public",
  hugo: "public",
  jekyll: "_site",
  nextjs: ".next",
  vite: "dist",
  vitepress: ".vitepress/dist",
  vue: "dist",
};

/** Whether pages are made by a server for each request, or are files. */
export function kindOfSite(framework: string | undefined): "server" | "static" {
  return framework !== undefined && serverFrameworks.includes(framework) ? "server" : "static";
}

/** Folder of what the build made: `dist` where nobody says another. */
export function outputFolderOf(framework: string | undefined): string {
  return (framework !== undefined && outputFolders[framework]) || "dist";
}
