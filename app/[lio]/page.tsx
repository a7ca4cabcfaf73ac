import { notFound } from "next/navigation"
import { ButtonLink } from "@/app/_ui/button-link"
import { PageFrame } from "@/app/_ui/page-frame"
import { SummaryList } from "@/app/_ui/summary-list"
import { LIO_KINDS } from "@/db/vocabulary"
import { asPublic } from "@/lib/access/doors"
import { NotFound } from "@/lib/errors"
import { getLio } from "@/lib/lios/queries"
import { listOpenTypes } from "@/lib/memberships/types/queries"

/** An LIO's public page: who it is, what it does, how to reach it, and the way in. */
export default async function LioPage({ params }: { params: Promise<{ lio: string }> }) {
  const { lio: slug } = await params
  const { lio, joinable } = await asPublic(slug, async (ctx) => ({
    lio: await getLio(ctx),
    joinable: (await listOpenTypes(ctx, { toJoin: true })).length > 0,
  })).catch((refusal: unknown) => {
    if (refusal instanceof NotFound) notFound()
    throw refusal
  })
  const facts = [
    { label: "Email", value: lio.email ? <a href={`mailto:${lio.email}`}>{lio.email}</a> : null },
    {
      label: "Phone",
      value: lio.phone ? <a href={`tel:${lio.phone.replace(/[^\d+]/g, "")}`}>{lio.phone}</a> : null,
    },
    { label: "Website", value: lio.website ? <a href={lio.website}>{lio.website}</a> : null },
    { label: "Address", value: lio.address },
  ].filter((fact) => fact.value)
  return (
    <PageFrame
      title={`${lio.name} – Trellis`}
      home={{ href: `/${slug}`, name: lio.name }}
      audience="members"
      footer={[
        { label: "Help and contact", href: "/help" },
        { label: "Privacy", href: "/privacy" },
      ]}
      footNote={lio.name}
    >
      <h1>{lio.name}</h1>
      <p className="text-soft">{LIO_KINDS[lio.kind as keyof typeof LIO_KINDS] ?? "Support organisation"}</p>
      <p className="max-w-2xl whitespace-pre-line">
        {lio.about ??
          "We help local voluntary and community groups: to start, to keep going, to work together and to be heard."}
      </p>
      <p className="flex flex-wrap gap-3">
        <ButtonLink href={`/sign-in?next=/${slug}/home`}>Sign in</ButtonLink>
        {joinable ? (
          <ButtonLink href={`/${slug}/join`} kind="secondary">
            Join with your group
          </ButtonLink>
        ) : null}
      </p>
      {facts.length > 0 ? (
        <>
          <h2>Contact</h2>
          <SummaryList items={facts} />
        </>
      ) : null}
    </PageFrame>
  )
}
