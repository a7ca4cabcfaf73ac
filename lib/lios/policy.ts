export { isManager as mayRunLio } from "../access/may"
