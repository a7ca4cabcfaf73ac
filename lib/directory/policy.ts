export { isManager as mayKeepDirectory } from "../access/may"
