/** Every rule with why it is there and each of its answers, with the evidence. */
export const answers = `<section id="answers" aria-labelledby="h-answers">
  <h2 id="h-answers">Rules and answers</h2>
  <% if (it.short) { %><p class="note">This run has <%= grouped(it.count) %> answers. Those that ask for nothing are listed by target alone; their evidence stands in <code>report.json</code>.</p><% } %>
  <form class="filter" hidden data-for="list-answers" data-word="answers" role="search" aria-label="Answers">
    <label>Search <input type="search" name="q" autocomplete="off" spellcheck="false" placeholder="Rule, target, value or place"></label>
    <label>State <select name="s"><option value="">any</option><% for (const { letter, word } of it.states) { %><option value="<%= letter %>"><%= word %></option><% } %></select></label>
    <label>Family <select name="f"><option value="">any</option><% for (const { family } of it.families) { %><option><%= family %></option><% } %></select></label>
    <label>Level <select name="l"><option value="">any</option><option>mandatory</option><option>advisory</option></select></label>
    <button type="button" data-clear>Clear</button> <button type="button" data-fold>Open all</button>
    <output aria-live="polite"></output>
  </form>
  <div id="list-answers">
  <% for (const { family, rules } of it.families) { %>
  <div class="family">
  <h3><%~ text(family, 60) %></h3>
  <% for (const r of rules) { %>
  <details class="fold rule" id="<%= r.anchor %>" data-f="<%= family %>">
    <summary><span class="s <%= r.letter %>"><%= r.word %></span> <span class="name"><%~ text(r.title, 200) %> <code><%= r.id %></code></span> <span class="soft end"><%= r.answers %></span></summary>
    <div class="about">
      <% if (r.why) { %><p><%~ text(r.why, 1000) %></p><% } %>
      <% if (r.fix) { %><p><b>Fix.</b> <%~ text(r.fix, 1000) %></p><% } %>
      <p class="soft">Severity <%= r.severity %><% if (r.advisory) { %>, advisory<% } %><% if (r.clauses.length > 0) { %>. Answers for <% for (let i = 0; i < r.clauses.length; i++) { %><%= i > 0 ? ", " : "" %><a href="#<%= r.clauses[i].anchor %>"><%~ text(r.clauses[i].name, 120) %></a><% } %><% } %>.</p>
    </div>
    <% if (r.rows.length > 0) { %>
    <table class="grid answers">
      <thead><tr><th scope="col">Answer</th><th scope="col">On</th><th scope="col">What was judged</th><th scope="col">Set in</th></tr></thead>
      <tbody>
      <% for (const a of r.rows) { %><tr id="<%= a.anchor %>" data-s="<%= a.letter %>"<% if (a.level === "advisory") { %> data-l="advisory"<% } %>><td class="s <%= a.letter %>"><%= a.word %></td><td><% if (a.resource) { %><a href="#<%= a.resource %>"><%~ text(a.name, 100) %></a><% } else { %><%~ text(a.name, 100) %><% } %><br><small><%~ text(a.kind, 80) %></small></td><td class="long"><% if (a.property !== undefined) { %><code><%~ text(a.property) %></code><% } %><% if (a.message !== undefined) { %><p><%~ text(a.message, 600) %></p><% } %><% if (a.found !== undefined) { %><p><i>found</i> <code><%~ text(a.found, 600) %></code></p><% } %><% if (a.wanted !== undefined) { %><p><i>wanted</i> <code><%~ text(a.wanted, 600) %></code></p><% } %><% if (a.until !== undefined) { %><p><i>waived</i> <%~ text(a.until, 120) %></p><% } %></td><td class="mono"><% if (a.file !== undefined) { %><%~ text(a.file) %><% } else if (a.source !== undefined) { %><%~ text(a.source) %><% } %></td></tr><% } %>
      </tbody>
    </table>
    <% } %>
    <% if (r.names.length > 0) { %><ul class="names"><% for (const n of r.names) { %><li id="<%= n.anchor %>" data-s="<%= n.letter %>"><%= n.name %></li><% } %></ul><% } %>
  </details>
  <% } %>
  </div>
  <% } %>
  </div>
</section>
`;
