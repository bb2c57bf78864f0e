/** The estimate: a bar for what is expected, a line from low to high, and the limit beside the total. */
export const costs = `<section id="costs" aria-labelledby="h-costs">
  <h2 id="h-costs">Costs</h2>
  <p class="lead">US dollars a month by component, from list prices and the use that the stack file tells. The bar is what is expected, the thin line the range of little to much use<% if (it.limit) { %>, the upright line the limit of <%= it.limit %><% if (it.over) { %>, <strong>which is passed</strong><% } %><% } %>. A bar to the left is a credit, such as what a plan includes.<% if (it.unsure) { %> <%= it.unsure %> of it is by prices of low confidence, where a name ends with “?”.<% } %></p>
  <div class="scroll" role="region" aria-label="Costs by component" tabindex="0">
  <table class="bars">
    <thead><tr><th scope="col">Component</th><th scope="col" class="wide"><span class="hide">Bar of expected cost</span></th><th scope="col" class="num">Expected</th><th scope="col" class="num">Little use</th><th scope="col" class="num">Much use</th></tr></thead>
    <tbody>
    <% for (const r of it.rows) { %>
      <tr<% if (r.total) { %> class="total"<% } %>><th scope="row"><%~ text(r.name, 60) %></th>
      <td class="wide"><svg class="meter cost" viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true"><rect class="<%= r.credit ? "credit" : r.total && it.over ? "over" : "amount" %>" x="<%= r.bar.x %>" y="2" width="<%= r.bar.width %>" height="10"/><rect class="range" x="<%= r.range.x %>" y="6.4" width="<%= r.range.width %>" height="1.2"/><path class="zero" d="M<%= r.zero %> 0V14"/><% if (r.limit !== undefined) { %><path class="limit" d="M<%= r.limit %> 0V14"/><% } %></svg></td>
      <td class="num strong"><%= r.expected %></td><td class="num"><%= r.low %></td><td class="num"><%= r.high %></td></tr>
    <% } %>
    </tbody>
  </table>
  </div>
  <% if (it.notPriced.length > 0) { %>
  <details class="fold"><summary><span class="name">Not priced</span> <span class="soft end"><%= counted(it.notPriced.length, "resource") %></span></summary>
    <ul class="list">
    <% for (const n of it.notPriced) { %><li><b><%~ text(n.name, 100) %></b> <span class="soft"><%~ text(n.type, 100) %></span><br><%~ text(n.why, 400) %></li><% } %>
    </ul>
  </details>
  <% } %>
  <% if (it.elsewhere.length > 0) { %>
  <details class="fold"><summary><span class="name">Counted by another stack</span> <span class="soft end"><%= it.elsewhere.length %></span></summary>
    <ul class="list"><% for (const e of it.elsewhere) { %><li><%~ text(e, 400) %></li><% } %></ul>
  </details>
  <% } %>
</section>
`;
