import type { ReactNode } from "react"
import type { Found } from "@/app/_ui/found"
import { PageFrame } from "@/app/_ui/page-frame"
import type { Face } from "@/lib/lios/look/queries"
import { say } from "@/lib/words"
import { Ring } from "./ring"

type Props = {
  lio: Face
  /** The page in a few words; none for the first page. */
  title?: string
  /** How it may be found by anybody. */
  found?: Found
  children: ReactNode
}

/** What is round a page of an LIO that anybody may read. */
export function PublicFrame({ lio: { slug, name, look, contact }, title, found, children }: Props) {
  return (
    <PageFrame
      title={
        title ? say("{title} – {lio} – Trellis", { title, lio: name }) : say("{lio} – Trellis", { lio: name })
      }
      found={found}
      home={{ href: `/${slug}`, name, look }}
      footer={[
        { label: say("Help and contact"), href: `/help?lio=${slug}` },
        { label: say("Privacy"), href: "/privacy" },
      ]}
      ring={<Ring contact={contact} />}
      footNote={name}
    >
      {children}
    </PageFrame>
  )
}
