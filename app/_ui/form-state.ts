/** What a form shows after it was refused: a message a field, what was typed, and what somebody else saved meanwhile. */
export type FormState = {
  errors: Record<string, string>
  /** A message that belongs to no field. */
  message?: string
  /** What was done while the form stays: a test email is on its way. */
  note?: { text: string; label: string; href: string }
  values: Record<string, string | string[]>
  /** Field → what another person saved while this form was open. */
  theirs?: Record<string, string>
  /** Field → what the words typed in it may have meant, to choose from. */
  choices?: Record<string, { value: string; label: string; hint?: string }[]>
}

/** The state of a form that was not sent yet. */
export const NOTHING_SENT: FormState = { errors: {}, values: {} }

/** What a form's action is: made by submit() or submitOutside(). */
export type FormAction = (before: FormState, form: FormData) => Promise<FormState>

/** What a page may hand to a form as first values: null is an empty field, true is "yes". */
export type FormValues = Record<string, string | number | boolean | readonly string[] | null | undefined>

/** First values as fields hold them. */
export function fieldValues(values: FormValues = {}): FormState["values"] {
  const typed: FormState["values"] = {}
  for (const [name, value] of Object.entries(values)) {
    if (value === null || value === undefined) continue
    if (typeof value === "boolean") typed[name] = value ? "yes" : "no"
    else typed[name] = typeof value === "object" ? [...value] : String(value)
  }
  return typed
}
