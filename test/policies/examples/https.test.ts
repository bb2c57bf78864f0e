import { describeExamples } from "./describe-examples";

describeExamples("https");
