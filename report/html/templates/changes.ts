/** What the engine would do, or did, by resource, with what it comes to. */
export const changes = `<section id="changes" aria-labelledby="h-changes">
  <h2 id="h-changes">Changes</h2>
  <% if (!it.told) { %>
    <p class="empty"><%= it.silent %><% if (it.preview) { %> What an update would change is told by <code><%~ text(it.preview, 120) %></code>.<% } %></p>
  <% } else if (it.groups.length === 0) { %>
    <p class="empty">None. <%= it.done ? "Everything was as the program declares it." : "Everything is as the program declares it." %></p>
  <% } else { %>
  <p class="lead">What the engine <%= it.done ? "changed, as far as it came" : "would change" %>, by resource: the inputs that differ, and what of it the rules about changes compare. Values of other inputs stand in no report.</p>
  <% for (const g of it.groups) { %>
  <details class="fold"<%= g.open ? " open" : "" %>>
    <summary><span class="op <%= g.operation %>"><b aria-hidden="true"><%= g.sign %></b> <%= g.word %></span> <span class="soft end"><%= counted(g.rows.length, "resource") %></span></summary>
    <table class="grid changed">
      <thead><tr><th scope="col">Resource</th><th scope="col">Type</th><th scope="col">Inputs that differ</th><th scope="col">What it comes to</th></tr></thead>
      <tbody>
      <% for (const r of g.rows) { %><tr><th scope="row"><% if (r.anchor) { %><a href="#<%= r.anchor %>"><%~ text(r.name, 100) %></a><% } else { %><%~ text(r.name, 100) %><% } %><% if (r.failed) { %> <span class="s f">failed here</span><% } %></th><td><%~ text(r.kind, 80) %></td><td class="mono"><%~ text(r.properties.join(", "), 400) %></td><td><% if (r.meaning.length > 0) { %><ul class="plain"><% for (const m of r.meaning) { %><li><span class="s <%= m.letter %>"><%= m.word %></span> <%~ text(m.what, 120) %>: <%~ text(m.before, 120) %> → <b><%~ text(m.after, 120) %></b></li><% } %></ul><% } %></td></tr><% } %>
      </tbody>
    </table>
  </details>
  <% } %>
  <% } %>
</section>
`;
