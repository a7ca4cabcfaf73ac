import type { ReactNode } from "react"
import { say } from "@/lib/words/say"
import { FoldSide } from "./fold-side"
import { type BodyProps, type Home, HomeLink, OwnColour, PageBody, SkipLink } from "./frame-parts"
import { PageTitle } from "./page-title"
import { Static } from "./static"

/** A place in the navigation. `count`: so many things wait there. */
type Place = { key: string; label: string; href: string; count?: number }

type Props = BodyProps & {
  /** The page in the browser's tab: "Needs – Ribble CVS – Trellis". */
  title: string
  home: Home
  nav: { label: string; sections: { label: string | null; places: Place[] }[]; current?: string }
  /** Folded away: the navigation is a menu above the page, as on a phone. */
  folded: boolean
  /** Search or do. */
  search: ReactNode
  /** The person's menu. */
  person: ReactNode
  /** The one thing done most. */
  action?: ReactNode
}

const Sections = ({ nav, name }: { nav: Props["nav"]; name: string }) => (
  <nav aria-label={nav.label}>
    {nav.sections.map(({ label, places }, at) => {
      const id = label ? `${name}-${at}` : undefined
      return (
        <section key={label ?? at} aria-labelledby={id} className="side-section">
          {label ? (
            <p id={id} className="side-heading">
              {label}
            </p>
          ) : null}
          <ul className="list-none p-0">
            {places.map(({ key, label: place, href, count }) => (
              <li key={key}>
                <a href={href} className="side-link" aria-current={key === nav.current ? "page" : undefined}>
                  {place}
                  {count ? (
                    <span className="side-count">
                      {count}
                      <span className="sr-only"> {say("waiting")}</span>
                    </span>
                  ) : null}
                </a>
              </li>
            ))}
          </ul>
        </section>
      )
    })}
  </nav>
)

/**
 * What is round a page of staff: the navigation down the side, by the functions of an LIO. On a phone, or folded away, it
 * is a menu above the page.
 */
export function SideFrame({ title, home, nav, folded, search, person, action, ...body }: Props) {
  return (
    <PageTitle title={title}>
      <OwnColour look={home.look} />
      <div data-audience="staff" id="frame" className="sided" data-folded={folded ? "" : undefined}>
        <SkipLink />
        <header className="side">
          <HomeLink home={home} className="side-home" />
          <div className="side-search">{search}</div>
          {action ? <div className="side-action">{action}</div> : null}
          <Static className="side-nav">
            <Sections nav={nav} name="side" />
          </Static>
          <Static className="side-menu">
            <details className="fold">
              <summary>{say("Menu")}</summary>
              <Sections nav={nav} name="menu" />
            </details>
          </Static>
          <div className="side-person">{person}</div>
          <FoldSide frame="frame" folded={folded} />
        </header>
        <div className="flex min-w-0 flex-col max-lg:grow">
          <PageBody {...body} />
        </div>
      </div>
    </PageTitle>
  )
}
