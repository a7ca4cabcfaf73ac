import { isStaff, mayEdit } from "../access/may"

/** All staff read the register. */
export const mayReadNeeds = isStaff
/** Workers and managers keep it. */
export const mayKeepNeeds = mayEdit
