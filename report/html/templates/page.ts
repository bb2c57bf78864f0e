/** The frame of the page. `it.sections` is markup that other templates wrote. */
export const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="<%= it.policy %>">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="Groundwork">
<title><%= it.title %></title>
<link rel="icon" href="<%= it.icon %>">
<style><%~ it.style %></style>
</head>
<body>
<a class="skip" href="#main">Skip to the report</a>
<%~ it.header %>
<nav class="bar" aria-label="Sections">
  <ul>
  <% for (const { id, title, count } of it.contents) { %>
    <li><a href="#<%= id %>"><%= title %><% if (count !== undefined) { %> <span class="n"><%= grouped(count) %></span><% } %></a></li>
  <% } %>
  </ul>
</nav>
<main id="main" tabindex="-1">
<%~ it.sections %>
</main>
<footer class="foot">
  <p>Written by Groundwork from one run. The same run gives the same bytes; <code>manifest.json</code> beside this file has its digest, and <code>groundwork verify</code> compares them.</p>
</footer>
<script><%~ it.script %></script>
</body>
</html>
`;
