import { type PageProps, visit } from "@/app/_http/visit"
import { Radios } from "@/app/_ui/choices"
import { formatDate } from "@/app/_ui/date"
import { TextField } from "@/app/_ui/fields"
import { Form } from "@/app/_ui/form"
import { BackLink } from "@/app/_ui/links"
import { APPEAL_DECISIONS, LEFT_OUT, VOTED_BY } from "@/db/vocabulary"
import { getElection } from "@/lib/partnerships/elections/queries"
import { getRoll, type RollRow } from "@/lib/partnerships/elections/roll/queries"
import { mayKeepBoards } from "@/lib/partnerships/policy"
import { inSentence, say, sayCount } from "@/lib/words"
import { Frame } from "../../../../_parts/frame"
import { decideAppealForm, disputeForm, setVoterForm } from "../../actions"

type Props = { lio: string; row: RollRow; open: boolean; before: boolean; voting: boolean; chosen: boolean }

/** What is changed about a group of the roll: who votes for it, or that it says a vote isn’t its own. */
const Changes = ({ lio, row, voting }: Pick<Props, "lio" | "row" | "voting">) => (
  <div className="card my-2">
    <Form
      action={setVoterForm}
      lio={lio}
      submit={say("Let them vote")}
      kind="secondary"
      id={`voter-${row.id}`}
    >
      <input type="hidden" name="id" value={row.id} />
      <p className="mt-0 font-semibold">{say("Somebody else votes for {group}", { group: row.group })}</p>
      <TextField name="name" label={say("Their name")} width="md" />
      <TextField name="email" label={say("Their email address")} type="email" width="md" />
    </Form>
    {voting && row.votedBy && !row.disputed ? (
      <Form
        action={disputeForm}
        lio={lio}
        submit={say("Note this")}
        kind="secondary"
        id={`dispute-${row.id}`}
        fold={say("They say this vote isn’t theirs")}
      >
        <input type="hidden" name="id" value={row.id} />
        <TextField
          name="reason"
          label={say("What do they say?")}
          hint={say(
            "Nobody can take one ballot out again, as nobody knows which it is. You can begin the vote again, or let it stand: the result says how many groups told you this.",
          )}
        />
      </Form>
    ) : null}
  </div>
)

/** What a group says against being left out, and the decision on it. */
const Appeal = ({ lio, one, before }: { lio: string; one: RollRow["appeals"][number]; before: boolean }) => (
  <div className="card my-2">
    <p className="m-0 whitespace-pre-line">{one.words}</p>
    {one.decision ? (
      <p className="m-0">
        {say("{decision}: {reason}", {
          decision: APPEAL_DECISIONS[one.decision],
          reason: one.reason ?? "",
        })}
      </p>
    ) : before ? (
      <Form action={decideAppealForm} lio={lio} submit={say("Save")} kind="secondary" id={`appeal-${one.id}`}>
        <input type="hidden" name="id" value={one.id} />
        <Radios
          name="decision"
          legend={say("What do you decide?")}
          options={Object.entries(APPEAL_DECISIONS).map(([value, label]) => ({ value, label }))}
        />
        <TextField name="reason" label={say("Why?")} hint={say("The group reads this.")} />
      </Form>
    ) : null}
  </div>
)

/** One group of the roll on a line: who votes for it, or why it is left out. What can be changed opens for one at a time. */
function Row({ lio, row, open, before, voting, chosen }: Props) {
  const changes = open && !row.leftOut
  return (
    <li id={`row-${row.id}`} className="border-b border-line py-1">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <a href={`/${lio}/groups/${row.groupId}`}>{row.group}</a>
        <span className="text-soft">
          {row.leftOut
            ? LEFT_OUT[row.leftOut]
            : row.voter
              ? say("{voter} votes", { voter: row.voter })
              : say("Nobody votes for it yet")}
          {row.votedBy ? `. ${say("Has voted: {way}", { way: inSentence(VOTED_BY[row.votedBy]) })}` : null}
        </span>
        {changes && !chosen ? (
          <a href={`?row=${row.id}#row-${row.id}`} className="ml-auto">
            {say("Change")} <span className="sr-only">{row.group}</span>
          </a>
        ) : null}
      </div>
      {row.disputed ? (
        <p className="m-0">{say("Says that this vote isn’t its own: {reason}", { reason: row.disputed })}</p>
      ) : null}
      {row.appeals.map((one) => (
        <Appeal key={one.id} {...{ lio, one, before }} />
      ))}
      {changes && chosen ? <Changes {...{ lio, row, voting }} /> : null}
    </li>
  )
}

/** The roll of a vote: which groups are on it, who votes for each, and which are left out and why. */
export default async function RollPage(props: PageProps) {
  const [frame, { election, rows, keeps, chosen }] = await visit(props, async (ctx, query, { id = "" }) => ({
    election: await getElection(ctx, id),
    rows: await getRoll(ctx, id),
    keeps: mayKeepBoards(ctx.actor),
    chosen: query.row,
  }))
  const lio = frame.lio.slug
  const before = keeps && (election.state === "nominating" || election.state === "checking")
  const voting = keeps && election.state === "voting"
  const open = before || voting
  const on = rows.filter(({ leftOut }) => !leftOut)
  const out = rows.filter(({ leftOut }) => leftOut)
  return (
    <Frame {...frame} title={say("The roll")} at="partnerships">
      <BackLink href={`/${lio}/partnerships/elections/${election.id}`}>{election.title}</BackLink>
      <h1>{say("The roll")}</h1>
      <p>
        {say("Groups in good standing on {day}. One vote a group.", { day: formatDate(election.rollOn) })}{" "}
        {sayCount(on.length, { one: "{count} group is on it.", other: "{count} groups are on it." })}
      </p>
      <ul className="list-none p-0">
        {on.map((row) => (
          <Row key={row.id} {...{ lio, row, open, before, voting }} chosen={row.id === chosen} />
        ))}
      </ul>
      {out.length > 0 ? (
        <>
          <h2>{say("Left out")}</h2>
          <ul className="list-none p-0">
            {out.map((row) => (
              <Row key={row.id} {...{ lio, row, open, before, voting }} chosen={row.id === chosen} />
            ))}
          </ul>
        </>
      ) : null}
    </Frame>
  )
}
