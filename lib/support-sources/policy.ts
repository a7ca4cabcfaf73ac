export { isManager as mayKeepSources } from "../access/may"
