import { describeExamples } from "./describe-examples";

describeExamples("data");
