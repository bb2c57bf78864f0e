/**
 * What the test of a rule imports from Vitest, without Vitest around it: `describe`, `it` and `each` note the tests of a
 * file, `expect` is Vitest's own. Anything else is refused by name, so that nothing holds because it never ran.
 */
export function testApi(expect) {
  const tests = [];
  const around = [];

  function describe(name, body) {
    around.push(name);
    body();
    around.pop();
  }
  function it(name, body) {
    tests.push({ name: [...around, name].join(" "), body });
  }
  const api = {
    describe: strict({ each: each(describe) }, describe),
    it: strict({ each: each(it) }, it),
  };
  return { tests, api: strict({ ...api, test: api.it, expect, __esModule: true }) };
}

/** A row that is a list is spread, as in Vitest. */
function each(declare) {
  return (rows) => (name, body) => {
    rows.forEach((row, at) => {
      const args = Array.isArray(row) ? row : [row];
      declare(`${name} [${at}]`, () => body(...args));
    });
  };
}

function strict(members, target = {}) {
  return new Proxy(target, {
    get(_, name) {
      if (Object.hasOwn(members, name)) return members[name];
      throw new Error(`mutation: tests of rules do without Vitest's ${String(name)}`);
    },
    has: (_, name) => Object.hasOwn(members, name),
  });
}
