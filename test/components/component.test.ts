import * as pulumi from "@pulumi/pulumi";
import { describe, expect, it } from "vitest";
import { child, type ChildOptions, Component } from "../../components/component";
import { tokens } from "../../core/tokens";
import { find, onMocks } from "../support/mocks";

interface ThingArgs {
  size?: number;
  colour?: string;
}

class Thing extends pulumi.CustomResource {
  constructor(name: string, args: ThingArgs, opts?: pulumi.CustomResourceOptions) {
    super("test:index:Thing", name, { ...args }, opts);
  }
}

class Box extends Component {
  constructor(
    name: string,
    build: (box: Box) => unknown = () => undefined,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super(tokens.budget, name, { given: true }, opts);
    build(this);
    this.registerOutputs();
  }
}

const put = (role: string, options?: ChildOptions<ThingArgs>) => (box: Box) =>
  new Thing(...child<ThingArgs>(box, role, { size: 1 }, options));

describe("child", () => {
  it("names the main child like the component, and others after their role", async () => {
    const { resources } = await onMocks(
      () => new Box("box", (box) => [put("")(box), put("lid")(box)]),
    );
    expect(resources.map(({ type, name, parent }) => [type, name, parent])).toEqual([
      [tokens.budget, "box", undefined],
      ["test:index:Thing", "box", `${tokens.budget} box`],
      ["test:index:Thing", "box-lid", `${tokens.budget} box`],
    ]);
  });

  it("takes the inputs that a transform changed in place", async () => {
    const transform = (args: ThingArgs) => {
      args.colour = "red";
    };
    const { resources } = await onMocks(() => new Box("box", put("", { transform })));
    expect(find(resources, "test:index:Thing").inputs).toEqual({ size: 1, colour: "red" });
  });

  it("takes the inputs that a transform answered instead", async () => {
    const { resources } = await onMocks(
      () => new Box("box", put("", { transform: () => ({ size: 2 }) })),
    );
    expect(find(resources, "test:index:Thing").inputs).toEqual({ size: 2 });
  });

  it("takes the options that a transform changed, and tells it the name", async () => {
    const names: string[] = [];
    const { resources } = await onMocks(
      () =>
        new Box(
          "box",
          put("lid", {
            deleteBeforeReplace: true,
            transform: (_args, opts, name) => {
              names.push(name);
              opts.protect = true;
            },
          }),
        ),
    );
    expect(names).toEqual(["box-lid"]);
    expect(find(resources, "test:index:Thing").options).toEqual({
      protect: true,
      deleteBeforeReplace: true,
    });
  });
});

describe("Component", () => {
  it("passes its inputs on, so that policies and state see them", async () => {
    const { resources } = await onMocks(() => new Box("box"));
    expect(resources[0]?.inputs).toEqual({ given: true });
  });

  it("hands all resource options on", async () => {
    const { resources } = await onMocks(() => {
      const first = new Thing("first", {});
      return new Box("box", put("lid"), {
        protect: true,
        aliases: [{ name: "crate" }],
        ignoreChanges: ["given"],
        dependsOn: [first],
      });
    });
    expect(find(resources, tokens.budget).options).toEqual({
      protect: true,
      aliases: ["crate"],
      ignoreChanges: ["given"],
      dependsOn: ["first"],
    });
    expect(find(resources, "test:index:Thing", "box-lid").options).toMatchObject({
      protect: true,
    });
  });

  it("hands an explicit provider on to its children", async () => {
    class TestProvider extends pulumi.ProviderResource {
      constructor() {
        super("test", "eu", {});
      }
    }
    const { resources } = await onMocks(
      () => new Box("box", put(""), { provider: new TestProvider() }),
    );
    expect(find(resources, "test:index:Thing").options.provider).toMatch(/^urn:.*::eu::eu-id$/);
  });

  it("keeps the caller's own transformations", async () => {
    const transformation: pulumi.ResourceTransformation = ({ props, opts, name }) =>
      name === "box-lid" ? { props: { ...props, colour: "blue" }, opts } : undefined;
    const { resources } = await onMocks(
      () => new Box("box", put("lid"), { transformations: [transformation] }),
    );
    expect(find(resources, "test:index:Thing").inputs).toEqual({ size: 1, colour: "blue" });
  });

  it.each(["lid", "boxlid", "BOX-lid", "bo"])("refuses a child named %s", async (name) => {
    const build = () => new Box("box", (box) => new Thing(name, {}, { parent: box }));
    await expect(onMocks(build)).rejects.toThrow(
      `test:index:Thing "${name}" is a child of "box", so its name must be "box" or begin with "box-"`,
    );
  });

  it("refuses a grandchild that does not carry its name", async () => {
    const build = () =>
      new Box("box", (box) => {
        const inner = new Thing("box-inner", {}, { parent: box });
        return new Thing("screw", {}, { parent: inner });
      });
    await expect(onMocks(build)).rejects.toThrow('"screw" is a child of "box"');
  });
});
