import { describeExamples } from "./describe-examples";

describeExamples("headers");
