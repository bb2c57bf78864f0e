/** The stack as a picture. All that it says stands in the list of resources too. */
export const graph = `<section id="components" aria-labelledby="h-components">
  <h2 id="h-components">Components</h2>
  <p class="lead">What the stack declares, with the worst answer about anything in it, its expected cost a month, and how many resources of which provider. The <a href="#resources">resources</a> say the same in words.</p>
  <div class="scroll picture" role="region" aria-label="Picture of the components" tabindex="0">
  <svg class="graph" viewBox="0 0 <%= it.width %> <%= it.height %>" width="<%= it.width %>" height="<%= it.height %>" role="img" aria-label="<%= "Stack " + it.stack.name + ": " + it.stack.text + " in " + it.parts.length + " components" %>">
    <g class="edges"><% for (const p of it.parts) { %><path d="<%= p.edge %>"/><% if (p.chips.length > 0) { %><path d="<%= p.tail %>"/><% } %><% } %></g>
    <g class="root"><rect x="<%= it.stack.x %>" y="<%= it.stack.y %>" width="<%= it.stack.width %>" height="<%= it.stack.height %>" rx="8"/><text class="title" x="<%= it.stack.width / 2 %>" y="<%= it.height / 2 - 4 %>"><%= it.stack.name %></text><text class="sub" x="<%= it.stack.width / 2 %>" y="<%= it.height / 2 + 16 %>"><%= it.stack.text %></text></g>
    <% for (const p of it.parts) { %>
    <g class="part <%= p.letter %>"><rect x="<%= p.x %>" y="<%= p.y %>" width="<%= p.width %>" height="<%= p.height %>" rx="6"/><rect class="edge" x="<%= p.x %>" y="<%= p.y %>" width="4" height="<%= p.height %>" rx="2"/><text class="sign" x="<%= p.x + 20 %>" y="<%= Number(p.centre) + 5 %>"><%= { f: "✕", e: "!", u: "?", w: "◇", p: "✓", n: "–" }[p.letter] %></text><text class="title" x="<%= p.x + 36 %>" y="<%= Number(p.centre) - 2 %>"><%= p.name %></text><text class="sub" x="<%= p.x + 36 %>" y="<%= Number(p.centre) + 13 %>"><%= p.text %>, <%= p.word %></text><text class="cost" x="<%= p.x + p.width - 12 %>" y="<%= Number(p.centre) + 5 %>"><%= p.cost %></text></g>
    <% for (const c of p.chips) { %><g class="chip"><rect x="<%= c.x %>" y="<%= c.y %>" width="<%= c.width %>" height="<%= c.height %>" rx="13"/><text x="<%= c.middle %>" y="<%= Number(p.centre) + 4 %>"><%= c.text %></text></g><% } %>
    <% } %>
  </svg>
  </div>
</section>
`;
