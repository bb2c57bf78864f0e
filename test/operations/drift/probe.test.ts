import { describe, expect, it } from "vitest";
import { probeProject } from "../../../operations/drift/probe";
import { type Answer, type Question, Unreachable } from "../../../operations/reach";

async function probed(answer: number | Error) {
  const asked: [string, Question | undefined][] = [];
  const ask = (url: string, question?: Question): Promise<Answer> => {
    asked.push([url, question]);
    if (answer instanceof Error) return Promise.reject(answer);
    return Promise.resolve({ status: answer, headers: {}, body: "", url, milliseconds: 1 });
  };
  const door = { reach: { ask }, api: "https://api.example", token: "tell-nobody" };
  return { probed: await probeProject(door, "abcd"), asked };
}

describe("the probe of a Supabase project", () => {
  it("asks for the project itself, with the token", async () => {
    const { asked } = await probed(200);
    expect(asked[0]?.[0]).toBe("https://api.example/v1/projects/abcd");
    expect(asked[0]?.[1]?.headers).toMatchObject({ authorization: "Bearer tell-nobody" });
  });

  it.each<[number, object]>([
    [200, { there: true }],
    [404, { there: false }],
    [401, { untold: "the Management API answers 401" }],
    [500, { untold: "the Management API answers 500" }],
  ])("reads %d", async (status, wanted) => expect((await probed(status)).probed).toEqual(wanted));

  it("does not take silence for a deletion, and tells no token", async () => {
    const silent = new Unreachable("https://api.example", "not in time", "UND_ERR_ABORTED");
    const { probed: told } = await probed(silent);
    expect(told).toMatchObject({ untold: expect.stringContaining("not in time") as string });
    expect(JSON.stringify(told)).not.toContain("tell-nobody");
  });
});
