export { isManager as mayLoadExamples } from "../access/may"
