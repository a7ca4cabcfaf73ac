"use client"

import type { Ref } from "react"

type Props = { text: string; links?: { label: string; href: string }[]; ref?: Ref<HTMLDivElement> }

/** What was done with a form that stays as it is: a test email is on its way. */
export const FormNote = ({ text, links = [], ref }: Props) => (
  // biome-ignore lint/a11y/noAutofocus: with scripts off it is what brings people to what was said
  <div ref={ref} role="status" tabIndex={-1} autoFocus className="banner mb-6 max-w-2xl">
    <p className="m-0 font-semibold">{text}</p>
    {links.map(({ label, href }) => (
      <a key={href} href={href} className="mr-5 inline-flex min-h-6 items-center">
        {label}
      </a>
    ))}
  </div>
)
