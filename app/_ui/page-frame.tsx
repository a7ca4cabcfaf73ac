import type { ReactNode } from "react"
import { Banner } from "./banner"
import { Mark } from "./mark"
import { PageTitle } from "./page-title"
import { SearchBox } from "./search-box"
import { Static } from "./static"

type NavItem = { key: string; label: string; href: string }

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

type Props = {
  /** The page in the browser's tab: "Needs – Ribble CVS – Trellis". */
  title: string
  /** Whose pages these are; `look`: its own logo and style sheet. */
  home: { href: string; name: string; look?: { logo: string | null; sheet: string | null } }
  nav?: { label: string; items: NavItem[]; current?: string }
  /** Where words are searched for: a box in the header, on a phone a link in the menu. */
  search?: { label: string; href: string }
  /** Beside the name: the person's menu. */
  header?: ReactNode
  /** Beside the navigation: the one thing done most. */
  action?: ReactNode
  banner?: Notice
  footer: { label: string; href: string }[]
  footNote?: ReactNode
  /** Members' pages have larger letters. */
  audience?: "staff" | "members"
  children: ReactNode
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

/** What is round every page: the way past the navigation, the name, the navigation, notices, and help at the foot. */
export function PageFrame({
  title,
  home,
  nav,
  search,
  header,
  action,
  banner,
  footer,
  footNote,
  audience = "staff",
  children,
}: Props) {
  const few = nav && nav.items.length < 3
  return (
    <PageTitle title={title}>
      {home.look?.sheet ? <link rel="stylesheet" href={home.look.sheet} precedence="own" /> : null}
      <div data-audience={audience} className="flex min-h-dvh flex-col">
        <a href="#main-part" className="skip-link">
          Skip to the main part
        </a>
        <header className="site-header contents">
          <div className="border-b border-line bg-surface">
            <div className="lattice" />
            <div className="page flex items-center gap-x-4 py-3 lg:gap-x-6">
              <a
                href={home.href}
                className="mr-auto flex min-h-11 min-w-0 items-center gap-3 text-ink no-underline"
              >
                {home.look?.logo ? (
                  // biome-ignore lint/performance/noImgElement: it is small, and kept for a year as it is
                  <img src={home.look.logo} alt="" className="logo" />
                ) : (
                  <Mark className="size-9 flex-none text-leaf" />
                )}
                <span className="font-serif text-xl leading-tight font-bold">{home.name}</span>
              </a>
              {search ? (
                <div className="max-lg:hidden">
                  <SearchBox action={search.href} label={search.label} />
                </div>
              ) : null}
              {header}
            </div>
          </div>
          {nav || action ? (
            <div className="nav-bar border-b border-line bg-surface lg:sticky lg:top-0 lg:z-10">
              <div className="page flex flex-wrap items-start justify-between gap-x-6 gap-y-2 py-2 lg:items-center lg:py-0">
                {nav ? (
                  <Static className="min-w-0 grow">
                    <nav aria-label={nav.label} className={few ? undefined : "max-lg:hidden"}>
                      <ul className="flex list-none flex-wrap gap-x-5 p-0">
                        <NavLinks nav={nav} className="nav-link" />
                      </ul>
                    </nav>
                    <details className={few ? "hidden" : "fold grow lg:hidden"}>
                      <summary>Menu</summary>
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
                ) : null}
                {action ? <div className="flex-none lg:py-1">{action}</div> : null}
              </div>
            </div>
          ) : null}
        </header>
        <main id="main-part" tabIndex={-1} className="page w-full grow pt-5 pb-16">
          {banner ? (
            <Banner key={banner.key} kind={banner.kind} links={banner.links} undo={banner.undo} announced>
              {banner.text}
            </Banner>
          ) : null}
          {children}
        </main>
        <footer className="site-footer border-t border-line bg-sunken">
          <Static className="page flex flex-wrap items-center gap-x-6 gap-y-1 py-5">
            {footer.map((link) => (
              <a key={link.href} href={link.href} className="inline-flex min-h-11 items-center text-ink">
                {link.label}
              </a>
            ))}
            {footNote ? <p className="m-0 text-soft sm:ml-auto">{footNote}</p> : null}
          </Static>
        </footer>
      </div>
    </PageTitle>
  )
}
