"use client"

import { type ReactNode, useState } from "react"
import { say } from "@/lib/words/say"
import { OneField } from "./field-parts"
import { useField } from "./form-context"
import { useTypedBefore } from "./typed-before"

type Common = {
  name: string
  label: ReactNode
  hint?: ReactNode
  optional?: boolean
  /** The label is the page's h1: one question a page. */
  large?: boolean
  /** Shown when neither the form nor its values know this field. */
  value?: string
  /** In which language it is filled in, where that isn’t the page’s, and which way that is written. */
  lang?: string
  dir?: "ltr" | "rtl"
}

const WIDTHS = { xs: "max-w-24", sm: "max-w-40", md: "max-w-80", full: "max-w-2xl" }

type Text = Common & {
  type?: "text" | "email" | "tel" | "url" | "password" | "search"
  inputMode?: "numeric" | "decimal" | "tel" | "email" | "url"
  autoComplete?: string
  width?: keyof typeof WIDTHS
  prefix?: ReactNode
  suffix?: ReactNode
  spellCheck?: boolean
}

/** One line of text. */
export function TextField({
  name,
  label,
  hint,
  optional,
  large,
  value,
  width = "full",
  prefix,
  suffix,
  type = "text",
  ...rest
}: Text) {
  const { describedBy, error, theirs, id, value: current, wired } = useField(name, value, hint)
  const input = (
    <input
      {...rest}
      {...wired()}
      key={theirs}
      id={id}
      name={name}
      type={type}
      className={`input ${WIDTHS[width]}`}
      defaultValue={current}
      aria-describedby={describedBy}
      aria-invalid={error ? true : undefined}
    />
  )
  return (
    <OneField {...{ id, label, hint, optional, large, error, theirs }}>
      {prefix || suffix ? (
        <span className="input-group">
          {prefix ? <span className="affix">{prefix}</span> : null}
          {input}
          {suffix ? <span className="affix">{suffix}</span> : null}
        </span>
      ) : (
        input
      )}
    </OneField>
  )
}

/** Several lines of text; `most` shows how many characters are left. */
export function TextArea({
  name,
  label,
  hint,
  optional,
  large,
  value,
  rows = 4,
  most,
  lang,
  dir,
}: Common & { rows?: number; most?: number }) {
  const { describedBy, error, theirs, id, value: current, wired } = useField(name, value, hint)
  const held = useTypedBefore(id, current)
  const [length, setLength] = useState(current.length)
  const left = (most ?? 0) - length
  return (
    <OneField {...{ id, label, hint, optional, large, error, theirs }}>
      <textarea
        {...wired()}
        {...{ id, name, rows, lang, dir }}
        className="input"
        defaultValue={held}
        aria-describedby={most ? `${describedBy ?? ""} ${id}-left`.trim() : describedBy}
        aria-invalid={error ? true : undefined}
        onInput={most ? (event) => setLength(event.currentTarget.value.length) : undefined}
      />
      {most ? (
        <span
          id={`${id}-left`}
          className={left < 0 ? "wrong block" : "hint"}
          aria-live={left < most / 10 ? "polite" : undefined}
        >
          {left < 0
            ? say("{left} characters too many", { left: -left })
            : say("{left} characters left", { left })}
        </span>
      ) : null}
    </OneField>
  )
}

/** A file to send. */
export function FileField({
  name,
  label,
  hint,
  optional,
  accept,
  multiple,
}: Common & { accept?: string; multiple?: boolean }) {
  const { describedBy, error, id } = useField(name, undefined, hint)
  return (
    <OneField {...{ id, label, hint, optional, error }}>
      <input
        id={id}
        name={name}
        type="file"
        accept={accept}
        multiple={multiple}
        className="input file:mr-3 file:cursor-pointer file:rounded-sm file:border-0 file:bg-sunken file:px-3 file:py-1 file:text-ink"
        aria-describedby={describedBy}
        aria-invalid={error ? true : undefined}
      />
    </OneField>
  )
}

/** A value that goes along unseen: the given one, or the form's own; after somebody else saved, theirs. */
export function HiddenField({ name, value }: { name: string; value?: string }) {
  const { value: current, theirs } = useField(name)
  return <input type="hidden" name={name} value={value ?? theirs ?? current} />
}
