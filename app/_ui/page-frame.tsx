import type { ReactNode } from "react"
import { say } from "@/lib/words/say"
import type { Found } from "./found"
import { type BodyProps, type Home, HomeLink, OwnColour, PageBody, SkipLink } from "./frame-parts"
import { PageTitle } from "./page-title"
import { SearchBox } from "./search-box"
import { Static } from "./static"

type NavItem = { key: string; label: string; href: string }

type Props = BodyProps & {
  /** The page in the browser's tab: "Needs – Ribble CVS – Trellis". */
  title: string
  /** How it may be found by anybody; left out of search engines if nothing is said. */
  found?: Found
  home: Home
  nav?: { label: string; items: NavItem[]; current?: string }
  /** Where words are searched for: a box in the header, on a phone a link in the menu. */
  search?: { label: string; href: string }
  /** Below the name: the groups that somebody speaks for. */
  speaksFor?: string
  /** Beside the name: the person's menu. */
  header?: ReactNode
}

function NavLinks({ nav, className }: { nav: NonNullable<Props["nav"]>; className: string }) {
  return nav.items.map((item) => (
    <li key={item.key}>
      <a href={item.href} className={className} aria-current={item.key === nav.current ? "page" : undefined}>
        {item.label}
      </a>
    </li>
  ))
}

/** What is round a page of members and of the public: the name, the navigation on top, notices, and help at the foot. */
export function PageFrame({ title, found, home, nav, search, speaksFor, header, ...body }: Props) {
  const few = nav && nav.items.length < 3
  return (
    <PageTitle title={title} found={found}>
      <OwnColour look={home.look} />
      <div data-audience="members" className="flex min-h-dvh flex-col">
        <SkipLink />
        <header className="site-header contents">
          <div className="border-b border-line bg-surface">
            <div className="lattice" />
            <div className="page flex flex-wrap items-center gap-x-4 py-3 lg:gap-x-6">
              <HomeLink home={home} className="grow basis-32" />
              {search ? (
                <div className="max-lg:hidden">
                  <SearchBox action={search.href} label={search.label} />
                </div>
              ) : null}
              {header}
            </div>
            {speaksFor ? <div className="page pb-3 text-soft">{speaksFor}</div> : null}
          </div>
          {nav ? (
            <div className="nav-bar border-b border-line bg-surface lg:sticky lg:top-0 lg:z-10">
              <Static className="page py-2 lg:py-0">
                <nav aria-label={nav.label} className={few ? undefined : "max-lg:hidden"}>
                  <ul className="flex list-none flex-wrap gap-x-5 p-0">
                    <NavLinks nav={nav} className="nav-link" />
                  </ul>
                </nav>
                <details className={few ? "hidden" : "fold grow lg:hidden"}>
                  <summary>{say("Menu")}</summary>
                  <nav aria-label={nav.label}>
                    <ul className="list-none p-0">
                      <NavLinks nav={nav} className="menu-link" />
                      {search ? (
                        <li>
                          <a href={search.href} className="menu-link">
                            {search.label}
                          </a>
                        </li>
                      ) : null}
                    </ul>
                  </nav>
                </details>
              </Static>
            </div>
          ) : null}
        </header>
        <PageBody {...body} />
      </div>
    </PageTitle>
  )
}
