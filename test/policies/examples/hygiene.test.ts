import { describeExamples } from "./describe-examples";

describeExamples("hygiene");
