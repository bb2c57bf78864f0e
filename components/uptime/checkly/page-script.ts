/**
 * What Checkly runs in a browser, as Playwright has it: the page answers, has a title and a body, and none of its
 * scripts throws. Plain text: Checkly takes one file, without modules of ours.
 */
export function pageScript(url: string): string {
  return `const { expect, test } = require("@playwright/test");

const url = ${JSON.stringify(url)};

test("the main page opens", async ({ page }) => {
  const thrown = [];
  page.on("pageerror", (error) => thrown.push(error.message));
  const response = await page.goto(url, { waitUntil: "load" });
  expect(response.status(), "status of " + url).toBeLessThan(400);
  await expect(page, "title of " + url).toHaveTitle(/\\S/);
  await expect(page.locator("body"), "body of " + url).not.toBeEmpty();
  expect(thrown, "errors that scripts of " + url + " throw").toEqual([]);
});
`;
}
