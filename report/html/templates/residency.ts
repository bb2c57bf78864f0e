/** Where resources are, and what keeps data there. */
export const residency = `<section id="residency" aria-labelledby="h-residency">
  <h2 id="h-residency">Where data is</h2>
  <% if (it.places.length === 0) { %><p class="empty">No resource of a vendor is declared.</p><% } else { %>
  <p class="lead">By region, as resources name it or as their provider or project has it. A resource that runs in several stands in each. What a vendor copies or sends elsewhere by itself is not seen here.</p>
  <table class="grid places">
    <thead><tr><th scope="col">Country</th><th scope="col">Region</th><th scope="col">Place</th><th scope="col">Providers</th><th scope="col" class="num">Resources</th><th scope="col" class="num">Keep data</th></tr></thead>
    <tbody>
    <% for (const p of it.places) { %><tr><th scope="row"><%~ text(p.country, 60) %></th><td class="mono"><%~ text(p.region, 60) %></td><td><%~ text(p.place, 80) %></td><td><%~ text(p.vendors, 200) %></td><td class="num"><%= grouped(p.count) %></td><td class="num"><%= grouped(p.keeping) %></td></tr><% } %>
    </tbody>
  </table>
  <% if (it.keeping.length > 0) { %>
  <details class="fold">
    <summary><span class="name">What keeps data</span> <span class="soft end"><%= counted(it.keeping.length, "resource") %></span></summary>
    <table class="grid keeping">
      <thead><tr><th scope="col">Resource</th><th scope="col">Keeps</th><th scope="col">Where</th><th scope="col">Why there</th><th scope="col">Personal data</th></tr></thead>
      <tbody>
      <% for (const k of it.keeping) { %><tr><th scope="row"><% if (k.anchor) { %><a href="#<%= k.anchor %>"><%~ text(k.name, 100) %></a><% } else { %><%~ text(k.name, 100) %><% } %><br><small><%~ text(k.kind, 80) %></small></th><td><%~ text(k.holds, 200) %></td><td><%~ text(k.where.join(", "), 300) %></td><td><%= k.reason %></td><td><%= k.personal %></td></tr><% } %>
      </tbody>
    </table>
  </details>
  <% } %>
  <% } %>
</section>
`;
