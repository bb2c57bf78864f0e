/** Response headers of each route that was judged, with what was found of them. */
export const headers = `<section id="headers" aria-labelledby="h-headers">
  <h2 id="h-headers">Response headers</h2>
  <p class="lead">What the rules found of each header: all of it, or the part that they judge.</p>
  <% for (const route of it.routes) { %>
  <div class="route">
    <h3><% if (route.anchor) { %><a href="#<%= route.anchor %>"><%~ text(route.name, 100) %></a><% } else { %><%~ text(route.name, 100) %><% } %><% if (route.grade) { %> <span class="grade"><span class="hide">Grade </span><%= route.grade %></span> <span class="soft"><%= route.points %></span><% } %></h3>
    <table class="grid heads">
      <thead><tr><th scope="col">Header</th><th scope="col">Result</th><th scope="col">Found</th><th scope="col">Judged by</th></tr></thead>
      <tbody>
      <% for (const h of route.headers) { %><tr><th scope="row" class="mono nowrap"><%= h.name %></th><td class="s <%= h.letter %>"><%= h.word %></td><td class="mono long"><% for (const value of h.found) { %><p><%~ text(value, 4000) %></p><% } %><% if (h.found.length === 0) { %><span class="soft">–</span><% } %></td><td><ul class="plain"><% for (const r of h.rules) { %><li><a class="mono" href="#<%= r.anchor %>"><%= r.id %></a></li><% } %></ul></td></tr><% } %>
      </tbody>
    </table>
  </div>
  <% } %>
</section>
`;
