import { isStaff, mayEdit } from "../access/may"

/** All staff read them; what is published, anybody may. */
export const mayReadRepresentations = isStaff
/** Workers and managers write them and enter what came back. */
export const mayRepresent = mayEdit
/** Trustees who look on may say what they think of a paper, too. */
export const mayRemark = isStaff
