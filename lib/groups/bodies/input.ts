import { wordsMaybe } from "../../input"

/** A statutory body that the list lacks, typed in the form that asks for one. */
export const newBodyField = { newBody: wordsMaybe(300) }
