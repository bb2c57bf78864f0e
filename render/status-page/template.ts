/** The page. What people wrote stands in `<%= %>`, which escapes; \`entry\` is markup that escaped it already. */
export const template = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="<%= it.policy %>">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title><%= it.title %></title>
<link rel="alternate" type="application/atom+xml" title="<%= it.title %>" href="feed.atom">
<link rel="alternate" type="application/feed+json" title="<%= it.title %>" href="feed.json">
<style><%~ it.style %></style>
</head>
<body>
<header><h1><%= it.title %></h1></header>
<main>
<p class="now <%= it.open.length === 0 ? "well" : "ill" %>" role="status"><%= it.summary %></p>
<% for (const group of it.groups) { %>
<section aria-labelledby="<%= group.id %>">
<h2 id="<%= group.id %>"><%= group.title %></h2>
<% if (group.incidents.length === 0) { %><p><%= group.none %></p><% } %>
<% for (const incident of group.incidents) { %>
<article id="<%= incident.id %>">
<%~ incident.entry %>
<% if (incident.services.length > 0) { %><p>Affected: <%= incident.services.join(", ") %></p><% } %>
<ol reversed>
<% for (const update of incident.updates) { %>
<li><strong><%= update.state %></strong>: <%= update.text %> <time datetime="<%= update.at %>"><%= update.at %></time></li>
<% } %>
</ol>
</article>
<% } %>
</section>
<% } %>
</main>
<footer>
<p>Written <time datetime="<%= it.written %>"><%= it.written %></time>. Times are in UTC. Follow by <a href="feed.atom">Atom</a> or <a href="feed.json">JSON Feed</a>.</p>
</footer>
</body>
</html>
`;
