import type { ReactNode } from "react"
import { say } from "@/lib/words/say"
import { HomeLink, SkipLink } from "./frame-parts"
import { Static } from "./static"

type Props = { title: string; children: ReactNode }

/**
 * What is shown where there is no page for whoever asks. Next sends a description of it along with every page, so that is
 * one line: the HTML is drawn once, and leaves the server only where it is shown.
 */
export const NoPage = ({ title, children }: Props) => (
  <>
    <title>{say("{title} – Trellis", { title })}</title>
    <Static always={title}>
      <div data-audience="members" className="flex min-h-dvh flex-col">
        <SkipLink />
        <header className="site-header border-b border-line bg-surface">
          <div className="lattice" />
          <div className="page py-3">
            <HomeLink home={{ href: "/", name: "Trellis" }} className="" />
          </div>
        </header>
        <main id="main-part" tabIndex={-1} className="page w-full grow pt-5 pb-16">
          <h1>{title}</h1>
          {children}
          <p>
            <a href="/where" className="button">
              {say("Go to your pages")}
            </a>
          </p>
        </main>
        <footer className="site-footer border-t border-line bg-sunken">
          <div className="page flex flex-wrap items-center gap-x-6 gap-y-1 py-5">
            <a href="/help" className="inline-flex min-h-11 items-center text-ink">
              {say("Help and contact")}
            </a>
            <a href="/privacy" className="inline-flex min-h-11 items-center text-ink">
              {say("Privacy")}
            </a>
          </div>
        </footer>
      </div>
    </Static>
  </>
)
