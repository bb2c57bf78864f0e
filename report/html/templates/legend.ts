/** What the words of the page mean. */
export const legend = `<section id="legend" aria-labelledby="h-legend">
  <h2 id="h-legend">How to read this</h2>
  <dl class="legend">
  <% for (const { letter, word, means } of it.states) { %><div><dt class="s <%= letter %>"><%= word %></dt><dd><%= means %></dd></div><% } %>
  <div><dt>mandatory</dt><dd>A finding of this level refuses the update.</dd></div>
  <div><dt>advisory</dt><dd>A finding of this level is told, and the update goes on.</dd></div>
  </dl>
  <p class="note">Values of secrets are never in a report. Signs such as <code>[U+202E]</code> and <code>␇</code> stand for characters that cannot be seen or would change the order of the text around them.</p>
</section>
`;
