import Link from "next/link"
import { redirect } from "next/navigation"
import { type PageProps, visitByLink } from "@/app/_http/visit"
import { SummaryList } from "@/app/_ui/summary-list"
import { Frame } from "@/app/[lio]/_parts/frame"
import { addressOf, groupIn } from "@/app/[lio]/consultations/_parts/where"
import { getSeat } from "@/lib/consultations/answering/queries"
import { formatLongDate, formatMoment, formatTime } from "@/lib/words"
import { ChooseGroup } from "../_parts/choose-group"

/** What was sent, under which reference, and what happens next. Can be kept as a bookmark. */
export default async function SentPage(props: PageProps) {
  const [frame, { consultation, yours, seat, group }] = await visitByLink(
    props,
    async (ctx, query, params) => ({
      ...(await getSeat(ctx, params.id ?? "", groupIn(query))),
      group: groupIn(query),
    }),
  )
  const { id, closesAt, outcome, state } = consultation
  const lio = frame.lio.slug
  if (!seat) return <ChooseGroup frame={frame} consultation={consultation} groups={yours} page="sent" />
  const sent = seat.response?.signedOffAt ? seat.response : null
  if (!sent?.signedOffAt) redirect(addressOf(lio, id, "", {}))
  return (
    <Frame {...frame} title="Your answers are sent" at="consultations">
      <div className="banner mb-8 max-w-2xl">
        <h1 className="mt-0">Thank you. Your answers are sent.</h1>
        <p className="mb-0">
          {consultation.title}
          <br />
          For {seat.group.name}
        </p>
        <p className="mb-0">
          Your reference is <strong className="whitespace-nowrap">{sent.reference}</strong>
        </p>
      </div>
      <SummaryList
        items={[
          {
            label: "Sent",
            value: `${formatMoment(sent.signedOffAt)}${sent.version > 1 ? `, version ${sent.version}` : ""}`,
          },
          { label: "A copy", value: "The lead of your group has it by email." },
        ]}
      />
      <h2>What happens next</h2>
      {state === "open" && closesAt ? (
        <>
          <p>
            You can change your answers until {formatLongDate(closesAt)} at {formatTime(closesAt)}.{" "}
            <Link href={addressOf(lio, id, "check", { group })}>See or change your answers</Link>
          </p>
          <p>
            After that {frame.lio.name} brings together what all groups said and shows you the results. We
            tell you what came of it, whatever it is.
          </p>
        </>
      ) : (
        <>
          {outcome ? <p className="max-w-2xl">What came of it: {outcome}</p> : null}
          <p>
            <Link href={addressOf(lio, id, "results")}>See what all groups said</Link>
            {outcome ? "" : ". We tell you what came of it, whatever it is."}
          </p>
        </>
      )}
    </Frame>
  )
}
