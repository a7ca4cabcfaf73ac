import type { ReactNode } from "react"
import type { FrameData } from "@/app/_http/visit"
import { ButtonLink } from "@/app/_ui/button-link"
import { PageFrame } from "@/app/_ui/page-frame"
import { SideFrame } from "@/app/_ui/side-frame"
import { inWords, say } from "@/lib/words"
import { FindAnythingLater } from "../search/_parts/find-anything-later"
import { type At, navigationForMembers, navigationForStaff } from "./nav"
import { PersonMenu } from "./person-menu"
import { Ring } from "./ring"
import { Undo } from "./undo"

type Props = FrameData & {
  /** The page, in a few words: the LIO's name is put after it. */
  title: string
  /** Which part of the navigation the page is in. */
  at?: At
  children: ReactNode
}

/** What is round every page of an LIO, for whoever is here. */
export function Frame({ lio, actor, lioCount, navigation, banner, title, at, children }: Props) {
  const signedIn = ["staff", "member", "representative"].includes(actor.kind)
  const inLio = (path: string) => `/${lio.slug}/${path}`
  const groups = actor.groups.map((group) => group.name)
  const person = <PersonMenu lio={lio} actor={actor} lioCount={lioCount} />
  const round = {
    title: say("{title} – {lio} – Trellis", { title, lio: lio.name }),
    home: { href: signedIn ? inLio("home") : `/${lio.slug}`, name: lio.name, look: lio.look },
    banner: banner && {
      ...banner,
      key: banner.undo?.id ?? banner.text,
      undo: banner.undo ? <Undo lio={lio.slug} undo={banner.undo} /> : undefined,
    },
    footer: [
      { label: say("Help and contact"), href: `/help?lio=${lio.slug}` },
      { label: say("Privacy"), href: "/privacy" },
      ...(signedIn ? [{ label: say("Your emails"), href: inLio("preferences") }] : []),
    ],
    footNote: lio.name,
  }
  if (navigation) {
    const keeps = actor.level !== "viewer"
    const sections = navigationForStaff().map(({ label, items }) => ({
      label,
      places: items.map(({ path, label: place }) => ({
        key: path,
        label: place,
        href: inLio(path),
        count: navigation.waiting[path],
      })),
    }))
    return (
      <SideFrame
        {...round}
        nav={{ label: say("Main"), current: at, sections }}
        folded={navigation.folded}
        search={<FindAnythingLater lio={lio.slug} keeps={keeps} />}
        person={person}
        action={
          keeps ? (
            <ButtonLink href={inLio("sessions/new")} kind="secondary">
              {say("Record a session")}
            </ButtonLink>
          ) : undefined
        }
      >
        {children}
      </SideFrame>
    )
  }
  return (
    <PageFrame
      {...round}
      ring={<Ring contact={lio.contact} />}
      speaksFor={signedIn && groups.length > 0 ? say("For {groups}", { groups: inWords(groups) }) : undefined}
      nav={
        signedIn
          ? {
              label: say("Main"),
              current: at,
              items: navigationForMembers(actor).map(({ path, label }) => ({
                key: path,
                label,
                href: inLio(path),
              })),
            }
          : undefined
      }
      search={signedIn ? { label: say("Search"), href: inLio("search") } : undefined}
      header={signedIn ? person : undefined}
    >
      {children}
    </PageFrame>
  )
}
