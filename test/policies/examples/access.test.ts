import { describeExamples } from "./describe-examples";

describeExamples("access");
