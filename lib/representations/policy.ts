import { isStaff, mayEdit } from "../access/may"
import { say } from "../words"

/** All staff read them; what is published, anybody may. */
export const mayReadRepresentations = isStaff
/** Workers and managers write them and enter what came back. */
export const mayRepresent = mayEdit
/** What somebody is told who may not write them. */
export const REPRESENTS = say("Only workers and managers can write representations.")
/** Trustees who look on may say what they think of a paper, too. */
export const mayRemark = isStaff
