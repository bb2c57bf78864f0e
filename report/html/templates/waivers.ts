/** The register of dated exceptions, soonest over first. */
export const waivers = `<section id="waivers" aria-labelledby="h-waivers">
  <h2 id="h-waivers">Waivers</h2>
  <% if (it.waivers.length === 0) { %>
    <p class="empty">None. Every rule is kept, or its finding is open above.</p>
  <% } else { %>
  <p class="lead">Dated exceptions that somebody answers for. The day after the last one, what they cover is open again.</p>
  <table class="grid register">
    <thead><tr><th scope="col">Rule</th><th scope="col">Target</th><th scope="col">Reason</th><th scope="col">Owner</th><th scope="col">Last day</th><th scope="col">Left</th><th scope="col">Covers</th></tr></thead>
    <tbody>
    <% for (const w of it.waivers) { %>
      <tr><th scope="row" class="mono"><a href="#<%= w.anchor %>"><%~ text(w.rule, 80) %></a></th><td class="mono"><%~ text(w.target, 80) %><% if (w.property !== undefined) { %> <span class="soft"><%~ text(w.property, 80) %></span><% } %></td><td class="long"><%~ text(w.reason, 600) %><% if (w.ticket !== undefined) { %> <span class="soft"><%~ text(w.ticket, 60) %></span><% } %></td><td><%~ text(w.owner, 80) %></td><td class="nowrap"><%= w.expires %></td><td class="s <%= w.letter %> nowrap"><%= w.left %></td><td><% if (w.covers.length === 0) { %><span class="soft">nothing</span><% } %><% for (const c of w.covers) { %><a class="mono" href="#<%= c.anchor %>"><%= c.id.slice(0, 8) %></a> <% } %></td></tr>
    <% } %>
    </tbody>
  </table>
  <% } %>
</section>
`;
