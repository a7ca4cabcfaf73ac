import { say } from "../words"

/** The audience of a confidential case: the people who work on it. */
export const confidentialTo = (caseId: string) => `case:${caseId}`

/** What is said of who may read something. */
export const ONLY_ITS_PEOPLE = say("Only the people working on this case")
