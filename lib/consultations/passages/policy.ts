import { isStaff, mayEdit } from "../../access/may"

/** All staff read what was answered. */
export const mayReadAnswers = isStaff
/** Workers and managers take passages. */
export const mayTakePassages = mayEdit
