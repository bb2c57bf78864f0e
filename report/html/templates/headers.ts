/** Response headers of each route, exactly as they are declared, with the grade and what rules say of them. */
export const headers = `<section id="headers" aria-labelledby="h-headers">
  <h2 id="h-headers">Response headers</h2>
  <p class="lead">What each route declares, to the letter, and the grade that MDN's HTTP Observatory gives a response with it and with the headers of every path. What the app sends besides is not seen here.</p>
  <% for (const route of it.routes) { %>
  <div class="route">
    <h3><% if (route.anchor) { %><a href="#<%= route.anchor %>"><%~ text(route.name, 100) %></a><% } else { %><%~ text(route.name, 100) %><% } %><% if (route.grade) { %> <span class="grade <%= route.gradeLetter %>"><span class="hide">Grade </span><%= route.grade %></span> <span class="soft"><%= route.points %></span><% } %></h3>
    <p class="soft"><% if (route.source) { %>On <code><%~ text(route.source, 120) %></code>, <%= route.covers %><% } %><% if (route.hosts.length > 0) { %>, of <% for (let i = 0; i < route.hosts.length; i++) { %><%= i > 0 ? ", " : "" %><%~ text(route.hosts[i].host, 100) %><% if (route.hosts[i].redirectsTo !== undefined) { %> (redirects to <%~ text(route.hosts[i].redirectsTo, 100) %>)<% } %><% } %><% } %>.</p>
    <table class="grid heads">
      <thead><tr><th scope="col">Header</th><th scope="col">Value</th><th scope="col">Result</th><th scope="col">Judged by</th></tr></thead>
      <tbody>
      <% for (const h of route.headers) { %><tr><th scope="row" class="mono"><%~ text(h.name, 100) %></th><td class="mono long"><% if (h.value !== undefined) { %><p><%~ text(h.value, 4000) %></p><% } %><% if (h.note) { %><span class="soft"><%= h.note %></span><% } %></td><% if (h.word) { %><td class="s <%= h.letter %>"><%= h.word %></td><% } else { %><td class="soft">no rule</td><% } %><td><ul class="plain"><% for (const r of h.rules) { %><li><a class="mono" href="#<%= r.anchor %>"><%= r.id %></a></li><% } %></ul></td></tr><% } %>
      </tbody>
    </table>
  </div>
  <% } %>
</section>
`;
