import { isStaff, mayEdit } from "../access/may"

/** Staff see what was written to groups. */
export const maySeeMailings = isStaff
/** Workers and managers write to groups. */
export const mayWriteToGroups = mayEdit
