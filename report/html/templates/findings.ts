/** What somebody has to do something about, worst first; then what is waived. */
export const findings = `<section id="findings" aria-labelledby="h-findings">
  <h2 id="h-findings">Findings</h2>
  <% if (it.findings.length === 0) { %>
    <p class="empty">Nothing is open, and nothing is waived.</p>
  <% } else { %>
    <p class="lead"><%= it.open %> open, <%= it.waived %> waived. Mandatory before advisory, worst first.</p>
  <% } %>
  <% if (it.allowed > 0) { %>
    <p class="note"><%= counted(it.allowed, "answer is", "answers are") %> unknown and allowed by the stack: among the <a href="#answers">answers</a>, not here.</p>
  <% } %>
  <% for (const f of it.findings) { %>
  <article class="finding <%= f.letter %>">
    <p class="marks"><span class="s <%= f.letter %>"><%= f.word %></span> <span class="mark"><%= f.level %></span> <span class="mark"><%= f.severity %></span> <a class="mono" href="#<%= f.ruleAnchor %>"><%~ text(f.rule, 80) %></a></p>
    <h3><%~ text(f.title, 200) %></h3>
    <p><%~ text(f.message, 1000) %></p>
    <dl class="pairs">
      <div><dt>On</dt><dd><% if (f.resourceAnchor) { %><a href="#<%= f.resourceAnchor %>"><%~ text(f.target) %></a><% } else { %><%~ text(f.target) %><% } %> <span class="soft"><%~ text(f.type, 100) %></span></dd></div>
      <% if (f.property !== undefined) { %><div><dt>Property</dt><dd class="mono"><%~ text(f.property) %></dd></div><% } %>
      <% if (f.found !== undefined) { %><div><dt>Found</dt><dd class="mono"><%~ text(f.found, 2000) %></dd></div><% } %>
      <% if (f.wanted !== undefined) { %><div><dt>Wanted</dt><dd class="mono"><%~ text(f.wanted, 2000) %></dd></div><% } %>
      <% if (f.file !== undefined || f.key !== undefined) { %><div><dt>Set in</dt><dd class="mono"><% if (f.file !== undefined) { %><%~ text(f.file) %> <% } %><% if (f.key !== undefined) { %><span class="soft"><%~ text(f.key) %></span><% } %></dd></div><% } %>
      <% if (f.source !== undefined) { %><div><dt>Declared in</dt><dd class="mono"><%~ text(f.source) %></dd></div><% } %>
      <% if (f.why) { %><div><dt>Why</dt><dd><%~ text(f.why, 1000) %></dd></div><% } %>
      <% if (f.fix) { %><div class="fix"><dt>Fix</dt><dd><%~ text(f.fix, 1000) %></dd></div><% } %>
      <% if (f.waiver) { %><div><dt>Waiver</dt><dd><%~ text(f.waiver.reason, 600) %> <span class="soft"><%~ text(f.waiver.owner, 80) %>, until <%= f.waiver.expires %><% if (f.waiver.ticket) { %>, <%~ text(f.waiver.ticket, 60) %><% } %></span></dd></div><% } %>
      <div><dt>Id</dt><dd class="mono"><a href="#<%= f.resultAnchor %>"><%= f.resultAnchor %></a></dd></div>
    </dl>
  </article>
  <% } %>
  <% if (it.left > 0) { %><p class="note"><%= counted(it.left, "more finding") %> among the <a href="#answers">answers</a>.</p><% } %>
</section>
`;
