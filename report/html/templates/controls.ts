/** Standard, clause, rules, what they answered; a rule leads to its evidence. */
export const controls = `<section id="controls" aria-labelledby="h-controls">
  <h2 id="h-controls">Controls</h2>
  <% if (it.standards.length === 0) { %><p class="empty">No rule refers to a standard.</p><% } else { %>
  <p class="lead">Each clause of a standard, the rules that answer for it, and the worst of their answers. A rule leads to what was judged. A clause covers what can be seen in a program's resources; it is no certificate.</p>
  <% } %>
  <% for (const { standard, letter, word, open, clauses } of it.standards) { %>
  <details class="fold"<%= open ? " open" : "" %>>
    <summary><span class="s <%= letter %>"><%= word %></span> <span class="name"><%~ text(standard, 120) %></span> <span class="soft end"><%= counted(clauses.length, "clause") %></span></summary>
    <table class="grid clauses">
      <thead><tr><th scope="col">Clause</th><th scope="col">Result</th><th scope="col">Answers</th><th scope="col">Rules and what they answered</th></tr></thead>
      <tbody>
      <% for (const c of clauses) { %>
        <tr id="<%= c.anchor %>"><th scope="row"><%~ link(c.clause, c.url) %></th><td class="s <%= c.letter %>"><%= c.word %></td><td class="soft"><%= c.answers %></td><td><ul class="plain">
        <% for (const r of c.rules) { %><li><span class="s <%= r.letter %>" title="<%= r.word %>"><span class="hide"><%= r.word %></span></span> <a class="mono" href="#<%= r.anchor %>"><%= r.id %></a> <span class="soft"><%= r.answers %></span></li><% } %></ul></td></tr>
      <% } %>
      </tbody>
    </table>
  </details>
  <% } %>
</section>
`;
