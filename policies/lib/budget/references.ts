import type { Reference } from "../../rule";

const pillar = "https://docs.aws.amazon.com/wellarchitected/latest/cost-optimization-pillar";

/** That size and number of resources follow from what is needed. */
export const rightSize: Reference = {
  standard: "AWS Well-Architected, Cost Optimization",
  clause: "COST06-BP02",
  url: `${pillar}/cost_type_size_number_resources_data.html`,
};

/** That limits and warnings are set before the money is spent. */
export const costControls: Reference = {
  standard: "AWS Well-Architected, Cost Optimization",
  clause: "COST02-BP05",
  url: `${pillar}/cost_govern_usage_controls.html`,
};

/** That what is planned is estimated and held against what is spent. */
export const costVisibility: Reference = {
  standard: "FinOps Framework",
  clause: "Planning & Estimating",
  url: "https://www.finops.org/framework/capabilities/planning-estimating/",
};
