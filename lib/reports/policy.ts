/** May read the reports: staff, trustees included. */
export { isStaff as mayReadReports } from "../access/may"
