/** Whether a file is for the people of a case alone: nothing of it may stand where all staff read it. */
export const ofCase = (audience: string) => audience.startsWith("case:")
