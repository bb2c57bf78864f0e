/** Numbers first: answers by state, the month's cost, and how each family stands. */
export const overview = `<section id="overview" aria-labelledby="h-overview">
  <h2 id="h-overview">Overview</h2>
  <ul class="tiles">
  <% for (const { letter, word, count } of it.counts) { %>
    <li><a class="tile <%= count === 0 ? "none" : letter %>" href="#answers" data-state="<%= letter %>"><b><%= grouped(count) %></b><span class="s <%= letter %>"><%= word %></span></a></li>
  <% } %>
  <% if (it.cost) { %>
    <li><a class="tile money" href="#costs"><b><%= it.cost.expected %></b><span>a month<% if (it.cost.limit) { %>, limit <%= it.cost.limit %><% } %></span></a></li>
  <% } %>
  </ul>
  <% if (it.glance.length > 0) { %>
  <ul class="tiles">
  <% for (const { id, big, small } of it.glance) { %>
    <li><a class="tile plainly" href="#<%= id %>"><b><%~ text(big, 40) %></b><span><%= small %></span></a></li>
  <% } %>
  </ul>
  <% } %>
  <h3>By family</h3>
  <div class="scroll" role="region" aria-label="Scores by family" tabindex="0">
  <table class="bars">
    <thead><tr><th scope="col">Family</th><th scope="col" class="wide"><span class="hide">Share of answers by state</span></th><th scope="col" class="num">Score</th><th scope="col" class="num">Hold</th><th scope="col" class="num">Fail</th><th scope="col" class="num">Unknown</th><th scope="col" class="num">Waived</th><th scope="col" class="num">Not applicable</th></tr></thead>
    <tbody>
    <% for (const { family, score, columns, bars } of it.families) { %>
      <tr><th scope="row"><%~ text(family, 60) %></th>
      <td class="wide"><svg class="meter" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="8"/><% for (const bar of bars) { %><rect class="<%= bar.letter %>" x="<%= bar.x %>" width="<%= bar.width %>" height="8"/><% } %></svg></td>
      <td class="num strong"><%= bars.length === 0 ? "–" : score + " %" %></td><% for (const { letter, count } of columns) { %><td class="num <%= count === 0 ? "soft" : letter %>"><%= grouped(count) %></td><% } %></tr>
    <% } %>
    </tbody>
  </table>
  </div>
  <p class="note">The score is the share of judged answers that hold, rounded down: 100 % only where every one does. Waived ones do not hold; what is not applicable is not judged.</p>
</section>
`;
