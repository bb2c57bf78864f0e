import { describeExamples } from "./describe-examples";

describeExamples("budget");
