/** Who may do what: on GitHub first, where changes come from, then roles on AWS. */
export const access = `<section id="access" aria-labelledby="h-access">
  <h2 id="h-access">Access</h2>
  <% if (it.empty) { %><p class="empty">The stack declares no role, team, environment or branch.</p><% } else { %>
  <p class="lead">Who may do what, of what this stack declares. People and rights that somebody gave by hand are not seen here.</p>
  <% if (it.branches.length > 0) { %>
  <h3>Branches</h3>
  <table class="grid gates">
    <thead><tr><th scope="col">Branch</th><th scope="col">Approvals</th><th scope="col">Code owners</th><th scope="col">Force pushes</th><th scope="col">Administrators</th><th scope="col">Others who pass by</th></tr></thead>
    <tbody>
    <% for (const b of it.branches) { %><tr><th scope="row" class="mono"><%~ text(b.pattern, 100) %></th><td><%= b.approvals %></td><td><%= b.codeOwners ? "have to approve" : "are not asked" %></td><td><%= b.forcePushes ? "allowed" : "refused" %></td><td class="s <%= b.letter %>"><%= b.word %></td><td><%~ text(b.bypassers.join(", ") || "nobody", 300) %></td></tr><% } %>
    </tbody>
  </table>
  <% } %>
  <% if (it.environments.length > 0) { %>
  <h3>Environments</h3>
  <table class="grid gates">
    <thead><tr><th scope="col">Environment</th><th scope="col">Reviewers</th><th scope="col">Wait</th><th scope="col">Their own deployment</th><th scope="col">Administrators</th></tr></thead>
    <tbody>
    <% for (const e of it.environments) { %><tr><th scope="row"><%~ text(e.environment, 100) %></th><td><%~ text(e.reviewers.join(", ") || "nobody", 300) %></td><td><%= counted(e.waitMinutes, "minute") %></td><td><%= e.selfReview ? "they may approve" : "another one approves" %></td><td class="s <%= e.letter %>"><%= e.word %></td></tr><% } %>
    </tbody>
  </table>
  <% } %>
  <% if (it.teams.length > 0) { %>
  <h3>Teams</h3>
  <table class="grid gates">
    <thead><tr><th scope="col">Team</th><th scope="col">In the repository</th><th scope="col">Members</th></tr></thead>
    <tbody>
    <% for (const t of it.teams) { %><tr><th scope="row"><% if (t.anchor) { %><a href="#<%= t.anchor %>"><%~ text(t.team, 100) %></a><% } else { %><%~ text(t.team, 100) %><% } %></th><td><%~ text(t.permission, 60) %></td><td><%~ text(t.members.join(", ") || "none declared", 600) %></td></tr><% } %>
    </tbody>
  </table>
  <% } %>
  <% if (it.roles.length > 0) { %>
  <h3>Roles</h3>
  <% for (const r of it.roles) { %>
  <details class="fold">
    <summary><span class="name"><%~ text(r.name, 100) %></span> <span class="soft end"><%= r.summary %></span></summary>
    <div class="about">
      <p><b>Open to</b> <%~ text(r.openTo.join(", ") || "nobody that is known", 600) %></p>
      <% if (r.policies.length > 0) { %><p><b>Policies</b> <%~ text(r.policies.join(", "), 600) %></p><% } %>
      <% if (r.partial) { %><p class="s u">Some of its documents are not known before the update.</p><% } %>
    </div>
    <% if (r.grants.length > 0) { %>
    <table class="grid grants">
      <thead><tr><th scope="col">May</th><th scope="col">Actions</th><th scope="col">On</th><th scope="col">Under conditions on</th></tr></thead>
      <tbody>
      <% for (const g of r.grants) { %><tr><td><%= g.word %></td><td><% if (g.allBut) { %>all but <% } %><% for (const s of g.services) { %><p><b><%~ text(s.service, 60) %></b> <%~ text(s.actions, 2000) %></p><% } %></td><td class="mono"><% for (const o of g.on) { %><p><%~ text(o, 300) %></p><% } %></td><td class="mono"><%~ text(g.conditions, 300) %></td></tr><% } %>
      </tbody>
    </table>
    <% } %>
  </details>
  <% } %>
  <% } %>
  <% } %>
</section>
`;
