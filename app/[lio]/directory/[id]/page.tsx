import type { ReactNode } from "react"
import { type PageProps, visitPublic } from "@/app/_http/visit"
import { dialled } from "@/app/_ui/address"
import { BackLink } from "@/app/_ui/links"
import { SummaryList } from "@/app/_ui/summary-list"
import { keys, REGISTERS, TERM_LISTS } from "@/db/vocabulary"
import { type Entry, getEntry } from "@/lib/directory/queries"
import { numberInWords } from "@/lib/groups/identifiers/words"
import { getFace } from "@/lib/lios/look/queries"
import { getLio } from "@/lib/lios/queries"
import { say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { PublicFrame } from "../../_parts/public-frame"

type Row = { label: string; value: ReactNode }
const withValue = (rows: Row[]) => rows.filter(({ value }) => value)

function reachRows({ contact, phone, email, website, address, postcode }: Entry): Row[] {
  return withValue([
    { label: say("Ask for"), value: contact },
    { label: say("Phone"), value: phone ? <a href={dialled(phone)}>{phone}</a> : null },
    { label: say("Email"), value: email ? <a href={`mailto:${email}`}>{email}</a> : null },
    {
      label: say("Website"),
      value: website ? <a href={website}>{website.replace(/^https?:\/\//, "")}</a> : null,
    },
    { label: say("Address"), value: [address, postcode].filter(Boolean).join(", ") },
  ])
}

function factRows({ areas, words, numbers }: Entry): Row[] {
  const ofList = (list: string) =>
    words
      .filter((word) => word.list === list)
      .map(({ name }) => name)
      .join(", ")
  return withValue([
    { label: say("Works in"), value: areas.map(({ name }) => name).join(", ") },
    ...keys(TERM_LISTS).map((list) => ({ label: TERM_LISTS[list], value: ofList(list) })),
    ...numbers.map(({ register, value }) => ({
      label: REGISTERS[register as keyof typeof REGISTERS],
      value: numberInWords(register as keyof typeof REGISTERS, value),
    })),
  ])
}

/** One group of the directory: what it lets everybody know. Public. */
export default async function DirectoryEntry(props: PageProps) {
  const { face, lio, entry } = await visitPublic(props, async (ctx, { id = "" }) => ({
    face: await getFace(ctx),
    lio: await getLio(ctx),
    entry: await getEntry(ctx, id),
  }))
  const [facts, reach] = [factRows(entry), reachRows(entry)]
  const signIn = (text: ReactNode) => <a href={`/${face.slug}/groups/${entry.id}/details`}>{text}</a>
  return (
    <PublicFrame lio={face} title={entry.name}>
      <BackLink href={`/${face.slug}/directory`}>{say("All groups")}</BackLink>
      <h1>{entry.name}</h1>
      {entry.about ? <p className="max-w-2xl whitespace-pre-line">{entry.about}</p> : null}
      {facts.length > 0 ? <SummaryList items={facts} /> : null}
      {reach.length > 0 ? (
        <>
          <h2>{say("How to reach them")}</h2>
          <SummaryList items={reach} />
        </>
      ) : (
        <p>
          {lio.email
            ? sayRich("Ask {lio} how to reach them: {email}.", {
                lio: lio.name,
                email: <a href={`mailto:${lio.email}`}>{lio.email}</a>,
              })
            : say("Ask {lio} how to reach them.", { lio: lio.name })}
        </p>
      )}
      <p className="mt-8 text-soft">
        {lio.email
          ? sayRich(
              "Is this your group? <signIn>Sign in to change it</signIn>, or <tell>tell {lio} what is wrong</tell>.",
              {
                lio: lio.name,
                signIn,
                tell: (text) => <a href={`mailto:${lio.email}`}>{text}</a>,
              },
            )
          : sayRich("Is this your group? <signIn>Sign in to change it</signIn>.", { signIn })}
      </p>
    </PublicFrame>
  )
}
