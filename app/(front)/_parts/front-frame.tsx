import type { ReactNode } from "react"
import { signedIn } from "@/app/_http/session"
import type { Found } from "@/app/_ui/found"
import { PageFrame } from "@/app/_ui/page-frame"
import { say } from "@/lib/words"

/** What is round the pages that belong to no LIO. */
export async function FrontFrame({
  title,
  found,
  children,
}: {
  title: string
  found?: Found
  children: ReactNode
}) {
  const who = await signedIn()
  const items = who
    ? [
        { key: "where", label: say("Your organisations"), href: "/where?choose=1" },
        { key: "account", label: say("Your sign-in"), href: "/account" },
      ]
    : [
        { key: "find", label: say("Find help"), href: "/find" },
        { key: "guides", label: say("Guides"), href: "/guides" },
        { key: "sign-in", label: say("Sign in"), href: "/sign-in" },
      ]
  return (
    <PageFrame
      title={title === "Trellis" ? title : say("{title} – Trellis", { title })}
      found={found}
      home={{ href: "/", name: "Trellis" }}
      nav={{ label: say("Main"), items }}
      footer={[
        { label: say("Help and contact"), href: "/help" },
        { label: say("Privacy"), href: "/privacy" },
      ]}
    >
      {children}
    </PageFrame>
  )
}
