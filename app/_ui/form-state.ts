/** What a form shows after it was refused: a message a field, what was typed, and what somebody else saved meanwhile. */
export type FormState = {
  errors: Record<string, string>
  /** A message that belongs to no field. */
  message?: string
  values: Record<string, string | string[]>
  /** Field → what another person saved while this form was open. */
  theirs?: Record<string, string>
  /** Field → what the words typed in it may have meant, to choose from. */
  choices?: Record<string, { value: string; label: string; hint?: string }[]>
}

/** The state of a form that was not sent yet. */
export const NOTHING_SENT: FormState = { errors: {}, values: {} }
