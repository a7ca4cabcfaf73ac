/** What every letter is given beside its own props: the worker fills it in when it writes the letter. */
export type LetterFrame = {
  lio: {
    name: string
    slug: string
    email: string | null
    phone: string | null
    /** Who answers when somebody rings. */
    contactName?: string | null
    address: string | null
    /** Its own colour as #rrggbb, dark enough for white words; none: that of Trellis. */
    colour?: string | null
    /** The path of its logo. */
    logo?: string | null
  }
  to: { name: string | null }
  /** The public address of this installation, without a slash at its end. */
  appUrl: string
  /** One sentence: why the person gets this letter. */
  why: string
  /** Where the person chooses how much mail they want; none when the letter goes to an address without a person. */
  preferencesUrl?: string
  /** Shows a page with a button that stops letters of this kind; none for letters that cannot be stopped. */
  unsubscribeUrl?: string
}

/** A file of emails/: the letter, its subject, and the line that mail programs show beside the subject. */
export type LetterFile<P> = {
  default: (props: P & LetterFrame) => React.ReactElement
  subject: (props: P & LetterFrame) => string
  preview: (props: P & LetterFrame) => string
}
