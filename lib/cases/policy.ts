/** May look at cases: staff, trustees included. Which of them is settled in the database, by each case's audience. */
/** May open, change and close the cases they see: workers and managers. */
/** May let somebody into a confidential case that they don't see: managers, whose reason its people read. */
export { isManager as mayLetIn, isStaff as maySeeCases, mayEdit as mayKeepCases } from "../access/may"
