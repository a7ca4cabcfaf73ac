export { isManager as mayRunLio, mayEdit as mayNameAreas } from "../access/may"
