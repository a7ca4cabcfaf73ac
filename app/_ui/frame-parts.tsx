import type { ReactNode } from "react"
import { formatDate } from "@/lib/words"
import { say } from "@/lib/words/say"
import { Banner } from "./banner"
import { Mark } from "./mark"
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

/** Whose pages these are; `look`: its own logo and style sheet. */
export type Home = { href: string; name: string; look?: { logo: string | null; sheet: string | null } }

/** What every page has below its head: a notice, its content, and help at the foot. */
export type BodyProps = {
  banner?: Notice
  footer: { label: string; href: string }[]
  /** Whom to ring, first thing in the foot. */
  ring?: ReactNode
  footNote?: ReactNode
  children: ReactNode
}

/** The way past the navigation for those who go by keys. */
export const SkipLink = () => (
  <a href="#main-part" className="skip-link">
    {say("Skip to the main part")}
  </a>
)

/** The style sheet with the LIO's own colour. */
export const OwnColour = ({ look }: Pick<Home, "look">) =>
  look?.sheet ? <link rel="stylesheet" href={look.sheet} precedence="own" /> : null

/** The logo and the name, which lead home. */
export const HomeLink = ({ home, className }: { home: Home; className: string }) => (
  <a
    href={home.href}
    className={`flex min-h-11 min-w-36 items-center gap-3 text-ink no-underline ${className}`}
  >
    {home.look?.logo ? (
      // biome-ignore lint/performance/noImgElement: it is small, and kept for a year as it is
      <img src={home.look.logo} alt="" className="logo" />
    ) : (
      <Mark className="size-9 flex-none text-leaf" />
    )}
    <span className="font-serif text-xl leading-tight font-bold wrap-anywhere">{home.name}</span>
  </a>
)

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
        {footNote ? <p className="m-0 wrap-anywhere text-soft sm:ml-auto">{footNote}</p> : null}
      </Static>
    </footer>
  </>
)
