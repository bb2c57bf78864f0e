import type { Report } from "../model";
import { contentPolicy } from "./policy";
import { type TemplateName, render } from "./render";
import { script } from "./script";
import { style } from "./style";
import { accessView } from "./view/access";
import { type Anchors, anchorsOf } from "./view/anchors";
import { answersView } from "./view/answers";
import { changesView } from "./view/changes";
import { controlsView } from "./view/controls";
import { costsView } from "./view/costs";
import { coverageView } from "./view/coverage";
import { findingsView } from "./view/findings";
import { graphView } from "./view/graph";
import { headersView } from "./view/headers";
import { overviewView } from "./view/overview";
import { residencyView } from "./view/residency";
import { resourcesView } from "./view/resources";
import { trendView } from "./view/trend";
import { waiversView } from "./view/waivers";
import { clipped } from "./text";
import { states } from "./words";

interface Section {
  id: string;
  title: string;
  count?: number;
  template: TemplateName;
  data: object;
}

/** The report as one page that needs nothing beside it. */
export function pageOf(report: Report): string {
  const sections = sectionsOf(report);
  const overview = overviewView(report);
  const { project, stack } = report.run;
  return render("page", {
    title: `${clipped(project, 80)} ${clipped(stack, 60)}: ${overview.verdict.word} · Groundwork report`,
    policy: contentPolicy(style, script),
    icon,
    style,
    script,
    header: render("header", overview),
    contents: sections,
    sections: sections.map(({ template, data }) => render(template, data)).join(""),
  });
}

function sectionsOf(report: Report): Section[] {
  const anchors = anchorsOf(report);
  return [
    ...judgedSections(report, anchors),
    ...stackSections(report, anchors),
    ...wholeSections(report, anchors),
  ].filter((one): one is Section => Boolean(one));
}

type Sections = readonly (Section | false | undefined)[];

/** How the stack was judged. */
function judgedSections(report: Report, anchors: Anchors): Sections {
  const findings = findingsView(report, anchors);
  const changes = changesView(report, anchors);
  const trend = trendView(report, anchors);
  const { controls, waivers } = report;
  return [
    { id: "overview", title: "Overview", template: "overview", data: overviewView(report) },
    trend && { id: "trend", title: "Trend", template: "trend", data: trend },
    {
      id: "findings",
      title: "Findings",
      count: findings.open + findings.waived,
      template: "findings",
      data: findings,
    },
    {
      id: "changes",
      title: "Changes",
      ...(changes.count !== undefined && { count: changes.count }),
      template: "changes",
      data: changes,
    },
    {
      id: "controls",
      title: "Controls",
      count: controls.length,
      template: "controls",
      data: { standards: controlsView(report, anchors) },
    },
    {
      id: "waivers",
      title: "Waivers",
      count: waivers.length,
      template: "waivers",
      data: { waivers: waiversView(report, anchors) },
    },
  ];
}

/** What the stack is. */
function stackSections(report: Report, anchors: Anchors): Sections {
  const costs = costsView(report);
  const routes = headersView(report, anchors);
  return [
    costs && { id: "costs", title: "Costs", template: "costs", data: costs },
    { id: "components", title: "Components", template: "graph", data: graphView(report) },
    routes.length > 0 && {
      id: "headers",
      title: "Headers",
      template: "headers",
      data: { routes },
    },
    {
      id: "coverage",
      title: "Uptime",
      template: "coverage",
      data: coverageView(report, anchors),
    },
    {
      id: "residency",
      title: "Data",
      template: "residency",
      data: residencyView(report, anchors),
    },
    { id: "access", title: "Access", template: "access", data: accessView(report, anchors) },
  ];
}

/** Everything, to look things up in. */
function wholeSections(report: Report, anchors: Anchors): Sections {
  const { resources, results } = report;
  return [
    {
      id: "resources",
      title: "Resources",
      count: resources.length,
      template: "resources",
      data: resourcesView(report, anchors),
    },
    {
      id: "answers",
      title: "Answers",
      count: results.length,
      template: "answers",
      data: answersView(report, anchors),
    },
    { id: "legend", title: "How to read", template: "legend", data: { states } },
  ];
}

/** The mark of the brand, so that no browser asks for an icon. */
const icon = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="#2b53c4" stroke-width="2"><path fill="#2b53c4" d="M12 3 22 8 12 13 2 8Z"/><path d="M2 12 12 17 22 12M2 16 12 21 22 16"/></svg>',
)}`;
