// Runs on Deno at Supabase, which has checked the caller's token before this is called.

interface Order {
  prompt?: string;
}

Deno.serve(async (request: Request): Promise<Response> => {
  if (request.method !== "POST") return answer(405, { error: "POST only" });
  const { prompt }: Order = await request.json().catch(() => ({}));
  if (!prompt) return answer(400, { error: "prompt is missing" });

  const key = Deno.env.get("OPENAI_API_KEY");
  if (!key) return answer(503, { error: "no model is set up" });
  const generated = await fetch("https://api.openai.com/v1/responses", {
    method: "POST",
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    body: JSON.stringify({ model: "gpt-5-mini", input: prompt }),
    signal: AbortSignal.timeout(25_000),
  });
  return generated.ok
    ? answer(200, await generated.json())
    : answer(502, { error: `the model answered ${generated.status}` });
});

function answer(status: number, content: unknown): Response {
  return Response.json(content, { status, headers: { "cache-control": "no-store" } });
}
