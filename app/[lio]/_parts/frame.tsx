import type { ReactNode } from "react"
import type { FrameData } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { PageFrame } from "@/app/_ui/page-frame"
import { FindAnything } from "../search/_parts/find-anything"
import { type At, navigationFor } from "./nav"
import { PersonMenu } from "./person-menu"
import { Undo } from "./undo"

type Props = FrameData & {
  /** The page, in a few words: the LIO's name is put after it. */
  title: string
  /** Which part of the navigation the page is in. */
  at?: At
  children: ReactNode
}

/** What is round every page of an LIO, for whoever is here. */
export function Frame({ lio, actor, lioCount, banner, title, at, children }: Props) {
  const staff = actor.kind === "staff"
  const signedIn = staff || actor.kind === "member"
  const inLio = (path: string) => `/${lio.slug}/${path}`
  return (
    <PageFrame
      title={`${title} – ${lio.name} – Trellis`}
      home={{ href: signedIn ? inLio("home") : `/${lio.slug}`, name: lio.name, look: lio.look }}
      audience={staff ? "staff" : "members"}
      nav={
        signedIn
          ? {
              label: "Main",
              current: at,
              items: navigationFor(staff ? "staff" : "members").map(({ path, label }) => ({
                key: path,
                label,
                href: inLio(path),
              })),
            }
          : undefined
      }
      action={
        staff && actor.level !== "viewer" ? (
          <ButtonLink href={inLio("sessions/new")}>Record a session</ButtonLink>
        ) : undefined
      }
      search={signedIn ? { label: "Search", href: inLio("search") } : undefined}
      header={
        signedIn ? (
          <>
            {staff ? <FindAnything lio={lio.slug} keeps={actor.level !== "viewer"} /> : null}
            <PersonMenu lio={lio} actor={actor} lioCount={lioCount} />
          </>
        ) : undefined
      }
      banner={
        banner && {
          ...banner,
          key: banner.undo?.id ?? banner.text,
          undo: banner.undo ? <Undo lio={lio.slug} undo={banner.undo} /> : undefined,
        }
      }
      footer={[
        { label: "Help and contact", href: `/help?lio=${lio.slug}` },
        { label: "Privacy", href: "/privacy" },
        ...(signedIn ? [{ label: "Your emails", href: inLio("preferences") }] : []),
      ]}
      footNote={lio.name}
    >
      {children}
    </PageFrame>
  )
}
