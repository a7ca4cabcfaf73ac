import Link from "next/link"
import { type PageProps, visitPublic } from "@/app/_http/visit"
import { PageFrame } from "@/app/_ui/page-frame"

/** After a request to join: what happens next. */
export default async function JoinSentPage(props: PageProps) {
  const lio = await visitPublic(props, async (ctx) => ctx.lio)
  return (
    <PageFrame
      title={`Thank you – ${lio.name} – Trellis`}
      home={{ href: `/${lio.slug}`, name: lio.name }}
      audience="members"
      footer={[
        { label: "Help and contact", href: "/help" },
        { label: "Privacy", href: "/privacy" },
      ]}
      footNote={lio.name}
    >
      <h1>Thank you. Your request is with us.</h1>
      <p className="max-w-2xl text-lg">
        We have sent you an email that says so. Somebody at {lio.name} looks at it in the next few days, and
        writes to you again.
      </p>
      <p className="max-w-2xl">No email? Look among the unwanted ones, or ask us.</p>
      <p>
        <Link href={`/${lio.slug}`}>Back to {lio.name}</Link>
      </p>
    </PageFrame>
  )
}
