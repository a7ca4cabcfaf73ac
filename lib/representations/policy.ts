import { isStaff, mayEdit } from "../access/may"

/** All staff read them; what is published, anybody may. */
export const mayReadRepresentations = isStaff
/** Workers and managers write them and enter what came back. */
export const mayRepresent = mayEdit
