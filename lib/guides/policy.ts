export { isManager as mayShowGuides, isStaff as maySeeGuides, mayEdit as mayWriteGuides } from "../access/may"
