import type { ReactNode } from "react"
import { signedIn } from "@/app/_http/session"
import { PageFrame } from "@/app/_ui/page-frame"

/** What is round the pages that belong to no LIO. */
export async function FrontFrame({ title, children }: { title: string; children: ReactNode }) {
  const who = await signedIn()
  const items = who
    ? [
        { key: "where", label: "Your organisations", href: "/where?choose=1" },
        { key: "account", label: "Your sign-in", href: "/account" },
      ]
    : [{ key: "sign-in", label: "Sign in", href: "/sign-in" }]
  return (
    <PageFrame
      title={title === "Trellis" ? title : `${title} – Trellis`}
      home={{ href: "/", name: "Trellis" }}
      nav={{ label: "Main", items }}
      footer={[
        { label: "Help and contact", href: "/help" },
        { label: "Privacy", href: "/privacy" },
      ]}
    >
      {children}
    </PageFrame>
  )
}
