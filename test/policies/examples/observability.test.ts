import { describeExamples } from "./describe-examples";

describeExamples("observability");
