import { describeExamples } from "./describe-examples";

describeExamples("repository");
