import { type PageProps, visit } from "@/app/_http/visit"
import { Radios } from "@/app/_ui/choices"
import { formatDate } from "@/app/_ui/date"
import { DateFields } from "@/app/_ui/date-field"
import { TextArea, TextField } from "@/app/_ui/fields"
import { SummaryList } from "@/app/_ui/summary-list"
import { BID_OUTCOMES } from "@/db/vocabulary"
import { getConsortiumBid } from "@/lib/opportunities/consortia/bid/queries"
import { guides, openRoom } from "@/lib/opportunities/consortia/queries"
import { formatMoney, say } from "@/lib/words"
import { sayRich } from "@/lib/words/rich"
import { Frame } from "../../../_parts/frame"
import { RoomForm } from "../../_parts/room-form"
import { RoomHead } from "../../_parts/room-frame"
import { decideConsortiumBidForm, submitConsortiumBidForm, tellFeedbackForm } from "../../actions"

const Words = ({ said }: { said: string }) => (
  <span className="whitespace-pre-line wrap-anywhere">{said}</span>
)
const money = (sum: number | null) => (sum === null ? null : formatMoney(sum))

const writtenDown = (day: string, name: string | null) =>
  name ? say("{day}, by {name}", { day, name }) : day

/** The bid: when it went in, and what became of it. */
export default async function ConsortiumBidPage(props: PageProps) {
  const [frame, { its, open, bid, guide }] = await visit(props, async (ctx, _, { id = "" }) => {
    const its = await openRoom(ctx, id)
    const open = its.dissolvedAt === null
    return { its, open, bid: await getConsortiumBid(ctx, id), guide: open && guides(ctx, its) }
  })
  const lio = frame.lio.slug
  const groups = its.groups.filter(({ stands }) => stands === "in")
  return (
    <Frame {...frame} title={say("The bid")} at="opportunities">
      <RoomHead lio={lio} its={its} current="bid" />
      <h2>{say("The bid")}</h2>
      {bid ? (
        <SummaryList
          items={[
            { label: say("Went in on"), value: formatDate(bid.submittedOn) },
            { label: say("Went to"), value: bid.wentTo },
            { label: say("For"), value: money(bid.asked) },
            { label: say("What became of it"), value: bid.outcome && BID_OUTCOMES[bid.outcome] },
            { label: say("Decided on"), value: bid.decidedOn && formatDate(bid.decidedOn) },
            { label: say("Worth"), value: money(bid.awarded) },
            ...bid.parts.map(({ group, part }) => ({ label: group, value: money(part) })),
            { label: say("What the buyer said"), value: bid.feedback && <Words said={bid.feedback} /> },
            { label: say("For next time"), value: bid.lesson && <Words said={bid.lesson} /> },
            {
              label: say("Written down"),
              value: bid.toldAt && writtenDown(formatDate(new Date(bid.toldAt), its.zone), bid.toldBy),
            },
          ].filter(({ value }) => value)}
        />
      ) : (
        <p>{say("It hasn’t gone in yet.")}</p>
      )}
      {bid?.outcome && open ? (
        <>
          <RoomForm
            room={its.id}
            action={tellFeedbackForm}
            lio={lio}
            id="feedback"
            kind={bid.feedback ? "secondary" : undefined}
            fold={bid.feedback ? say("Change what the buyer said") : say("Add what the buyer said")}
            submit={say("Save what they said")}
            values={{ feedback: bid.feedback ?? "", lesson: bid.lesson ?? "" }}
            className="max-w-3xl"
          >
            <p>
              {say(
                "Public buyers must tell you why they chose a bid, and where yours fell short. Ask for it if it hasn’t come.",
              )}
            </p>
            <TextArea name="feedback" label={say("What did the buyer say about the bid?")} />
            <TextArea name="lesson" label={say("What would you do differently next time?")} optional />
          </RoomForm>
          <p className="max-w-3xl">
            {sayRich("If they sent a letter, <files>put it with the files of the room</files>.", {
              files: (text) => <a href={`/${lio}/consortia/${its.id}#files`}>{text}</a>,
            })}
          </p>
        </>
      ) : null}
      {guide && !bid?.outcome ? (
        <RoomForm
          room={its.id}
          action={submitConsortiumBidForm}
          lio={lio}
          id="submit"
          kind={bid ? "secondary" : undefined}
          fold={bid ? say("Change this") : say("The bid has gone in")}
          submit={say("Save")}
          values={{
            wentTo: bid?.wentTo ?? its.buyer ?? "",
            asked: bid?.asked ? String(bid.asked / 100) : "",
            on: bid?.submittedOn ?? "",
          }}
        >
          <DateFields name="on" legend={say("When did it go in?")} />
          <TextField name="wentTo" label={say("To whom?")} />
          <TextField name="asked" label={say("For how much?")} prefix="£" width="sm" optional />
        </RoomForm>
      ) : null}
      {guide && bid && !bid.outcome ? (
        <RoomForm
          room={its.id}
          action={decideConsortiumBidForm}
          lio={lio}
          id="decide"
          fold={say("Say what became of it")}
          submit={say("Save what became of it")}
        >
          <Radios
            name="outcome"
            legend={say("What became of it?")}
            options={Object.entries(BID_OUTCOMES).map(([value, label]) => ({ value, label }))}
          />
          <DateFields name="on" legend={say("When?")} />
          <TextField
            name="awarded"
            label={say("If you won: how much is it worth?")}
            prefix="£"
            width="sm"
            optional
          />
          <p className="max-w-3xl">
            {say(
              "A bid that you won goes into our funding ledger, with what each group gets. Staff read that.",
            )}
          </p>
          {groups.map((one, at) => (
            <div key={one.groupId}>
              <input type="hidden" name={`parts.${at}.groupId`} value={one.groupId} />
              <TextField
                name={`parts.${at}.part`}
                label={say("{group} gets", { group: one.group })}
                prefix="£"
                width="sm"
                optional
              />
            </div>
          ))}
        </RoomForm>
      ) : null}
    </Frame>
  )
}
