/** Workers and managers bring lists in. */
export { mayEdit as mayImport } from "../access/may"
