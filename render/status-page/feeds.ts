import { create } from "xmlbuilder2";
import type { IncidentFile } from "./incident-file";
import { newestFirst, type StatusPage } from "./page";

export interface FeedOf extends StatusPage {
  /** Where the page is served, without a slash at its end; left out, entries have names of their own. */
  url?: string | undefined;
}

interface Entry {
  id: string;
  title: string;
  text: string;
  at: string;
}

/** Everything that was told, newest first: a reader shows each update once. */
function entriesOf({ incidents, url }: FeedOf): Entry[] {
  return newestFirst(incidents)
    .flatMap((incident) => incident.updates.map((update) => ({ incident, update })))
    .map(({ incident, update: { at, state, text } }) => ({
      id: entryId(incident, at, url),
      title: `${incident.id}: ${state}`,
      text: `${incident.impact}\n${text}`,
      at: new Date(at).toISOString(),
    }))
    .sort((one, other) => (one.at < other.at ? 1 : -1));
}

function entryId({ id }: IncidentFile, at: string, url: string | undefined): string {
  const moment = Date.parse(at);
  return url === undefined ? `urn:status:${id}:${moment}` : `${url}/#${id}-${moment}`;
}

/** RFC 4287. */
export function atomFeed(feed: FeedOf): string {
  const { title, url, now } = feed;
  const entries = entriesOf(feed);
  const root = create({ version: "1.0", encoding: "UTF-8" }).ele("feed", {
    xmlns: "http://www.w3.org/2005/Atom",
  });
  root.ele("id").txt(url === undefined ? "urn:status" : `${url}/`);
  root.ele("title").txt(readable(title));
  root.ele("updated").txt(entries[0]?.at ?? now.toISOString());
  root.ele("author").ele("name").txt(readable(title));
  if (url !== undefined) {
    root.ele("link", { rel: "self", href: `${url}/feed.atom` });
    root.ele("link", { rel: "alternate", href: `${url}/` });
  }
  for (const { id, title: about, text, at } of entries) {
    const entry = root.ele("entry");
    entry.ele("id").txt(id);
    entry.ele("title").txt(about);
    entry.ele("updated").txt(at);
    entry.ele("content", { type: "text" }).txt(readable(text));
  }
  return `${root.end({ prettyPrint: true })}\n`;
}

/** https://www.jsonfeed.org/version/1.1/ */
export function jsonFeed(feed: FeedOf): string {
  const { title, url } = feed;
  const items = entriesOf(feed).map(({ id, title: about, text, at }) => {
    return { id, title: about, content_text: text, date_published: at };
  });
  const places = url && { home_page_url: `${url}/`, feed_url: `${url}/feed.json` };
  const version = "https://jsonfeed.org/version/1.1";
  return `${JSON.stringify({ version, title, ...places, items }, undefined, 2)}\n`;
}

/** Text without what XML 1.0 cannot hold (2.2): each such character reads as U+FFFD. */
function readable(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD");
}
