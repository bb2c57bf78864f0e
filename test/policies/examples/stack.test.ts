import { describeExamples } from "./describe-examples";

describeExamples("stack");
