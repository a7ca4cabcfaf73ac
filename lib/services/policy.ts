export { isManager as mayKeepServices } from "../access/may"
