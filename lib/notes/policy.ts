/** May read the notes on groups: any staff. */
/** May write, change and remove them: workers and managers. */
export { isStaff as maySeeNotes, mayEdit as mayKeepNotes } from "../access/may"
