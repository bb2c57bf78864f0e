import { describeExamples } from "./describe-examples";

describeExamples("recovery");
