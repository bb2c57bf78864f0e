import { describeExamples } from "./describe-examples";

describeExamples("secrets");
