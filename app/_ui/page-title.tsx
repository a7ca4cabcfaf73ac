import { setImmediate as later } from "node:timers/promises"
import type { ReactNode } from "react"
import type { Found } from "./found"
import { TitleProvider } from "./title-provider"

/** Comes after the page's own pieces, because the first title in a page is the one that counts. */
async function LateTitle({ title }: { title: string }) {
  await later()
  return <title>{title}</title>
}

const MOST = 300

/** Says how a page may be found; nothing found means that search engines leave it out. */
function FoundAs({ title, found }: { title: string; found?: Found }) {
  if (!found) return <meta name="robots" content="noindex" />
  const address = `${process.env.APP_URL ?? ""}${found.path === "/" ? "" : found.path}`
  const about = found.about.replace(/\s+/g, " ").slice(0, MOST)
  return (
    <>
      <meta name="description" content={about} />
      <link rel="canonical" href={address} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={about} />
      <meta property="og:url" content={address} />
      {found.data ? (
        <script
          type="application/ld+json"
          // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON of ours, in which no tag can begin
          dangerouslySetInnerHTML={{
            __html: JSON.stringify({ "@context": "https://schema.org", ...found.data }).replaceAll(
              "<",
              "\\u003c",
            ),
          }}
        />
      ) : null}
    </>
  )
}

/** Titles the page and says whether it may be found. A form with errors puts its own title, with "Error:", before this one. */
export function PageTitle({ title, found, children }: { title: string; found?: Found; children: ReactNode }) {
  return (
    <TitleProvider title={title}>
      <FoundAs title={title} found={found} />
      {children}
      <LateTitle title={title} />
    </TitleProvider>
  )
}
