/** Who, what and the verdict. */
export const header = `<header class="top">
  <div class="wrap">
    <p class="brand"><svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path d="M12 3 22 8 12 13 2 8Z"/><path d="M2 12 12 17 22 12" class="line"/><path d="M2 16 12 21 22 16" class="line"/></svg>Groundwork <span>report</span></p>
    <h1><%~ text(it.product, 80) %> <span class="stack"><%~ text(it.stack, 60) %></span></h1>
    <div class="verdict <%= it.verdict.letter %>">
      <p class="word"><%= it.verdict.word %></p>
      <p><%= it.verdict.means %> <%= it.summary %></p>
      <% if (it.stopped !== undefined) { %><p class="stopped"><strong>It stopped:</strong> <%~ text(it.stopped, 600) %></p><% } %>
    </div>
    <dl class="facts">
    <% for (const { label, value, code } of it.facts) { %>
      <div><dt><%= label %></dt><dd<% if (code) { %> class="mono"<% } %>><%~ text(value, 120) %></dd></div>
    <% } %>
    </dl>
  </div>
</header>
`;
