import type { ReactNode } from "react"
import { say } from "@/lib/words"

type Props = {
  /** The route that reads it. */
  to: string
  /** The endings of files that it reads: ".csv,.xlsx". */
  accept: string
  hint?: ReactNode
  submit: ReactNode
  kind?: "secondary"
  /** What stands before the field. */
  children?: ReactNode
}

/** Asks for a file that a route reads: a plain form, as a file is too big for an action. */
export const FileToRead = ({ to, accept, hint, submit, kind, children }: Props) => (
  <form action={to} method="post" encType="multipart/form-data">
    {children}
    <p>
      <label className="label" htmlFor="file">
        {say("Your file")}
      </label>
      {hint ? (
        <span className="hint block" id="file-hint">
          {hint}
        </span>
      ) : null}
      <input
        className="input"
        id="file"
        name="file"
        type="file"
        accept={accept}
        aria-describedby={hint ? "file-hint" : undefined}
      />
    </p>
    <p>
      <button className={kind ? `button button-${kind}` : "button"} type="submit">
        {submit}
      </button>
    </p>
  </form>
)
