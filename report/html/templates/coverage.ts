/** From a public host to a person, and every alarm by class. */
export const coverage = `<section id="coverage" aria-labelledby="h-coverage">
  <h2 id="h-coverage">Uptime and alarms</h2>
  <p class="lead">For each public host, whether somebody would hear that it is down: the check that asks it, the alarm that hears of the check, who is told, and the page that says what to do.</p>
  <% if (it.hosts.length === 0) { %><p class="empty">No public host is declared.</p><% } else { %>
  <table class="grid hosts">
    <thead><tr><th scope="col">Host</th><th scope="col">Covered</th><th scope="col">Check</th><th scope="col">Alarm</th><th scope="col">Told</th><th scope="col">What to do</th></tr></thead>
    <tbody>
    <% for (const h of it.hosts) { %><tr><th scope="row"><%~ text(h.host, 100) %><% if (h.redirectsTo !== undefined) { %><br><small>redirects to <%~ text(h.redirectsTo, 100) %></small><% } %></th><td class="s <%= h.letter %>"><%= h.word %></td><td><% for (const c of h.checks) { %><p><% if (c.anchor) { %><a href="#<%= c.anchor %>"><%~ text(c.address, 120) %></a><% } else { %><%~ text(c.address, 120) %><% } %> <small><%= c.pace %></small></p><% } %></td><td><% for (const a of h.alarms) { %><p><% if (a.anchor) { %><a href="#<%= a.anchor %>"><%~ text(a.name, 100) %></a><% } else { %><%~ text(a.name, 100) %><% } %></p><% } %></td><td><% for (const r of h.routes) { %><p><%~ text(r, 100) %></p><% } %></td><td><% for (const b of h.runbooks) { %><p><%~ link(b.name, b.url) %></p><% } %></td></tr><% } %>
    </tbody>
  </table>
  <% } %>
  <% if (it.classes.length > 0) { %>
  <h3>Alarms by class</h3>
  <% for (const c of it.classes) { %>
  <details class="fold">
    <summary><span class="s <%= c.silent > 0 ? "f" : "p" %>"><%= c.silent > 0 ? c.silent + " tell nobody" : "all are told" %></span> <span class="name"><%~ text(c.name, 60) %></span> <span class="soft end"><% for (let i = 0; i < c.counts.length; i++) { %><% if (c.counts[i] > 0) { %><%= c.counts[i] %> <%= it.severities[i] %>, <% } %><% } %><%= counted(c.total, "alarm") %></span></summary>
    <table class="grid alarms">
      <thead><tr><th scope="col">Alarm</th><th scope="col">Severity</th><th scope="col">Told</th><th scope="col">Through</th><th scope="col">What to do</th></tr></thead>
      <tbody>
      <% for (const a of c.rows) { %><tr><th scope="row"><% if (a.anchor) { %><a href="#<%= a.anchor %>"><%~ text(a.name, 100) %></a><% } else { %><%~ text(a.name, 100) %><% } %></th><td><%~ text(a.severity, 40) %></td><td><%~ text(a.routes.join(", "), 300) %></td><td><%~ text(a.through.join(", "), 300) %></td><td><% for (const b of a.runbooks) { %><%~ link(b.name, b.url) %><% } %></td></tr><% } %>
      </tbody>
    </table>
  </details>
  <% } %>
  <% } %>
</section>
`;
