// Runs on Deno at Supabase, called by a job of the database when there are new errors. Supabase has checked the token.
import { isServiceRole, notify, type Settings } from "./notify.ts";

Deno.serve(async (request: Request): Promise<Response> => {
  if (request.method !== "POST") return answer(405, { error: "POST only" });
  if (!isServiceRole(request.headers.get("authorization"))) {
    return answer(403, { error: "for the service role alone" });
  }
  try {
    const outcome = await notify(settings(), fetch, new Date());
    console.log(JSON.stringify({ level: "info", event: "errors_read", ...outcome }));
    return answer(200, outcome);
  } catch (error) {
    const reason = error instanceof Error ? error.message : "unknown";
    console.error(JSON.stringify({ level: "error", event: "errors_not_told", reason }));
    return answer(502, { error: "nobody was told" });
  }
});

function settings(): Settings {
  return {
    url: needed("SUPABASE_URL"),
    serviceRoleKey: needed("SUPABASE_SERVICE_ROLE_KEY"),
    resendKey: needed("RESEND_API_KEY"),
    from: needed("ERROR_MAIL_FROM"),
    to: needed("ERROR_MAIL_TO").split(","),
    repeatHours: Number(needed("ERROR_MAIL_REPEAT_HOURS")),
    about: needed("ERROR_MAIL_SUBJECT"),
  };
}

function needed(name: string): string {
  const value = Deno.env.get(name);
  if (!value) throw new Error(`${name} is not set`);
  return value;
}

function answer(status: number, content: unknown): Response {
  return Response.json(content, { status, headers: { "cache-control": "no-store" } });
}
