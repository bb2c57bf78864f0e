/** Every declared resource, by component. */
export const resources = `<section id="resources" aria-labelledby="h-resources">
  <h2 id="h-resources">Resources</h2>
  <form class="filter" hidden data-for="list-resources" data-word="resources" role="search" aria-label="Resources">
    <label>Search <input type="search" name="q" autocomplete="off" spellcheck="false" placeholder="Name, type or region"></label>
    <label>Worst answer <select name="s"><option value="">any</option><% for (const { letter, word } of it.states) { %><option value="<%= letter %>"><%= word %></option><% } %></select></label>
    <label>Provider <select name="v"><option value="">any</option><% for (const v of it.vendors) { %><option><%= v.slice(0, 60) %></option><% } %></select></label>
    <button type="button" data-clear>Clear</button> <button type="button" data-fold>Open all</button>
    <output aria-live="polite"></output>
  </form>
  <div id="list-resources">
  <% for (const part of it.parts) { %>
  <details class="fold">
    <summary><span class="s <%= part.letter %>"><%= part.word %></span> <span class="name"><%~ text(part.name, 120) %></span> <span class="soft end"><%= counted(part.rows.length, "resource") %></span></summary>
    <table class="grid inventory">
      <thead><tr><th scope="col">Name</th><th scope="col">Type</th><th scope="col">Worst answer</th><th scope="col">Region</th><th scope="col">Protected</th><th scope="col" class="num">A month</th></tr></thead>
      <tbody>
      <% for (const r of part.rows) { %><tr id="<%= r.anchor %>" data-s="<%= r.letter %>" data-v="<%= r.vendor.slice(0, 60) %>"><th scope="row" title="<%= r.urn.slice(0, 1000) %>"><%~ text(r.name, 120) %></th><td><%~ text(r.kind, 80) %><% if (r.rendered) { %> <span class="soft"><%~ text(r.rendered, 300) %></span><% } %></td><td class="s <%= r.letter %>"><%= r.word %></td><td><%~ text(r.region, 60) %></td><td><%= r.kept ? "protected" : "" %></td><td class="num"><%= r.usd %></td></tr><% } %>
      </tbody>
    </table>
  </details>
  <% } %>
  </div>
</section>
`;
