import { say } from "@/lib/words/say"
import { Mark } from "./mark"

/** Whose pages these are; `look`: its own logo and style sheet. */
export type Home = { href: string; name: string; look?: { logo: string | null; sheet: string | null } }

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
    className={`flex min-h-11 min-w-0 items-center gap-3 text-ink no-underline ${className}`}
  >
    {home.look?.logo ? (
      // biome-ignore lint/performance/noImgElement: it is small, and kept for a year as it is
      <img src={home.look.logo} alt="" className="logo" />
    ) : (
      <Mark className="size-9 flex-none text-leaf" />
    )}
    <span className="font-serif text-xl leading-tight font-bold">{home.name}</span>
  </a>
)
