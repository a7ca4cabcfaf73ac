import type { ReactNode } from "react"
import { formatDate } from "@/lib/words"
import { say } from "@/lib/words/say"
import { Banner } from "./banner"
import { Static } from "./static"

/** A notice above the heading, as a form leaves it for the next page. */
type Notice = {
  text: string
  kind?: "done" | "note" | "problem"
  links?: { label: string; href: string }[]
  /** A small form that takes back what was done. */
  undo?: ReactNode
  /** Tells one notice from the next. */
  key?: string
}

/** What every page has below its head: a notice, its content, and help at the foot. */
export type BodyProps = {
  banner?: Notice
  footer: { label: string; href: string }[]
  /** Whom to ring, first thing in the foot. */
  ring?: ReactNode
  footNote?: ReactNode
  children: ReactNode
}

/** The content of a page between a notice and the foot. */
export const PageBody = ({ banner, footer, ring, footNote, children }: BodyProps) => (
  <>
    <main id="main-part" tabIndex={-1} className="page w-full grow pt-5 pb-16">
      <p className="only-print text-soft">
        {say("Printed on {formatDate}", { formatDate: formatDate(new Date()) })}
      </p>
      {banner ? (
        <Banner key={banner.key} kind={banner.kind} links={banner.links} undo={banner.undo} announced>
          {banner.text}
        </Banner>
      ) : null}
      {children}
    </main>
    <footer className="site-footer border-t border-line bg-sunken">
      <Static className="page flex flex-wrap items-center gap-x-6 gap-y-1 py-5">
        {ring}
        {footer.map((link) => (
          <a key={link.href} href={link.href} className="inline-flex min-h-11 items-center text-ink">
            {link.label}
          </a>
        ))}
        {footNote ? <p className="m-0 text-soft sm:ml-auto">{footNote}</p> : null}
      </Static>
    </footer>
  </>
)
