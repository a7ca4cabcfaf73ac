/** All staff see the whole library, what is retired included. Workers and managers keep it. */
export { isStaff as maySeeLibrary, mayEdit as mayKeepResources } from "../access/may"
