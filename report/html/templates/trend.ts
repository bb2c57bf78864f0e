/** The runs before this one: lines, what changed since the last, and the last of them in a table. */
export const trend = `<section id="trend" aria-labelledby="h-trend">
  <h2 id="h-trend">Trend</h2>
  <p class="lead">The last <%= counted(it.count, "run") %> on record, this one at the end. Each line runs between the least and the most of its own values.</p>
  <ul class="sparks">
  <% for (const s of it.lines) { %><li><span class="soft"><%= s.name %></span> <b><%= s.shown %></b><svg class="spark" viewBox="0 0 <%= it.width %> <%= it.height %>" aria-hidden="true"><path d="<%= s.path %>"/><circle cx="<%= s.end.x %>" cy="<%= s.end.y %>" r="2.5"/></svg></li><% } %>
  </ul>
  <% if (it.since) { %>
  <h3>Since the run of <%= it.since.at %></h3>
  <dl class="since">
  <% for (const l of it.since.lists) { %><div><dt><span class="<%= l.count === 0 ? "soft" : l.letter %>"><%= l.name %></span> <b><%= l.count %></b></dt><dd><% for (const m of l.marks) { %><span class="mono"><%~ text(m.rule, 80) %> <% if (m.anchor) { %><a href="#<%= m.anchor %>"><%= m.id %></a><% } else { %><span class="soft"><%= m.id %></span><% } %></span> <% } %><% if (l.left > 0) { %><span class="soft">and <%= l.left %> more</span><% } %></dd></div><% } %>
  </dl>
  <% } %>
  <h3>Runs</h3>
  <div class="scroll" role="region" aria-label="Runs on record" tabindex="0">
  <table class="bars runs">
    <thead><tr><th scope="col">Judged at (UTC)</th><th scope="col">Verdict</th><th scope="col">Made from</th><th scope="col">Commit</th><th scope="col" class="num">Score</th><th scope="col" class="num">Open</th><th scope="col" class="num">Waived</th><th scope="col" class="num">A month</th></tr></thead>
    <tbody>
    <% for (const r of it.runs) { %><tr><th scope="row"><%= r.at %></th><td class="<%= r.letter %>"><%= r.word %></td><td><%= r.origin %></td><td class="mono"><%= r.commit %></td><td class="num strong"><%= r.score %> %</td><td class="num"><%= r.open %></td><td class="num"><%= r.waived %></td><td class="num"><%= r.usd %></td></tr><% } %>
    </tbody>
  </table>
  </div>
  <h3>Scores by family</h3>
  <ul class="sparks families">
  <% for (const s of it.families) { %><li><span class="soft"><%~ text(s.name, 60) %></span> <b><%= s.shown %></b><% if (s.path) { %><svg class="spark" viewBox="0 0 <%= it.width %> <%= it.height %>" aria-hidden="true"><path d="<%= s.path %>"/><circle cx="<%= s.end.x %>" cy="<%= s.end.y %>" r="2.5"/></svg><% } %></li><% } %>
  </ul>
</section>
`;
